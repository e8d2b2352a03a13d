/**
 * Looks at every lone `?` and `??` of the text for damage that bytes can explain, offers the repairs,
 * and makes those that a person has accepted. At most 200 places a document are offered; behind them
 * one flag says that the list is cut short.
 * Source: design/documents.md §2, rule 4, and §5.
 */
import type { RuleName } from './cleaned.ts'
import type { Damage, DamageReader } from './damage.ts'
import { inputPosition } from './input-position.ts'
import { lostLabelBlank } from './lost-label-blank.ts'
import { type Manuscript, type Offer, type Remark, rewrite } from './manuscript.ts'
import { splitGloss } from './split-gloss.ts'
import { splitQuestion } from './split-question.ts'

export const MOST_REPAIRS = 200

export function repairDamage(
  paper: Manuscript,
  accepted: ReadonlySet<string>,
  isWebDamaged: boolean,
): Manuscript {
  const blanksBack = repairWith(paper, 'lost-label-blank', [lostLabelBlank], accepted, isWebDamaged)
  return repairWith(
    blanksBack,
    'shifted-bytes',
    [splitGloss, splitQuestion],
    accepted,
    isWebDamaged,
  )
}

function repairWith(
  paper: Manuscript,
  rule: RuleName,
  readers: readonly DamageReader[],
  accepted: ReadonlySet<string>,
  isWebDamaged: boolean,
): Manuscript {
  const { damages, cutShort } = findDamage(paper, readers, isWebDamaged)
  const open = damages.filter((one) => !isAgreed(paper, one, rule, accepted))
  const agreed = damages.filter((one) => isAgreed(paper, one, rule, accepted))
  const marked: Manuscript = {
    ...paper,
    offers: [...paper.offers, ...open.flatMap((one) => offerOf(paper, one, rule))],
    remarks: [...paper.remarks, ...open.map(remarkOn), ...cutShort],
    untouched: [...paper.untouched, ...open].sort((one, other) => one.start - other.start),
  }
  const replacements = agreed.map(({ start, end, offer }) => ({
    at: start,
    length: end - start,
    after: offer?.after ?? '',
  }))
  return rewrite(marked, rule, replacements)
}

function findDamage(paper: Manuscript, readers: readonly DamageReader[], isWebDamaged: boolean) {
  const damages: Damage[] = []
  const taken = new Set(paper.untouched.map(({ start }) => start))
  let done = 0
  for (const match of paper.text.matchAll(/[?\ufffd]+/g)) {
    const at = match.index
    const { length } = match[0]
    if (at < done || length > 2 || taken.has(at)) continue
    if (damages.length + paper.offers.length >= MOST_REPAIRS) {
      const cut: Remark = { kind: 'list-cut-short', start: at, end: at + length }
      return { damages, cutShort: [cut] }
    }
    const damage = readFirst(readers, paper, at, length, isWebDamaged)
    if (damage === undefined) continue
    damages.push(damage)
    done = damage.end
  }
  return { damages, cutShort: [] }
}

function readFirst(
  readers: readonly DamageReader[],
  paper: Manuscript,
  at: number,
  length: number,
  isWebDamaged: boolean,
): Damage | undefined {
  for (const read of readers) {
    const damage = read(paper, at, length, isWebDamaged)
    if (damage !== undefined) return damage
  }
  return undefined
}

/** Named by rule and by place in the input, so that accepting one does not rename another. */
function idOf(paper: Manuscript, { start }: Damage, rule: RuleName): string {
  return `${rule}@${inputPosition(paper, start)}`
}

function isAgreed(
  paper: Manuscript,
  damage: Damage,
  rule: RuleName,
  accepted: ReadonlySet<string>,
): boolean {
  return damage.offer !== undefined && accepted.has(idOf(paper, damage, rule))
}

function offerOf(paper: Manuscript, damage: Damage, rule: RuleName): readonly Offer[] {
  const { start, end, offer } = damage
  if (offer === undefined) return []
  return [{ id: idOf(paper, damage, rule), rule, start, end, inner: { start, end }, ...offer }]
}

function remarkOn({ start, end, kind }: Damage): Remark {
  return { kind, start, end }
}
