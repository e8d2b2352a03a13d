/** Days and moments as people write them: 2026年3月1日; 3月1日 in the current year; 3月1日 14:05. */
import { dayInChina, dayParts, isInstant, type Day } from '@luoshi/domain/kernel/day'
import { awaitsSession, undeterminedWords, type Limit } from '@luoshi/domain/matters/limit'
import { dayInChinese } from '@luoshi/domain/kernel/day-words'
import type { Language } from './language.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

export function fullDayText(day: Day, language: Language): string {
  if (language === 'zh') return dayInChinese(day)
  const { year, month, date } = dayParts(day)
  return `${date} ${months[month - 1] ?? ''} ${year}`
}

/** A limit in words: its day, or 待定. */
export function fullLimitText(limit: Limit, language: Language): string {
  return limit === awaitsSession ? undeterminedWords[language].short : fullDayText(limit, language)
}

/** 2026-03 → 2026年3月. */
export function monthText(month: string, language: Language): string {
  const [year = '', number = ''] = month.split('-')
  const name = months[Number(number) - 1] ?? ''
  return language === 'zh' ? `${year}年${Number(number)}月` : `${name} ${year}`
}

/** Without the year when it is the year of `today`. */
export function dayText(day: Day, today: Day, language: Language): string {
  if (day.slice(0, 4) !== today.slice(0, 4)) return fullDayText(day, language)
  const { month, date } = dayParts(day)
  return language === 'zh' ? `${month}月${date}日` : `${date} ${months[month - 1] ?? ''}`
}

/** A moment (UTC) in Chinese time, to the minute. A text that is no moment is shown as it is. */
export function momentText(moment: string, today: Day, language: Language): string {
  const [head = ''] = moment.split(/(?:\.\d+)?Z$/)
  const exact = `${head}.000Z`
  if (!isInstant(exact)) return moment
  const day = dayInChina(exact)
  const hour = String((Number(exact.slice(11, 13)) + 8) % 24).padStart(2, '0')
  return `${dayText(day, today, language)} ${hour}:${exact.slice(14, 16)}`
}
