/** Sends one document with its progress; `fetch` cannot tell how far an upload is, so this is the older request object. */
import { bilingual, type Bilingual } from '@luoshi/domain/kernel/explanation'
import type { ImportId } from '@luoshi/domain/kernel/ids'
import { ApiFailure } from '@luoshi/server/contract/client'
import { importFile } from '@luoshi/server/contract/imports'
import { problem } from '@luoshi/server/contract/problem'
import { currentToken, goToSignIn } from '../../api/server.ts'

/** `toMap`: a sheet whose columns nobody has mapped yet. */
export type Arrived = Readonly<{ import: ImportId; toMap: boolean }>

/** As papers' reading limits have it; said before anything is sent. */
export const uploadBytes = 20 * 1024 * 1024

export function uploadImport(
  file: Blob,
  name: string,
  onProgress: (percent: number) => void,
): Promise<Arrived> {
  if (file.size > uploadBytes) return Promise.reject(own('too-large', tooLarge))
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(importFile.method, importFile.path)
    request.setRequestHeader('accept', 'application/json')
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-luoshi-csrf', currentToken())
    request.setRequestHeader('x-file-name', encodeURIComponent(name))
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total === 0 ? 0 : Math.floor((loaded / total) * 100)),
    )
    request.addEventListener('error', () => reject(own('unreachable', unreachable)))
    request.addEventListener('load', () => {
      if (request.status === 401) goToSignIn()
      const body = bodyOf(request)
      const read = importFile.answer.safeParse(body)
      if (request.status < 300 && read.success) resolve(read.data)
      else reject(failureOf(body))
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

function failureOf(body: unknown): Error {
  const found = problem.safeParse(body)
  return found.success ? new ApiFailure(found.data) : own('unreachable', unreachable)
}

function own(code: string, words: Bilingual): ApiFailure {
  return new ApiFailure({ type: 'about:blank', title: 'Not imported', status: 0, code, ...words })
}

const tooLarge = bilingual(
  '文件超过 20 MB，没有上传。',
  '请删去文件里的图片，或拆成几个文件后再试。',
  'The file is larger than 20 MB and was not sent.',
  'Remove pictures or split the file, then try again.',
)

const unreachable = bilingual(
  '文件没有传到服务器。',
  '请检查网络后重新选择文件。',
  'The file did not reach the server.',
  'Check the network and choose the file again.',
)
