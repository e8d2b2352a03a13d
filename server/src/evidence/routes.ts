/** /api/v1/evidence: files in, files and pictures of them out, never run as anything of ours. */
import { Readable } from 'node:stream'
import { kindOfMedia, type FileKind } from '@luoshi/domain/evidence/file-kinds'
import { accept } from '@luoshi/domain/kernel/result'
import {
  getAboutEvidence,
  getEvidence,
  getEvidencePreview,
  putEvidence,
} from '../contract/evidence.ts'
import type { World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import { attachmentOf } from '../http/attachment.ts'
import { mount, mountRaw, refusedAnswer, type Api } from '../http/mount.ts'
import type { Principal } from '../identity/principal.ts'
import { handInArrived } from './arriving/hand-in.ts'
import { receiveFile } from './arriving/receive-file.ts'
import { charsetOf, sniff } from './arriving/sniff.ts'
import { mayHandIn, mayRead, type KnownFile } from './file-access.ts'
import type { Previews } from './previews/previews.ts'
import { noPreview } from './previews/preview-refusals.ts'
import { scanArrived } from './scanning/scan-arrived.ts'
import type { FileStore } from './store/file-store.ts'

export function evidenceRoutes(api: Api, world: World, previews: Previews): void {
  const { files, db } = world
  mount(api, putEvidence, async ({ asked, c }) => {
    if (!mayHandIn(asked.by)) return forbidden()
    const received = await receiveFile(c)
    if (!received.ok) return received
    await using file = received.value
    const { sha256, size, name } = file
    const { mediaType } = file.kind
    const { congress, account } = asked.by
    await handInArrived(world, congress, file, { mediaType, account })
    const stopped = await scanArrived(world, congress, sha256)
    if (stopped !== null) return stopped
    return accept({ sha256, name, size, mediaType })
  })

  mountRaw(api, getEvidence, async ({ asked, params, query, c }) => {
    const known = await mayRead(db, asked.by, params.sha256)
    if (!known.ok) return refusedAnswer(c, known.refusal)
    const file = await files.stream(params.sha256)
    if (!file) return refusedAnswer(c, notFound().refusal)
    const name = query.name ?? params.sha256.slice(0, 12)
    const kind = await kindOf(files, known.value, name)
    const inline = query.inline === true && kind?.inline === true
    const mediaType = kind?.mediaType ?? 'application/octet-stream'
    const shownAs = inline ? await withCharset(files, params.sha256, mediaType) : mediaType
    return new Response(Readable.toWeb(file.body), {
      headers: {
        ...attachmentOf(name, shownAs, inline),
        'content-length': String(file.size),
        'cache-control': 'private, max-age=31536000, immutable',
      },
    })
  })
  previewRoutes(api, world, previews)
}

function previewRoutes(api: Api, { files, db }: World, previews: Previews): void {
  mount(api, getAboutEvidence, async ({ asked, params }) => {
    const known = await mayRead(db, asked.by, params.sha256)
    if (!known.ok) return known
    const mediaType =
      (await kindOf(files, known.value, ''))?.mediaType ?? 'application/octet-stream'
    const about = await previews.about(params.sha256, mediaType)
    if (about === null) return notFound()
    const { takenAt, camera, place } = about.photo
    const photo = seesPhotoFacts(asked.by) ? { takenAt, camera, place } : null
    return accept({ mediaType, shown: about.shown, size: about.size, photo })
  })

  mountRaw(api, getEvidencePreview, async ({ asked, params, query, c }) => {
    const known = await mayRead(db, asked.by, params.sha256)
    if (!known.ok) return refusedAnswer(c, known.refusal)
    const mediaType = (await kindOf(files, known.value, ''))?.mediaType ?? ''
    const { page = 0, size = 'page' } = query
    const picture = await previews.picture(params.sha256, mediaType, page, size)
    if (picture === null) return refusedAnswer(c, noPreview().refusal)
    return new Response(Buffer.from(picture), {
      headers: {
        ...attachmentOf(`${params.sha256.slice(0, 12)}-${page + 1}.jpg`, 'image/jpeg', true),
        'cache-control': 'private, max-age=86400',
      },
    })
  })
}

/** When and where a photograph was taken: those who verify need it. */
const seesPhotoFacts = ({ roles }: Principal) =>
  roles.some((role) => role === 'clerk' || role === 'team' || role === 'chairs')

/** As it was found when it came; older files are looked at again. */
async function kindOf(
  files: FileStore,
  { sha256, mediaType }: KnownFile,
  name: string,
): Promise<FileKind | null> {
  if (mediaType !== null) return kindOfMedia(mediaType)
  const head = await files.head(sha256)
  const first = head && sniff(head, name)
  if (!head || first?.is === 'taken') return first?.is === 'taken' ? first.kind : null
  const whole = await files.read(sha256)
  const sniffed = whole && sniff(whole, name)
  return sniffed?.is === 'taken' ? sniffed.kind : null
}

async function withCharset(files: FileStore, sha256: string, mediaType: string): Promise<string> {
  if (mediaType !== 'text/plain') return mediaType
  const charset = charsetOf((await files.head(sha256)) ?? Buffer.of())
  return `text/plain; charset=${charset ?? 'utf-8'}`
}
