/**
 * The figures of a ballot, after the checks that a clerk does by eye.
 *
 * Source of the checks: quorum 组织法第五十一条; 收回多于发出为无效 from published ballot rules;
 * blank or multiple marks are not counted.
 */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { CountInput, Votes } from './count-input.ts'
import type { CountField, CountRefusal } from './count-refusal.ts'
import { voteKinds, type BaseKind, type CountingRule, type VoteKind } from './rule.ts'

export type Figures = Readonly<Record<VoteKind, number>> &
  Readonly<{
    members: number
    present: number
    /** Absent when nobody counted the ballots that were handed out. */
    issued?: number
    returned: number
    invalid: number
    /** Votes that the rule counts as valid. */
    valid: number
  }>

/** More people than any congress or survey of raters has, and small enough for exact products. */
const most = 1_000_000

/** Refused, by the first fault found: numbers that are not whole, no quorum, ballots that do not add up. */
export function figuresOf(input: CountInput, rule: CountingRule): Result<Figures, CountRefusal> {
  const wrong = wrongNumber(input)
  if (wrong) return refuse(wrong)

  const { members, present, issued, votes, quorum = rule.quorum } = input
  if (members === 0) return refuse({ code: 'no-members' })
  if (present > members) return refuse({ code: 'more-present-than-members', present, members })
  if (quorum && 2 * present <= members) return refuse({ code: 'no-quorum', present, members })

  const each = everyVote(votes)
  const marked = sumOf(each, voteKinds)
  const returned = input.returned ?? marked + (input.invalid ?? 0)
  const invalid = input.invalid ?? returned - marked
  const valid = sumOf(each, rule.valid)
  const figures = { members, present, returned, invalid, valid, ...each }
  const fault = ballotFault(marked, figures, issued)
  if (fault) return refuse(fault)
  return accept(issued === undefined ? figures : { ...figures, issued })
}

export function sumOf(
  votes: Readonly<Record<VoteKind, number>>,
  kinds: readonly VoteKind[],
): number {
  return kinds.reduce((sum, kind) => sum + votes[kind], 0)
}

/** The number a share is taken of. `issued` stays undefined when it was not counted. */
export function baseValue(figures: Figures, base: BaseKind): number | undefined {
  return base === 'allMembers' ? figures.members : figures[base]
}

function everyVote(votes: Votes): Readonly<Record<VoteKind, number>> {
  return { ...votes, abstain: votes.abstain ?? 0, unknown: votes.unknown ?? 0 }
}

function ballotFault(
  marked: number,
  { present, returned, invalid }: Omit<Figures, 'issued'>,
  issued: number | undefined,
): CountRefusal | undefined {
  if (issued !== undefined && returned > issued) return { code: 'over-returned', returned, issued }
  if (returned > present) return { code: 'more-votes-than-present', cast: returned, present }
  if (marked > returned) return { code: 'more-votes-than-returned', marked, returned }
  if (marked + invalid !== returned) return { code: 'does-not-add-up', marked, invalid, returned }
  return marked === 0 ? { code: 'nobody-voted' } : undefined
}

/** JavaScript callers and JSON can bring anything, so every number is looked at. */
function wrongNumber(input: CountInput): CountRefusal | undefined {
  const { members, present, issued = 0, returned = 0, invalid = 0, votes } = input
  const every = { members, present, issued, returned, invalid, ...everyVote(votes) }
  const fields: readonly CountField[] = [...plainFields, ...voteKinds]
  const field = fields.find((one) => !isCount(every[one]))
  return field && { code: 'not-a-count', field, given: String(every[field]) }
}

const plainFields = ['members', 'present', 'issued', 'returned', 'invalid'] as const

function isCount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most
}
