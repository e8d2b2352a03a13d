/**
 * A matter: the numbered thing that must be answered. It has rounds; there is no maximum of them.
 *
 *     drafted ─approve─▸ approved ─hand over─▸ issued ─sign─▸ received ─plan─▸ planned ─accept─▸ inProgress
 *                                        ask ▾  ▴ reissue  ask ▾  ▴ refused └◂─ return ┘           │   ▴
 *                                       misassigned ◂─▸────────┴──┘                         submit ▾   │ return / not confirmed
 *                                                                                              submitted ─verify─▸ verified
 *                                                                                                                    │ judge
 *        received (round n+1, new plan) ◂── not satisfied ──────────────────────────────────────────────────────────┤
 *        inProgress (round n+1, plan stands) ◂── basically satisfied, 限期完善 (when the rule book says so) ──────────┤
 *                                                                                                  satisfied ◂───────┘
 *                                                                                   closed ◂─ close (approval) ─┘
 *        received (round n+1) ◂── relapsed ── look back at ── closed
 *
 *     inProgress ─commit (跨年承诺)─▸ committed ─submit─▸ submitted
 *     issued ─recall (its letter is withdrawn before receipt)─▸ approved
 *     drafted…received ─merge─▸ merged (follows its lead matter)      any open state ─exit─▸ exited (reason + approver)
 *
 * Which step needs which state is the table in `steps.ts`; each rule is a file beside this one.
 * Source: domain.md §9.1 (states), §9.3 (round); seed map S01–S09. `balloted`, `conditional` and `redo` of the source
 * are what a verdict leads to, so they are a verdict in the round, not states; `received` and `planning` are one state
 * (a signed matter is being planned); `explained` is the exit notWithinOurPower.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, OfficialId, OpinionId, UnitId } from '../kernel/ids.ts'
import type { OriginPhase } from '../opinions/opinion.ts'
import type { Exit } from '../opinions/exits.ts'
import type { Approval } from '../people/approval.ts'
import type { Plan } from '../plans/plan.ts'
import type { PlanNotes } from '../plans/plan-notes.ts'
import type { Chase, Escalation } from '../supervision/chase.ts'
import type { Verdict } from '../verdicts/verdict.ts'
import type { Limit } from './limit.ts'
import type { Evidence, Meeting, ProgressEntry, Submission, Verification } from './round-parts.ts'

export const matterStatuses = [
  'drafted',
  'approved',
  'issued',
  'misassigned',
  'received',
  'planned',
  'inProgress',
  'committed',
  'submitted',
  'verified',
  'satisfied',
  'closed',
  'merged',
  'exited',
] as const

export type MatterStatus = (typeof matterStatuses)[number]

/** One plan, one report, one verification, one verdict. Numbered from 1; all are kept. */
export type Round = Readonly<{
  number: number
  startedOn: Day
  /** When the unit must report the result of this round. */
  due: Limit
  /** When the plan must be in; null when the plan of the round before still stands. */
  planDue: Limit | null
  meeting: Meeting | null
  plan: Plan | null
  planAccepted: boolean
  progress: readonly ProgressEntry[]
  submission: Submission | null
  verification: Verification | null
  verdict: Verdict | null
}>

export type HandOver = Readonly<{
  letter: string
  on: Day
  signedBy: string | null
  signedOn: Day | null
}>

export type LookBack = Readonly<{ on: Day; outcome: 'held' | 'relapsed'; findings: string }>

/** Raised against striking the matter off; closing waits until it is answered. */
export type Objection = Readonly<{
  on: Day
  text: string
  from: string
  answer: Readonly<{ on: Day; text: string }> | null
}>

export type OpenedMatter = Readonly<{
  status: MatterStatus
  opinion: OpinionId
  appraisal: AppraisalId
  phase: OriginPhase
  title: string
  text: string
  /** What the sheet that brought it in says of its plan; absent where none did. */
  noted?: PlanNotes
  openedOn: Day
  /** Proposed while drafted, responsible once handed over. */
  unit: UnitId | null
  official: OfficialId | null
  approval: Approval | null
  handOver: HandOver | null
  reassignReason: string | null
  /** Another unit was refused after receipt. Before it, that nobody signed says the same, as in every older record. */
  reassignRefused?: true
  rounds: readonly Round[]
  extensions: number
  chases: readonly Chase[]
  escalations: readonly Escalation[]
  commitment: Readonly<{ until: Day; stages: string; approval: Approval }> | null
  lookBacks: readonly LookBack[]
  objections: readonly Objection[]
  closure: Readonly<{ on: Day; approval: Approval }> | null
  mergedInto: MatterId | null
  exit: Readonly<{ exit: Exit; reason: string; approval: Approval }> | null
  /** True from the county's warning number of rounds on: the chairs are told, the matter is never ended by a counter. */
  warned: boolean
  evidence: readonly Evidence[]
}>

export type Matter = Readonly<{ status: 'none' }> | OpenedMatter

export function currentRound(matter: OpenedMatter): Round | null {
  return matter.rounds.at(-1) ?? null
}

/** Neither closed, merged nor exited: somebody still owes something. */
export function isOpen(matter: OpenedMatter): boolean {
  return !['closed', 'merged', 'exited'].includes(matter.status)
}
