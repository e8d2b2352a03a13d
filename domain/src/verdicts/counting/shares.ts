/** The share of every kind of vote, with its base named: a percentage without one says nothing. */
import { marks } from './grades.ts'
import type { Figures } from './figures.ts'
import { percentText } from './percent.ts'
import { voteKinds, type BaseKind, type Label, type CountingRule, type VoteKind } from './rule.ts'

export type VoteShare = Readonly<{
  label: Label
  count: number
  of: number
  base: BaseKind
  /** `23/28`, exact. */
  exact: string
  /** `82.14%`, half up, for print only. */
  percent: string
}>

export type VoteShares = Readonly<Partial<Record<VoteKind, VoteShare>>>

/** Only of the votes the ballot offers or that were cast all the same. */
export function sharesOf(
  figures: Figures,
  rule: CountingRule,
  base: BaseKind,
  of: number,
): VoteShares {
  const shown = voteKinds.filter((kind) => figures[kind] > 0 || isMainMark(kind, rule))
  const rows = shown.map((kind): readonly [VoteKind, VoteShare] => {
    const count = figures[kind]
    const label = markLabel(kind, rule)
    const percent = percentText(count, of)
    return [kind, { label, count, of, base, exact: `${count}/${of}`, percent }]
  })
  return Object.fromEntries(rows)
}

export function markLabel(kind: VoteKind, rule: CountingRule): Label {
  return rule.marks[kind] ?? marks.satisfaction[kind]
}

/** Abstentions and 不了解 are named only when there are some. */
export function isMainMark(kind: VoteKind, rule: CountingRule): boolean {
  return kind !== 'abstain' && kind !== 'unknown' && rule.marks[kind] !== undefined
}
