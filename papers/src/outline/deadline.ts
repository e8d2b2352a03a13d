/** Deadlines as clerks write them: a date, a period, a span after an event, at once, or always. */
import { type Day, dayFrom, daysInMonth } from '@luoshi/domain/kernel/day'
import { chineseNumber } from './chinese-number.ts'
import { dayOrNothing } from './document-day.ts'

export type DeadlineKind = 'date' | 'period' | 'relative' | 'immediate' | 'ongoing' | 'words'

export type Deadline = Readonly<{
  kind: DeadlineKind
  /** As written. */
  words: string
  /** The day of a date, or the last day of a period. */
  day?: Day
  /** The year was not written; the document's own was taken. */
  yearInferred?: true
}>

const number = '(?:\\d{1,3}|[一二三四五六七八九十两半]{1,3})'
const span = `${number}个?(?:工作日|自然日|日|天|周|星期|月|年)(?:以内|之内|内)?`
const relative = new RegExp(
  `(?:自|在|于)?[^，。；、\\s]{0,16}?(?:之日|会议?结束后?|下发后?|通过后|收到后|签收后|闭会后)起?[^，。；]{0,4}?${span}|${number}个?(?:工作日|自然日|日|天|周|星期|月|年)(?:以内|之内|内)`,
)
const immediate = /立行立改|即知即改|立知立改|边整边改|马上就改|立即(?:整改|完成|改正)|即时|即行/
const ongoing = /长期坚持|长期|持续(?:推进|整改|坚持)?|常态化|坚持经常/
const dated =
  /(?:(20\d\d)\s*[年.\-/]\s*)?(?<!\d)(1[0-2]|0?[1-9])\s*[月.\-/]\s*(3[01]|[12]\d|0?[1-9])(?!\d)\s*(?:日|号)?/g
const endOf =
  /(?:(20\d\d)年?|今年)?\s*(?:(1[0-2]|0?[1-9])月|(年底|年末|年内|年终|上半年|下半年|第?[一二三四1-4]季度))/

/** What the words after 整改时限： mean. Words that fit nothing are kept as they are. */
export function readDeadline(raw: string, year: number | undefined): Deadline {
  const words = raw
    .trim()
    .slice(0, 200)
    .replace(/[。；;，]$/, '')
  return (
    relativeIn(words) ??
    dateIn(words, year) ??
    periodIn(words, year) ??
    plainly(immediate, 'immediate', words) ??
    plainly(ongoing, 'ongoing', words) ?? { kind: 'words', words }
  )
}

function relativeIn(words: string): Deadline | undefined {
  return relative.test(words) ? { kind: 'relative', words } : undefined
}

function plainly(pattern: RegExp, kind: DeadlineKind, words: string): Deadline | undefined {
  return pattern.test(words) ? { kind, words } : undefined
}

/** Of 3月1日至6月30日 the last day counts. */
function dateIn(words: string, year: number | undefined): Deadline | undefined {
  const matches = [...words.matchAll(dated)].filter(([whole]) => /[日号]|20\d\d/.test(whole))
  const match = matches.at(-1)
  if (match === undefined) return undefined
  const written = matches.findLast((one) => one[1] !== undefined)?.[1]
  const own = written === undefined ? year : Number(written)
  return withDay(
    'date',
    words,
    dayOrNothing(own, Number(match[2]), Number(match[3])),
    written === undefined,
  )
}

function periodIn(words: string, year: number | undefined): Deadline | undefined {
  const match = endOf.exec(words)
  if (match === null || /[，。]/.test(words)) return undefined
  const own = match[1] === undefined ? year : Number(match[1])
  const month = match[2] === undefined ? lastMonthOf(match[3] ?? '') : Number(match[2])
  if (own === undefined || month === undefined) return { kind: 'period', words }
  const day = dayFrom({ year: own, month, date: daysInMonth(own, month) })
  return withDay('period', words, day, match[1] === undefined)
}

function lastMonthOf(part: string): number | undefined {
  if (part.startsWith('年') || part === '下半年') return 12
  if (part === '上半年') return 6
  const quarter = /[一二三四1-4]/.exec(part)?.[0]
  const value =
    quarter === undefined
      ? undefined
      : /\d/.test(quarter)
        ? Number(quarter)
        : chineseNumber(quarter)
  return value === undefined ? undefined : value * 3
}

function withDay(
  kind: DeadlineKind,
  words: string,
  day: Day | undefined,
  guessed: boolean,
): Deadline {
  if (day === undefined) return { kind: 'words', words }
  return { kind, words, day, ...(guessed ? { yearInferred: true as const } : {}) }
}

const found = new RegExp(
  [
    `(?:自|在|于)?(?:收到|接到|签收)[^，。；]{0,12}?(?:之日|后)起?${span}`,
    '20\\d\\d年(?:(?:1[0-2]|0?[1-9])月(?:(?:3[01]|[12]\\d|0?[1-9])日|底|末)?|底|上半年)(?:以前|之前|前|内)',
    '(?:今年|年)?(?:1[0-2]|0?[1-9])月(?:(?:3[01]|[12]\\d|0?[1-9])日|底|末)(?:以前|之前|前)',
    `(?<![\\d一二三四五六七八九十近前])${number}个(?:工作日|月)(?:以内|之内|内)`,
    '(?:今年底|今年年底|年底)(?:以前|之前|前)',
  ].join('|'),
)

/** A deadline in running words: it needs a 前 or 内, and somebody to confirm it. */
export function deadlineWithin(text: string, year: number | undefined): Deadline | undefined {
  const words = found.exec(text)?.[0]
  return words === undefined ? undefined : readDeadline(words, year)
}
