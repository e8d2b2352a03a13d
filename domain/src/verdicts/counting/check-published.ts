/**
 * Checks printed percentages against the counts beside them. It warns and never rejects: published tables
 * are often truncated, or nudged so that they add to 100 (a table of 93 suggestions prints 58.07 for 54).
 */
import { percentUnits, truncatedUnits, unitsText } from './percent.ts'
import type { Label } from './rule.ts'

export type PublishedWarningCode =
  | 'unreadable'
  | 'different-lengths'
  | 'parts-do-not-add'
  | 'truncated'
  | 'nudged'
  | 'wrong'

export type PublishedWarning = Label &
  Readonly<{
    code: PublishedWarningCode
    /** Which figure, counted from 0. Absent when the table as a whole is meant. */
    at?: number
  }>

/**
 * @param percentages - As printed: `58.07`, `25%`, `26.8 %`. Compared at the decimals they show.
 * @param total - The printed total. The counts added up, when left out.
 */
export function checkPublished(
  percentages: readonly string[],
  counts: readonly number[],
  total?: number,
): readonly PublishedWarning[] {
  const sum = counts.reduce((all, count) => all + count, 0)
  const base = total ?? sum
  const table = [...lengthWarnings(percentages, counts), ...sumWarnings(sum, base)]
  if (base <= 0 || !counts.every((one) => Number.isSafeInteger(one) && one >= 0)) return table
  const rows = counts.flatMap((count, at) => {
    const printed = percentages[at]
    return printed === undefined ? [] : figureWarnings(printed, count, base, at)
  })
  return [...table, ...rows]
}

/** A table whose parts do not make its total leaves the reader guessing which figure is wrong. */
function sumWarnings(sum: number, total: number): readonly PublishedWarning[] {
  if (sum === total) return []
  return [
    {
      code: 'parts-do-not-add',
      zh: `各项合计${sum}，与公布的总数${total}不符，请核对。`,
      en: `The parts add up to ${sum}, not to the published total of ${total}.`,
    },
  ]
}

export function checkParts(parts: readonly number[], total: number): readonly PublishedWarning[] {
  return sumWarnings(
    parts.reduce((all, part) => all + part, 0),
    total,
  )
}

function lengthWarnings(
  percentages: readonly string[],
  counts: readonly number[],
): readonly PublishedWarning[] {
  if (percentages.length === counts.length) return []
  return [
    {
      code: 'different-lengths',
      zh: `百分比${percentages.length}项，件数（票数）${counts.length}项，不能一一对应。`,
      en: `There are ${percentages.length} percentages for ${counts.length} counts.`,
    },
  ]
}

function figureWarnings(
  printed: string,
  count: number,
  base: number,
  at: number,
): readonly PublishedWarning[] {
  const read = /^(\d{1,4})(?:\.(\d{1,4}))?\s*[%％]?$/.exec(printed.trim())
  if (!read) {
    const zh = `读不懂百分比“${printed}”。`
    return [{ code: 'unreadable', at, zh, en: `The percentage “${printed}” cannot be read.` }]
  }
  const decimals = read[2]?.length ?? 0
  const units = Number(`${read[1]}${read[2] ?? ''}`)
  const right = percentUnits(count, base, decimals)
  if (units === right) return []
  const code = codeOf(units, right, truncatedUnits(count, base, decimals))
  const should = unitsText(right, decimals)
  const { zh, en } = causes[code]
  return [
    {
      code,
      at,
      zh: `${count}/${base}应为${should}%，公布为${printed.trim()}，${zh}`,
      en: `${count}/${base} is ${should}%, published as ${printed.trim()}: ${en}`,
    },
  ]
}

function codeOf(units: number, right: number, cut: number): 'truncated' | 'nudged' | 'wrong' {
  if (units === cut) return 'truncated'
  return Math.abs(units - right) === 1 ? 'nudged' : 'wrong'
}

const causes = {
  truncated: { zh: '系舍去尾数而未四舍五入。', en: 'cut off instead of rounded.' },
  nudged: {
    zh: '末位相差一，可能为凑足百分之百而调整。',
    en: 'one off in the last digit, perhaps to make the table add to 100.',
  },
  wrong: { zh: '与票数不符，请核对。', en: 'it does not follow from the counts.' },
} as const satisfies Record<'truncated' | 'nudged' | 'wrong', Label>
