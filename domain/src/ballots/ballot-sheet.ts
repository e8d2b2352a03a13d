/**
 * What a form of a ballot shows, on the page and on paper alike: the marks printed on it by the rule it is counted by,
 * what its rows are called, and the result of each, as it was fixed when announced or else by the same rule now.
 *
 * Source: domain.md §8.8 (满意度测评票, 计票单).
 */
import type { RuleBook } from '../rule-books/rule-book.ts'
import type { VoterGroup } from '../rule-books/official-ballot.ts'
import type { CountWarning } from '../verdicts/counting/count-warnings.ts'
import { voteKinds } from '../verdicts/counting/rule.ts'
import { countingRules } from '../verdicts/counting/rules.ts'
import { markLabel, type VoteShares } from '../verdicts/counting/shares.ts'
import { axes, axisLabels, type VerdictOutcome } from '../verdicts/verdict.ts'
import type { BallotAbout, Recused, RowResult } from './ballot.ts'
import type { BallotCount, RowField } from './ballot-count.ts'
import { judgeRows } from './ballot-results.ts'
import { rowsOf, type BallotRow, type BallotSubject } from './ballot-rows.ts'

export type SheetColumn = Readonly<{ field: RowField; zh: string; en: string }>

/** The marks printed on the form, and the rows that were spoiled. */
export function sheetColumns(
  subject: BallotSubject,
  { settings }: RuleBook,
): readonly SheetColumn[] {
  const isOfficial = subject.type === 'official'
  const rules = isOfficial
    ? [settings.officialBallot.value.rule]
    : axes.map((axis) => settings.axes.value[axis].rule)
  const [first = 'all-members-3'] = rules
  const kinds = voteKinds.filter((kind) => {
    // A verdict on rectification knows no 不了解: it is judged by those who looked into it.
    if (kind === 'unknown' && !isOfficial) return false
    return rules.some((rule) => countingRules[rule].marks[kind] !== undefined)
  })
  const marks = kinds.map((field) => ({ field, ...markLabel(field, countingRules[first]) }))
  return [...marks, { field: 'spoiled', zh: '本行作废', en: 'Spoiled here' }]
}

/** What a row is called on paper. `numbers`: of the matters by their ids. */
export function rowNameOnPaper(
  row: BallotRow,
  officialName: string,
  numbers: ReadonlyMap<string, number>,
): string {
  switch (row.type) {
    case 'official':
      return row.item ?? `${officialName}同志履职情况`
    case 'report':
      return `整改情况报告：${axisLabels[row.axis].zh}`
    case 'matter':
      return `第${numbers.get(row.matter) ?? 0}号事项：${axisLabels[row.axis].zh}`
  }
}

export type ShownResult = Readonly<{
  result: VerdictOutcome | undefined
  grade: string
  steps: readonly string[]
  stepsEn: readonly string[]
  ruleText: string
  shares: VoteShares
  /** The grade is the weighted sum of groups or items, not of the votes beside it. */
  isWeighed: boolean
  /** Of those who voted beside the members. */
  groups: readonly Readonly<{ group: VoterGroup; shares: VoteShares }>[]
  warnings: readonly CountWarning[]
}>

type Shown = Omit<BallotAbout, 'recused' | 'recusedNames'> &
  Readonly<{ recused: readonly Recused[]; results: readonly RowResult[]; ruleBook: RuleBook }>

/** Warnings are of the day and reckoned anew. */
export function shownResults(ballot: Shown, count: BallotCount): readonly ShownResult[] {
  const about = { ...ballot, recused: ballot.recused.length, recusedNames: ballot.recused }
  const now = judgeRows(about, count, ballot.ruleBook)
  return rowsOf(ballot.subject).map((_, at) => {
    const fixed = ballot.results[at]
    const fresh = now.ok ? now.value[at] : undefined
    const report = fixed?.report ?? fresh?.report
    const steps = report?.steps ?? []
    // Only the Chinese was fixed; the English is made again, and shown as long as it says the same.
    const isSame = steps.join('') === fresh?.report.steps.join('')
    return {
      result: fixed?.result ?? fresh?.result,
      grade: report?.grade ?? '',
      steps,
      stepsEn: isSame ? (fresh?.report.stepsEn ?? steps) : steps,
      ruleText: report?.ruleText ?? '',
      shares: report?.figures.shares ?? {},
      isWeighed: report !== undefined && 'weighed' in report,
      groups: (fixed?.groups ?? fresh?.groups ?? []).map((one) => {
        return { group: one.group, shares: one.report.figures.shares }
      }),
      warnings: fresh?.report.warnings ?? [],
    }
  })
}
