/**
 * What a file is, by its bytes and not by its name. Only kinds that people use as evidence are taken; programs, pages
 * and vector graphics, which a browser would run, are not.
 */
import { kindOfMedia, type FileKind } from '@luoshi/domain/evidence/file-kinds'
import { readZipDirectory } from '@luoshi/papers/readers/zip-directory'
import { overZipLimits } from '@luoshi/papers/readers/zip-limits'

export type Sniffed =
  | Readonly<{ is: 'taken'; kind: FileKind }>
  | Readonly<{ is: 'archive' | 'macros' | 'two-in-one' | 'damaged' | 'unknown' | 'empty' }>

/** For films and recordings the first 64 KB say what they are; the rest is looked at whole. */
export function sniff(bytes: Uint8Array, fileName: string): Sniffed {
  if (bytes.byteLength === 0) return { is: 'empty' }
  if (starts(bytes, 'PK\u0003\u0004')) return zipped(bytes)
  if (archives.some((magic) => starts(bytes, magic))) return { is: 'archive' }
  const mediaType =
    byMagic(bytes) ?? older(bytes, fileName) ?? (isText(bytes) ? 'text/plain' : null)
  const kind = mediaType === null ? null : kindOfMedia(mediaType)
  if (kind === null) return { is: 'unknown' }
  if (kind.family === 'picture' && endsAsZip(bytes)) return { is: 'two-in-one' }
  return { is: 'taken', kind }
}

const archives = ['Rar!', '7z\u00bc\u00af', '\u001f\u008b', 'BZh', '\u00fd7zXZ']

const magics: readonly (readonly [string, string])[] = [
  ['\u0089PNG\r\n\u001a\n', 'image/png'],
  ['\u00ff\u00d8\u00ff', 'image/jpeg'],
  ['GIF87a', 'image/gif'],
  ['GIF89a', 'image/gif'],
  ['%PDF-', 'application/pdf'],
  ['ID3', 'audio/mpeg'],
  ['\u00ff\u00fb', 'audio/mpeg'],
]

function byMagic(bytes: Uint8Array): string | null {
  const magic = magics.find(([signature]) => starts(bytes, signature))
  if (magic) return magic[1]
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return 'image/webp'
  if (starts(bytes, 'RIFF') && starts(bytes, 'WAVE', 8)) return 'audio/wav'
  // A bitmap says how long it is, and keeps four bytes at zero.
  if (starts(bytes, 'BM') && starts(bytes, '\0\0\0\0', 6)) return 'image/bmp'
  return starts(bytes, 'ftyp', 4) ? byBrand(latin(bytes, 8, 4)) : null
}

function byBrand(brand: string): string | null {
  if (/^(heic|heix|mif1)/.test(brand)) return 'image/heic'
  if (brand.startsWith('M4A')) return 'audio/mp4'
  return /^(isom|iso[2-6]|mp4|avc1|qt {2}|M4V|3gp)/.test(brand) ? 'video/mp4' : null
}

/** By the folders inside: macros and other archives are not taken. Bombs and files behind files are refused unopened. */
function zipped(bytes: Uint8Array): Sniffed {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return { is: directory.refusal.code === 'polyglot' ? 'two-in-one' : 'damaged' }
  const names = directory.value.map(({ name }) => name)
  if (names.some((name) => /vbaProject\.bin$|vbaData\.xml$/i.test(name))) return { is: 'macros' }
  const found = insides.find(([inside]) => names.some((name) => name.startsWith(inside)))
  const kind = found ? kindOfMedia(found[1]) : null
  if (kind === null) return { is: 'archive' }
  return overZipLimits(directory.value, bytes.byteLength) === undefined
    ? { is: 'taken', kind }
    : { is: 'damaged' }
}

const office = 'application/vnd.openxmlformats-officedocument.'

const insides: readonly (readonly [string, string])[] = [
  ['word/', `${office}wordprocessingml.document`],
  ['xl/', `${office}spreadsheetml.sheet`],
  ['ppt/', `${office}presentationml.presentation`],
  ['OFD.xml', 'application/ofd'],
]

/** Word, Excel and PowerPoint before 2007, and WPS, all look alike from outside: here the name decides. */
function older(bytes: Uint8Array, fileName: string): string | null {
  if (!starts(bytes, '\u00d0\u00cf\u0011\u00e0')) return null
  switch (/\.(doc|xls|ppt|wps|et|dps)$/i.exec(fileName)?.[1]?.toLowerCase()) {
    case 'doc':
    case 'wps':
      return 'application/msword'
    case 'xls':
    case 'et':
      return 'application/vnd.ms-excel'
    case 'ppt':
    case 'dps':
      return 'application/vnd.ms-powerpoint'
    default:
      return null
  }
}

function endsAsZip(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-66_000)
  return tail.includes('PK\u0005\u0006', 0, 'latin1')
}

/** Words without control characters, and nothing that reads as a page. */
function isText(bytes: Uint8Array): boolean {
  if (bytes.some(isControl)) return false
  const charset = charsetOf(bytes)
  if (charset === null) return false
  const text = new TextDecoder(charset).decode(bytes.subarray(0, 4096), { stream: true })
  return !/^\s*<(!doctype|html|svg|\?xml|script|body|head|iframe)/i.test(text)
}

/** Notepad of older Windows writes GB 18030 and does not say so. */
export function charsetOf(bytes: Uint8Array): 'utf-8' | 'gb18030' | null {
  for (const charset of ['utf-8', 'gb18030'] as const) {
    try {
      new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true })
      return charset
    } catch {
      // The next.
    }
  }
  return null
}

/** Tab, line feed and the like are text; the rest below the blank is not. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32) || byte === 127
}

function starts(bytes: Uint8Array, signature: string, at = 0): boolean {
  return latin(bytes, at, signature.length) === signature
}

const latin = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1')
