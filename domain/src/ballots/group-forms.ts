/**
 * Forms of those who vote beside the members (人大代表、评议组、社会各界): how many were invited and came, and their marks on
 * the same rows, counted apart from the members' and never mixed with them. They form no body by law, so no quorum is asked.
 *
 * Source: domain.md §6 voters (S14, S41, S35), §11 (keep results separate per population).
 */
import type { ByCode } from '../kernel/one-of.ts'
import { voterGroupLabels } from '../rule-books/choice-words.ts'
import type { VoterGroup, Voters } from '../rule-books/official-ballot.ts'
import { neededGroups, otherGroups } from '../rule-books/voter-groups.ts'
import type { BallotSource } from './ballot.ts'
import { countFault, isOverReturned, type BallotCount, type CountFault } from './ballot-count.ts'
import type { BallotSubject } from './ballot-rows.ts'

export type InvitedGroup = Readonly<{
  group: VoterGroup
  /** 应参加人数 */
  invited: number
  present: number
}>

/** What a group's forms came to: the figures of a ballot of its own. */
export type GroupForms = Readonly<{ group: VoterGroup; count: OwnCount }>

type OwnCount = Omit<BallotCount, 'groups'>

export type GroupFault = ByCode<{
  'ballot-group-unknown': { group: VoterGroup }
  'ballot-group-missing': { group: VoterGroup }
  'ballot-group-twice': { group: VoterGroup }
  'ballot-group-too-many': { group: VoterGroup; present: number; invited: number }
  'ballot-group-empty': { group: VoterGroup }
  'ballot-group-cast-here': { group: VoterGroup }
  'ballot-group-forms': { group: VoterGroup; fault: CountFault }
}>

/** Only the official is judged by others than the members, and only where forms are counted by hand. */
export function invitedFault(
  {
    subject,
    source,
    groups: invited,
  }: Readonly<{
    subject: BallotSubject
    source: BallotSource
    groups: readonly InvitedGroup[]
  }>,
  rules: Voters,
): GroupFault | undefined {
  const voters = subject.type === 'official' ? rules : []
  const [beside] = [...neededGroups(voters), ...invited.map(({ group }) => group)]
  if (source.type === 'castHere' && beside) return { code: 'ballot-group-cast-here', group: beside }
  const known = otherGroups(voters).map(({ group }) => group)
  const names = invited.map(({ group }) => group)
  const unknown = names.find((group) => !known.includes(group))
  if (unknown) return { code: 'ballot-group-unknown', group: unknown }
  const twice = names.find((group, at) => names.indexOf(group) !== at)
  if (twice) return { code: 'ballot-group-twice', group: twice }
  const missing = neededGroups(voters).find((group) => !names.includes(group))
  if (missing) return { code: 'ballot-group-missing', group: missing }
  const over = invited.find(({ present, invited: all }) => present > all)
  if (over) return { code: 'ballot-group-too-many', ...over }
  const empty = invited.find(({ present }) => present === 0)
  return empty && { code: 'ballot-group-empty', group: empty.group }
}

/** Every group that was there hands in its forms, checked as the members' are. */
export function groupFault(
  given: readonly GroupForms[],
  invited: readonly InvitedGroup[],
  rows: number,
): GroupFault | undefined {
  const unknown = given.find(({ group }) => !invited.some((one) => one.group === group))
  if (unknown) return { code: 'ballot-group-unknown', group: unknown.group }
  for (const { group, present } of invited) {
    const [forms, second] = given.filter((one) => one.group === group)
    if (!forms) return { code: 'ballot-group-missing', group }
    if (second) return { code: 'ballot-group-twice', group }
    const fault = countFault(forms.count, rows, present)
    if (fault) return { code: 'ballot-group-forms', group, fault }
  }
  return undefined
}

/** One box with more forms in it than were handed out spoils the ballot, whoever's box it is. */
export function surplusOf(count: BallotCount): Readonly<{ who: string; count: OwnCount }> | null {
  if (isOverReturned(count)) return { who: '', count }
  const over = count.groups?.find((one) => isOverReturned(one.count))
  return over ? { who: voterGroupLabels[over.group].zh, count: over.count } : null
}
