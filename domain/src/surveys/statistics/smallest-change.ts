/**
 * The smallest rise that two surveys of these sizes would find in four cases of five: what “no evidence” can and cannot
 * exclude.
 *
 * Source: Fleiss, Statistical Methods for Rates and Proportions, 2nd ed. 1981, section 3.2 (without continuity
 * correction), solved for the second share; the same as R's power.prop.test.
 */
import { z80, z95 } from './share.ts'

/** Effective numbers; null: everyone was asked. */
export type Sizes = Readonly<{ before: number | null; after: number | null }>

/** Fraction above `p`; null when even 100 % would not stand out. */
export function smallestChange(
  p: number,
  { before, after }: Sizes,
  { level, power }: Readonly<{ level: number; power: number }> = { level: z95, power: z80 },
): number | null {
  // Everyone was asked, both times: whatever differs has changed.
  if (before === null && after === null) return p < 1 ? 0 : null
  const one = before === null ? 0 : 1 / before
  const other = after === null ? 0 : 1 / after
  const stands = (rise: number) => {
    const second = p + rise
    // The pooled share weighs each side by its n.
    const pooled = (p * other + second * one) / (one + other)
    const chance = Math.sqrt(pooled * (1 - pooled) * (one + other))
    const spread = Math.sqrt(p * (1 - p) * one + second * (1 - second) * other)
    return rise >= level * chance + power * spread
  }
  if (p >= 1 || !stands(1 - p)) return null
  let fails = 0
  let holds = 1 - p
  for (let step = 0; step < 60; step += 1) {
    const middle = (fails + holds) / 2
    if (stands(middle)) holds = middle
    else fails = middle
  }
  return holds
}
