/**
 * Which encoding a web page is in: its byte order mark, else what it says of itself in a meta element, if the bytes
 * keep to it, else what its characters look like. Pages that say gb2312 are read as GB18030, which holds it.
 * Source: WHATWG HTML, "Determining the character encoding"; design/documents.md §2, rule 1.
 */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { decodeText, type Encoding } from '../../encoding/decode-text.ts'
import type { ReadRefusal } from '../../read-refusal.ts'

export type DecodedHtml = Readonly<{ encoding: Encoding; text: string }>

/** Where a page has to say it. */
const headBytes = 2048

const names: Readonly<Record<string, Encoding>> = {
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  'x-gbk': 'gb18030',
  big5: 'big5',
  'big5-hkscs': 'big5',
  'utf-8': 'utf-8',
  utf8: 'utf-8',
}

export function decodeHtml(bytes: Uint8Array): Result<DecodedHtml, ReadRefusal> {
  const said = hasMark(bytes) ? undefined : saidEncoding(bytes)
  const kept = said === undefined ? undefined : strictly(bytes, said)
  if (said !== undefined && kept !== undefined) return accept({ encoding: said, text: kept })
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  return accept({ encoding: decoded.value.encoding, text: decoded.value.text })
}

function hasMark([first, second, third]: Uint8Array): boolean {
  if (first === 0xff && second === 0xfe) return true
  if (first === 0xfe && second === 0xff) return true
  return first === 0xef && second === 0xbb && third === 0xbf
}

function saidEncoding(bytes: Uint8Array): Encoding | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes))
  const name =
    /<meta\b[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w-]{1,20})/i.exec(head)?.[1] ??
    /^<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w-]{1,20})/.exec(head)?.[1]
  return name === undefined ? undefined : names[name.toLowerCase()]
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
