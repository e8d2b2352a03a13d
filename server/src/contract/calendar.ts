/** Holidays by year, and time limits counted out by them. */
import { countedUnits } from '@luoshi/domain/calendar/count-deadline'
import { dueDayKinds } from '@luoshi/domain/matters/due-days'
import * as z from 'zod/mini'
import { day, domainValue, id, line, numberInQuery, text, version } from './fields.ts'
import { undetermined } from './limit.ts'
import { endpoint } from './kit.ts'

const holiday = z.object({ name: line, from: day, to: day })
const holidays = z.array(holiday).check(z.maxLength(40))
const workdays = z.array(day).check(z.maxLength(40))

const holidayYear = z.object({
  year: z.int(),
  /** 0: as the product ships it, nobody has saved it here. */
  version,
  source: z.string(),
  holidays: z.array(holiday),
  workdays: z.array(day),
})

export type HolidayYearRow = z.infer<typeof holidayYear>

const calendar = z.object({
  years: z.array(holidayYear),
  /** The first year from this one on whose notice nobody has entered. */
  awaited: z.int(),
  /** Sessions of the committee, held or planned. */
  sessions: z.array(day),
})

export const getCalendar = endpoint({
  method: 'GET',
  path: '/api/v1/holidays',
  summary: 'The years whose holidays are known, and the one that is awaited',
  answer: calendar,
})

const yearInPath = z.object({ year: numberInQuery(2000, 2099) })

export const publishHolidays = endpoint({
  method: 'POST',
  path: '/api/v1/holidays/:year/publish-holidays',
  summary: 'Save the holidays of a year, with the notice they come from',
  command: 'PublishHolidays',
  params: yearInPath,
  body: z.object({ version, source: line, holidays, workdays }),
  answer: calendar,
})

export const readHolidayNotice = endpoint({
  method: 'POST',
  path: '/api/v1/holidays/:year/read-notice',
  summary: 'Read the text of a notice; saves nothing',
  params: yearInPath,
  body: z.object({ text }),
  answer: z.object({ holidays: z.array(holiday), workdays: z.array(day) }),
})

const skipped = z.array(z.object({ date: day, why: z.string() }))
const words = z.object({ zh: z.string(), en: z.string() })

const counted = z.object({
  date: day,
  unit: z.enum(countedUnits),
  counted: z.int(),
  skipped,
  /** True when it depends on a year whose holidays are not announced. */
  uncertain: z.boolean(),
  rule: words,
})

export const countDeadline = endpoint({
  method: 'GET',
  path: '/api/v1/deadlines',
  summary: 'When a time limit ends, which days did not count, and by what rule',
  query: z.object({
    from: day,
    count: numberInQuery(1, 3660),
    unit: z.enum(countedUnits),
    /** Whether the end moves over rest days is a matter of the rule book; without one it does. */
    appraisal: z.optional(id('appraisal')),
  }),
  answer: counted,
})

export const leadKeys = ['noticeLead', 'draftLead', 'reportLead', 'membersLead'] as const

export const deadlinesBefore = endpoint({
  method: 'GET',
  path: '/api/v1/deadlines/before-meeting',
  summary: 'What must be ready before the meeting of an appraisal, and by when',
  query: z.object({ appraisal: id('appraisal'), meeting: day }),
  answer: z.object({
    rows: z.array(
      z.object({
        key: z.enum(leadKeys),
        label: words,
        count: z.int(),
        unit: z.enum(['day', 'month']),
        latest: day,
        uncertain: z.boolean(),
        /** The text the limit comes from, as the rule book has it. */
        source: domainValue<unknown>('Where the rule book has it from'),
      }),
    ),
  }),
})

const meetingStates = ['inTime', 'late', 'notYet', 'overdue'] as const

export const getDueDays = endpoint({
  method: 'GET',
  path: '/api/v1/matters/:matter/due-days',
  summary: 'How the days of a matter came about, and whether the leadership met in time',
  params: z.object({ matter: id('matter') }),
  answer: z.object({
    rows: z.array(
      z.object({
        kind: z.enum(dueDayKinds),
        start: day,
        due: z.nullable(day),
        dueUndetermined: undetermined,
        /** The day the rule gives now; not `due` after an extension, or when a calendar was mended since. */
        counted: z.nullable(day),
        skipped,
        uncertain: z.boolean(),
        words,
      }),
    ),
    /** Null before hand-over. */
    meeting: z.nullable(z.enum(meetingStates)),
  }),
})

export type DueDays = z.infer<typeof getDueDays.answer>
