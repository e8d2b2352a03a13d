/** A weighted result in words: each part of its own denominator, then every line of the rule with the sum held against it. */
import { sumOf } from '../verdicts/counting/figures.ts'
import { percentText } from '../verdicts/counting/percent.ts'
import type {
  Comparator,
  Condition,
  CountingRule,
  Grade,
  Label,
} from '../verdicts/counting/rule.ts'
import { markLabel } from '../verdicts/counting/shares.ts'
import type { Tally } from '../verdicts/counting/tally.ts'
import { thresholdWords } from '../verdicts/counting/threshold-words.ts'
import type { Weighed } from '../verdicts/counting/weighted.ts'
import { groupBaseWords, voterGroupLabels } from './choice-words.ts'
import type { BallotPart } from './weighted-ballot.ts'

/** 德（权重20%），人大代表（权重30%）：满意45票，占应参加人员60人的75.00%。 */
export function partWords(
  { voter, item, groupWeight, itemWeight }: BallotPart,
  tally: Tally,
): Label {
  const { figures, rule, value } = tally
  const group = voterGroupLabels[voter.group]
  const of = groupBaseWords(voter, value)
  const marks = rule.steps[0]?.when.of
  const kinds = marks === undefined || marks === 'points' ? (['satisfied'] as const) : marks
  const label = kinds.map((kind) => markLabel(kind, rule))
  const votes = sumOf(figures, kinds)
  const share = percentText(votes, value)
  const zhItem = item === null ? '' : `${item}${weightZh(itemWeight)}，`
  const enItem = item === null ? '' : `${item}${weightEn(itemWeight)}, `
  return {
    zh: `${zhItem}${group.zh}${weightZh(groupWeight)}：${label.map(({ zh }) => zh).join('加')}${votes}票，占${of.zh}的${share}。`,
    en: `${enItem}${group.en}${weightEn(groupWeight)}: ${votes} ${label.map(({ en }) => en).join(' + ')}, ${share} of ${of.en}.`,
  }
}

const weightZh = (weight: number) => (weight === 100 ? '' : `（权重${weight}%）`)
const weightEn = (weight: number) => (weight === 100 ? '' : ` (${weight} %)`)

type Line = Readonly<{
  grade: Grade
  when: Condition
  comparator: Comparator
  weighed: readonly Weighed[]
  percent: string
  holds: boolean
}>

/** More terms than these are only named by their number. */
const mostTerms = 6

/** 满意票按权重合计：70%×84.85%＋30%×75.00%，为81.89%，达到半数以上（含半数）。 */
export function lineWords(
  { when, comparator, weighed, percent, holds }: Line,
  rule: CountingRule,
): Label {
  const what = votesOf(when, rule)
  const line = thresholdWords(when.share, comparator)
  const all = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const terms = weighed.map(({ weight, amount, whole }) => {
    return `${percentText(weight, all, 'trimmed')}×${percentText(amount, whole)}`
  })
  const isShort = weighed.length <= mostTerms
  const zhTerms = isShort ? `：${terms.join('＋')}` : `（${weighed.length}项）`
  const enTerms = isShort ? `: ${terms.join(' + ')}` : ` (${weighed.length} parts)`
  return {
    zh: `${what.zh}按权重合计${zhTerms}，为${percent}，${holds ? '达到' : '没有达到'}“${line.zh}”。`,
    en: `${what.en} by weight${enTerms} = ${percent}, ${holds ? 'reaching' : 'short of'} “${line.en}”.`,
  }
}

function votesOf({ of }: Condition, rule: CountingRule): Label {
  if (of === 'points') return { zh: '得分', en: 'Points' }
  const labels = of.map((kind) => markLabel(kind, rule))
  return {
    zh: `${labels.map(({ zh }) => zh).join('加')}票`,
    en: labels.map(({ en }) => en).join(' + '),
  }
}

/** The rule as it was published, and how it is weighed here. */
export function ruleOfWeights(parts: readonly BallotPart[], { text }: CountingRule): string {
  const groups = new Map(parts.map(({ voter, groupWeight }) => [voter.group, groupWeight]))
  const items = new Map(
    parts.flatMap(({ item, itemWeight }) => (item === null ? [] : [[item, itemWeight] as const])),
  )
  const said = [
    groups.size > 1
      ? [...groups].map(([group, weight]) => `${voterGroupLabels[group].zh}${weight}%`).join('、')
      : '',
    items.size > 0 ? [...items].map(([item, weight]) => `${item}${weight}%`).join('、') : '',
  ].filter((one) => one !== '')
  return `${text}（按本级办法加权：${said.join('；')}）`
}
