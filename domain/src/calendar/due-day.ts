/**
 * Rule: when a time limit ends. The first day is not counted; a month ends on the corresponding date or the
 * month's last day; an end on a rest day moves to the next working day.
 *
 * Source: 民法典第二百零一条至第二百零三条, for civil matters; local rules state no method of their own, so it
 * is the default here. Sessions: at least one in two months (组织法第五十一条).
 */
import { addDays, type Day } from '../kernel/day.ts'
import { dayInChinese } from '../kernel/day-words.ts'
import { addMonths } from './add-months.ts'
import { addWorkdays, isAnnounced, nextWorkday, restName, type Calendar } from './calendar.ts'
import { deadlineText, startLabels, type Deadline } from './deadline.ts'

export type DueDay = Readonly<{
  due: Day
  /** The limit, its start, its end and why it moved, in a sentence or two. */
  words: Readonly<{ zh: string; en: string }>
  /** Reckoned from weekends or from the usual rhythm of sessions, because the real dates are not announced. */
  provisional: boolean
  /** It ends at a session whose day is not fixed: papers and pages say 待定, and `due` serves for ordering only. */
  awaitsSession: boolean
}>

export type DueQuestion = Readonly<{
  start: Day
  rule: Deadline
  calendar: Calendar
  /** Days on which sessions are fixed, in any order. Only for the unit `session`. */
  sessions?: readonly Day[] | undefined
  /** Whether an end on a rest day moves to the next working day, as the civil code has it; a rule book may say no. */
  rollOver?: boolean | undefined
}>

export function dueDay(question: DueQuestion): DueDay {
  const { start, rule, calendar, sessions = [], rollOver = true } = question
  const end = lastDay(start, rule, calendar, sessions)
  const due = rollOver ? nextWorkday(end.day, calendar) : end.day
  const byWeekends = needsAnnouncement(start, end.day, due, rule, calendar)
  const text = deadlineText(rule)
  const cause = due === end.day ? undefined : restName(end.day, calendar)
  if (end.estimated) return awaited(start, rule, due)
  const zh = [
    `${text.zh}：自${dayInChinese(start)}（${startLabels[rule.from].zh}）的次日起算，期满之日为${dayInChinese(end.day)}。`,
    cause ? `该日为休息日（${cause}），顺延至${dayInChinese(due)}。` : '',
    byWeekends ? '有关年份的节假日安排尚未公布，暂按周末推算。' : '',
  ]
  const en = [
    `${text.en}: counted from the day after ${start}, ending on ${end.day}.`,
    cause ? ` That is a rest day, so it moves to ${due}.` : '',
    byWeekends ? ' The holidays of that year are not announced yet: reckoned by weekends.' : '',
  ]
  const words = { zh: zh.join(''), en: en.join('') }
  return { due, words, provisional: byWeekends, awaitsSession: false }
}

/** Nobody guesses the day of a session: it is open until one is fixed. */
function awaited(start: Day, rule: Deadline, due: Day): DueDay {
  const text = deadlineText(rule)
  const begins = startLabels[rule.from]
  const zh = `${text.zh}：自${dayInChinese(start)}（${begins.zh}）的次日起算。会议日期尚未确定，期限待定；会议确定后即按会议日期计算。`
  const en = `${text.en}: counted from the day after ${start}. The session is not fixed yet, so the day is open; it will be the day of the session.`
  return { due, words: { zh, en }, provisional: true, awaitsSession: true }
}

type End = Readonly<{ day: Day; estimated: boolean }>

function lastDay(start: Day, rule: Deadline, calendar: Calendar, sessions: readonly Day[]): End {
  switch (rule.unit) {
    case 'day':
      return { day: addDays(start, rule.count), estimated: false }
    case 'month':
      return { day: addMonths(start, rule.count), estimated: false }
    case 'workday':
      return { day: addWorkdays(start, rule.count, calendar), estimated: false }
    case 'session':
      return sessionDay(start, rule.count, sessions)
  }
}

/** The fixed session of that number, else two months for each one that is not fixed yet. */
function sessionDay(start: Day, count: number, sessions: readonly Day[]): End {
  const later = [...new Set(sessions)].filter((one) => one > start).toSorted()
  const fixed = later[count - 1]
  if (fixed) return { day: fixed, estimated: false }
  const missing = count - later.length
  return { day: addMonths(later.at(-1) ?? start, 2 * missing), estimated: true }
}

/** Working days hang on every year they cross; the other units only on the days looked at in the end. */
function needsAnnouncement(
  start: Day,
  end: Day,
  due: Day,
  { unit }: Deadline,
  calendar: Calendar,
): boolean {
  const looked = unit === 'workday' ? addDays(start, 1) : end
  const years = [looked, ...newYears(looked, due), due]
  return years.some((one) => !isAnnounced(one, calendar))
}

function newYears(from: Day, to: Day): readonly Day[] {
  const next = addMonths(from, 12)
  return next > to ? [] : [next, ...newYears(next, to)]
}
