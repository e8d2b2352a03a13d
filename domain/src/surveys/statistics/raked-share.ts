/**
 * The share of a population whose blocks weigh what raking says they stand for. How many people are in a block is then
 * itself estimated, so nothing is gained from the strata: the interval is Wilson's at Kish's effective n, without any
 * credit for a finite population.
 *
 * Source: Kish 1965, section 11.7, and J. Official Statistics 8 (1992) 183 (1 + cv² of the weights).
 */
import type { Share } from './share.ts'
import type { Block } from './weighted-share.ts'
import { simpleShare, wilson } from './wilson.ts'

export function rakedShare(blocks: readonly Block[]): Share | null {
  const asked = blocks.filter(({ base }) => base > 0)
  const sum = (of: (block: Block, weight: number) => number) =>
    asked.reduce((all, block) => all + of(block, (block.size ?? 0) / block.answered), 0)
  const n = sum(({ base }) => base)
  const hits = sum((block) => block.hits)
  if (asked.some(({ size }) => size === null)) return simpleShare(hits, n, null)
  const weight = sum(({ base }, each) => base * each)
  if (n === 0 || weight === 0) return null
  const p = sum((block, each) => block.hits * each) / weight
  const effective = weight ** 2 / sum(({ base }, each) => base * each * each)
  return { p, n, ...wilson(p, effective), effective }
}
