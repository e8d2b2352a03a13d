/** Compares a count with a share by multiplying whole numbers: nothing is divided, nothing rounded. */
import { sumOf, type Figures } from './figures.ts'
import type { PointScale } from './point-scale.ts'
import type { Comparator, Condition, Share } from './rule.ts'

/** `amount` of `whole`: 17 votes of 33 members, or 2,870 points of 2,900. */
export type Measure = Readonly<{ amount: number; whole: number }>

/** What a line of a rule asks of the votes: heads of the base, or points of the most that the base could give. */
export function measureOf(
  { of }: Condition,
  figures: Figures,
  base: number,
  scale: PointScale,
): Measure {
  if (of !== 'points') return { amount: sumOf(figures, of), whole: base }
  const { satisfied, basically, dissatisfied } = figures
  const amount =
    satisfied * scale.satisfied + basically * scale.basically + dissatisfied * scale.dissatisfied
  return { amount, whole: base * scale.satisfied }
}

/** `gt`: beyond the line (超过); `ge`: on it or beyond (以上，含本数). Exact as long as both products stay below 2^53. */
export function reaches(measure: Measure, share: Share, comparator: Comparator): boolean {
  const [left, right] = bothSides(measure, share)
  switch (comparator) {
    case 'gt':
      return left > right
    case 'ge':
      return left >= right
  }
}

/** Exactly on the line, where the comparator alone decides. */
export function isExactly(measure: Measure, share: Share): boolean {
  const [left, right] = bothSides(measure, share)
  return left === right
}

/** amount ÷ whole against numerator ÷ denominator, with both divisions multiplied away. */
export function bothSides({ amount, whole }: Measure, share: Share): readonly [number, number] {
  return [amount * share.denominator, whole * share.numerator]
}
