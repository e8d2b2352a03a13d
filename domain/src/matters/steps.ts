/**
 * Which step needs a matter in which state. The rules check it, and pages grey their buttons by it, so that page and
 * rule cannot disagree. Source: the picture in `matter.ts`.
 */
import type { MatterCommandType } from './commands.ts'
import type { Matter, MatterStatus } from './matter.ts'

type StepStatus = MatterStatus | 'none'

const handed = [
  'issued',
  'misassigned',
  'received',
  'planned',
  'inProgress',
  'committed',
  'submitted',
  'verified',
] as const
const open = ['drafted', 'approved', ...handed, 'satisfied'] as const

export const stepNeeds: Readonly<Record<MatterCommandType, readonly StepStatus[]>> = {
  OpenMatter: ['none'],
  TakePart: ['drafted'],
  RedraftMatter: ['drafted'],
  ApproveMatter: ['drafted'],
  HandOverMatter: ['approved'],
  RecallMatter: ['issued', 'misassigned'],
  SignReceipt: ['issued'],
  AskReassignment: ['issued', 'received'],
  GrantReassignment: ['misassigned'],
  ReissueMatter: ['misassigned'],
  RefuseReassignment: ['misassigned'],
  RecordMeeting: ['received'],
  SubmitPlan: ['received'],
  AcceptPlan: ['planned'],
  ReturnPlan: ['planned'],
  ReportProgress: ['inProgress', 'committed'],
  SubmitResult: ['inProgress', 'committed'],
  ReturnResult: ['submitted'],
  VerifyMatter: ['submitted'],
  JudgeMatter: ['verified'],
  JudgeByBallot: ['verified'],
  ObjectToClosure: ['satisfied'],
  AnswerObjection: ['satisfied'],
  CloseMatter: ['satisfied'],
  LookBackAtMatter: ['closed'],
  MergeMatter: ['drafted', 'approved', 'issued', 'received'],
  ExitMatter: open.filter((status) => status !== 'satisfied'),
  CommitMatter: ['inProgress'],
  ExtendDue: ['issued', 'received', 'planned', 'inProgress'],
  MoveResponsibility: [...handed, 'satisfied', 'closed'],
  ChaseMatter: handed,
  EscalateMatter: [...handed, 'satisfied'],
}

export function can(step: MatterCommandType, matter: Matter): boolean {
  return stepNeeds[step].includes(matter.status)
}
