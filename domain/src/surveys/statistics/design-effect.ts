/**
 * What weights and strata cost or gain: how much larger the variance is than that of a simple random sample.
 *
 * Source: Kish, Survey Sampling, 1965, section 11.7 and J. Official Statistics 8 (1992) 183: 1 + cv² of the weights;
 * stratified variance: Cochran 1977, section 5.11, and Lohr, Sampling: Design and Analysis, section 4.2.
 */

/** So many answers of one weight each. */
export type Weighted = Readonly<{ n: number; weight: number }>

/** n Σw² / (Σw)²; 1 for equal weights. */
export function kishEffect(groups: readonly Weighted[]): number {
  const total = sum(groups.map(({ n, weight }) => n * weight))
  const n = sum(groups.map((group) => group.n))
  return (n * sum(groups.map(({ n: of, weight }) => of * weight * weight))) / (total * total)
}

/** One stratum: so many of its people, so many of them asked, the share of them, as fraction. */
export type StratumShare = Readonly<{ size: number; n: number; p: number }>

/** Variance of the stratified share Σ (N_h/N) p_h, each stratum with at least two answers. */
export function stratifiedVariance(strata: readonly StratumShare[]): number {
  const population = sum(strata.map(({ size }) => size))
  return sum(
    strata.map(({ size, n, p }) => {
      const part = size / population
      return (part * part * (1 - n / size) * p * (1 - p)) / (n - 1)
    }),
  )
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((before, one) => before + one, 0)
}
