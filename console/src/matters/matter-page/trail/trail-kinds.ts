/** Which part of the work an event belongs to, and the words that were said with it. */
import { erasedText } from '@luoshi/domain/kernel/words'
import type { TrailEvent } from '../../../words/trail-look.ts'

export const trailKinds = ['opinion', 'decision', 'work', 'check', 'supervise'] as const

export type TrailKind = (typeof trailKinds)[number]

export function kindOf(event: TrailEvent): TrailKind {
  switch (event.type) {
    case 'OpinionRaised':
    case 'OpinionExited':
    case 'OpinionSplit':
    case 'MatterOpened':
    case 'MatterRedrafted':
    case 'MatterTookPart':
      return 'opinion'
    case 'MatterApproved':
    case 'MatterHandedOver':
    case 'MatterRecalled':
    case 'ReceiptSigned':
    case 'ReassignmentAsked':
    case 'ReassignmentRefused':
    case 'ReassignmentGranted':
    case 'MatterMerged':
    case 'MatterExited':
      return 'decision'
    case 'LeadershipMet':
    case 'PlanSubmitted':
    case 'PlanAccepted':
    case 'PlanReturned':
    case 'ProgressReported':
    case 'ResultSubmitted':
    case 'ResultReturned':
      return 'work'
    case 'MatterVerified':
    case 'MatterJudged':
    case 'MatterReopened':
    case 'ClosureObjected':
    case 'ObjectionAnswered':
    case 'MatterClosed':
    case 'LookedBack':
      return 'check'
    case 'MatterCommitted':
    case 'DueExtended':
    case 'DueFollowedSession':
    case 'ResponsibilityMoved':
    case 'MatterChased':
    case 'MatterEscalated':
      return 'supervise'
  }
}

/** Nothing is ever said with these: facts only. */
const wordless = new Set<TrailEvent['type']>([
  'MatterApproved',
  'MatterHandedOver',
  'MatterReopened',
  'MatterClosed',
  'DueFollowedSession',
])

/** The person's own words in an event; where they were erased by law, that is said. */
export function saidIn(event: TrailEvent): string | null {
  if (!('words' in event)) return null
  if (event.words === null) return wordless.has(event.type) ? null : erasedText
  const { words } = event
  for (const name of [
    'reason',
    'reasons',
    'comments',
    'resolved',
    'answer',
    'findings',
    'stages',
    'text',
    'title',
  ] as const) {
    const said: unknown = Object.entries(words).find(([key]) => key === name)?.[1]
    if (typeof said === 'string' && said.trim() !== '') return said
  }
  return null
}
