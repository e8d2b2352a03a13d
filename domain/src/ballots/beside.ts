/**
 * What several people do at the same time, each at a desk of their own: two tellers each open a lock, two people each count
 * the paper, two clerks hand out forms at two tables. None of them is sent back because another was a moment earlier. Every
 * other step is a decision about all of the ballot, and is taken by somebody who has seen all of it.
 *
 * Source: ballot.md §3.1 (roles), §12 no. 4–6; domain.md §8.8 (two people count, each for himself).
 */
import type { AccountId } from '../kernel/ids.ts'
import type { BallotEvent } from './ballot.ts'
import type { BallotCommand } from './decide-ballot.ts'
import type { CourseCommand } from './decide-course.ts'

type Taken = Readonly<{
  type: BallotCommand['type'] | CourseCommand['type']
  by: AccountId
  /** The lock a step is about. */
  lock?: number
}>

/** @param since - What was written after the moment the person looked; in their order. */
export function isBesideBallot(step: Taken, since: readonly BallotEvent[]): boolean {
  return since.every((event) => leavesAsItIs(step, event))
}

function leavesAsItIs({ type, by, lock }: Taken, event: BallotEvent): boolean {
  switch (type) {
    case 'RegisterCountLock':
      return isOtherKey(event) || (event.type === 'CountLockRegistered' && event.lock !== lock)
    case 'RegisterTellerKey':
      return event.type === 'CountLockRegistered' || isOtherKey(event, 'TellerKeyRegistered')
    case 'NameSecondIssuer':
      return event.type === 'CountLockRegistered' || isOtherKey(event, 'SecondIssuerNamed')
    case 'TakePaper':
    case 'TakePaperBack':
    case 'SurrenderToken':
      return isForm(event)
    case 'EnterCountKey':
      return isOpening(event) || event.type === 'PaperCounted' || event.type === 'PaperStated'
    case 'CountPaper':
      return isOpening(event) || (event.type === 'PaperCounted' && event.by !== by)
    case 'StatePaper':
      return isOpening(event)
    case 'EnterBallot':
      return event.type === 'BallotEntered' && event.by !== by
    case 'OpenBallot':
    case 'AnnounceBallot':
    case 'VoidBallot':
    case 'DecideSurplus':
    case 'PrepareCast':
    case 'FreezeManifest':
    case 'MakeSlips':
    case 'OpenIssuing':
    case 'OpenVoting':
    case 'SealBallot':
    case 'SettleCount':
      return false
  }
}

const keys = ['TellerKeyRegistered', 'SecondIssuerNamed'] as const

function isOtherKey({ type }: BallotEvent, own?: (typeof keys)[number]): boolean {
  return type !== own && keys.some((one) => one === type)
}

/** Who was given a form, or gave it back: the register says whether this voter may. */
function isForm({ type }: BallotEvent): boolean {
  return type === 'PaperTaken' || type === 'PaperTakenBack' || type === 'TokenSurrendered'
}

function isOpening({ type }: BallotEvent): boolean {
  return type === 'CountKeyEntered' || type === 'SealsOpened'
}
