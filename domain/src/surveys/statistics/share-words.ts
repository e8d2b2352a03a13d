/**
 * A share and an effect in a sentence: the percentage only together with its n and its interval, because these are the
 * only functions that print one.
 */
import type { Effect } from './effect.ts'
import type { Share } from './share.ts'

type Label = Readonly<{ zh: string; en: string }>

/** One place after the point; 5 % is never printed as 0.05. */
function percent(value: number): string {
  return `${(Math.round(value * 1000) / 10).toFixed(1)}%`
}

/** Points between two percentages, with their sign. */
function points(value: number): string {
  const rounded = Math.round(value * 1000) / 10
  if (rounded === 0) return '0.0'
  return rounded > 0 ? `+${rounded.toFixed(1)}` : rounded.toFixed(1)
}

export function shareWords({ p, n, low, high, effective }: Share): Label {
  if (effective === null)
    return {
      zh: `${percent(p)}（n=${n}，应答者即全体，没有抽样误差）`,
      en: `${percent(p)} (n=${n}, everyone answered: no sampling error)`,
    }
  return {
    zh: `${percent(p)}（n=${n}，95%置信区间 ${percent(low)}至${percent(high)}）`,
    en: `${percent(p)} (n=${n}, 95% interval ${percent(low)} to ${percent(high)})`,
  }
}

/** How far two waves are apart, with the interval of the distance. */
export function differenceWords({
  difference: { d, low, high },
}: Pick<Effect, 'difference'>): Label {
  return {
    zh: `相差 ${points(d)} 个百分点（95%置信区间 ${points(low)}至${points(high)}）`,
    en: `${points(d)} points apart (95% interval ${points(low)} to ${points(high)})`,
  }
}

/** @param standsForMany - False: of whoever came, so that no sample of any size would show a change of the people. */
export function effectWords(effect: Effect, standsForMany: boolean = true): Label {
  const { before, after, verdict, smallestDetectable } = effect
  const apart = differenceWords(effect)
  const seen = !standsForMany
    ? { zh: '自愿参与，不代表全体', en: 'whoever wished took part, and stands for nobody else' }
    : smallestDetectable === null
      ? { zh: '即使升到100%，这样的样本也看不出来', en: 'even 100% would not stand out' }
      : {
          zh: `这样的样本至少要提高 ${points(smallestDetectable).replace('+', '')} 个百分点才看得出来`,
          en: `a rise of ${points(smallestDetectable).replace('+', '')} points is the smallest that would be seen`,
        }
  const told = {
    improved: { zh: '好转，超出了抽样误差', en: 'better, beyond what chance explains' },
    worse: { zh: '变差，超出了抽样误差', en: 'worse, beyond what chance explains' },
    'no evidence': {
      zh: `尚无证据说明有变化，也不等于没有变化：${seen.zh}`,
      en: `no evidence of a change, which is not evidence of none: ${seen.en}`,
    },
  }[verdict]
  return {
    zh: `此前 ${shareWords(before).zh}，此后 ${shareWords(after).zh}；${apart.zh}。${told.zh}。`,
    en: `Before ${shareWords(before).en}, after ${shareWords(after).en}; ${apart.en}: ${told.en}.`,
  }
}
