/** Sends one file with its progress; `fetch` cannot tell how far an upload is, so this is the older request object. */
import { ApiFailure } from '@luoshi/server/contract/client'
import { putEvidence } from '@luoshi/server/contract/evidence'
import { evidence } from '@luoshi/server/contract/fields'
import { problem } from '@luoshi/server/contract/problem'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { currentToken, goToSignIn } from '../../../api/server.ts'
import type { KeptFile } from '../next/form-values.ts'

export function uploadEvidence(
  file: Blob,
  name: string,
  onProgress: (percent: number) => void,
): Promise<KeptFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(putEvidence.method, putEvidence.path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-luoshi-csrf', currentToken())
    request.setRequestHeader('x-file-name', encodeURIComponent(name))
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100)),
    )
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('load', () => {
      if (request.status === 401) goToSignIn()
      const kept = evidence.safeParse(bodyOf(request))
      if (request.status < 300 && kept.success) resolve(kept.data)
      else reject(failureOf(request))
    })
    request.send(file)
  })
}

function bodyOf(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText)
  } catch {
    return null
  }
}

function failureOf(request: XMLHttpRequest): Error {
  const found = problem.safeParse(bodyOf(request))
  return found.success ? new ApiFailure(found.data) : unreachable()
}

function unreachable(): ApiFailure {
  return new ApiFailure({
    type: 'about:blank',
    title: 'Not uploaded',
    status: 0,
    code: 'unreachable',
    ...bilingual(
      '文件没有传到服务器。',
      '请检查网络后重新选择文件；其他已填内容不受影响。',
      'The file did not reach the server.',
      'Check the network and choose the file again; nothing else is lost.',
    ),
  })
}
