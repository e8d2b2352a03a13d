/**
 * One row of the ballot on the official with all who marked it: what each other group's forms come to, and, where the
 * county's 办法 gives weights to groups or items, the weighted sum in place of the members' own grade.
 *
 *     a row:                its groups by their weights
 *     the overall question: with weights of items, every item by every group instead of its own marks
 *
 * Source: domain.md §6 (voters, ballotDimensions), §7 (weights seen), §11 (results per population).
 */
import { accept, refuse, type Result } from '../kernel/result.ts'
import {
  countOfficialBallot,
  type OfficialBox,
  type OfficialCountRefusal,
  type VoterGroup,
  type Voters,
} from '../rule-books/official-ballot.ts'
import type { RuleBook } from '../rule-books/rule-book.ts'
import { mainGroup, otherGroups, weighing } from '../rule-books/voter-groups.ts'
import { countWeighted, type BallotPart } from '../rule-books/weighted-ballot.ts'
import type { BallotAbout } from './ballot.ts'
import type { BallotCount } from './ballot-count.ts'
import type { JudgedRow } from './ballot-results.ts'

type Refusal = Readonly<{ group: VoterGroup; refusal: OfficialCountRefusal }>

export function withOthers(
  ballot: BallotAbout,
  count: BallotCount,
  at: number,
  own: JudgedRow,
  book: RuleBook,
): Result<JudgedRow, Refusal> {
  const others = groupReports(ballot, count, at, book)
  if (!others.ok) return others
  const told: JudgedRow = others.value.length === 0 ? own : { ...own, groups: others.value }
  const parts = partsOf(ballot, count, at, book)
  if (parts.length === 0) return accept(told)
  const sum = countWeighted(book.settings.officialBallot.value, parts)
  if (!sum.ok) return sum
  const { outcome: result, ...graded } = sum.value
  const words = { words: graded.steps.join(''), wordsEn: graded.stepsEn.join(' ') }
  return accept({ ...told, result, report: { ...own.report, ...graded, ...words } })
}

/** Each group besides the main one by the county's rule of its own denominator, for information. */
function groupReports(
  ballot: BallotAbout,
  count: BallotCount,
  at: number,
  { settings }: RuleBook,
): Result<NonNullable<JudgedRow['groups']>, Refusal> {
  const reports = []
  for (const { group, base } of otherGroups(settings.voters.value)) {
    const box = boxOf(ballot, count, group, at)
    if (!box) continue
    const counted = countOfficialBallot({ ...settings.officialBallot.value, base }, box)
    if (!counted.ok) return refuse({ group, refusal: counted.refusal })
    const { outcome: _, ...report } = counted.value
    reports.push({ group, report })
  }
  return accept(reports)
}

/** What weighs in this row; one part or none where nothing is weighed. */
function partsOf(
  ballot: BallotAbout,
  count: BallotCount,
  at: number,
  { settings }: RuleBook,
): readonly BallotPart[] {
  const voters = settings.voters.value
  const { items = [], itemWeights } = settings.officialBallot.value
  const own = { group: mainGroup(voters), weight: 100 }
  const groups = weighing(voters)
  const isOfItems = at === 0 && itemWeights !== undefined && items.length > 0
  const rows = isOfItems
    ? items.map((item, place) => ({ at: place + 1, item, weight: itemWeights[place] ?? 0 }))
    : [{ at, item: null, weight: 100 }]
  if (!isOfItems && groups.length === 0) return []
  return rows.flatMap(({ at: row, item, weight: itemWeight }) =>
    (groups.length > 0 ? groups : [own]).flatMap(({ group, weight: groupWeight }) => {
      const box = boxOf(ballot, count, group, row, voters)
      const base = baseOf(group, settings)
      return box ? [{ voter: { group, base }, item, groupWeight, itemWeight, box }] : []
    }),
  )
}

function baseOf(group: VoterGroup, { voters, officialBallot }: RuleBook['settings']) {
  if (group === mainGroup(voters.value)) return officialBallot.value.base
  return voters.value.find((one) => one.group === group)?.base ?? officialBallot.value.base
}

/** Undefined: this group handed in nothing. `voters` given: the main group's box is the ballot's own. */
function boxOf(
  ballot: BallotAbout,
  count: BallotCount,
  group: VoterGroup,
  at: number,
  voters?: Voters,
): OfficialBox | undefined {
  const isMain = voters !== undefined && group === mainGroup(voters)
  const invited = ballot.groups?.find((one) => one.group === group)
  const forms = isMain ? count : count.groups?.find((one) => one.group === group)?.count
  const row = forms?.rows[at]
  if (!forms || !row) return undefined
  const { spoiled, ...votes } = row
  const { issued, returned, invalid } = forms
  const box = { issued, returned, invalid: invalid + spoiled, votes }
  if (isMain) return { ...box, members: ballot.members, present: ballot.present }
  return invited && { ...box, members: invited.invited, present: invited.present, quorum: false }
}
