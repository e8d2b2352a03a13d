/**
 * Rule: a grade becomes satisfied, conditional or unsatisfied. Only the middle grade is a county's to decide: for some
 * 基本满意 is enough, for some it is to be completed within a time limit, for some it goes round again.
 *
 * Source: domain.md §1.5 (Nanxiong: 12 满意, 12 基本满意, 2 不满意 did not pass), §9.1 (限期完善).
 */
import type { GradeKey } from '../verdicts/counting/rule.ts'
import type { VerdictOutcome } from '../verdicts/verdict.ts'
import type { BasicTreatment } from './rule-book.ts'

export function outcomeOfGrade(grade: GradeKey, treatment: BasicTreatment): VerdictOutcome {
  switch (grade) {
    case 'satisfied':
    case 'excellent':
    case 'competent':
    case 'passed':
      return 'satisfied'
    case 'basicallySatisfied':
    case 'basicallyCompetent':
      return outcomeOfMiddle(treatment)
    case 'dissatisfied':
    case 'incompetent':
    case 'notPassed':
      return 'unsatisfied'
  }
}

function outcomeOfMiddle(treatment: BasicTreatment): VerdictOutcome {
  switch (treatment) {
    case 'passes':
      return 'satisfied'
    case 'conditional':
      return 'conditional'
    case 'redo':
      return 'unsatisfied'
  }
}
