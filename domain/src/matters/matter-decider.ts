/** A matter's rules, listed: which file decides which command. */
import { mostFilesOnMatter } from '../evidence/file-kinds.ts'
import type { Decider } from '../kernel/decider.ts'
import type { MatterId } from '../kernel/ids.ts'
import { refuse } from '../kernel/result.ts'
import { acceptPlan, recordMeeting, returnPlan, submitPlan } from '../plans/submit-plan.ts'
import {
  chaseMatter,
  escalateMatter,
  extendDue,
  moveResponsibility,
} from '../supervision/supervise.ts'
import { closeMatter, lookBackAtMatter } from '../verdicts/close-satisfied.ts'
import { answerObjection, objectToClosure } from '../verdicts/object-to-closure.ts'
import { judgeByBallot, judgeMatter } from '../verdicts/reopen-unsatisfied.ts'
import { verifyMatter } from '../verdicts/verify-on-the-spot.ts'
import type { MatterCommand } from './commands.ts'
import type { MatterEvent } from './events.ts'
import { evolveMatter } from './evolve.ts'
import { handOverMatter, recallMatter, signReceipt } from './hand-over.ts'
import { commitMatter, exitMatter, mergeMatter } from './leave.ts'
import { currentRound, type Matter, type OpenedMatter } from './matter.ts'
import { approveMatter, openMatter, redraftMatter, takePart } from './open.ts'
import type { MatterPolicy } from './policy.ts'
import {
  askReassignment,
  grantReassignment,
  refuseReassignment,
  reissueMatter,
} from './reassignment.ts'
import { reportProgress, returnResult, submitResult } from './rectify.ts'
import type { MatterRefusal } from './refusals.ts'
import type { Ruling } from './rule.ts'
import { can, stepNeeds } from './steps.ts'

export type MatterDecider = Decider<Matter, MatterCommand, MatterEvent, MatterRefusal>

/** The decider of one matter under one county's rule book. `self` is the matter's own id. */
export function matterDecider(self: MatterId, policy: MatterPolicy): MatterDecider {
  return {
    initial: { status: 'none' },
    evolve: evolveMatter,
    decide: (matter, command) => decideMatter(self, policy, matter, command),
  }
}

function decideMatter(
  self: MatterId,
  policy: MatterPolicy,
  matter: Matter,
  command: MatterCommand,
): Ruling {
  if (!can(command.type, matter)) {
    return refuse({ code: 'wrong-status', wanted: stepNeeds[command.type], actual: matter.status })
  }
  if (command.type === 'OpenMatter') return openMatter(command)
  // `stepNeeds` lets only OpenMatter through on a matter that is not there.
  if (matter.status === 'none') throw new Error(`${command.type} on no matter`)
  const given = 'evidence' in command ? command.evidence.length : 0
  const kept = matter.evidence.length
  if (given > 0 && kept + given > mostFilesOnMatter)
    return refuse({ code: 'too-many-files', kept, given, most: mostFilesOnMatter })
  return decideOpened(self, policy, matter, command)
}

type Later = Exclude<MatterCommand, { type: 'OpenMatter' }>

function decideOpened(
  self: MatterId,
  policy: MatterPolicy,
  matter: OpenedMatter,
  command: Later,
): Ruling {
  switch (command.type) {
    case 'TakePart':
      return takePart(command)
    case 'RedraftMatter':
      return redraftMatter(command)
    case 'ApproveMatter':
      return approveMatter(command, policy)
    case 'HandOverMatter':
      return handOverMatter(command, policy)
    case 'RecallMatter':
      return recallMatter(matter, command)
    case 'SignReceipt':
      return signReceipt(matter, command, policy)
    case 'AskReassignment':
      return askReassignment(matter, command, policy)
    case 'GrantReassignment':
      return grantReassignment(command, policy)
    case 'ReissueMatter':
      return reissueMatter(command, policy)
    case 'RefuseReassignment':
      return refuseReassignment(command)
    case 'ObjectToClosure':
      return objectToClosure(command)
    case 'AnswerObjection':
      return answerObjection(matter, command)
    case 'MergeMatter':
      return mergeMatter(self, command, policy)
    case 'ExitMatter':
      return exitMatter(command, policy)
    case 'CommitMatter':
      return commitMatter(command, policy)
    case 'MoveResponsibility':
      return moveResponsibility(matter, command)
    case 'ChaseMatter':
      return chaseMatter(command)
    case 'EscalateMatter':
      return escalateMatter(command, policy)
    case 'RecordMeeting':
    case 'SubmitPlan':
    case 'AcceptPlan':
    case 'ReturnPlan':
    case 'ReportProgress':
    case 'SubmitResult':
    case 'ReturnResult':
    case 'VerifyMatter':
    case 'JudgeMatter':
    case 'JudgeByBallot':
    case 'CloseMatter':
    case 'LookBackAtMatter':
    case 'ExtendDue':
      return decideInRound(policy, matter, command)
  }
}

type InRound = Extract<
  Later,
  {
    type:
      | 'RecordMeeting'
      | 'SubmitPlan'
      | 'AcceptPlan'
      | 'ReturnPlan'
      | 'ReportProgress'
      | 'SubmitResult'
      | 'ReturnResult'
      | 'VerifyMatter'
      | 'JudgeMatter'
      | 'JudgeByBallot'
      | 'CloseMatter'
      | 'LookBackAtMatter'
      | 'ExtendDue'
  }
>

function decideInRound(policy: MatterPolicy, matter: OpenedMatter, command: InRound): Ruling {
  const round = currentRound(matter)
  // Every state these steps need comes after hand-over, which opens round 1.
  if (!round) throw new Error(`${command.type} outside any round`)
  switch (command.type) {
    case 'RecordMeeting':
      return recordMeeting(round, command)
    case 'SubmitPlan':
      return submitPlan(matter, round, command)
    case 'AcceptPlan':
      return acceptPlan(round, command)
    case 'ReturnPlan':
      return returnPlan(round, command)
    case 'ReportProgress':
      return reportProgress(round, command)
    case 'SubmitResult':
      return submitResult(round, command)
    case 'ReturnResult':
      return returnResult(round, command)
    case 'VerifyMatter':
      return verifyMatter(round, command)
    case 'JudgeMatter':
      return judgeMatter(round, command, policy)
    case 'JudgeByBallot':
      return judgeByBallot(round, command, policy)
    case 'CloseMatter':
      return closeMatter(matter, round, command, policy)
    case 'LookBackAtMatter':
      return lookBackAtMatter(round, command, policy)
    case 'ExtendDue':
      return extendDue(matter, round, command, policy)
  }
}
