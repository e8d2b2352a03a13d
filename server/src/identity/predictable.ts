/**
 * Whether a password is put together from few pieces that guessing programs try first: common words, names, pinyin,
 * keyboard runs, years, dates and lucky numbers. `Renda@2026` keeps every rule of composition and is guessed at once.
 * Source: OWASP ASVS 5.0 6.2.4 and 6.2.11 (common and context-specific passwords).
 */
import { commonPieces } from './common-pieces.ts'

/** More pieces than this are a phrase of several words, which is a good password. */
const mostPieces = 4

export function isPredictable(password: string, about: readonly string[]): boolean {
  const own = about.flatMap((word) => word.toLowerCase().split(/[^\p{L}\p{N}]+/u))
  const known = new Set([...commonPieces, ...own.filter((word) => [...word].length >= 2)])
  const said = password.toLowerCase()
  return [said, unmasked(said)].some((text) => fewestPieces(text, known) <= mostPieces)
}

/** Letters written as signs and digits, read back: `p@ssw0rd`. */
const masks: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  '1': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
}

function unmasked(text: string): string {
  return text.replaceAll(
    /(?<=[a-z])[@013$5](?=[a-z])|[@$](?=[a-z]{2})/g,
    (sign) => masks[sign] ?? sign,
  )
}

/** The least number of known pieces that make up the text; signs between them count nothing. Infinity: not at all. */
function fewestPieces(text: string, known: ReadonlySet<string>): number {
  const best: number[] = [0]
  for (let end = 1; end <= text.length; end += 1) {
    let least = Infinity
    for (let start = Math.max(0, end - 24); start < end; start += 1) {
      const before = best[start] ?? Infinity
      if (before < least) least = Math.min(least, before + price(text.slice(start, end), known))
    }
    best.push(least)
  }
  return best[text.length] ?? Infinity
}

function price(piece: string, known: ReadonlySet<string>): number {
  if (/^[^\p{L}\p{N}]+$/u.test(piece)) return 0
  if (known.has(piece) || isRun(piece) || isDate(piece)) return 1
  // A stray letter or digit makes nothing safer: it is a piece like the others.
  return piece.length === 1 ? 1 : Infinity
}

function isDate(piece: string): boolean {
  if (/^(19[3-9]\d|20[0-4]\d)$/.test(piece)) return true
  return /^((19[3-9]\d|20[0-4]\d)|\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(piece)
}

const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm',
  'qazwsxedcrfvtgbyhnujm',
  'q1w2e3r4t5y6u7i8o9p0',
  '1q2w3e4r5t6y7u8i9o0p',
]
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')])

/** The same sign again and again, a part repeated (`abcabc`), or neighbours on the keyboard or in the alphabet. */
function isRun(piece: string): boolean {
  if (piece.length < 3) return false
  if (/^(.{1,3})\1+$/u.test(piece)) return true
  return runs.some((row) => row.includes(piece))
}
