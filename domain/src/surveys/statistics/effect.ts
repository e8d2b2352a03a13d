/**
 * Whether it became better: the difference between two waves has to be larger than chance explains, or it is “no
 * evidence”, which is neither “no effect” nor a failure, and says how large a change would have been seen.
 *
 * A survey open to all comers stands for nobody but those who came, so it gives no evidence either way.
 * Source: seed map S10; issue “The survey and the effect”, points 5 and 6.
 */
import { difference, type Difference } from './difference.ts'
import type { Share } from './share.ts'
import { smallestChange } from './smallest-change.ts'

export const verdicts = ['improved', 'worse', 'no evidence'] as const

export type EffectVerdict = (typeof verdicts)[number]

export const effectVerdictLabels: Readonly<
  Record<EffectVerdict, Readonly<{ zh: string; en: string }>>
> = {
  improved: { zh: '好转', en: 'improved' },
  worse: { zh: '变差', en: 'worse' },
  'no evidence': { zh: '尚无证据', en: 'no evidence' },
}

export type Effect = Readonly<{
  before: Share
  after: Share
  difference: Difference
  verdict: EffectVerdict
  smallestDetectable: number | null
}>

export function effectOf(before: Share, after: Share, standsForMany: boolean = true): Effect {
  const apart = difference(before, after)
  return {
    before,
    after,
    difference: apart,
    verdict: standsForMany ? verdictOf(apart) : 'no evidence',
    smallestDetectable: smallestChange(before.p, {
      before: before.effective,
      after: after.effective,
    }),
  }
}

function verdictOf({ low, high }: Difference): EffectVerdict {
  if (low > 0) return 'improved'
  return high < 0 ? 'worse' : 'no evidence'
}
