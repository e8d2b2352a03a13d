/**
 * Which events are news, and for whom. One line an event type; what is not listed is nobody's news. Of an event only its
 * type and its facts are read, and facts name nobody.
 */
import type { Role } from '@luoshi/domain/people/roles'
import type { MessageCause, MessageFacts } from '@luoshi/domain/supervision/message-causes'

/** The row of the thing an event happened to, as far as news need it. */
export type About = Readonly<{
  unit: string | null
  number: number | null
  title: string | null
  /** By when a matter's plan is owed now; null where none is, or where the day waits for a session. */
  planDue: string | null
}>

export type EventFacts = Readonly<Record<string, unknown>>

type Tells = Readonly<{
  cause: MessageCause
  /** The unit in whose hands the thing is, or roles. */
  to: 'unit' | readonly Role[]
  facts: (facts: EventFacts, about: About) => MessageFacts
}>

const clerk = ['clerk'] as const

const byNumber = (_: EventFacts, { number }: About): MessageFacts =>
  number === null ? {} : { number }
const byReference = (_: EventFacts, { title, number }: About): MessageFacts => ({
  reference: number === null ? (title ?? '') : `${title ?? ''}第${number}号`,
})
const byPlanDue = (facts: EventFacts, about: About): MessageFacts => ({
  ...byNumber(facts, about),
  ...(about.planDue === null ? {} : { day: about.planDue }),
})
const byDay =
  (field: string) =>
  (facts: EventFacts, about: About): MessageFacts => {
    const day = facts[field]
    return { ...byNumber(facts, about), ...(typeof day === 'string' ? { day } : {}) }
  }

const news: Readonly<Record<string, Tells>> = {
  MatterHandedOver: { cause: 'handedOver', to: 'unit', facts: byNumber },
  ReassignmentGranted: { cause: 'handedOver', to: 'unit', facts: byNumber },
  ReassignmentRefused: { cause: 'reassignmentRefused', to: 'unit', facts: byPlanDue },
  ResponsibilityMoved: { cause: 'responsibilityMoved', to: 'unit', facts: byNumber },
  PlanSubmitted: { cause: 'planSubmitted', to: clerk, facts: byNumber },
  PlanReturned: { cause: 'planReturned', to: 'unit', facts: byNumber },
  ResultSubmitted: { cause: 'resultSubmitted', to: ['clerk', 'team'], facts: byNumber },
  ResultReturned: { cause: 'resultReturned', to: 'unit', facts: byNumber },
  MatterJudged: { cause: 'verdictGiven', to: 'unit', facts: byNumber },
  MatterReopened: { cause: 'roundBegan', to: 'unit', facts: byNumber },
  MatterClosed: { cause: 'matterClosed', to: 'unit', facts: byNumber },
  DueExtended: { cause: 'dueMoved', to: 'unit', facts: byDay('due') },
  DueFollowedSession: { cause: 'dueMoved', to: 'unit', facts: byDay('due') },
  NoticeIssued: { cause: 'noticeIssued', to: 'unit', facts: byReference },
  NoticeAnswered: { cause: 'noticeAnswered', to: clerk, facts: byReference },
  ConsequenceDecided: { cause: 'consequenceDecided', to: 'unit', facts: byReference },
  ConsequenceAnswered: { cause: 'noticeAnswered', to: clerk, facts: byReference },
  BriefingIssued: {
    cause: 'briefingIssued',
    to: ['chairs', 'member', 'official', 'unitStaff'],
    facts: (_, { title, number }) => ({ reference: `${title ?? ''}第${number ?? ''}期` }),
  },
  AppraisalMeetingFixed: { cause: 'meetingFixed', to: 'unit', facts: byDay('meetingOn') },
}

export const newsTypes: readonly string[] = Object.keys(news)

export function newsOf(type: string): Tells | null {
  return Object.hasOwn(news, type) ? (news[type] ?? null) : null
}
