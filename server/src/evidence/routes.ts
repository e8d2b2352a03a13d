/** /api/v1/evidence: files in, files out, never run as anything of ours. */
import { Readable } from 'node:stream'
import { accept } from '@luoshi/domain/kernel/result'
import { evidenceLimit, getEvidence, putEvidence } from '../contract/evidence.ts'
import type { World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import { attachmentOf } from '../http/attachment.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import { uploaded } from '../http/uploaded.ts'
import { mayHandIn, mayRead } from './evidence-rights.ts'
import { fileKindNotTaken } from './file-refusals.ts'
import { handIn } from './hand-in.ts'
import { sniff } from './sniff.ts'

export function evidenceRoutes(api: Api, { files, db }: World): void {
  mount(api, putEvidence, async ({ asked, c }) => {
    if (!mayHandIn(asked.by)) return forbidden()
    const file = await uploaded(c, evidenceLimit)
    if (!file.ok) return file
    const { bytes, fileName: name } = file.value
    const kind = sniff(bytes, name)
    if (!kind) return fileKindNotTaken()
    const { sha256, size } = await handIn({ db, files }, asked.by.congress, bytes)
    return accept({ sha256, name, size, mediaType: kind.mediaType })
  })

  mountRaw(api, getEvidence, async ({ asked, params, query, c }) => {
    if (!(await mayRead(db, asked.by, params.sha256))) return refusedAnswer(c, notFound().refusal)
    const file = await files.stream(params.sha256)
    const head = await files.head(params.sha256)
    if (!file || !head) return refusedAnswer(c, notFound().refusal)
    const name = query.name ?? params.sha256.slice(0, 12)
    const kind = sniff(head, name)
    const inline = query.inline === true && kind?.inline === true
    const mediaType = kind?.mediaType ?? 'application/octet-stream'
    return new Response(Readable.toWeb(file.body), {
      headers: {
        ...attachmentOf(name, inline ? textual(mediaType) : mediaType, inline),
        'content-length': String(file.size),
        'cache-control': 'private, max-age=31536000, immutable',
      },
    })
  })
}

const textual = (mediaType: string) =>
  mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType
