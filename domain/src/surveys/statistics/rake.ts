/**
 * Raking: sizes of the cells of a table (town × age) when only its margins are known (so many in each town, so many of
 * each age): the cells that were seen are scaled to one margin after the other until all of them hold.
 *
 * Source: Deming & Stephan 1940 (Annals of Mathematical Statistics 11:427); limits of use: Kalton & Flores-Cervantes
 * 2003 (J. Official Statistics 19:81): margins with an empty level cannot hold, and weights that are too uneven cost
 * more than they mend.
 */
import type { ByCode, Nothing } from '../../kernel/one-of.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'

/** `levels`: one of every dimension. `n`: answers of the cell. */
export type RakingCell = Readonly<{ levels: Readonly<Record<string, string>>; n: number }>

/** Dimension → level → how many people. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>

export type RakingRefusal = ByCode<{
  'raking-margins-disagree': { one: string; other: string }
  'raking-level-unanswered': { dimension: string; level: string }
  'raking-level-unknown': { dimension: string; level: string }
  'raking-not-converged': Nothing
  'raking-weights-uneven': { ratio: number }
}>

const mostRounds = 500
const tolerance = 1e-9
/** Heaviest to lightest answer. */
const mostUneven = 20

/** The people each cell stands for, in the order of the cells. */
export function rake(
  cells: readonly RakingCell[],
  margins: Margins,
): Result<readonly number[], RakingRefusal> {
  const fault = marginFault(cells, margins)
  if (fault) return refuse(fault)
  let sizes = cells.map(({ n }) => n)
  for (let round = 0; round < mostRounds; round += 1) {
    for (const [dimension, levels] of Object.entries(margins))
      sizes = scaled(cells, sizes, dimension, levels)
    if (farthest(cells, sizes, margins) <= tolerance) return checkEvenness(cells, sizes)
  }
  return refuse({ code: 'raking-not-converged' })
}

type Levels = Readonly<Record<string, number>>

function scaled(
  cells: readonly RakingCell[],
  sizes: readonly number[],
  dimension: string,
  levels: Levels,
): number[] {
  const sums = sumsOf(cells, sizes, dimension)
  return cells.map((cell, at) => {
    const level = cell.levels[dimension] ?? ''
    const before = sums.get(level) ?? 0
    return before === 0 ? 0 : ((sizes[at] ?? 0) * (levels[level] ?? 0)) / before
  })
}

function sumsOf(
  cells: readonly RakingCell[],
  sizes: readonly number[],
  dimension: string,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const [at, cell] of cells.entries()) {
    const level = cell.levels[dimension] ?? ''
    sums.set(level, (sums.get(level) ?? 0) + (sizes[at] ?? 0))
  }
  return sums
}

/** As a fraction of the level that is farthest off. */
function farthest(
  cells: readonly RakingCell[],
  sizes: readonly number[],
  margins: Margins,
): number {
  return Math.max(
    0,
    ...Object.entries(margins).flatMap(([dimension, levels]) => {
      const sums = sumsOf(cells, sizes, dimension)
      return Object.entries(levels)
        .filter(([, target]) => target > 0)
        .map(([level, target]) => Math.abs((sums.get(level) ?? 0) - target) / target)
    }),
  )
}

function marginFault(cells: readonly RakingCell[], margins: Margins): RakingRefusal | null {
  const totals = Object.entries(margins).map(([dimension, levels]) => ({
    dimension,
    total: Object.values(levels).reduce((a, b) => a + b, 0),
  }))
  const first = totals[0]
  const other = totals.find((one) => first && Math.abs(one.total - first.total) > tolerance)
  if (first && other)
    return { code: 'raking-margins-disagree', one: first.dimension, other: other.dimension }
  for (const [dimension, levels] of Object.entries(margins)) {
    const seen = sumsOf(
      cells,
      cells.map(({ n }) => n),
      dimension,
    )
    for (const [level, n] of seen)
      if (n > 0 && (levels[level] ?? 0) <= 0)
        return { code: 'raking-level-unknown', dimension, level }
    for (const [level, target] of Object.entries(levels))
      if (target > 0 && (seen.get(level) ?? 0) === 0)
        return { code: 'raking-level-unanswered', dimension, level }
  }
  return null
}

function checkEvenness(
  cells: readonly RakingCell[],
  sizes: readonly number[],
): Result<readonly number[], RakingRefusal> {
  const weights = cells.flatMap(({ n }, at) => (n > 0 ? [(sizes[at] ?? 0) / n] : []))
  const ratio = Math.max(...weights) / Math.min(...weights)
  return ratio > mostUneven ? refuse({ code: 'raking-weights-uneven', ratio }) : accept(sizes)
}
