/**
 * What was counted, and the checks a clerk does by eye: the same voters judge every row, so every row adds up to the
 * valid forms, and valid and invalid forms make those returned.
 *
 *     R = V + invalid      V = 满意 + 基本满意 + 不满意 + 弃权 (+ 不了解) + 本行作废, for every row
 *     R > I: the ballot is void, whatever the rows say      I ≤ present − recused
 *
 * Source: domain.md §7 (checks a clerk does by eye), §6 (abstainHandling, overReturned).
 */
import type { ByCode } from '../kernel/one-of.ts'
import type { VoterGroup } from '../rule-books/official-ballot.ts'
import { voteKinds, type VoteKind } from '../verdicts/counting/rule.ts'

/** `spoiled`: several marks in this row of an otherwise valid form; it counts for nothing in this row. */
export type RowVotes = Readonly<Record<VoteKind, number>> & Readonly<{ spoiled: number }>

export const rowFields = [...voteKinds, 'spoiled'] as const

export type RowField = (typeof rowFields)[number]

export type BallotCount = Readonly<{
  issued: number
  returned: number
  invalid: number
  /** In the order of the form. */
  rows: readonly RowVotes[]
  /** The forms of those who vote beside the members, each group's counted apart: `group-forms.ts`. */
  groups?: readonly Readonly<{ group: VoterGroup; count: Omit<BallotCount, 'groups'> }>[]
}>

export type CountFault = ByCode<{
  'ballot-rows-differ': { given: number; wanted: number }
  'ballot-issued-to-many': { issued: number; entitled: number }
  'ballot-forms-do-not-add-up': { invalid: number; returned: number }
  'ballot-row-does-not-add-up': { row: number; sum: number; valid: number }
}>

/** Forms that came back and are not void as a whole. */
export function validForms({ returned, invalid }: BallotCount): number {
  return returned - invalid
}

export function sumOfRow(row: RowVotes): number {
  return rowFields.reduce((sum, field) => sum + row[field], 0)
}

/** More forms came back than went out (收回多于发出). What follows is the county’s to say: `decide-ballot.ts`. */
export function isOverReturned({ issued, returned }: BallotCount): boolean {
  return returned > issued
}

/** @param entitled - Present and not recused: nobody else is handed a form. */
export function countFault(
  count: BallotCount,
  rows: number,
  entitled: number,
): CountFault | undefined {
  const { issued, returned, invalid } = count
  if (count.rows.length !== rows)
    return { code: 'ballot-rows-differ', given: count.rows.length, wanted: rows }
  if (issued > entitled) return { code: 'ballot-issued-to-many', issued, entitled }
  // A box with more forms than were handed out is void; what is in it does not have to add up.
  if (isOverReturned(count)) return undefined
  if (invalid > returned) return { code: 'ballot-forms-do-not-add-up', invalid, returned }
  const valid = validForms(count)
  const at = count.rows.findIndex((row) => sumOfRow(row) !== valid)
  const row = count.rows[at]
  return row && { code: 'ballot-row-does-not-add-up', row: at + 1, sum: sumOfRow(row), valid }
}

/** One figure that two people counted differently. `row` counts from 0; null: the forms themselves. */
export type Difference = Readonly<{
  /** Absent: among the members' forms. */
  group?: VoterGroup
  row: number | null
  field: RowField | 'issued' | 'returned' | 'invalid'
  first: number
  second: number
}>

/** Cell by cell, empty when both are alike: forms first (`row` null), then rows, then the other groups of voters. */
export function differencesOf(first: BallotCount, second: BallotCount): readonly Difference[] {
  const forms = (['issued', 'returned', 'invalid'] as const).flatMap((field) =>
    different(null, field, first[field], second[field]),
  )
  const rows = first.rows.flatMap((row, at) =>
    rowFields.flatMap((field) => different(at, field, row[field], second.rows[at]?.[field] ?? 0)),
  )
  const groups = (first.groups ?? []).flatMap(({ group, count }) => {
    const other = second.groups?.find((one) => one.group === group)?.count
    return other ? differencesOf(count, other).map((one) => ({ ...one, group })) : []
  })
  return [...forms, ...rows, ...groups]
}

function different(
  row: number | null,
  field: Difference['field'],
  first: number,
  second: number,
): readonly Difference[] {
  return first === second ? [] : [{ row, field, first, second }]
}
