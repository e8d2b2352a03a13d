/**
 * Tables of characters in a PDF map ranges of codes. A range of millions, which no font has, takes the library seconds
 * and gigabytes: found by fuzzing, where one bracket had been lost.
 */

/** Fonts have 65,536 signs at most. */
const widest = 0xffff

export function mapsTooMuch(plain: Buffer): boolean {
  if (widthsTooFar(plain)) return true
  if (!plain.includes('beginbfrange') && !plain.includes('begincidrange')) return false
  let codes: number[] = []
  let isIn = false
  let isInList = false
  let isOfSigns = false
  for (const [token, hex] of plain.toString('latin1').matchAll(tokens)) {
    if (isIn && token.length > 201 && !token.endsWith('>')) return true
    if (token.startsWith('begin') || token.startsWith('end')) {
      isIn = token.startsWith('begin')
      // What a range begins at is a string in a table of characters, and a plain number in one of signs.
      isOfSigns = token.includes('cid')
      codes = []
    } else if (token === '[' || token === ']') {
      isInList = token === '['
      if (token === ']') codes = []
    } else if (isIn && !isInList && hex !== undefined) {
      codes.push(numberOf(hex))
      const [low = 0, high = 0] = codes
      if (codes.length >= 2 && high - low > widest) return true
      if (codes.length === (isOfSigns ? 2 : 3)) codes = []
    }
  }
  return false
}

/** A code is some bytes; of one that does not end, the library reads on until it does. */
const tokens = /(?:begin|end)(?:bf|cid)range|<([^>]{0,200})>|<[^>]{201}|[[\]]/g

/** As the library reads it: what is no digit is passed over. */
function numberOf(hex: string): number {
  const digits = hex.replaceAll(/[^\da-f]/gi, '').slice(0, 12)
  return digits === '' ? 0 : Number.parseInt(digits, 16)
}

const longestWidths = 100_000

/** Widths of signs, too, are given by ranges of them: /W [32 [500] 33 126 500]. */
export function widthsTooFar(plain: Buffer): boolean {
  for (let at = plain.indexOf('/W'); at >= 0; at = plain.indexOf('/W', at + 2)) {
    const begin = /^\/W2?\s{0,9}\[/.exec(plain.subarray(at, at + 14).toString('latin1'))
    if (begin === null) continue
    const rest = plain.subarray(at + begin[0].length, at + longestWidths).toString('latin1')
    // It ends where the dictionary does or another entry begins.
    const end = rest.search(/>>|\//)
    if (/(?<![.\d])\d{7}/.test(rest.slice(0, end < 0 ? undefined : end))) return true
  }
  return false
}
