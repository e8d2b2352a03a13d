/**
 * A page may keep its state and take it up again (`q`, `Q`), a few deep. The library copies the whole state each time, so
 * a hundred thousand kept and never taken up cost it half a minute: refused before it looks.
 * Source: ISO 32000-1, 8.4.2 and annex C.2 (28 deep is what a reader must stand; no program that we know goes over 100).
 */

/** Well above whatever draws a page, well below what takes time. */
const deepest = 5000

/** Of one stream, unpacked. Letters inside a text count as well: they come in pairs or are few. */
export function nestsTooDeep(plain: Buffer): boolean {
  let depth = 0
  for (let at = 0; at < plain.length; at += 1) {
    const byte = plain[at]
    if (byte !== keep && byte !== takeUp) continue
    if (!isBlank(plain[at - 1]) || !isBlank(plain[at + 1])) continue
    depth = byte === keep ? depth + 1 : Math.max(0, depth - 1)
    if (depth > deepest) return true
  }
  return false
}

const keep = 0x71
const takeUp = 0x51

/** The ends of the stream count as blanks. */
function isBlank(byte: number | undefined): boolean {
  return byte === undefined || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0
}
