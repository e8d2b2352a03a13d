/**
 * How many have to have answered before anything is told of a group. A county may ask for more; fewer than five is no
 * group at all. Source: ballot.md section 6, no. 8 (below five nothing is secret), no. 9 (ten per combination of a survey).
 */
export const usualSmallestGroup = 10
export const leastSmallestGroup = 5

/**
 * What a survey is told by: fixed when it starts, so that no later rule makes groups finer of people who answered under
 * another; never below the floor, whatever a rule book says. Surveys that started before there was a rule have the usual.
 */
export function smallestGroupOf(asked: number | undefined): number {
  return Math.max(leastSmallestGroup, asked ?? usualSmallestGroup)
}

/** So many of a group must be left of whom nobody, not even one of the group, can say that they gave the common answer. */
export const leastOthers = 2
