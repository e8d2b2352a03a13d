/** What a file is by its first bytes. The name is never believed; it only helps to name what was refused. */
import type { ReaderRefusalCode } from './refusals.ts'

export type Sniffed =
  | Readonly<{ kind: 'zip' | 'text' | 'html' | 'pdf' }>
  | Readonly<{ kind: 'refused'; code: ReaderRefusalCode }>

const magics: readonly (readonly [readonly number[], ReaderRefusalCode])[] = [
  [[0x89, 0x50, 0x4e, 0x47], 'picture'],
  [[0xff, 0xd8, 0xff], 'picture'],
  [[0x47, 0x49, 0x46, 0x38], 'picture'],
  [[0x52, 0x61, 0x72, 0x21], 'archive'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'archive'],
  [[0x1f, 0x8b], 'archive'],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], 'rtf'],
]

export function sniffFile(bytes: Uint8Array, fileName: string): Sniffed {
  if (bytes.byteLength === 0) return { kind: 'refused', code: 'empty-file' }
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'zip' }
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    return { kind: 'refused', code: oleKind(bytes, fileName) }
  if (starts(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { kind: 'pdf' }
  const magic = magics.find(([signature]) => starts(bytes, signature))
  if (magic !== undefined) return { kind: 'refused', code: magic[1] }
  if (endsAsZip(bytes)) return { kind: 'refused', code: 'polyglot' }
  return ofText(beginning(bytes))
}

/** Without byte order marks, the zeros of UTF-16, and the comments that browsers put before a page they save. */
function beginning(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1')
    .decode(bytes.subarray(0, 4096))
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .replaceAll('\0', '')
    .trimStart()
  return head.replace(/^(?:<!--(?!>)[^]{0,1000}?-->\s{0,200}){1,3}/, '')
}

function ofText(head: string): Sniffed {
  if (/^mime-version:/i.test(head)) return { kind: 'refused', code: 'web-archive' }
  const isXml = head.startsWith('<?xml')
  const page = isXml ? head.replace(/^<\?xml[^>]{0,200}\?>\s*/, '') : head
  if (/^(?:<!doctype\s+html|<html)\b/i.test(page)) return { kind: 'html' }
  if (isXml || /^<!doctype\b/i.test(page)) return { kind: 'refused', code: 'xml' }
  return pageElement.test(page) ? { kind: 'html' } : { kind: 'text' }
}

const pageElement =
  /^<(?:head|body|meta|title|style|link|script|base|table|div|p|h[1-6]|ol|ul|dl|span|font|center|article|section|main|header|blockquote|pre|b|strong|br|img|a|iframe|form|svg|!--startfragment--)\b[^<]{0,2000}>/i

function starts(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** A zip's end record behind something that is no zip. */
function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-66_000)
  return tail.includes(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
}

/** OLE compound files: the names of their streams, in UTF-16, tell what wrote them. */
function oleKind(bytes: Uint8Array, fileName: string): ReaderRefusalCode {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'))
  const extension = /\.([a-z]+)$/i.exec(fileName)?.[1]?.toLowerCase()
  if (holds('EncryptedPackage')) return 'encrypted'
  if (extension === 'wps') return 'wps-text'
  if (extension === 'et') return 'wps-table'
  if (holds('WordDocument')) return 'old-word'
  if (holds('Workbook') || extension === 'xls') return 'old-excel'
  if (holds('PowerPoint Document')) return 'presentation'
  return extension === 'doc' ? 'old-word' : 'ole-file'
}
