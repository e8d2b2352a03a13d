/** What people may ask of a matter. Every command carries the day it is given; ids and the clock come from outside. */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, OfficialId, OpinionId, UnitId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import type { Exit } from '../opinions/exits.ts'
import type { OriginPhase } from '../opinions/opinion.ts'
import type { Approval } from '../people/approval.ts'
import type { PlanDraft } from '../plans/plan.ts'
import type { PlanNotes } from '../plans/plan-notes.ts'
import type { ChaseLevel, Measure } from '../supervision/chase.ts'
import type { Attendance, Axis, AxisVotes, VerdictBallot } from '../verdicts/verdict.ts'
import type { Evidence, ResultClass, Verification } from './round-parts.ts'

type Commands = {
  /** Given only together with the raising or splitting of its opinion. */
  OpenMatter: {
    opinion: OpinionId
    appraisal: AppraisalId
    phase: OriginPhase
    unit: UnitId | null
    title: string
    text: string
    /** What the sheet that brought it in says of its plan. */
    noted?: PlanNotes | undefined
  }
  TakePart: { opinion: OpinionId; title: string; text: string }
  RedraftMatter: { title: string; unit: UnitId | null }
  ApproveMatter: { approval: Approval }
  HandOverMatter: { unit: UnitId; official: OfficialId; letter: string }
  /** Given only together with the withdrawal of the letter that handed it over. */
  RecallMatter: { reason: string }
  SignReceipt: { signer: string }
  AskReassignment: { reason: string }
  GrantReassignment: { unit: UnitId; official: OfficialId; reason: string }
  /** A granted reassignment of a matter that a letter handed over: given only together with its re-issue notice. */
  ReissueMatter: { unit: UnitId; official: OfficialId; letter: string; reason: string }
  RefuseReassignment: { reason: string }
  RecordMeeting: { heldOn: Day; attended: readonly string[]; resolved: string }
  SubmitPlan: { plan: PlanDraft; signedBy: string }
  AcceptPlan: { comments: string }
  ReturnPlan: { comments: string }
  ReportProgress: { text: string; evidence: readonly Evidence[] }
  SubmitResult: {
    answer: string
    resultClass: ResultClass
    evidence: readonly Evidence[]
    signedBy: string
  }
  ReturnResult: { comments: string }
  VerifyMatter: {
    heldOn: Day
    place: string
    findings: string
    outcome: Verification['outcome']
    verifiers: readonly string[]
    raiserView: Verification['raiserView']
    evidence: readonly Evidence[]
  }
  JudgeMatter: {
    session: string
    attendance: Attendance
    votes: Readonly<Record<Axis, AxisVotes>>
    reasons: string
  }
  /** Given only together with the announcing of a ballot. */
  JudgeByBallot: {
    by: VerdictBallot
    session: string
    heldOn: Day
    attendance: Attendance
    votes: Readonly<Record<Axis, AxisVotes>>
    reasons: string
    /** What is left to do is due then, when the committee set a day; else the rule book's limit runs. */
    until: Day | null
  }
  ObjectToClosure: { text: string; from: string }
  AnswerObjection: { objection: number; answer: string }
  CloseMatter: { approval: Approval }
  LookBackAtMatter: { outcome: 'held' | 'relapsed'; findings: string }
  MergeMatter: { into: MatterId; reason: string; approval: Approval }
  ExitMatter: { exit: Exit; reason: string; approval: Approval }
  CommitMatter: { until: Day; stages: string; approval: Approval }
  ExtendDue: { due: Day; reason: string; approval: Approval }
  MoveResponsibility: {
    unit: UnitId
    official: OfficialId
    cause: 'postTransferred' | 'unitMerged'
    reason: string
  }
  ChaseMatter: { level: ChaseLevel; text: string }
  EscalateMatter: { measure: Measure; reason: string; approval: Approval }
}

type Dated = { [Name in keyof Commands]: Commands[Name] & { today: Day } }

export type MatterCommand = ByType<Dated>
export type MatterCommandType = MatterCommand['type']
export type Command<Type extends MatterCommandType> = Extract<MatterCommand, { type: Type }>
