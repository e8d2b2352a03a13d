/** What `luoshi rule count --json` prints, and what the API answers: plain data, one flat object. */
import { accept, type Result } from '../../kernel/result.ts'
import type { CountInput } from './count-input.ts'
import type { CountRefusal } from './count-refusal.ts'
import { countVotes, type Count } from './count-votes.ts'
import type { CountWarning } from './count-warnings.ts'
import type { BaseKind, Comparator, GradeKey, RuleKey, RuleSource } from './rule.ts'

export type CountReport = Readonly<{
  /** The grade as the rule publishes it: 满意, 基本满意, 不满意, 称职, 通过 … */
  grade: string
  gradeKey: GradeKey
  passed: boolean
  rule: RuleKey
  ruleName: string
  ruleText: string
  ruleSource: RuleSource
  comparator: Comparator
  /** 超过半数, or 半数以上（含半数）. */
  comparatorWords: string
  comparatorNote: string
  denominator: BaseKind
  denominatorLabel: string
  denominatorValue: number
  figures: Count['figures']
  /** The reckoning in one Chinese paragraph; `steps` has it sentence by sentence. */
  words: string
  wordsEn: string
  steps: readonly string[]
  stepsEn: readonly string[]
  warnings: readonly CountWarning[]
}>

export function countReport(input: CountInput): Result<CountReport, CountRefusal> {
  const count = countVotes(input)
  return count.ok ? accept(reportOf(count.value)) : count
}

export function reportOf(count: Count): CountReport {
  const { rule, denominator, words } = count
  return {
    grade: count.gradeLabel.zh,
    gradeKey: count.grade,
    passed: count.passed,
    rule: rule.key,
    ruleName: rule.name.zh,
    ruleText: rule.text,
    ruleSource: rule.source,
    comparator: rule.comparator,
    comparatorWords: rule.comparatorWords.zh,
    comparatorNote: rule.comparatorNote.zh,
    denominator: denominator.kind,
    denominatorLabel: denominator.label.zh,
    denominatorValue: denominator.value,
    figures: count.figures,
    words: words.zh.join(''),
    wordsEn: words.en.join(' '),
    steps: words.zh,
    stepsEn: words.en,
    warnings: count.warnings,
  }
}
