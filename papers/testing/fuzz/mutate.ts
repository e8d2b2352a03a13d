/** Changes a file a little, as chance will have it: bytes, numbers, pieces cut out, doubled, moved, and signs that hurt. */
import type { Chance } from './random.ts'

const signs = [
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud800',
  '<',
  '>',
  '&',
  '"',
  ']]>',
  '<!--',
  '(((((',
  '[[[[[',
  '一、',
  '1.1.1.1',
  '（一）',
  '责任单位：',
  '│',
  '┆',
  '\n\n\n',
  ' '.repeat(3000),
  '水'.repeat(3000),
  '??h',
  'endstream',
  'endobj',
  '/Kids',
] as const
const numbers = [
  '0',
  '-1',
  '1',
  '255',
  '65536',
  '2147483648',
  '1e308',
  'NaN',
  '99999999999',
] as const

export function mutatedText(text: string, chance: Chance, times: number): string {
  let changed = text
  for (let time = 0; time < times; time += 1) changed = onceText(changed, chance)
  return changed
}

function onceText(text: string, chance: Chance): string {
  const at = chance.below(text.length + 1)
  const length = chance.below(chance.pick([4, 40, 400]))
  const piece = text.slice(at, at + length)
  switch (chance.below(7)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length)
    case 1:
      return text.slice(0, at) + piece.repeat(1 + chance.below(20)) + text.slice(at)
    case 2:
      return text.slice(0, at) + chance.pick(signs) + text.slice(at)
    case 3:
      return withNumber(text, at, chance.pick(numbers))
    case 4: {
      const to = chance.below(text.length + 1)
      return text.slice(0, to) + piece + text.slice(to)
    }
    case 5:
      return withoutTag(text, at)
    default:
      return chance.below(10) === 0 ? text.slice(0, at) : text
  }
}

/** The next number becomes another one. */
function withNumber(text: string, at: number, number: string): string {
  const found = /\d+/.exec(text.slice(at, at + 2000))
  if (found === null) return text
  const from = at + found.index
  return text.slice(0, from) + number + text.slice(from + found[0].length)
}

/** The next tag goes, and what it opened stays open. */
function withoutTag(text: string, at: number): string {
  const from = text.indexOf('<', at)
  const to = text.indexOf('>', from)
  return from < 0 || to < 0 ? text : text.slice(0, from) + text.slice(to + 1)
}

export function mutatedBytes(bytes: Uint8Array, chance: Chance, times: number): Uint8Array {
  let changed = Buffer.from(bytes)
  for (let time = 0; time < times && changed.length > 0; time += 1) {
    const at = chance.below(changed.length)
    const length = chance.below(chance.pick([2, 16, 256]))
    switch (chance.below(5)) {
      case 0:
        changed[at] = chance.below(256)
        break
      case 1:
        changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8))
        break
      case 2:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)])
        break
      case 3:
        changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)])
        break
      default:
        changed.fill(chance.pick([0, 255, 127]), at, Math.min(at + length, changed.length))
    }
  }
  return new Uint8Array(changed)
}
