/** Which steps belong together, which one moves the matter on, and whose turn it is. Source: the picture in domain matters/matter.ts. */
import { currentRound, matterStatuses, type OpenedMatter } from '@luoshi/domain/matters/matter'
import { stepNeeds } from '@luoshi/domain/matters/steps'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { may } from '@luoshi/domain/people/rights'
import { matterSteps, type MatterStep } from '@luoshi/server/contract/matter-steps'
import type { Session } from '@luoshi/server/contract/session'

export type StepGroup = 'main' | 'supervise' | 'change'

const supervising = new Set<MatterStep>([
  'ChaseMatter',
  'EscalateMatter',
  'ObjectToClosure',
  'AnswerObjection',
])
const changing = new Set<MatterStep>([
  'ExtendDue',
  'CommitMatter',
  'MoveResponsibility',
  'MergeMatter',
  'ExitMatter',
])

export function groupOf(step: MatterStep): StepGroup {
  if (supervising.has(step)) return 'supervise'
  return changing.has(step) ? 'change' : 'main'
}

/** The step that takes the matter towards being struck off. */
export function stepOnward(matter: OpenedMatter): MatterStep | null {
  switch (matter.status) {
    case 'drafted':
      return 'ApproveMatter'
    case 'approved':
      return 'HandOverMatter'
    case 'issued':
      return 'SignReceipt'
    case 'misassigned':
      return 'GrantReassignment'
    case 'received':
      return hasMet(matter) ? 'SubmitPlan' : 'RecordMeeting'
    case 'planned':
      return 'AcceptPlan'
    case 'inProgress':
    case 'committed':
      return currentRound(matter)?.progress.length === 0 ? 'ReportProgress' : 'SubmitResult'
    case 'submitted':
      return 'VerifyMatter'
    case 'verified':
      return 'JudgeMatter'
    case 'satisfied':
      return 'CloseMatter'
    case 'closed':
    case 'merged':
    case 'exited':
      return null
  }
}

export function hasMet(matter: OpenedMatter): boolean {
  return matter.rounds.some(({ meeting }) => meeting !== null)
}

export type Turn = 'clerk' | 'unit' | 'official' | 'team' | 'review' | 'nobody'

export function turnOf(matter: OpenedMatter): Turn {
  switch (matter.status) {
    case 'drafted':
    case 'approved':
    case 'misassigned':
    case 'verified':
    case 'satisfied':
      return 'clerk'
    case 'issued':
    case 'inProgress':
    case 'committed':
      return 'unit'
    case 'received':
      return hasMet(matter) ? 'official' : 'unit'
    case 'planned':
      return 'review'
    case 'submitted':
      return 'team'
    case 'closed':
    case 'merged':
    case 'exited':
      return 'nobody'
  }
}

/** Steps of the loop that this person will take on such matters, though it is too early for them now. */
export function laterSteps(matter: OpenedMatter, session: Session): readonly MatterStep[] {
  return matterSteps.filter(
    (step) => groupOf(step) === 'main' && isAhead(step, matter) && may(session, step, matter.unit),
  )
}

/** All states it needs come after the present one, in the order of the loop. */
function isAhead(step: MatterStep, { status }: OpenedMatter): boolean {
  const here = matterStatuses.indexOf(status)
  return stepNeeds[step].every((need) => need !== 'none' && matterStatuses.indexOf(need) > here)
}

/** The states in which a step can be taken, as offices call them. */
export function statesFor(step: MatterStep, language: 'zh' | 'en'): string {
  const names = stepNeeds[step].map((status) => statusLabels[status][language])
  return names.join(language === 'zh' ? '”或“' : '” or “')
}
