/**
 * Joins what earlier rules changed with what the next rule replaces, so that the sum is again one
 * list of disjoint changes between the input and the newest text. Linear in both lists.
 *
 * Pieces that only touch stay apart; pieces that share letters become one change bearing both rules.
 */
import type { RuleName } from './cleaned.ts'
import type { Replacement } from './manuscript.ts'

/** Units `from`..`to` of the input became `after`, which stands at `at` in the current text. */
export type Change = Readonly<{
  from: number
  to: number
  at: number
  after: string
  rules: readonly RuleName[]
}>

export function composeChanges(
  changes: readonly Change[],
  replacements: readonly Replacement[],
  rule: RuleName,
): readonly Change[] {
  const composed: Change[] = []
  let change = 0
  let replacement = 0
  /** Input position minus current position, and newest position minus current position. */
  let back = 0
  let ahead = 0
  while (change < changes.length || replacement < replacements.length) {
    const group = takeGroup(changes, change, replacements, replacement)
    change += group.changes.length
    replacement += group.replacements.length
    const last = group.changes.at(-1)
    const backAfter = last === undefined ? back : last.to - (last.at + last.after.length)
    const after = newWords(group)
    composed.push({
      from: group.start + back,
      to: group.end + backAfter,
      at: group.start + ahead,
      after,
      rules: rulesOf(group, after, rule),
    })
    back = backAfter
    ahead += after.length - (group.end - group.start)
  }
  return composed
}

type Group = { start: number; end: number; changes: Change[]; replacements: Replacement[] }

/** The next change or replacement with all that overlap it, each by sharing letters of the text. */
function takeGroup(
  changes: readonly Change[],
  changeIndex: number,
  replacements: readonly Replacement[],
  replacementIndex: number,
): Group {
  const group: Group = { start: 0, end: -1, changes: [], replacements: [] }
  for (;;) {
    const change = changes[changeIndex + group.changes.length]
    const replacement = replacements[replacementIndex + group.replacements.length]
    const changeSpan = change && { start: change.at, end: change.at + change.after.length }
    const replacementSpan = replacement && {
      start: replacement.at,
      end: replacement.at + replacement.length,
    }
    const changeFirst = comesFirst(changeSpan, replacementSpan)
    const span = changeFirst ? changeSpan : replacementSpan
    if (span === undefined) return group
    const isFirst = group.end < 0
    if (!isFirst && !sharesLetters(group, span)) return group
    if (changeFirst && change) group.changes.push(change)
    else if (replacement) group.replacements.push(replacement)
    if (isFirst) group.start = span.start
    group.end = Math.max(group.end, span.end)
  }
}

type Bounds = { start: number; end: number }

function comesFirst(one: Bounds | undefined, other: Bounds | undefined): boolean {
  if (one === undefined) return false
  if (other === undefined) return true
  if (one.start !== other.start) return one.start < other.start
  const otherIsEmpty = other.end === other.start
  return !otherIsEmpty || one.end === one.start
}

function sharesLetters(group: Bounds, next: Bounds): boolean {
  return next.start < group.end && (next.end > next.start || next.start > group.start)
}

/** The newest words of a group: the words of its changes, with its replacements made in them. */
function newWords(group: Group): string {
  if (group.replacements.length === 0) return group.changes[0]?.after ?? ''
  const pieces: string[] = []
  let done = group.start
  let next = 0
  // What no replacement covers belongs to a change that reaches over the edge of one.
  const copyUpTo = (end: number): void => {
    for (; next < group.changes.length; next += 1) {
      const one = group.changes[next]
      if (one === undefined || one.at >= end) return
      pieces.push(one.after.slice(Math.max(0, done - one.at), end - one.at))
      if (one.at + one.after.length > end) return
    }
  }
  for (const one of group.replacements) {
    copyUpTo(one.at)
    pieces.push(one.after)
    done = one.at + one.length
  }
  copyUpTo(group.end)
  return pieces.join('')
}

function rulesOf(group: Group, after: string, rule: RuleName): readonly RuleName[] {
  const [first, ...others] = group.changes
  if (first === undefined || (after === '' && group.replacements.length > 0)) return [rule]
  if (others.length === 0 && group.replacements.length === 0) return first.rules
  return [...new Set([...group.changes.flatMap((one) => one.rules), rule])]
}
