/** The effect of two simple samples, A of N each, from one population whose size may be known. */
import { bilingual, type Bilingual } from '../../kernel/explanation.ts'
import type { ByCode, Nothing } from '../../kernel/one-of.ts'
import { accept, refuse, type Result } from '../../kernel/result.ts'
import { effectOf, type Effect } from './effect.ts'
import type { Share } from './share.ts'
import { simpleShare } from './wilson.ts'

/** `hits` satisfied of `n` who answered. */
export type Hits = Readonly<{ hits: number; n: number }>

export type SimpleEffectRefusal = ByCode<{
  'nobody-answered': Nothing
  'more-satisfied-than-answered': Hits
  'population-smaller-than-answers': { population: number; n: number }
}>

export function simpleEffect(
  before: Hits,
  after: Hits,
  population: number | null,
): Result<Effect, SimpleEffectRefusal> {
  const first = shareOf(before, population)
  if (!first.ok) return first
  const second = shareOf(after, population)
  return second.ok ? accept(effectOf(first.value, second.value)) : second
}

function shareOf({ hits, n }: Hits, population: number | null): Result<Share, SimpleEffectRefusal> {
  if (hits > n) return refuse({ code: 'more-satisfied-than-answered', hits, n })
  if (population !== null && population < n)
    return refuse({ code: 'population-smaller-than-answers', population, n })
  const share = simpleShare(hits, n, population)
  return share ? accept(share) : refuse({ code: 'nobody-answered' })
}

export function explainSimpleEffectRefusal(refusal: SimpleEffectRefusal): Bilingual {
  switch (refusal.code) {
    case 'nobody-answered':
      return bilingual(
        '没有人作答，算不出满意率。',
        '请填写作答人数，例如 81/263。',
        'Nobody answered: there is no share.',
        'Give how many answered, as in 81/263.',
      )
    case 'more-satisfied-than-answered':
      return bilingual(
        `满意 ${refusal.hits} 人，多于作答 ${refusal.n} 人。`,
        '请按“满意人数/作答人数”填写。',
        `${refusal.hits} satisfied is more than the ${refusal.n} who answered.`,
        'Write satisfied/answered.',
      )
    case 'population-smaller-than-answers':
      return bilingual(
        `总体 ${refusal.population} 人，少于作答 ${refusal.n} 人。`,
        '请核对总体人数；不清楚时不填。',
        `A population of ${refusal.population} is smaller than the ${refusal.n} who answered.`,
        'Check its size, or leave it out when it is not known.',
      )
  }
}
