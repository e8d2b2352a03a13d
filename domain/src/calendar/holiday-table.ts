/**
 * A congress's own table of one year: taken from the State Council's notice, with its source, over what the product
 * ships. Saved again, it replaces itself; every saving stays on record.
 *
 * Source: domain.md §10 (calendar as editable data; years without data are marked, never guessed).
 */
import type { Day } from '../kernel/day.ts'
import { dayParts } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isRestDay, calendarOf, type Calendar } from './calendar.ts'
import { chinaHolidays } from './china-holidays.ts'
import { checkHolidayYear, type HolidayYear, type HolidayYearRefusal } from './holiday-year.ts'

export type HolidayTable = ByStatus<{ none: Nothing; published: HolidayYear & { savedOn: Day } }>

export type HolidayTableEvent = ByType<{ HolidaysPublished: HolidayYear & { on: Day } }>

export type HolidayTableRefusal =
  | HolidayYearRefusal
  | ByCode<{
      'holiday-source-missing': Nothing
      'holiday-year-far': Nothing
      'holiday-none': Nothing
      'holidays-overlap': { name: string }
      'workday-is-weekday': { day: Day }
    }>

/** Years of this century's offices; whatever is further away is a slip of the pen. */
export const knownYears = { first: 2000, last: 2099 } as const

export function publishHolidays(
  raw: HolidayYear,
  today: Day,
): Result<readonly HolidayTableEvent[], HolidayTableRefusal> {
  const checked = checkHolidayYear(raw)
  if (!checked.ok) return checked
  const { year, holidays, workdays } = checked.value
  const source = checked.value.source.trim()
  if (year < knownYears.first || year > knownYears.last) return refuse({ code: 'holiday-year-far' })
  if (source === '') return refuse({ code: 'holiday-source-missing' })
  if (holidays.length === 0) return refuse({ code: 'holiday-none' })
  const inOrder = holidays.toSorted((a, b) => (a.from < b.from ? -1 : 1))
  const overlap = inOrder.find((one, at) => inOrder.slice(0, at).some(({ to }) => to >= one.from))
  if (overlap) return refuse({ code: 'holidays-overlap', name: overlap.name })
  const plain = calendarOf([])
  const weekday = workdays.find((one) => !isRestDay(one, plain))
  if (weekday) return refuse({ code: 'workday-is-weekday', day: weekday })
  const days = [...new Set(workdays)].toSorted()
  return accept([
    { type: 'HolidaysPublished', year, source, holidays: inOrder, workdays: days, on: today },
  ])
}

export function evolveHolidayTable(_: HolidayTable, event: HolidayTableEvent): HolidayTable {
  const { year, source, holidays, workdays, on } = event
  return { status: 'published', year, source, holidays, workdays, savedOn: on }
}

/** The years a congress goes by: what is shipped, its own over it; in their order. */
export function yearsOver(own: readonly HolidayYear[]): readonly HolidayYear[] {
  const years = new Map([...chinaHolidays, ...own].map((row) => [row.year, row]))
  return [...years.values()].toSorted((a, b) => a.year - b.year)
}

export function calendarOver(own: readonly HolidayYear[]): Calendar {
  return calendarOf(yearsOver(own))
}

/** The year whose notice is awaited: the first one from today's on that nobody has entered. */
export function yearAwaited(today: Day, { years }: Calendar): number {
  let { year } = dayParts(today)
  while (years.has(year)) year += 1
  return year
}

export function explainHolidayTable(refusal: HolidayTableRefusal): Bilingual {
  switch (refusal.code) {
    case 'holiday-year-unreadable':
      return bilingual(
        '这份节假日安排读不出来。',
        '请检查年份和每一个日期，写成 2027-01-01。',
        'This table of holidays cannot be read.',
        'Check the year and every date.',
      )
    case 'holiday-outside-year':
      return bilingual(
        `${refusal.day}不在${refusal.year}年内。`,
        '每年的安排分开保存；跨年的假期，各年只写当年的日子。',
        `${refusal.day} is not in ${refusal.year}.`,
        'Each year is saved by itself; split a holiday that spans two.',
      )
    case 'holiday-backwards':
      return bilingual(
        `“${refusal.name}”的结束日期早于开始日期。`,
        '请对照通知改正。',
        `“${refusal.name}” ends before it begins.`,
        'Mend it by the notice.',
      )
    case 'workday-is-holiday':
      return bilingual(
        `${refusal.day}既列为放假，又列为上班。`,
        '请对照通知改正其中一处。',
        `${refusal.day} is both off and worked.`,
        'Mend one of the two by the notice.',
      )
    case 'holiday-source-missing':
      return bilingual(
        '没有写明依据。',
        '请写明通知名称或者文号，例如“国务院办公厅关于2027年部分节假日安排的通知”。',
        'The source is missing.',
        'Name the notice or its number.',
      )
    case 'holiday-year-far':
      return bilingual(
        '这个年份不能录入。',
        `请录入${knownYears.first}年至${knownYears.last}年的安排。`,
        'This year cannot be entered.',
        `Enter years from ${knownYears.first} to ${knownYears.last}.`,
      )
    case 'holiday-none':
      return bilingual(
        '没有任何放假日。',
        '请粘贴通知全文，或者逐个填写节日。',
        'There is no holiday in it.',
        'Paste the notice, or enter the holidays.',
      )
    case 'holidays-overlap':
      return bilingual(
        `“${refusal.name}”与前一个节日的日期重叠。`,
        '请对照通知改正；两个节日合并放假的，写成一行，如“国庆节、中秋节”。',
        `“${refusal.name}” overlaps with the holiday before it.`,
        'Mend it by the notice; two holidays taken together are one line.',
      )
    case 'workday-is-weekday':
      return bilingual(
        `${refusal.day}本来就是工作日，不用列为调休上班。`,
        '请对照通知改正日期；调休上班只在周六、周日。',
        `${refusal.day} is a working day anyway.`,
        'Make-up days are Saturdays and Sundays.',
      )
  }
}
