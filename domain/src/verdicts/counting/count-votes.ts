/** Rule: votes become a grade by a county's own published rule, which stands beside the result. */
import { accept, refuse, type Result } from '../../kernel/result.ts'
import type { CountInput } from './count-input.ts'
import type { CountRefusal } from './count-refusal.ts'
import { warningsOf, type CountWarning } from './count-warnings.ts'
import { wordsOf } from './count-words.ts'
import { baseValue, figuresOf, type Figures } from './figures.ts'
import { defaultScale, isRising } from './point-scale.ts'
import { measureOf, reaches } from './reaches.ts'
import { ruleWithLines } from './rule-with-lines.ts'
import { countingRules } from './rules.ts'
import type { BaseKind, Label, Comparator, GradeKey, RuleKey, RuleSource } from './rule.ts'
import { sharesOf, type VoteShares } from './shares.ts'
import type { Tally } from './tally.ts'
import { baseLabels, comparatorNote, comparatorWords } from './threshold-words.ts'

export type Count = Readonly<{
  grade: GradeKey
  /** The grade in the words of the rule: 满意, 基本称职, 不通过. */
  gradeLabel: Label
  /** The counting rule itself does not send the work back. */
  passed: boolean
  rule: Readonly<{
    key: RuleKey
    name: Label
    text: string
    source: RuleSource
    comparator: Comparator
    /** 超过半数, or 半数以上（含半数）. */
    comparatorWords: Label
    /** When the two comparators would differ at this denominator. */
    comparatorNote: Label
  }>
  denominator: Readonly<{ kind: BaseKind; label: Label; value: number }>
  figures: Figures & Readonly<{ shares: VoteShares }>
  /** The reckoning, one sentence a step. */
  words: Readonly<{ zh: readonly string[]; en: readonly string[] }>
  warnings: readonly CountWarning[]
}>

export function countVotes(input: CountInput): Result<Count, CountRefusal> {
  const tally = tallyOf(input)
  return tally.ok ? accept(countOf(tally.value)) : tally
}

/** The reckoning before it is put in words: a weighted result adds up the lines of several. */
export function tallyOf(input: CountInput): Result<Tally, CountRefusal> {
  const rule = ruleWithLines(input)
  if (!rule) {
    const { steps } = countingRules[input.rule]
    return refuse({ code: 'lines-unfit', lines: input.lines?.length ?? 0, steps: steps.length })
  }
  const comparator = input.comparator ?? rule.comparator
  const base = input.base ?? rule.base
  const scale = input.points ?? defaultScale
  if (rule.key === 'points' && !isRising(scale))
    return refuse({ code: 'scale-not-rising', ...scale })

  const figures = figuresOf(input, rule)
  if (!figures.ok) return figures
  const value = baseValue(figures.value, base)
  if (value === undefined) return refuse({ code: 'issued-missing' })
  if (value === 0) return refuse({ code: 'nobody-voted' })

  const lines = rule.steps.map(({ grade, when }) => {
    const measure = measureOf(when, figures.value, value, scale)
    const by = when.comparator ?? comparator
    const pinned = when.comparator !== undefined
    return { grade, when, measure, comparator: by, pinned, holds: reaches(measure, when.share, by) }
  })
  const grade = lines.find(({ holds }) => holds)?.grade ?? rule.otherwise
  return accept({ rule, comparator, base, value, figures: figures.value, lines, grade, input })
}

function countOf(tally: Tally): Count {
  const { rule, comparator, base, value, figures, grade } = tally
  const { key, name, text, source } = rule
  return {
    grade: grade.key,
    gradeLabel: { zh: grade.zh, en: grade.en },
    passed: grade.passed,
    rule: {
      key,
      name,
      text,
      source,
      comparator,
      comparatorWords: comparatorWords(rule, comparator),
      comparatorNote: comparatorNote(tally),
    },
    denominator: { kind: base, label: baseLabels[base], value },
    figures: { ...figures, shares: sharesOf(figures, rule, base, value) },
    words: wordsOf(tally),
    warnings: warningsOf(tally),
  }
}
