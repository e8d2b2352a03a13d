/** What has happened to a matter. Events say all that follows from them; `evolve.ts` never guesses. */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, Id, MatterId, OfficialId, OpinionId, UnitId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import type { Words } from '../kernel/words.ts'
import type { Exit } from '../opinions/exits.ts'
import type { OriginPhase } from '../opinions/opinion.ts'
import type { Approval } from '../people/approval.ts'
import type { Plan } from '../plans/plan.ts'
import type { PlanNotes } from '../plans/plan-notes.ts'
import type { ChaseLevel, Measure } from '../supervision/chase.ts'
import type { Attendance, AxisFinding, VerdictBallot, VerdictOutcome } from '../verdicts/verdict.ts'
import type { Limit } from './limit.ts'
import type { Evidence, ResultClass, Verification } from './round-parts.ts'

/** Names of files may name people, so they stay in the words; their hashes are facts. */
export type EvidenceFacts = Readonly<{ sha256: string; size: number; mediaType: string }>

export type SessionNews = 'fixed' | 'moved' | 'cancelled'

type Responsible = { unit: UnitId; official: OfficialId }
type NextRound = { round: number; due: Limit; planDue: Limit | null; on: Day }

export type MatterEvent = ByType<{
  MatterOpened: {
    opinion: OpinionId
    appraisal: AppraisalId
    phase: OriginPhase
    unit: UnitId | null
    on: Day
    /** `noted`: what the sheet that brought it in says of its plan; nobody has answered for that. */
    words: Words<{ title: string; text: string; noted?: PlanNotes }>
  }
  MatterRedrafted: { unit: UnitId | null; words: Words<{ title: string }> }
  MatterTookPart: { opinion: OpinionId; words: Words<{ title: string; text: string }> }
  MatterApproved: { approval: Approval }
  MatterHandedOver: Responsible & NextRound & { letter: string }
  /** The letter that handed it over was withdrawn before anybody signed: it waits to be handed over anew. */
  MatterRecalled: { on: Day; words: Words<{ reason: string }> }
  /** `due` and `planDue` where the county counts them from receipt; until then they stood as from hand-over. */
  ReceiptSigned: { on: Day; due?: Limit; planDue?: Limit; words: Words<{ signer: string }> }
  ReassignmentAsked: { on: Day; words: Words<{ reason: string }> }
  ReassignmentRefused: { on: Day; words: Words<{ reason: string }> }
  /** `letter`: the re-issue notice under which it went out again, where a letter had handed it over. */
  ReassignmentGranted: Responsible & {
    letter?: string
    on: Day
    due: Limit
    planDue: Limit
    words: Words<{ reason: string }>
  }
  LeadershipMet: {
    round: number
    heldOn: Day
    words: Words<{ attended: readonly string[]; resolved: string }>
  }
  PlanSubmitted: {
    round: number
    on: Day
    dueOn: Day
    words: Words<{ plan: Plan; signedBy: string }>
  }
  PlanAccepted: { round: number; on: Day; words: Words<{ comments: string }> }
  PlanReturned: { round: number; on: Day; words: Words<{ comments: string }> }
  ProgressReported: {
    round: number
    on: Day
    evidence: readonly EvidenceFacts[]
    words: Words<{ text: string; files: readonly string[] }>
  }
  ResultSubmitted: {
    round: number
    on: Day
    resultClass: ResultClass
    evidence: readonly EvidenceFacts[]
    words: Words<{ answer: string; signedBy: string; files: readonly string[] }>
  }
  ResultReturned: { round: number; on: Day; words: Words<{ comments: string }> }
  MatterVerified: {
    round: number
    on: Day
    outcome: Verification['outcome']
    raiserView: Verification['raiserView']
    evidence: readonly EvidenceFacts[]
    words: Words<{
      place: string
      findings: string
      verifiers: readonly string[]
      files: readonly string[]
    }>
  }
  MatterJudged: {
    round: number
    on: Day
    session: string
    attendance: Attendance
    measures: AxisFinding
    timeliness: AxisFinding
    quality: AxisFinding
    outcome: VerdictOutcome
    satisfied: boolean
    /** Absent where the figures of one matter were recorded by themselves. */
    by?: VerdictBallot
    words: Words<{ reasons: string }>
  }
  /** The next round begins: after a verdict that does not satisfy, or a relapse found looking back. */
  MatterReopened: NextRound & { cause: 'unsatisfied' | 'conditional' | 'relapsed'; warned: boolean }
  /** Somebody objects while it is on public notice (公示异议). */
  ClosureObjected: { on: Day; words: Words<{ text: string; from: string }> }
  /** `objection`: its place among the objections, from 0. */
  ObjectionAnswered: { objection: number; on: Day; words: Words<{ answer: string }> }
  MatterClosed: { round: number; on: Day; approval: Approval }
  LookedBack: { on: Day; outcome: 'held' | 'relapsed'; words: Words<{ findings: string }> }
  MatterMerged: { into: MatterId; on: Day; approval: Approval; words: Words<{ reason: string }> }
  MatterExited: { exit: Exit; on: Day; approval: Approval; words: Words<{ reason: string }> }
  MatterCommitted: { until: Day; on: Day; approval: Approval; words: Words<{ stages: string }> }
  DueExtended: {
    round: number
    due: Day
    on: Day
    approval: Approval
    words: Words<{ reason: string }>
  }
  /** A session that a limit ends at was fixed, moved or cancelled. */
  DueFollowedSession: {
    round: number
    due: Limit
    planDue: Limit | null
    session: Id<'session'>
    why: SessionNews
    on: Day
  }
  ResponsibilityMoved: Responsible & {
    on: Day
    cause: 'postTransferred' | 'unitMerged'
    words: Words<{ reason: string }>
  }
  MatterChased: { level: ChaseLevel; on: Day; words: Words<{ text: string }> }
  MatterEscalated: {
    measure: Measure
    on: Day
    approval: Approval
    words: Words<{ reason: string }>
  }
}>

export type MatterEventType = MatterEvent['type']

/** The words part of an event that carries files, back as evidence. */
export function evidenceOf(
  facts: readonly EvidenceFacts[],
  files: readonly string[] | undefined,
): readonly Evidence[] {
  return facts.map((fact, index) => ({ ...fact, name: files?.[index] ?? fact.sha256.slice(0, 12) }))
}

/** Files apart: what is known of them by hash, and what they are called. */
export function factsOf(evidence: readonly Evidence[]): {
  evidence: readonly EvidenceFacts[]
  files: readonly string[]
} {
  return {
    evidence: evidence.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType })),
    files: evidence.map(({ name }) => name),
  }
}
