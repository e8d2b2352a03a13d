/** The words of a PDF in their logical order, without page numbers and marks, and the text that was sealed into it. */
import { getDocumentProxy } from 'unpdf'
import { unsafePdf } from '../readers/pdf/pdf-safety.ts'
import type { FoundText } from './compare-words.ts'
import { truthFile } from './file-parts.ts'
import { hashWord } from './paper-mark.ts'

export type WordsInFile = Readonly<{
  /** As the file's properties claim it; null when they claim none. */
  hash: string | null
  truth: string | null
  found: readonly FoundText[]
}>

const mostPages = 500

/** Null when it is no PDF that can be read. */
export async function readPdfWords(bytes: Uint8Array): Promise<WordsInFile | null> {
  if (unsafePdf(bytes) !== undefined) return null
  const document = await open(bytes)
  if (document === null || document.numPages > mostPages) return null
  const found: FoundText[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    found.push(...wordsOf(items).map((text) => ({ text, page: number })))
    page.cleanup()
  }
  const { info } = await document.getMetadata()
  const attached: unknown = await document.getAttachments()
  await document.cleanup()
  return { hash: hashIn(info), truth: attachedText(attached), found }
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, verbosity: 0 })
  } catch {
    // Damaged, encrypted, or something else under this name: the caller says so.
    return null
  }
}

type Item = Readonly<{ str?: string; type?: string; tag?: string }>

/** What is an artifact (page numbers, marks, heads that are repeated) is not read. */
function wordsOf(items: readonly Item[]): readonly string[] {
  const texts: string[] = []
  const open: boolean[] = []
  for (const { str, type, tag } of items) {
    if (type === 'endMarkedContent') open.pop()
    else if (type !== undefined) open.push(tag === 'Artifact')
    else if (str !== undefined && str.trim() !== '' && !open.includes(true)) texts.push(str)
  }
  return texts
}

function hashIn(info: unknown): string | null {
  if (typeof info !== 'object' || info === null || !('Keywords' in info)) return null
  const { Keywords: words } = info
  if (typeof words !== 'string') return null
  return new RegExp(`${hashWord}:([0-9a-f]{64})`).exec(words)?.[1] ?? null
}

function attachedText(attached: unknown): string | null {
  if (typeof attached !== 'object' || attached === null) return null
  for (const one of Object.values(attached)) {
    const file: unknown = one
    if (typeof file !== 'object' || file === null) continue
    if ('filename' in file && file.filename === truthFile && 'content' in file)
      return file.content instanceof Uint8Array ? new TextDecoder().decode(file.content) : null
  }
  return null
}
