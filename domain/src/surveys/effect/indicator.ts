/**
 * A figure of the administration before and after: days a permit takes, complaints of a quarter, cases done in time of all
 * cases. Entered with its source, for an appraisal and some of its matters, and read again after the rectification.
 *
 *     none ─enter (with its first reading)─▸ kept ─read─▸ (same)
 *
 * It is counted, not sampled, so it has no interval; a part of a whole is kept as two whole numbers and never as a
 * percentage. Read again for a day that is there already, it corrects that reading; the log keeps both.
 * Source: seed map S10; issue 6 point 6 (administrative indicators, before and after, tied to matters and appraisals).
 */
import { bilingual, type Bilingual } from '../../kernel/explanation.ts'
import type { Day } from '../../kernel/day.ts'
import type { AppraisalId, MatterId } from '../../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../../kernel/one-of.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { erasedText, type Words } from '../../kernel/words.ts'

export const betterDirections = ['more', 'less'] as const

export type Better = (typeof betterDirections)[number]

/** `of` null: a number by itself; else `value` of so many. */
export type Reading = Readonly<{ on: Day; value: number; of: number | null; source: string }>

type About = Readonly<{
  appraisal: AppraisalId
  matters: readonly MatterId[]
  name: string
  unit: string
  better: Better
  /** By day. */
  readings: readonly Reading[]
}>

export type Indicator = ByStatus<{ none: Nothing; kept: About }>

type Read = Readonly<{ on: Day; value: number; of: number | null }>

export type IndicatorEvent = ByType<{
  IndicatorEntered: {
    appraisal: AppraisalId
    matters: readonly MatterId[]
    better: Better
    entered: Day
    words: Words<{ name: string; unit: string }>
  }
  IndicatorRead: Read & { entered: Day; words: Words<{ source: string }> }
}>

export type IndicatorCommand = ByType<{
  EnterIndicator: {
    appraisal: AppraisalId
    matters: readonly MatterId[]
    name: string
    unit: string
    better: Better
    first: Reading
    today: Day
  }
  ReadIndicator: { reading: Reading; today: Day }
}>

export type IndicatorRefusal = ByCode<{
  'indicator-exists': Nothing
  'indicator-not-found': Nothing
  'indicator-nameless': Nothing
  'indicator-without-source': Nothing
  'indicator-number-wrong': Nothing
  'indicator-day-in-the-future': Nothing
  'indicator-other-kind': Nothing
}>

export const noIndicator: Indicator = { status: 'none' }

export function decideIndicator(
  indicator: Indicator,
  command: IndicatorCommand,
): Result<readonly IndicatorEvent[], IndicatorRefusal> {
  switch (command.type) {
    case 'EnterIndicator': {
      if (indicator.status !== 'none') return refuse({ code: 'indicator-exists' })
      const { appraisal, matters, name, unit, better, first, today } = command
      if (name.trim() === '' || unit.trim() === '') return refuse({ code: 'indicator-nameless' })
      const fault = readingFault(first, today)
      if (fault) return refuse(fault)
      const words = { name, unit }
      return accept([
        { type: 'IndicatorEntered', appraisal, matters, better, entered: today, words },
        readEvent(first, today),
      ])
    }
    case 'ReadIndicator': {
      if (indicator.status === 'none') return refuse({ code: 'indicator-not-found' })
      const { reading, today } = command
      const isOther = indicator.readings.some(({ of }) => (of === null) !== (reading.of === null))
      if (isOther) return refuse({ code: 'indicator-other-kind' })
      const fault = readingFault(reading, today)
      return fault ? refuse(fault) : accept([readEvent(reading, today)])
    }
  }
}

function readEvent({ source, ...read }: Reading, today: Day): IndicatorEvent {
  return { type: 'IndicatorRead', ...read, entered: today, words: { source } }
}

function readingFault({ on, value, of, source }: Reading, today: Day): IndicatorRefusal | null {
  if (source.trim() === '') return { code: 'indicator-without-source' }
  if (on > today) return { code: 'indicator-day-in-the-future' }
  const isWhole = of === null || (Number.isInteger(value) && Number.isInteger(of))
  const isRight = Number.isFinite(value) && value >= 0 && (of === null || (of > 0 && value <= of))
  return isWhole && isRight ? null : { code: 'indicator-number-wrong' }
}

export function evolveIndicator(before: Indicator, event: IndicatorEvent): Indicator {
  if (event.type === 'IndicatorEntered') {
    const { appraisal, matters, better, words } = event
    const [name, unit] = [words?.name ?? erasedText, words?.unit ?? '']
    return { status: 'kept', appraisal, matters, name, unit, better, readings: [] }
  }
  if (before.status === 'none') throw new Error('IndicatorRead before IndicatorEntered')
  const { on, value, of, words } = event
  const reading = { on, value, of, source: words?.source ?? erasedText }
  const others = before.readings.filter((one) => one.on !== on)
  return {
    ...before,
    readings: [...others, reading].toSorted((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

export function explainIndicatorRefusal(refusal: IndicatorRefusal): Bilingual {
  switch (refusal.code) {
    case 'indicator-exists':
      return bilingual('这个指标已经录入。', '请刷新查看。', 'It is entered already.', 'Reload.')
    case 'indicator-not-found':
      return bilingual('没有这个指标。', '请刷新查看。', 'There is no such indicator.', 'Reload.')
    case 'indicator-nameless':
      return bilingual(
        '没有写指标名称或者单位。',
        '请填写，例如“办一件许可用时”“天”。',
        'Name or unit is missing.',
        'Write both, as “time for a permit”, “days”.',
      )
    case 'indicator-without-source':
      return bilingual(
        '没有写数据来源。',
        '请写明出自哪份台账、报表，第几页。',
        'The source is missing.',
        'Say which ledger or report it is from.',
      )
    case 'indicator-number-wrong':
      return bilingual(
        '数字不对。',
        '部分和总数都写整数，部分不能多于总数；不写百分比。',
        'The number is wrong.',
        'A part and its whole are whole numbers, the part no larger; no percentages.',
      )
    case 'indicator-day-in-the-future':
      return bilingual(
        '日期在今天之后。',
        '请核对数据截至哪一天。',
        'The day is in the future.',
        'Check of which day the figure is.',
      )
    case 'indicator-other-kind':
      return bilingual(
        '前后两次写法不一样。',
        '之前写“几件中的几件”的，这次也这样写；之前只写一个数的，这次也只写一个数。',
        'It was read in another form before.',
        'A part of a whole stays one; a number by itself, too.',
      )
  }
}
