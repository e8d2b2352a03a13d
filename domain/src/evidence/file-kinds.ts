/**
 * Rule: only kinds of files that people use as evidence are taken, each up to its own size; what a file is, its bytes
 * say, and its name must not say otherwise. Programs, pages, vector graphics and archives are no evidence.
 * Source: architecture.md (佐证 kept by content); documents.md §5; GB/T 22239-2019 8.1.4.4 (入侵防范).
 */
export type FileFamily = 'picture' | 'pdf' | 'office' | 'film' | 'sound' | 'text'

export type FileKind = Readonly<{
  mediaType: string
  family: FileFamily
  /** Lower case; the first is the usual one. */
  endings: readonly string[]
  megabytes: number
  /** A browser may show it as it is, in a sandbox. */
  inline: boolean
  /** Whether we can make a picture of it; `office` only where an office suite is installed, else its text. */
  preview: 'picture' | 'page' | 'office' | 'text' | 'none'
}>

const office = 'application/vnd.openxmlformats-officedocument.'

export const fileKinds = [
  picture('image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']),
  picture('image/png', ['png']),
  picture('image/gif', ['gif']),
  picture('image/webp', ['webp']),
  picture('image/bmp', ['bmp']),
  { ...picture('image/heic', ['heic', 'heif']), inline: false, preview: 'none' },
  {
    mediaType: 'application/pdf',
    family: 'pdf',
    endings: ['pdf'],
    megabytes: 50,
    inline: true,
    preview: 'page',
  },
  paper(`${office}wordprocessingml.document`, ['docx']),
  paper(`${office}spreadsheetml.sheet`, ['xlsx']),
  paper(`${office}presentationml.presentation`, ['pptx']),
  paper('application/msword', ['doc', 'wps']),
  paper('application/vnd.ms-excel', ['xls', 'et']),
  paper('application/vnd.ms-powerpoint', ['ppt', 'dps']),
  { ...paper('application/ofd', ['ofd']), preview: 'none' },
  sounding('video/mp4', 'film', ['mp4', 'm4v', 'mov'], 200),
  sounding('audio/mp4', 'sound', ['m4a'], 50),
  sounding('audio/mpeg', 'sound', ['mp3'], 50),
  sounding('audio/wav', 'sound', ['wav'], 50),
  {
    mediaType: 'text/plain',
    family: 'text',
    endings: ['txt', 'csv', 'md', 'log'],
    megabytes: 5,
    inline: true,
    preview: 'text',
  },
] as const satisfies readonly FileKind[]

export const mostMegabytes: number = Math.max(...fileKinds.map(({ megabytes }) => megabytes))

/** Above this a picture is refused: a few bytes can unfold into gigabytes. */
export const mostPixels = 100_000_000

/** On one matter, all rounds together. */
export const mostFilesOnMatter = 500

export function kindOfMedia(mediaType: string): FileKind | null {
  return fileKinds.find((kind) => kind.mediaType === mediaType) ?? null
}

/** A name without an ending says nothing, and so nothing wrong. */
export function nameFits(kind: FileKind, name: string): boolean {
  const ending = endingOf(name)
  return ending === null || kind.endings.includes(ending)
}

/** Lower case, without the dot; null for a name without one. */
export function endingOf(name: string): string | null {
  return /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? null
}

export const familyLabels: Readonly<Record<FileFamily, Readonly<{ zh: string; en: string }>>> = {
  picture: { zh: '图片', en: 'picture' },
  pdf: { zh: 'PDF', en: 'PDF' },
  office: { zh: '办公文档', en: 'office document' },
  film: { zh: '录像', en: 'film' },
  sound: { zh: '录音', en: 'recording' },
  text: { zh: '文本', en: 'text' },
}

function picture(mediaType: string, endings: readonly string[]): FileKind {
  const [megabytes, inline] = [30, true]
  return { mediaType, family: 'picture', endings, megabytes, inline, preview: 'picture' }
}

function paper(mediaType: string, endings: readonly string[]): FileKind {
  const [megabytes, inline] = [30, false]
  return { mediaType, family: 'office', endings, megabytes, inline, preview: 'office' }
}

function sounding(
  mediaType: string,
  family: FileFamily,
  endings: readonly string[],
  megabytes: number,
): FileKind {
  return { mediaType, family, endings, megabytes, inline: true, preview: 'none' }
}
