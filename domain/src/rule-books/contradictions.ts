/**
 * What contradicts itself in a rule book whose settings are each readable: time limits that end before they can begin,
 * papers due in the wrong order, thresholds nobody can reach. Found before a book is issued, not in the meeting.
 *
 * Source: domain.md §6, §7; 监督法 art. 15 for the order of the papers before a meeting.
 */
import type { Lead } from '../calendar/before-meeting.ts'
import type { Deadline } from '../calendar/deadline.ts'
import { ballotContradictionsOf } from './ballot-contradictions.ts'
import type { Contradiction } from './contradiction.ts'
import type { RuleBook, SettingKey } from './rule-book.ts'

export function contradictionsOf(book: RuleBook): readonly Contradiction[] {
  return [...timeContradictionsOf(book), ...ballotContradictionsOf(book)]
}

function timeContradictionsOf({ settings }: RuleBook): readonly Contradiction[] {
  const { planDue, reportDue, meetingDue, redoDue, misassignWindow, handOverDue } = settings
  const { draftLead, reportLead, membersLead, extension, remindDays, activityName } = settings
  const found: Contradiction[] = []
  const say = (key: SettingKey, zh: string, en: string) => found.push({ key, zh, en })
  if (days(planDue.value) > days(reportDue.value))
    say('planDue', '整改方案的时限晚于整改情况报告的时限。', 'The plan is due after the report.')
  if (days(meetingDue.value) > days(planDue.value))
    say(
      'meetingDue',
      '单位领导班子会议的时限晚于整改方案的时限。',
      'The leadership would meet after the plan is due.',
    )
  if (days(misassignWindow.value) > days(reportDue.value))
    say(
      'misassignWindow',
      '申请改办的时限晚于整改情况报告的时限。',
      'A wrong assignment could be sent back after the report is due.',
    )
  if (leadDays(draftLead.value) < leadDays(reportLead.value))
    say(
      'draftLead',
      '述职报告送审稿比正式报告更晚送达。',
      'The draft duty report is due later than the final one.',
    )
  if (leadDays(reportLead.value) < leadDays(membersLead.value))
    say(
      'membersLead',
      '材料要在正式报告送达之前发给组成人员，无从发起。',
      'Members would get the papers before the report is in.',
    )
  if (remindDays.value >= days(planDue.value))
    say(
      'remindDays',
      '到期提醒早于时限起算之日：提前日数不少于整改方案的时限。',
      'The reminder would come before the limit begins.',
    )
  if (extension.value.maxTimes > 0 && capDays(extension.value.cap) >= 3660)
    say('extension', '一次延期超过十年。', 'One extension may add more than ten years.')
  if (redoDue.value.from !== 'verdict')
    say(
      'redoDue',
      '再整改的时限应自测评之日起算，上一轮的交办之日早已过去。',
      'A further round runs from the verdict; the hand-over of the last one is long past.',
    )
  for (const [key, limit] of [
    ['planDue', planDue],
    ['reportDue', reportDue],
    ['meetingDue', meetingDue],
    ['misassignWindow', misassignWindow],
  ] as const)
    if (limit.value.from === 'verdict')
      say(
        key,
        '时限自测评之日起算，而测评在整改之后，期限早于起点。',
        'It runs from the verdict, which comes after it is due.',
      )
  if (handOverDue.value.from === 'handOver' || handOverDue.value.from === 'receipt')
    say(
      'handOverDue',
      '交办的时限自交办之后起算，无从起算。',
      'The hand-over is to be counted from itself.',
    )
  if (activityName.value.length > 30)
    say('activityName', '活动名称超过三十字，文书标题放不下。', 'The name is too long for a paper.')
  return found
}

/** Roughly, for comparing two limits: a working day is a little over a day, a session two months. */
function days({ count, unit }: Deadline): number {
  switch (unit) {
    case 'day':
      return count
    case 'workday':
      return count * 1.4
    case 'month':
      return count * 30
    case 'session':
      return count * 60
  }
}

function leadDays({ count, unit }: Lead): number {
  return unit === 'day' ? count : count * 30
}

function capDays({ count, unit }: Readonly<{ count: number; unit: 'day' | 'month' }>): number {
  return unit === 'day' ? count : count * 30
}
