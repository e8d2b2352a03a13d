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
  const alone: readonly RuleName[] = [rule]
  let change = 0
  let replacement = 0
  /** Input position minus current position, and newest position minus current position. */
  let back = 0
  let ahead = 0
  for (;;) {
    const old = changes[change]
    const made = replacements[replacement]
    if (old !== undefined && (made === undefined || endOf(old) <= made.at)) {
      composed.push(ahead === 0 ? old : { ...old, at: old.at + ahead })
      back = old.to - endOf(old)
      change += 1
    } else if (made !== undefined && (old === undefined || made.at + made.length <= old.at)) {
      const { at, length, after } = made
      composed.push({
        from: at + back,
        to: at + length + back,
        at: at + ahead,
        after,
        rules: alone,
      })
      ahead += after.length - length
      replacement += 1
    } else if (old === undefined || made === undefined) {
      return composed
    } else {
      const group = takeGroup(changes, change, replacements, replacement)
      const after = newWords(group)
      const from = group.start + back
      const last = group.changes.at(-1) ?? old
      back = last.to - endOf(last)
      const rules = rulesOf(group, after, rule)
      composed.push({ from, to: group.end + back, at: group.start + ahead, after, rules })
      ahead += after.length - (group.end - group.start)
      change += group.changes.length
      replacement += group.replacements.length
    }
  }
}

function endOf(change: Change): number {
  return change.at + change.after.length
}

type Group = { start: number; end: number; changes: Change[]; replacements: Replacement[] }

/** The next change and replacement, which share letters, with all that share letters with them. */
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
  if (after === '') return [rule]
  return [...new Set([...group.changes.flatMap((one) => one.rules), rule])]
}
