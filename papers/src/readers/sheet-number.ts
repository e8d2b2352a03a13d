/** Numbers of a workbook as a reader sees them: 46234 with a date's format is a day, 0.35 with 0% is 35%. */
import { dayNumber, dayOfNumber, day } from '@luoshi/domain/kernel/day'

export type NumberLook = 'plain' | 'date' | 'percent'

/** Built-in formats that show days (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 are the Chinese ones). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

export function lookOf(id: number, code: string | undefined): NumberLook {
  if (id === 9 || id === 10) return 'percent'
  if (isBuiltInDate(id)) return 'date'
  const bare = (code ?? '').replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./g, '')
  if (/[yd]/i.test(bare) || (code !== undefined && /[年日]/.test(code) && /[ymd]/i.test(bare)))
    return 'date'
  return bare.includes('%') ? 'percent' : 'plain'
}

const epoch1900 = dayNumber(day('1899-12-30'))
const epoch1904 = dayNumber(day('1904-01-01'))

export function shownNumber(raw: string, look: NumberLook, since1904: boolean): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (look === 'date') return shownDay(value, since1904) ?? raw
  if (look === 'percent') return `${Number((value * 100).toPrecision(12))}%`
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value)
    : String(Number(value.toPrecision(15)))
}

/** Excel counts a 29 February 1900 that never was: days before 1 March 1900 stand one later. */
function shownDay(serial: number, since1904: boolean): string | undefined {
  const whole = Math.floor(serial)
  if (whole < 1 || whole > 2_958_465) return undefined
  const early = !since1904 && whole < 60 ? 1 : 0
  return dayOfNumber((since1904 ? epoch1904 : epoch1900) + whole + early)
}
