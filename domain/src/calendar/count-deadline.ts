/**
 * A time limit counted out: the day it ends, the days that did not count and why, and the rule in words.
 *
 * Source: 民法典第二百零一条（开始的当日不计入）、第二百零二条（按月计算）、第二百零三条（末日为休假日的顺延）.
 */
import { addDays, type Day } from '../kernel/day.ts'
import { addMonths } from './add-months.ts'
import { addWorkdays, nextWorkday, restName, type Calendar } from './calendar.ts'
import { dueDay } from './due-day.ts'

export const countedUnits = ['natural', 'working', 'month'] as const

export type CountedUnit = (typeof countedUnits)[number]

export type SkippedDay = Readonly<{ date: Day; why: string }>

export type CountedDeadline = Readonly<{
  date: Day
  unit: CountedUnit
  /** How many of the unit were counted. */
  counted: number
  /** Rest days that did not count, and those the end moved over; oldest first. */
  skipped: readonly SkippedDay[]
  /** True when a year it depends on has no published holidays: the day may still move. */
  uncertain: boolean
  rule: Readonly<{ zh: string; en: string }>
}>

export type CountQuestion = Readonly<{
  from: Day
  count: number
  unit: CountedUnit
  calendar: Calendar
  rollOver: boolean
}>

export function countDeadline(question: CountQuestion): CountedDeadline {
  const { from, count, unit, calendar, rollOver } = question
  const rule = { count, unit: inRules[unit], from: 'handOver' } as const
  const { due, provisional } = dueDay({ start: from, rule, calendar, rollOver })
  return {
    date: due,
    unit,
    counted: count,
    skipped: skippedDays(question),
    uncertain: provisional,
    rule: ruleWords(unit, rollOver),
  }
}

const inRules = { natural: 'day', working: 'workday', month: 'month' } as const

function skippedDays({ from, count, unit, calendar, rollOver }: CountQuestion) {
  const [first, last] = watched(from, count, unit, calendar)
  const end = rollOver ? nextWorkday(last, calendar) : last
  const skipped: SkippedDay[] = []
  for (let date = first; date <= end; date = addDays(date, 1)) {
    const why = restName(date, calendar)
    if (why !== undefined && (rollOver || unit === 'working')) skipped.push({ date, why })
  }
  return skipped
}

/** Working days are looked at one by one; the other units only where they end. */
function watched(
  from: Day,
  count: number,
  unit: CountedUnit,
  calendar: Calendar,
): readonly [Day, Day] {
  switch (unit) {
    case 'working':
      return [addDays(from, 1), addWorkdays(from, count, calendar)]
    case 'natural': {
      const end = addDays(from, count)
      return [end, end]
    }
    case 'month': {
      const end = addMonths(from, count)
      return [end, end]
    }
  }
}

function ruleWords(unit: CountedUnit, rollOver: boolean): CountedDeadline['rule'] {
  const ends = {
    natural: {
      zh: '按日计算，开始的当日不计入，自下一日起算。',
      en: 'By days, from the day after.',
    },
    working: {
      zh: '按工作日计算，开始的当日不计入，休息日不计入，调休上班的周末计入。',
      en: 'By working days, from the day after; rest days do not count, make-up days do.',
    },
    month: {
      zh: '按月计算，到期月的对应日为期间的最后一日；没有对应日的，月末日为最后一日。',
      en: 'By months, to the corresponding date, or the last day of a month that has none.',
    },
  }[unit]
  const moved = rollOver
    ? {
        zh: '最后一日是休息日的，以休息日结束的次日为最后一日。',
        en: ' An end on a rest day moves to the next working day.',
      }
    : { zh: '最后一日是休息日的，不顺延。', en: ' An end on a rest day stays.' }
  return {
    zh: `${ends.zh}${unit === 'working' ? '' : moved.zh}（民法典第二百零一条至第二百零三条）`,
    en: `${ends.en}${unit === 'working' ? '' : moved.en} (Civil Code arts 201–203)`,
  }
}
