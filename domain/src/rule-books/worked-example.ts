/**
 * What a setting does, shown on an example: the very rules that will decide a real case, asked with the figures and the day
 * a clerk types in. Nothing here knows a result; everything is computed.
 */
import { addMonths } from '../calendar/add-months.ts'
import { latestDayBefore, type Lead } from '../calendar/before-meeting.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Deadline, DeadlineStart } from '../calendar/deadline.ts'
import { dueDay } from '../calendar/due-day.ts'
import { addDays, type Day } from '../kernel/day.ts'
import { dayInChinese as cn } from '../kernel/day-words.ts'
import { belowThreshold, bottomOf } from '../appraisals/choose-subjects.ts'
import { measureLabels } from '../supervision/chase.ts'
import type { CountInput } from '../verdicts/counting/count-input.ts'
import { countVotes } from '../verdicts/counting/count-votes.ts'
import { explainCountRefusal } from '../verdicts/counting/explain-count-refusal.ts'
import { axes, axisLabels } from '../verdicts/verdict.ts'
import { officialExample, votersExample } from './ballot-examples.ts'
import { outcomeLabels } from './choice-words.ts'
import { outcomeOfGrade } from './outcome-of-grade.ts'
import type { RuleBook, SettingKey, Settings } from './rule-book.ts'

type Label = Readonly<{ zh: string; en: string }>

/** The figures of one ballot and the day the opinions are handed over. */
export type Example = Readonly<{
  box: Pick<CountInput, 'members' | 'present' | 'issued' | 'returned' | 'invalid' | 'votes'>
  handOver: Day
  /** Which round a matter is in. */
  round: number
}>

/** The example of the trade's own talk: 应到33、实到29，满意17、基本满意11、不满意1. */
export function usualExample(handOver: Day): Example {
  const votes = { satisfied: 17, basically: 11, dissatisfied: 1, abstain: 0 }
  const box = { members: 33, present: 29, issued: 29, returned: 29, invalid: 0, votes }
  return { box, handOver, round: 2 }
}

/** Days of the example, all following from the hand-over: the meeting a week before, the verdict three months after. */
export function exampleDays(handOver: Day): Readonly<Record<DeadlineStart, Day>> {
  return {
    meeting: addDays(handOver, -7),
    handOver,
    receipt: addDays(handOver, 1),
    verdict: addMonths(handOver, 3),
  }
}

export function workedExample(
  key: SettingKey,
  { settings }: RuleBook,
  example: Example,
  calendar: Calendar,
): Label | null {
  const rollOver = settings.rollOver.value
  return effects[key]?.({ settings, example, calendar, rollOver }) ?? null
}

type Situation = Readonly<{
  settings: RuleBook['settings']
  example: Example
  calendar: Calendar
  rollOver: boolean
}>

/** Settings that are only a name or a list have no effect to compute, and no row. */
const effects: Partial<Readonly<Record<SettingKey, (one: Situation) => Label>>> = {
  selecting: ({ settings }) => selected(settings.selecting.value),
  officialBallot: ({ settings, example: { box } }) => officialExample(settings, box),
  voters: ({ settings, example: { box } }) => votersExample(settings, box),
  axes: ({ settings, example }) =>
    joined(axes.map((axis) => axisEffect(settings, axis, example.box))),
  basicTreatment: ({ settings }) => {
    const outcome = outcomeOfGrade('basicallySatisfied', settings.basicTreatment.value)
    const { zh, en } = outcomeLabels[outcome]
    return {
      zh: `一个方面测评为“基本满意”：${zh}。`,
      en: `“Basically satisfied” on an axis: ${en}.`,
    }
  },
  opinionDraftDue: due('opinionDraftDue'),
  handOverDue: due('handOverDue'),
  meetingDue: due('meetingDue'),
  misassignWindow: due('misassignWindow'),
  defenceWindow: due('defenceWindow'),
  planDue: due('planDue'),
  reportDue: due('reportDue'),
  redoDue: due('redoDue'),
  rollOver: ({ settings, example, calendar }) => {
    const rule = settings.planDue.value
    const start = exampleDays(example.handOver)[rule.from]
    const dueIf = (on: boolean) => dueDay({ start, rule, calendar, rollOver: on }).due
    const [moved, stays] = [dueIf(true), dueIf(false)]
    const chosen = settings.rollOver.value ? moved : stays
    return {
      zh: `整改方案最迟${cn(chosen)}报送（顺延的为${cn(moved)}，不顺延的为${cn(stays)}）。`,
      en: `The plan is due on ${chosen} (moved: ${moved}; not moved: ${stays}).`,
    }
  },
  noticeLead: lead('noticeLead'),
  draftLead: lead('draftLead'),
  reportLead: lead('reportLead'),
  membersLead: lead('membersLead'),
  remindDays: ({ settings, example, calendar, rollOver }) => {
    const days = settings.remindDays.value
    const end = dueOf(settings.planDue.value, example, calendar, rollOver).due
    if (days === 0) return { zh: '到期前不提醒。', en: 'Nobody is reminded.' }
    const on = addDays(end, -days)
    return {
      zh: `整改方案${cn(end)}到期，${cn(on)}提醒承办单位。`,
      en: `The plan is due on ${end}; the unit is reminded on ${on}.`,
    }
  },
  silenceDays: ({ settings, example: { handOver } }) => {
    const on = addDays(handOver, settings.silenceDays.value)
    return {
      zh: `${cn(handOver)}交办后一直没有记录的，${cn(on)}列为静默。`,
      en: `Handed over on ${handOver} and nothing since: silent from ${on}.`,
    }
  },
  lookBackAfter: ({ settings, example }) => {
    const closed = exampleDays(example.handOver).verdict
    const { count, unit } = settings.lookBackAfter.value
    const on = unit === 'day' ? addDays(closed, count) : addMonths(closed, count)
    return {
      zh: `${cn(closed)}销号的，${cn(on)}回头看。`,
      en: `Closed on ${closed}: look back on ${on}.`,
    }
  },
  extension: ({ settings, example, calendar, rollOver }) => {
    const { maxTimes, cap } = settings.extension.value
    const end = dueOf(settings.reportDue.value, example, calendar, rollOver).due
    if (maxTimes === 0)
      return { zh: `${cn(end)}到期，不能延期。`, en: `Due on ${end}, no extension.` }
    const until = cap.unit === 'day' ? addDays(end, cap.count) : addMonths(end, cap.count)
    return {
      zh: `整改情况报告${cn(end)}到期，延期一次最迟到${cn(until)}。`,
      en: `The report is due on ${end}; one extension reaches to ${until}.`,
    }
  },
  consequences: ({ settings, example: { round } }) => {
    const now = settings.consequences.value.filter(({ fromRound }) => fromRound <= round)
    const first = now[0]
    if (!first) return { zh: `第${round}轮：还没有可采取的措施。`, en: `Round ${round}: none yet.` }
    const names = now.map(({ measure }) => measureLabels[measure])
    return {
      zh: `第${round}轮可以采取：${names.map(({ zh }) => zh).join('、')}。`,
      en: `Round ${round}: ${names.map(({ en }) => en).join(', ')}.`,
    }
  },
  publicityDays: ({ settings, example }) => {
    const days = settings.publicityDays.value
    const judged = exampleDays(example.handOver).verdict
    return {
      zh: `${cn(judged)}测评满意的，最早${cn(addDays(judged, days))}销号。`,
      en: `Satisfied on ${judged}: struck off on ${addDays(judged, days)} at the earliest.`,
    }
  },
}

function joined(rows: readonly Label[]): Label {
  return {
    zh: `${rows.map(({ zh }) => zh).join('；')}。`,
    en: `${rows.map(({ en }) => en).join('; ')}.`,
  }
}

function axisEffect(
  { axes: rules, basicTreatment }: RuleBook['settings'],
  axis: (typeof axes)[number],
  box: Example['box'],
): Label {
  const name = axisLabels[axis]
  const count = countVotes({ ...rules.value[axis], ...box })
  if (!count.ok) {
    const { zh, en } = explainCountRefusal(count.refusal)
    return { zh: `${name.zh}不能计票（${zh.what}）`, en: `${name.en}: ${en.what}` }
  }
  const { gradeLabel, grade } = count.value
  const after = outcomeLabels[outcomeOfGrade(grade, basicTreatment.value)]
  return {
    zh: `${name.zh}“${gradeLabel.zh}”，${after.zh}`,
    en: `${name.en}: ${gradeLabel.en}, ${after.en}`,
  }
}

type DueKey = {
  [Key in SettingKey]: Settings[Key] extends Deadline ? Key : never
}[SettingKey]

function due(key: DueKey) {
  return ({ settings, example, calendar, rollOver }: Situation): Label =>
    dueOf(settings[key].value, example, calendar, rollOver).words
}

function dueOf(rule: Deadline, { handOver }: Example, calendar: Calendar, rollOver: boolean) {
  return dueDay({ start: exampleDays(handOver)[rule.from], rule, calendar, rollOver })
}

type LeadKey = 'noticeLead' | 'draftLead' | 'reportLead' | 'membersLead'

function lead(key: LeadKey) {
  return ({ settings, example, calendar }: Situation): Label => {
    const { meeting } = exampleDays(example.handOver)
    const value: Lead = settings[key].value
    const { latest } = latestDayBefore(meeting, value, calendar)
    return {
      zh: `${cn(meeting)}开会的，最迟${cn(latest)}。`,
      en: `Meeting on ${meeting}: by ${latest}.`,
    }
  }
}

/** Five units as a ranking would have them. */
const ranked = [
  { who: '甲单位', satisfied: 97, raters: 100 },
  { who: '乙单位', satisfied: 93, raters: 100 },
  { who: '丙单位', satisfied: 90, raters: 100 },
  { who: '丁单位', satisfied: 84, raters: 100 },
  { who: '戊单位', satisfied: 78, raters: 100 },
] as const

function selected({ modes, rankingBottom, sparedFrom, threshold }: Settings['selecting']): Label {
  const bottom = modes.includes('ranking') ? bottomOf(ranked, rankingBottom, sparedFrom).rows : []
  const below =
    modes.includes('threshold') && threshold !== null ? belowThreshold(ranked, threshold) : []
  const listed = [...bottom, ...below].filter(({ isListed }) => isListed).map(({ who }) => who)
  const names = [...new Set(listed)].toSorted((a, b) => rankOf(a) - rankOf(b))
  const figures = ranked.map(({ who, satisfied }) => `${who}${satisfied}%`).join('、')
  if (!modes.includes('ranking') && !modes.includes('threshold'))
    return {
      zh: '不按评分列入，由会议确定或抽签产生。',
      en: 'Not by figures: named or drawn by lot.',
    }
  return {
    zh: `满意率${figures}：列入${names.length === 0 ? '无' : names.join('、')}。`,
    en: `At ${ranked.map(({ satisfied }) => `${satisfied} %`).join(', ')}: ${names.length} listed.`,
  }
}

function rankOf(who: string): number {
  return ranked.findIndex((one) => one.who === who)
}
