/**
 * Rule: the members' votes decide, unless the county's 办法 lets other groups decide with them; then each group's share has a
 * weight, and all weights make 100 %. A rule book frozen before weights were asked for goes on by its first group alone.
 *
 * Source: domain.md §6 voters (members and deputies S14, with the team S41, deputies S103 S16, all circles S35), §7 (weights seen).
 */
import type { Voter, VoterGroup, Voters } from './official-ballot.ts'

/** The group whose forms are the ballot's own: the members where they vote, else the first that decides. */
export function mainGroup(voters: Voters): VoterGroup {
  const main = voters.find(({ group }) => group === 'members') ?? voters.find(decides) ?? voters[0]
  return main?.group ?? 'members'
}

/** Whose forms are counted beside those of the main group. */
export function otherGroups(voters: Voters): Voters {
  const main = mainGroup(voters)
  return voters.filter(({ group }) => group !== main)
}

export type Weighing = Readonly<{ group: VoterGroup; weight: number }>

/** Who decides together, each with its weight; empty where the main group decides alone. */
export function weighing(voters: Voters): readonly Weighing[] {
  const deciding = voters.filter(decides)
  const [only, ...more] = deciding
  if (only && more.length === 0 && only.group !== mainGroup(voters))
    return [{ group: only.group, weight: 100 }]
  const weighed = deciding.flatMap(({ group, weight = 0 }) =>
    weight > 0 ? [{ group, weight }] : [],
  )
  return deciding.length > 1 && weighed.length === deciding.length ? weighed : []
}

/** Groups without whose forms there is no result. */
export function neededGroups(voters: Voters): readonly VoterGroup[] {
  const main = mainGroup(voters)
  return weighing(voters).flatMap(({ group }) => (group === main ? [] : [group]))
}

function decides({ decides: does }: Voter): boolean {
  return does
}
