/**
 * Bytes to text: a byte order mark decides; else strict UTF-8; else the encoding whose reading has the
 * largest share of common characters. The other readings come along, three lines of each, so that a
 * clerk who sees rubbish can switch. Binary files are refused by name.
 * Source: design/documents.md §2, rule 1, and §0.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { binaryFormat } from './binary-format.ts'
import { scoreReading } from './score-reading.ts'

export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** One way to read the bytes. `score` is from -1 to 1; `preview` holds the first three lines. */
export type Alternative = Readonly<{ encoding: Encoding; score: number; preview: string }>

export type DecodedText = Readonly<{
  encoding: Encoding
  text: string
  /** All ways to read the bytes, the likeliest first; the one taken stands first. */
  preview: readonly Alternative[]
}>

export function decodeText(bytes: Uint8Array): Result<DecodedText, ReadRefusal> {
  if (bytes.length === 0) return refuse(EMPTY)
  const binary = binaryFormat(bytes)
  if (binary !== undefined) return refuse(binary)
  const readings = alternatives(bytes)
  const encoding = markedEncoding(bytes) ?? (isCertainlyUtf8(bytes) ? 'utf-8' : likeliest(readings))
  if (encoding === undefined) return refuse(NOT_TEXT)
  const [taken, others] = [readings.filter(is(encoding)), readings.filter(isNot(encoding))]
  return accept({ encoding, text: decodeAs(bytes, encoding), preview: [...taken, ...others] })
}

/** The text as a clerk wants the bytes read; what does not fit becomes U+FFFD. */
export function decodeAs(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding).decode(bytes)
}

const is = (encoding: Encoding) => (one: Alternative) => one.encoding === encoding
const isNot = (encoding: Encoding) => (one: Alternative) => one.encoding !== encoding

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8-bom'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}

/**
 * Valid UTF-8, without zero bytes, and either plain ASCII or with characters of Chinese text: a few
 * GBK pairs may be valid UTF-8 by chance, but then they read as Latin, Greek or Cyrillic letters.
 */
function isCertainlyUtf8(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !/[^ -~\s]/.test(text) || /[\u2e80-\u9fff\uff00-\uffef\u{20000}-\u{3ffff}]/u.test(text)
  } catch {
    return false
  }
}

function likeliest(readings: readonly Alternative[]): Encoding | undefined {
  const [best] = readings
  return best !== undefined && best.score >= LEAST_SCORE ? best.encoding : undefined
}

/** Text of rare names or in another script scores low; only what is mostly broken is no text. */
const LEAST_SCORE = -0.1
const PREVIEW_LINES = 3
const PREVIEW_LINE_LENGTH = 80
/** A sample for scoring, long enough for `SAMPLE_CHARACTERS` in every encoding. */
const SAMPLE_BYTES = 16_384

function alternatives(bytes: Uint8Array): readonly Alternative[] {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const marked = markedEncoding(bytes)
  const encodings: readonly Encoding[] = [
    marked === 'utf-8-bom' ? 'utf-8-bom' : 'utf-8',
    'gb18030',
    'big5',
    'utf-16le',
    'utf-16be',
  ]
  return encodings
    .map((encoding) => {
      const text = decodeSample(sample, encoding, sample.length < bytes.length)
      return { encoding, score: scoreReading(text), preview: firstLines(text) }
    })
    .sort((one, other) => other.score - one.score)
}

/** Decodes the start of a longer file without taking the cut at its end for damage. */
function decodeSample(sample: Uint8Array, encoding: Encoding, isCut: boolean): string {
  const decoder = new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding)
  return decoder.decode(sample, { stream: isCut })
}

function firstLines(text: string): string {
  return text
    .split(/\r\n?|\n/, PREVIEW_LINES)
    .map((line) =>
      Array.from(line.slice(0, 2 * PREVIEW_LINE_LENGTH))
        .slice(0, PREVIEW_LINE_LENGTH)
        .join(''),
    )
    .join('\n')
}

const EMPTY: ReadRefusal = {
  code: 'empty-file',
  zh: '文件是空的，没有一个字节。请确认选对了文件；如是从网上下载的，请重新下载后再导入。',
  en: 'The file is empty: it has no bytes at all. Check that you chose the right file; if it was downloaded, download it again.',
}

const NOT_TEXT: ReadRefusal = {
  code: 'not-text',
  zh: '这个文件不是文本：按 UTF-8、GB18030、Big5、UTF-16 都读不出文字。请用原来的软件打开它，另存为 .docx、.xlsx 或纯文本 .txt 后再导入。',
  en: 'This file is not text: neither UTF-8 nor GB18030, Big5 or UTF-16 gives readable words. Open it in the program it came from, save it as .docx, .xlsx or .txt, and import that.',
}
