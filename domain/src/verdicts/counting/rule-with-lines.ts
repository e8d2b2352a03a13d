/**
 * A published rule with a county's own lines in it: the same grades and marks, begun at other percentages.
 * Source: domain.md §6 (passRule differs by place), §7 (boundary words).
 */
import type { CountInput } from './count-input.ts'
import { countingRules } from './rules.ts'
import { markLabel } from './shares.ts'
import type { Comparator, Condition, CountingRule, Share } from './rule.ts'
import { baseLabels, thresholdWords } from './threshold-words.ts'

type Asked = Pick<CountInput, 'rule' | 'comparator' | 'base' | 'lines' | 'valid'>

/** Undefined when the lines are not falling percentages, one for each grade but the last. */
export function ruleWithLines({
  rule: key,
  lines,
  valid,
  ...asked
}: Asked): CountingRule | undefined {
  const published = countingRules[key]
  const rule = { ...published, valid: valid ?? published.valid }
  if (lines === undefined) return rule
  if (lines.length !== rule.steps.length || !lines.every(isPercent)) return undefined
  const steps = rule.steps.map(({ grade, when }, place) => ({
    grade,
    when: { of: when.of, share: percentShare(lines[place] ?? 0) },
  }))
  const own = { ...rule, steps }
  return { ...own, text: textOf(own, asked.comparator ?? rule.comparator, asked) }
}

export function isPercent(line: number): boolean {
  return Number.isInteger(line) && line > 0 && line <= 100
}

function percentShare(percent: number): Share {
  if (percent === 50) return { numerator: 1, denominator: 2, zh: '半数', en: 'half' }
  return { numerator: percent, denominator: 100, zh: `${percent}%`, en: `${percent} %` }
}

/** The county's lines as a sentence, to stand where the published words would no longer be true. */
function textOf(rule: CountingRule, comparator: Comparator, { base }: Pick<Asked, 'base'>): string {
  const of = baseLabels[base ?? rule.base].zh
  const parts = rule.steps.map(
    ({ grade, when }) =>
      `${subject(when, rule)}占${of}${thresholdWords(when.share, comparator).zh}的，为${grade.zh}`,
  )
  return `${parts.join('；')}；其余为${rule.otherwise.zh}（分界按本级办法）`
}

function subject({ of }: Condition, rule: CountingRule): string {
  if (of === 'points') return '得分'
  return of.map((kind) => `${markLabel(kind, rule).zh}票`).join('加')
}
