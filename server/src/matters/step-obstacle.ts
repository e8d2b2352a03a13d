/**
 * What a step needs of things outside its matter: that units, officials, files and lead matters really are there. Whom a
 * matter is handed to is relied on until it is written: see `0161-appending-on-trust.sql`.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Reliance } from '@luoshi/ledger/log/event'
import type { Outcome, World } from '../execute/context.ts'
import { evidenceKept } from '../evidence/evidence-kept.ts'
import { responsibleObstacle, unitObstacle } from '../people/responsible-obstacle.ts'
import { mergeTarget } from './merge-target.ts'
import type { StepCommand } from './step-command.ts'

export async function stepObstacle(
  { db }: World,
  congress: CongressId,
  command: StepCommand,
): Outcome<readonly Reliance[]> {
  switch (command.type) {
    case 'HandOverMatter':
    case 'GrantReassignment':
    case 'MoveResponsibility':
      return responsibleObstacle(db, congress, command)
    case 'RedraftMatter':
      return command.unit === null
        ? accept([])
        : reliesOnNothing(unitObstacle(db, congress, command.unit))
    case 'MergeMatter':
      return reliesOnNothing(mergeTarget(db, congress, command.into))
    case 'ReportProgress':
    case 'SubmitResult':
    case 'VerifyMatter':
      return reliesOnNothing(evidenceKept(db, congress, command.evidence))
    case 'ApproveMatter':
    case 'SignReceipt':
    case 'AskReassignment':
    case 'RefuseReassignment':
    case 'RecordMeeting':
    case 'SubmitPlan':
    case 'AcceptPlan':
    case 'ReturnPlan':
    case 'ReturnResult':
    case 'JudgeMatter':
    case 'ObjectToClosure':
    case 'AnswerObjection':
    case 'CloseMatter':
    case 'LookBackAtMatter':
    case 'ExitMatter':
    case 'CommitMatter':
    case 'ExtendDue':
    case 'ChaseMatter':
    case 'EscalateMatter':
      return accept([])
  }
}

async function reliesOnNothing(checked: Outcome<unknown>): Outcome<readonly Reliance[]> {
  const found = await checked
  return found.ok ? accept([]) : found
}
