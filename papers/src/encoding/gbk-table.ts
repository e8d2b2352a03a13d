/**
 * Which two bytes stand for a character in GBK, and the way back: the arithmetic of damage repair.
 *
 * The table is what `TextDecoder('gb18030')` reads from all 23,940 pairs, user-defined ones
 * included (they give private-use characters). It is built once, on first need (about 5 ms).
 */

/** The bytes of a character as `lead * 256 + trail`, or nothing if it has no two-byte form. */
export function gbkPair(character: string): number | undefined {
  const pair = table().pairs[character.charCodeAt(0)]
  return character.length === 1 && pair !== undefined && pair > 0 ? pair : undefined
}

/** The character of two bytes, or nothing if they are no pair. */
export function gbkCharacter(lead: number, trail: number): string | undefined {
  if (lead < FIRST_LEAD || lead > LAST_BYTE || !isGbkTrail(trail)) return undefined
  const unit = table().units[lead * 256 + trail]
  return unit === undefined || unit === 0 ? undefined : String.fromCharCode(unit)
}

export function gbkLead(pair: number): number {
  return pair >>> 8
}

export function gbkTrail(pair: number): number {
  return pair & 0xff
}

export function isGbkTrail(byte: number): boolean {
  return byte >= FIRST_TRAIL && byte <= LAST_BYTE && byte !== NO_TRAIL
}

/** Han of the first level of GB 2312: the 3,755 most used simplified characters (leads B0–D7). */
export function isCommonHan(character: string): boolean {
  const pair = gbkPair(character) ?? 0
  return pair >= 0xb0a1 && pair <= 0xd7f9 && gbkTrail(pair) >= 0xa1
}

const FIRST_LEAD = 0x81
const FIRST_TRAIL = 0x40
const NO_TRAIL = 0x7f
const LAST_BYTE = 0xfe

type Table = { pairs: Uint16Array; units: Uint16Array }
let built: Table | undefined

function table(): Table {
  built ??= build()
  return built
}

function build(): Table {
  const pairs: number[] = []
  for (let lead = FIRST_LEAD; lead <= LAST_BYTE; lead += 1) {
    for (let trail = FIRST_TRAIL; trail <= LAST_BYTE; trail += 1) {
      if (isGbkTrail(trail)) pairs.push(lead * 256 + trail)
    }
  }
  const bytes = Uint8Array.from(pairs.flatMap((pair) => [gbkLead(pair), gbkTrail(pair)]))
  const text = new TextDecoder('gb18030').decode(bytes)
  const made: Table = { pairs: new Uint16Array(65_536), units: new Uint16Array(65_536) }
  pairs.forEach((pair, index) => {
    const unit = text.charCodeAt(index)
    made.units[pair] = unit
    // U+3000 has two pairs, A1A1 and A3A0; text is written with the first.
    if (made.pairs[unit] === 0) made.pairs[unit] = pair
  })
  return made
}
