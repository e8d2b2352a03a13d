/**
 * What holds and yet has to be known: votes that the figures give away, tokens and papers that did not come back. Where there
 * is paper, ballots cast here and paper are counts of their own, and the register names who took which.
 * Source: ballot.md 4 no. 13; 6 no. 8; test 52.
 */
import type { Manifest } from '../protocol/manifest.ts'
import type { IssuedCounts } from './issued-register.ts'
import { unanimous, type Tally } from './tally.ts'

export type Warning =
  /** `of`: all ballots, or all that were cast here, or all on paper. */
  | Readonly<{ kind: 'unanimous'; contest: number; of: 'all' | 'cast' | 'paper' }>
  /** Fewer than `kMin` on the roll, or with a token. */
  | Readonly<{ kind: 'small'; contest: number }>
  /** Tokens that no ballot used (with one issuer, the room for stuffing); paper ballots that were not counted. */
  | Readonly<{ kind: 'unused' | 'unreturned'; contest: number; count: number }>

type Counted = Readonly<{
  electronic: Tally
  /** Nothing before the count keys are published. */
  opened: Readonly<{ paper: Tally; total: Tally }> | null
  isPaperCounted: boolean
}>

export function warningsOf(
  { contests, kMin }: Manifest,
  issued: readonly IssuedCounts[],
  { electronic, opened, isPaperCounted }: Counted,
): readonly Warning[] {
  return contests.flatMap(({ eligible }, contest): readonly Warning[] => {
    const { tokens = [], paper = 0 } = issued[contest] ?? {}
    const most = Math.max(0, ...tokens)
    const unused = most - (electronic[contest]?.cast ?? 0)
    const unreturned = isPaperCounted ? paper - (opened?.paper[contest]?.cast ?? 0) : 0
    return [
      ...alike(contest, electronic, opened),
      ...(eligible < kMin || (most > 0 && most < kMin)
        ? [{ kind: 'small', contest } as const]
        : []),
      ...(unused > 0 ? [{ kind: 'unused', contest, count: unused } as const] : []),
      ...(unreturned > 0 ? [{ kind: 'unreturned', contest, count: unreturned } as const] : []),
    ]
  })
}

function alike(contest: number, electronic: Tally, opened: Counted['opened']): readonly Warning[] {
  if (!opened) return []
  const of = (tally: Tally) => {
    const one = tally[contest]
    return one !== undefined && unanimous(one)
  }
  if (of(opened.total)) return [{ kind: 'unanimous', contest, of: 'all' }]
  return [
    ...(of(electronic) ? [{ kind: 'unanimous', contest, of: 'cast' } as const] : []),
    ...(of(opened.paper) ? [{ kind: 'unanimous', contest, of: 'paper' } as const] : []),
  ]
}
