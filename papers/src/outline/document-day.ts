/** The day a document bears: under the signature, else the year in its number 〔2026〕18号, else a year in its title. */
import { type Day, dayFrom, isDay } from '@luoshi/domain/kernel/day'
import { chineseNumber } from './chinese-number.ts'

const figures = /^(?:.{0,12}[^\d])?(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日$/
const words =
  /^([一二三四五六七八九〇零○]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日$/

/** The day of a line that is nothing but a date, an office perhaps before it. */
export function dateLine(line: string): Day | undefined {
  const match = figures.exec(line) ?? words.exec(line.replaceAll(/\s/g, ''))
  if (match === null) return undefined
  const [year, month, date] = [match[1], match[2], match[3]].map(numberOf)
  return dayOrNothing(year, month, date)
}

export function dayOrNothing(
  year: number | undefined,
  month: number | undefined,
  date: number | undefined,
): Day | undefined {
  if (year === undefined || month === undefined || date === undefined) return undefined
  const raw = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  return isDay(raw) && year >= 1900 ? dayFrom({ year, month, date }) : undefined
}

function numberOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  return /^\d+$/.test(text) ? Number(text) : chineseNumber(text)
}

/** The year that a date without a year belongs to. */
export function documentYear(lines: readonly string[]): number | undefined {
  for (const line of lines.slice(-8).toReversed()) {
    const day = dateLine(line)
    if (day !== undefined) return Number(day.slice(0, 4))
  }
  for (const line of lines.slice(0, 8)) {
    const year =
      /[〔[［（(](20\d\d)[〕\]］）)]\s*第?\d{1,4}号/.exec(line) ??
      /(?<!\d)(20\d\d)年/.exec(line.slice(0, 60))
    if (year?.[1] !== undefined) return Number(year[1])
  }
  return undefined
}
