/**
 * What contradicts itself in the weights of a ballot: groups that decide together without saying how much each weighs,
 * weights that do not make 100 %, weights that no item or nobody's votes belong to. Source: domain.md §7 (weights seen).
 */
import type { Contradiction } from './contradiction.ts'
import type { SettingsWithSources } from './rule-book.ts'

type Settings = Pick<SettingsWithSources, 'voters' | 'officialBallot'>

export function weightFaults({ voters, officialBallot }: Settings): readonly Contradiction[] {
  return [...groupFaults(voters.value), ...itemFaults(officialBallot.value)]
}

function groupFaults(voters: Settings['voters']['value']): readonly Contradiction[] {
  const key = 'voters'
  const deciding = voters.filter(({ decides }) => decides)
  const idle = voters.some(({ decides, weight }) => !decides && weight !== undefined)
  if (idle || (deciding.length === 1 && (deciding[0]?.weight ?? 100) !== 100))
    return [
      {
        key,
        zh: '写了权重的人员不决定等次，或者只有一类人员决定等次。权重只用于几类人员共同决定等次。',
        en: 'Weights are only for several groups that decide together.',
      },
    ]
  if (deciding.length < 2) return []
  if (deciding.some(({ weight = 0 }) => weight === 0))
    return [
      {
        key,
        zh: '几类人员共同决定等次，请写明每类人员的权重（合计100%）；只供参考的，不勾选“决定等次”。',
        en: 'Several groups decide together: give each a weight, 100 % in all, or let them stand for information.',
      },
    ]
  const sum = deciding.reduce((all, { weight = 0 }) => all + weight, 0)
  if (sum === 100) return []
  return [
    {
      key,
      zh: `各类人员的权重合计${sum}%，应为100%。`,
      en: `The weights of the groups make ${sum} %, not 100 %.`,
    },
  ]
}

function itemFaults({
  items = [],
  itemWeights,
}: Settings['officialBallot']['value']): readonly Contradiction[] {
  const key = 'officialBallot'
  if (itemWeights === undefined) return []
  if (itemWeights.length !== items.length || itemWeights.includes(0))
    return [
      {
        key,
        zh: '按权重得出等次的，每个分项都要写明权重；不计权重的分项请删去。',
        en: 'Where items are weighed, every item needs a weight.',
      },
    ]
  const sum = itemWeights.reduce((all, weight) => all + weight, 0)
  if (sum === 100) return []
  return [
    {
      key,
      zh: `各分项的权重合计${sum}%，应为100%。`,
      en: `The weights of the items make ${sum} %, not 100 %.`,
    },
  ]
}
