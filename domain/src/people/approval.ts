import type { Day } from '../kernel/day.ts'

/**
 * A decision of a body that may decide, as the clerk records it from the minutes: no single user approves
 * anything for the committee (监督法 art. 8: powers are exercised collectively).
 */
export const approvingBodies = [
  'chairs',
  'standingCommittee',
  'deputyDirector',
  'workingCommittee',
] as const

export type ApprovingBody = (typeof approvingBodies)[number]

export type Approval = Readonly<{
  body: ApprovingBody
  /** The day it was decided, never after the day it is recorded. */
  on: Day
  /** Session or document number as the minutes give it: 第12次主任会议, 云发〔2026〕7号. Never empty. */
  reference: string
}>

export const approvingBodyLabels: Readonly<
  Record<ApprovingBody, Readonly<{ zh: string; en: string }>>
> = {
  chairs: { zh: '主任会议', en: 'Chairs' },
  standingCommittee: { zh: '常委会会议', en: 'Standing Committee' },
  deputyDirector: { zh: '分管副主任', en: 'Deputy director' },
  workingCommittee: { zh: '工作委员会', en: 'Working committee' },
}

/** What is wrong with an approval, or null. */
export function approvalFault(
  approval: Approval,
  today: Day,
): 'reference-missing' | 'in-the-future' | null {
  if (approval.reference.trim() === '') return 'reference-missing'
  return approval.on > today ? 'in-the-future' : null
}
