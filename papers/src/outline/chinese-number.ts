/** Chinese numerals, both ways: 二十三 ↔ 23. Labels of official papers count no higher than the thousands. */

const digits = '〇一二三四五六七八九'
const digitOf = new Map<string, number>([
  ...[...digits].map((sign, value): [string, number] => [sign, value]),
  ['零', 0],
  ['○', 0],
  ['两', 2],
])
const weightOf = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** Character class of a numeral, to be built into the patterns of labels. */
export const numeral = '[〇零○一二三四五六七八九十百千两]'

/** 二十三 → 23, 一百零五 → 105, 二〇二六 → 2026; undefined when the text is no numeral. */
export function chineseNumber(text: string): number | undefined {
  const signs = [...text]
  if (signs.length === 0 || signs.length > 9) return undefined
  if (!signs.some((sign) => weightOf.has(sign))) return positional(signs)
  let total = 0
  let pending: number | undefined
  for (const sign of signs) {
    const weight = weightOf.get(sign)
    const digit = digitOf.get(sign)
    if (weight !== undefined) {
      total += (pending ?? 1) * weight
      pending = undefined
    } else if (digit === undefined) return undefined
    else pending = digit === 0 ? undefined : digit
  }
  return total + (pending ?? 0)
}

function positional(signs: readonly string[]): number | undefined {
  let total = 0
  for (const sign of signs) {
    const digit = digitOf.get(sign)
    if (digit === undefined) return undefined
    total = total * 10 + digit
  }
  return total
}

/** 一 for 1 or '1': a label may count in either script. */
export function eitherNumber(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text)
}

/** 23 → 二十三, 105 → 一百零五, 10 → 十. */
export function inChinese(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value)
  if (value < 10) return digits.charAt(value)
  const words = thousands(value)
  return words.startsWith('一十') ? words.slice(1) : words
}

function thousands(value: number): string {
  let words = ''
  let gap = false
  for (const [sign, weight] of [
    ['千', 1000],
    ['百', 100],
    ['十', 10],
    ['', 1],
  ] as const) {
    const digit = Math.floor(value / weight) % 10
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    words += `${gap ? '零' : ''}${digits.charAt(digit)}${sign}`
    gap = false
  }
  return words
}
