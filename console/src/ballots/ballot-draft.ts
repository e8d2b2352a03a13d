/** Figures while they are typed: text in every cell, a count when all of it can be read. */
import {
  rowFields,
  type BallotCount,
  type RowField,
  type RowVotes,
} from '@luoshi/domain/ballots/ballot-count'
import type { VoterGroup } from '@luoshi/domain/rule-books/official-ballot'

export type RowDraft = Readonly<Record<RowField, string>>

export const formFields = ['issued', 'returned', 'invalid'] as const

export type FormField = (typeof formFields)[number]

/** `groups`: the forms of those who vote beside the members, each group's apart. */
export type BallotDraft = Readonly<Record<FormField, string>> &
  Readonly<{
    rows: readonly RowDraft[]
    groups?: Readonly<Partial<Record<VoterGroup, BallotDraft>>>
  }>

const emptyRow: RowDraft = {
  satisfied: '',
  basically: '',
  dissatisfied: '',
  abstain: '',
  unknown: '',
  spoiled: '',
}

export function emptyDraft(rows: number, groups: readonly VoterGroup[] = []): BallotDraft {
  const draft = {
    issued: '',
    returned: '',
    invalid: '',
    rows: Array.from({ length: rows }, () => emptyRow),
  }
  if (groups.length === 0) return draft
  return { ...draft, groups: Object.fromEntries(groups.map((group) => [group, draft])) }
}

export function draftOf({ groups = [], ...own }: BallotCount): BallotDraft {
  if (groups.length === 0) return ownDraft(own)
  const others = groups.map(({ group, count }) => [group, ownDraft(count)])
  return { ...ownDraft(own), groups: Object.fromEntries(others) }
}

function ownDraft({ issued, returned, invalid, rows }: BallotCount): BallotDraft {
  const text = String
  return {
    issued: text(issued),
    returned: text(returned),
    invalid: text(invalid),
    rows: rows.map((row) => ({
      satisfied: text(row.satisfied),
      basically: text(row.basically),
      dissatisfied: text(row.dissatisfied),
      abstain: text(row.abstain),
      unknown: text(row.unknown),
      spoiled: text(row.spoiled),
    })),
  }
}

export function withForm(draft: BallotDraft, field: FormField, text: string): BallotDraft {
  return { ...draft, [field]: text }
}

export function withCell(
  draft: BallotDraft,
  at: number,
  field: RowField,
  text: string,
): BallotDraft {
  const rows = draft.rows.map((row, place) => (place === at ? { ...row, [field]: text } : row))
  return { ...draft, rows }
}

/** Full-width digits come from Chinese input methods. */
export function figureOf(text: string): number | null {
  const plain = text
    .trim()
    .replaceAll(/[０-９]/g, (digit) => String('０１２３４５６７８９'.indexOf(digit)))
  return /^\d{1,6}$/.test(plain) ? Number(plain) : null
}

/** What nobody wrote down is none: abstentions, 不了解, spoiled. The grades must be written, be it 0. */
const mayBeEmpty: ReadonlySet<RowField> = new Set(['abstain', 'unknown', 'spoiled'])

export function rowOf(row: RowDraft, asked: readonly RowField[]): RowVotes | null {
  const none = { satisfied: 0, basically: 0, dissatisfied: 0, abstain: 0, unknown: 0, spoiled: 0 }
  let votes: RowVotes = none
  for (const field of rowFields) {
    if (!asked.includes(field)) continue
    const isLeftOut = row[field].trim() === '' && mayBeEmpty.has(field)
    const figure = isLeftOut ? 0 : figureOf(row[field])
    if (figure === null) return null
    votes = { ...votes, [field]: figure }
  }
  return votes
}

/** @param groups - Who voted beside the members; their forms must be readable too. */
export function wholeCountOf(
  draft: BallotDraft,
  asked: readonly RowField[],
  groups: readonly VoterGroup[],
): WholeCount | null {
  const own = countOf(draft, asked)
  const others = groups.flatMap((group) => {
    const one = draft.groups?.[group]
    const count = one && countOf(one, asked)
    return count ? [{ group, count }] : []
  })
  if (own === null || others.length < groups.length) return null
  return groups.length === 0 ? own : { ...own, groups: others }
}

/** As the server reads it. */
export type OwnCount = { issued: number; returned: number; invalid: number; rows: RowVotes[] }

export type WholeCount = OwnCount & { groups?: { group: VoterGroup; count: OwnCount }[] }

export function countOf(draft: BallotDraft, asked: readonly RowField[]): OwnCount | null {
  const [issued, returned] = [figureOf(draft.issued), figureOf(draft.returned)]
  const invalid = draft.invalid.trim() === '' ? 0 : figureOf(draft.invalid)
  const rows = draft.rows.flatMap((row) => rowOf(row, asked) ?? [])
  if (issued === null || returned === null || invalid === null) return null
  return rows.length === draft.rows.length ? { issued, returned, invalid, rows } : null
}
