/** How a population was weighted, or why it was not: one sentence for page, paper and exports. */
import type { Population } from '../population.ts'
import type { RakingRefusal } from '../statistics/rake.ts'
import type { Margin } from '../weighting.ts'
import type { WeightPlan } from './weight-plan.ts'

type Label = Readonly<{ zh: string; en: string }>

const nothing: Label = { zh: '', en: '' }

export function weightingWords(
  { sizeSource, strata, weighting }: Population,
  { how, refusal }: Omit<WeightPlan, 'raked'>,
): Label {
  const margins = weighting?.type === 'margins' ? weighting.margins : []
  if (refusal) return refusedWords(refusal, margins)
  switch (how) {
    case 'none':
      return weighting?.type === 'none'
        ? { zh: '不加权，调查开始前已经确定。', en: 'Not weighted, as was fixed before it began.' }
        : nothing
    case 'strata': {
      if (strata.length < 2) return nothing
      if (strata.some(({ size }) => size === null))
        return { zh: '各层人数不全，不加权。', en: 'Not weighted: sizes of strata are missing.' }
      const from = sizeSource.trim()
      return from === ''
        ? { zh: '按各层人数加权。', en: 'Weighted by the sizes of the strata.' }
        : {
            zh: `按各层人数加权，人数依据：${from}。`,
            en: `Weighted by the sizes of the strata (source: ${from}).`,
          }
    }
    case 'margins': {
      const zh = margins.map(({ name, source }) => `${name}（依据：${source}）`).join('，')
      const en = margins.map(({ name, source }) => `${name} (source: ${source})`).join(', ')
      return {
        zh: `按边际人数迭代加权：${zh}。`,
        en: `Raked to the margins ${en}.`,
      }
    }
  }
}

function refusedWords(refusal: RakingRefusal, margins: readonly Margin[]): Label {
  const { zh, en } = whyNot(refusal, margins)
  return { zh: `没有加权：${zh}。`, en: `Not weighted: ${en}.` }
}

function whyNot(refusal: RakingRefusal, margins: readonly Margin[]): Label {
  const nameOf = (wanted: string) => margins.find(({ code }) => code === wanted)?.name ?? wanted
  switch (refusal.code) {
    case 'raking-margins-disagree': {
      const [one, other] = [refusal.one, refusal.other].map(nameOf)
      return {
        zh: `“${one}”和“${other}”的总人数不一致`,
        en: `the totals of ${one} and ${other} differ`,
      }
    }
    case 'raking-level-unanswered':
    case 'raking-level-unknown': {
      const { dimension, level } = refusal
      const found = margins.find(({ code }) => code === dimension)
      const called = found?.levels.find(({ code }) => code === level)?.name ?? level
      return {
        zh: `“${nameOf(dimension)}”中的“${called}”没有人作答，边际人数无法满足`,
        en: `nobody answered in ${called} of ${nameOf(dimension)}, so the margin cannot hold`,
      }
    }
    case 'raking-not-converged':
      return { zh: '边际人数相互矛盾，算不出权数', en: 'the margins contradict each other' }
    case 'raking-weights-uneven':
      return {
        zh: `最重和最轻的答卷相差${Math.round(refusal.ratio)}倍，超过20倍，加权得不偿失`,
        en: `the heaviest answer weighs ${Math.round(refusal.ratio)} times the lightest, more than 20`,
      }
  }
}
