/**
 * What can be shown of a file without opening it: pages as pictures, else its words, else an honest no. Made when first
 * asked for, kept by the content's hash.
 */
import { kindOfMedia, type FileKind } from '@luoshi/domain/evidence/file-kinds'
import { parseInWorker } from '@luoshi/papers/parse-in-worker'
import { pictureSize, type PictureSize } from '../pictures/picture-size.ts'
import { noFacts, photoFacts, type PhotoFacts } from '../pictures/photo-facts.ts'
import type { FileStore } from '../store/file-store.ts'
import { charsetOf } from '../arriving/sniff.ts'
import type { OfficeToPdf } from './office-to-pdf.ts'
import type { PreviewCache } from './preview-cache.ts'
import { mostPreviewPixels, type PreviewAsk } from './preview-job.ts'
import type { RunPreview } from './run-preview.ts'

export type NoPreview = 'kind' | 'unreadable' | 'too-many-pixels' | 'heic'

export type Shown =
  | Readonly<{ as: 'pages'; pages: number }>
  | Readonly<{ as: 'text'; text: string }>
  | Readonly<{ as: 'nothing'; why: NoPreview }>

export type AboutFile = Readonly<{ shown: Shown; size: PictureSize | null; photo: PhotoFacts }>

export type Previews = Readonly<{
  about: (sha256: string, mediaType: string) => Promise<AboutFile | null>
  /** A JPEG; null where nothing can be shown as a picture. */
  picture: (
    sha256: string,
    mediaType: string,
    page: number,
    size: 'thumb' | 'page',
  ) => Promise<Uint8Array | null>
  forget: (sha256: string) => Promise<void>
  /** An office suite is there to turn documents into pages. */
  office: boolean
}>

export type PreviewTools = Readonly<{
  files: FileStore
  cache: PreviewCache
  run: RunPreview
  office: OfficeToPdf | null
}>

const mostPages = 500
const mostText = 50_000

export function previewsOf(tools: PreviewTools): Previews {
  /** The same file asked for many times at once is worked on once. */
  const working = new Map<string, Promise<AboutFile | null>>()
  const about = (sha256: string, mediaType: string) => {
    const started = working.get(sha256)
    if (started) return started
    const work = aboutOf(tools, sha256, mediaType).finally(() => working.delete(sha256))
    working.set(sha256, work)
    return work
  }
  return {
    about,
    picture: async (sha256, mediaType, page, size) => {
      const kept = await tools.cache.get(sha256, partOf(page, size))
      if (kept) return kept
      const known = await about(sha256, mediaType)
      if (known?.shown.as !== 'pages' || page >= Math.min(known.shown.pages, mostPages)) return null
      return (
        (await tools.cache.get(sha256, partOf(page, size))) ??
        (await drawPage(tools, sha256, mediaType, page, size))
      )
    },
    forget: tools.cache.forget,
    office: tools.office !== null,
  }
}

const partOf = (page: number, size: 'thumb' | 'page') => `${page}-${size}.jpg`

async function aboutOf(
  tools: PreviewTools,
  sha256: string,
  mediaType: string,
): Promise<AboutFile | null> {
  const kept = await tools.cache.get(sha256, 'about.json')
  if (kept) return fromJson(kept)
  const kind = kindOfMedia(mediaType)
  // Films and recordings are not read for it: there is nothing to make of them.
  const reads = kind !== null && (kind.preview !== 'none' || kind.family === 'picture')
  const bytes = reads ? await tools.files.read(sha256) : null
  if (reads && bytes === null) return null
  const made = bytes === null ? nothing('kind') : await lookInto(tools, sha256, kind, bytes)
  await tools.cache.put(sha256, 'about.json', Buffer.from(JSON.stringify(made)))
  return made
}

/** Only what we wrote ourselves is read back. */
function fromJson(kept: Uint8Array): AboutFile {
  const about: AboutFile = JSON.parse(Buffer.from(kept).toString())
  return about
}

async function lookInto(
  tools: PreviewTools,
  sha256: string,
  kind: FileKind | null,
  bytes: Uint8Array,
): Promise<AboutFile> {
  switch (kind?.preview) {
    case 'picture':
      return lookAtPicture(tools, sha256, kind, bytes)
    case 'page':
      return { ...nothing('unreadable'), shown: await pages(tools, sha256, bytes) }
    case 'office':
      return { ...nothing('unreadable'), shown: await lookAtPaper(tools, sha256, kind, bytes) }
    case 'text': {
      const charset = charsetOf(bytes) ?? 'utf-8'
      const text = new TextDecoder(charset).decode(bytes).slice(0, mostText)
      return { ...nothing('kind'), shown: { as: 'text', text } }
    }
    case 'none':
    case undefined:
      return nothing(kind?.family === 'picture' ? 'heic' : 'kind')
  }
}

const nothing = (why: NoPreview): AboutFile => ({
  shown: { as: 'nothing', why },
  size: null,
  photo: noFacts,
})

async function lookAtPicture(
  tools: PreviewTools,
  sha256: string,
  { mediaType }: FileKind,
  bytes: Uint8Array,
): Promise<AboutFile> {
  const size = pictureSize(bytes, mediaType)
  const photo = photoFacts(bytes, mediaType)
  if (size === null) return { ...nothing('unreadable'), photo }
  if (size.width * size.height > mostPreviewPixels)
    return { ...nothing('too-many-pixels'), size, photo }
  const { orientation } = photo
  return { shown: await draw(tools, sha256, { do: 'picture', bytes, orientation }), size, photo }
}

const pages = (tools: PreviewTools, sha256: string, bytes: Uint8Array) =>
  draw(tools, sha256, { do: 'page', bytes, page: 0 })

async function draw(tools: PreviewTools, sha256: string, ask: PreviewAsk): Promise<Shown> {
  const made = await tools.run(ask)
  if (made === null) return { as: 'nothing', why: 'unreadable' }
  await tools.cache.put(sha256, partOf(0, 'thumb'), made.thumb)
  await tools.cache.put(sha256, partOf(0, 'page'), made.page)
  return { as: 'pages', pages: made.pages }
}

/** By the office suite as pages; without one, or where it fails, by our own reader as words. */
async function lookAtPaper(
  tools: PreviewTools,
  sha256: string,
  { endings: [ending = 'docx'] }: FileKind,
  bytes: Uint8Array,
): Promise<Shown> {
  const pdf = (await tools.office?.(bytes, ending)) ?? null
  if (pdf !== null) {
    const shown = await pages(tools, sha256, pdf)
    if (shown.as === 'pages') {
      await tools.cache.put(sha256, 'paper.pdf', pdf)
      return shown
    }
  }
  const parsed = await parseInWorker(bytes, { fileName: `paper.${ending}` })
  return parsed.ok
    ? { as: 'text', text: parsed.value.text.slice(0, mostText) }
    : { as: 'nothing', why: ending === 'docx' || ending === 'xlsx' ? 'unreadable' : 'kind' }
}

async function drawPage(
  tools: PreviewTools,
  sha256: string,
  mediaType: string,
  page: number,
  size: 'thumb' | 'page',
): Promise<Uint8Array | null> {
  const isPdf = mediaType === 'application/pdf'
  const bytes = isPdf ? await tools.files.read(sha256) : await tools.cache.get(sha256, 'paper.pdf')
  const made = bytes && (await tools.run({ do: 'page', bytes, page }))
  if (!made) return null
  await tools.cache.put(sha256, partOf(page, 'thumb'), made.thumb)
  await tools.cache.put(sha256, partOf(page, 'page'), made.page)
  return made[size]
}
