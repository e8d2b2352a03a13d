import { dayParts, type Day } from './day.ts'

/** 2026年9月4日: Arabic digits, no leading zeros. Source: GB/T 9704-2012, 7.3.5.4. */
export function dayInChinese(on: Day): string {
  const { year, month, date } = dayParts(on)
  return `${year}年${month}月${date}日`
}
