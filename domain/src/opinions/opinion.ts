/**
 * An opinion: the words as raised, from whom, when, by which channel; never edited, never deleted.
 *
 *     none ──raise with a matter──▸ answerable ──split──▸ split      its parts answer for it (each an opinion of its own)
 *       │                                └──exit──▸ exited           reason + approver; never counts as satisfied
 *       └──raise without──▸ raised ──exit──▸ exited                  both in one commit: nothing waits outside the count
 *
 * The law: every opinion that is not split is carried by exactly one matter, or has exited. So at every moment
 * raised (unsplit) = matters + exits, and nothing waits outside the count.
 * Source: seed map S02, S07; domain.md §9.1 (collected, merged, diverted).
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, ImportId, MatterId, OpinionId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import type { Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import type { Exit } from './exits.ts'

/** How an opinion came in. Source: domain.md §2 (methods), §8.2 (问题来源), §11 (channels). */
export const channels = [
  'meetingRemark', // 评议会发言
  'investigation', // 调查组发现
  'forum', // 座谈会
  'interview', // 个别谈话
  'publicCall', // 公开征求意见
  'survey', // 测评问卷
  'selfCheck', // 自查
  'deputySuggestion', // 代表建议
  'letter', // 来信来访
] as const

export type Channel = (typeof channels)[number]

/** Whose voice it is. Source: domain.md §8.2 (常委会组成人员/代表/调查组/群众/自查). */
export const raiserKinds = ['member', 'deputy', 'team', 'public', 'self'] as const

export type RaiserKind = (typeof raiserKinds)[number]

/** 未评先改 / 边整边改 / 集中整改: when in the appraisal it was raised (S11, S12, S13). */
export const originPhases = ['before', 'during', 'after'] as const

export type OriginPhase = (typeof originPhases)[number]

/** Where in an imported document the words stand. */
export type OpinionSource = Readonly<{ import: ImportId; paragraphs: readonly number[] }>

export type OpinionFacts = Readonly<{
  appraisal: AppraisalId
  channel: Channel
  raiserKind: RaiserKind
  receivedOn: Day
  phase: OriginPhase
  source: OpinionSource | null
  partOf: OpinionId | null
}>

/** The words as said, and who said them when that may be known. */
export type OpinionWords = Readonly<{ text: string; raiser: string }>

type Base = OpinionFacts & Readonly<{ words: Words<OpinionWords> }>

export type Opinion = ByStatus<{
  none: Nothing
  raised: Base
  answerable: Base & { matter: MatterId }
  exited: Base & { exit: Exit; reason: string; approval: Approval }
  split: Base & { parts: readonly OpinionId[] }
}>

export type OpinionEvent = ByType<{
  OpinionRaised: OpinionFacts & {
    opinion: OpinionId
    matter: MatterId | null
    words: Words<OpinionWords>
  }
  OpinionExited: { exit: Exit; approval: Approval; words: Words<{ reason: string }> }
  OpinionSplit: { parts: readonly OpinionId[]; words: Words<{ reason: string }> }
}>
