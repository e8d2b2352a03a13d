/**
 * The chase ladder: reminder, notice, listed supervision, chairs; and what the chairs decide beyond it.
 * Source: domain.md §8.10 (督办通知书), §10 (ladder), §12 (consequences); seed map S06.
 */
import type { Day } from '../kernel/day.ts'
import type { Approval } from '../people/approval.ts'

export const chaseLevels = ['reminder', 'notice', 'listed', 'chairs'] as const

export type ChaseLevel = (typeof chaseLevels)[number]

export const chaseLevelLabels: Readonly<Record<ChaseLevel, Readonly<{ zh: string; en: string }>>> =
  {
    reminder: { zh: '催办', en: 'Reminder' },
    notice: { zh: '督办通知', en: 'Supervision notice' },
    listed: { zh: '挂牌督办', en: 'Listed supervision' },
    chairs: { zh: '主任会议督办', en: 'Chairs' },
  }

/** The paper of a level, as its title names it before 书: 催办通知书. Source: domain.md §8.10. */
export function chasePaperName(level: ChaseLevel): string {
  const { zh } = chaseLevelLabels[level]
  return zh.endsWith('通知') ? zh : `${zh}通知`
}

export type Chase = Readonly<{ on: Day; level: ChaseLevel; text: string }>

/** Lightest first; which of them a county has is its rule book's matter. Source: domain.md §12. */
export const measures = [
  'talk',
  'circular',
  'listed',
  'selfCriticism',
  'inquiry',
  'partyReferral',
] as const

export type Measure = (typeof measures)[number]

export const measureLabels: Readonly<Record<Measure, Readonly<{ zh: string; en: string }>>> = {
  talk: { zh: '约谈', en: 'Summons to talk' },
  circular: { zh: '通报', en: 'Circular' },
  listed: { zh: '主任会议挂牌督办', en: 'Listed by the chairs' },
  selfCriticism: { zh: '责成作出检查', en: 'Self-criticism to the committee' },
  inquiry: { zh: '专题询问', en: 'Thematic questioning' },
  partyReferral: { zh: '建议县委组织处理', en: 'Referred to the Party committee' },
}

export type Escalation = Readonly<{ on: Day; measure: Measure; reason: string; approval: Approval }>
