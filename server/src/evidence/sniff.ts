/**
 * What a file is, by its bytes and not by its name. Only kinds that people use as evidence are taken; programs, pages
 * and vector graphics, which a browser would run, are not.
 */
export type Kind = Readonly<{ mediaType: string; inline: boolean }>

const starts = (bytes: Uint8Array, signature: readonly number[], at = 0) =>
  signature.every((byte, index) => bytes[at + index] === byte)

const ascii = (bytes: Uint8Array, from: number, length: number) =>
  Buffer.from(bytes.subarray(from, from + length)).toString('latin1')

const office = 'application/vnd.openxmlformats-officedocument.'

/** Null: a kind that is not taken. */
export function sniff(bytes: Uint8Array, fileName: string): Kind | null {
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47])) return { mediaType: 'image/png', inline: true }
  if (starts(bytes, [0xff, 0xd8, 0xff])) return { mediaType: 'image/jpeg', inline: true }
  if (/^GIF8[79]a/.test(ascii(bytes, 0, 6))) return { mediaType: 'image/gif', inline: true }
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 4) === 'WEBP')
    return { mediaType: 'image/webp', inline: true }
  if (ascii(bytes, 0, 5) === '%PDF-') return { mediaType: 'application/pdf', inline: true }
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return zipped(bytes)
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return olderOffice(fileName)
  if (ascii(bytes, 4, 4) === 'ftyp') return film(ascii(bytes, 8, 4))
  if (starts(bytes, [0x49, 0x44, 0x33]) || starts(bytes, [0xff, 0xfb]))
    return { mediaType: 'audio/mpeg', inline: false }
  return isPlainText(bytes) ? { mediaType: 'text/plain', inline: true } : null
}

/** By the folders inside: macros and unknown archives are not taken. */
function zipped(bytes: Uint8Array): Kind | null {
  const names = Buffer.from(bytes).toString('latin1')
  if (names.includes('vbaProject.bin')) return null
  const inside: readonly (readonly [string, string])[] = [
    ['word/', `${office}wordprocessingml.document`],
    ['xl/', `${office}spreadsheetml.sheet`],
    ['ppt/', `${office}presentationml.presentation`],
  ]
  const found = inside.find(([folder]) => names.includes(folder))
  return found ? { mediaType: found[1], inline: false } : null
}

function olderOffice(fileName: string): Kind | null {
  const ending = /\.(doc|xls|ppt|wps|et)$/i.exec(fileName)?.[1]?.toLowerCase()
  switch (ending) {
    case 'doc':
    case 'wps':
      return { mediaType: 'application/msword', inline: false }
    case 'xls':
    case 'et':
      return { mediaType: 'application/vnd.ms-excel', inline: false }
    case 'ppt':
      return { mediaType: 'application/vnd.ms-powerpoint', inline: false }
    default:
      return null
  }
}

function film(brand: string): Kind | null {
  if (/^(heic|heix|mif1)/.test(brand)) return { mediaType: 'image/heic', inline: false }
  if (brand.startsWith('M4A')) return { mediaType: 'audio/mp4', inline: false }
  return /^(isom|iso2|mp4|avc1|qt {2}|M4V)/.test(brand)
    ? { mediaType: 'video/mp4', inline: false }
    : null
}

/** UTF-8 without control characters, and nothing that reads as a page. */
function isPlainText(bytes: Uint8Array): boolean {
  if (bytes.byteLength === 0 || bytes.some(isControl)) return false
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return !/^\s*<(!doctype|html|svg|\?xml|script)/i.test(text)
  } catch {
    return false
  }
}

/** Tab, line feed and the like are text; the rest below the blank is not. */
function isControl(byte: number): boolean {
  return byte < 9 || (byte > 13 && byte < 32)
}
