/**
 * How the grade of a ballot follows, as one sentence to be read out: the county's own lines, comparator and base, wherever
 * they differ from the words the rule was published in.
 * Source: domain.md §7 (boundary words, the base named in print); 民法典第一千二百五十九条.
 */
import { countingRules } from '../verdicts/counting/rules.ts'
import { ruleWithLines } from '../verdicts/counting/rule-with-lines.ts'
import type { Comparator, Condition, CountingRule, Share } from '../verdicts/counting/rule.ts'
import { markLabel } from '../verdicts/counting/shares.ts'
import { baseLabels, thresholdWords } from '../verdicts/counting/threshold-words.ts'
import type { AxisRule } from './axis-rule.ts'

/** 满意票达到全体组成人员的半数以上（含半数）的，为满意；…；其余为不满意。 */
export function axisRuleSentence({ rule: key, comparator, base, lines }: AxisRule): string {
  const rule = ruleWithLines({ rule: key, lines }) ?? countingRules[key]
  const steps = rule.steps.map(({ grade, when }) => {
    const line = lineWords(when.share, when.comparator ?? comparator)
    return `${amountWords(when, rule, baseLabels[base].zh, line)}的，为${grade.zh}`
  })
  return `${steps.join('；')}；其余为${rule.otherwise.zh}。`
}

/** What is set against what: votes against their base, points against the most there are. */
function amountWords(
  { of }: Condition,
  rule: CountingRule,
  base: string,
  { verb, share }: Readonly<{ verb: string; share: string }>,
): string {
  if (of === 'points') return `得分${verb}满分的${share}`
  const votes = of.map((kind) => `${markLabel(kind, rule).zh}票`)
  const sum = votes.length === 1 ? votes.join('') : `${votes.join('与')}之和`
  return `${sum}${verb}${base}的${share}`
}

function lineWords(share: Share, comparator: Comparator) {
  return comparator === 'gt'
    ? { verb: '超过', share: share.zh }
    : { verb: '达到', share: thresholdWords(share, comparator).zh }
}
