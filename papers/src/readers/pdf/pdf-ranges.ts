/**
 * Tables of characters in a PDF map ranges of codes. A range of millions, which no font has, takes the library seconds
 * and gigabytes: found by fuzzing, where one bracket had been lost.
 */

/** Fonts have 65,536 signs at most. */
const widest = 0xffff

export function mapsTooMuch(plain: Buffer): boolean {
  if (!plain.includes('beginbfrange') && !plain.includes('begincidrange')) return false
  let codes: number[] = []
  let isIn = false
  let isInList = false
  let isOfSigns = false
  for (const [token, hex] of plain.toString('latin1').matchAll(tokens)) {
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

const tokens = /(?:begin|end)(?:bf|cid)range|<([^>]{0,200})>|[[\]]/g

/** As the library reads it: what is no digit is passed over. */
function numberOf(hex: string): number {
  const digits = hex.replaceAll(/[^\da-f]/gi, '').slice(0, 12)
  return digits === '' ? 0 : Number.parseInt(digits, 16)
}
