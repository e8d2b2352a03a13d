/**
 * The summary of a democratic rating: who could take part, who did, and for each item how many gave each grade.
 * Counts are kept as the form gives them; what does not add up is said beside the table and never put right silently.
 * Source: domain.md §8.7 (S132: 在册人数, 参加测评人数及占比, 各等次人数及占测评人数%), §1 fact 13 (warn, never reject).
 */
import { percentText } from '../verdicts/counting/percent.ts'

export type RatingRow = Readonly<{
  item: string
  /** One count a grade, in the order of `grades`. */
  counts: readonly number[]
}>

export type Ratings = Readonly<{
  /** 在册人数 */
  enrolled: number
  /** 参加测评人数 */
  took: number
  grades: readonly string[]
  rows: readonly RatingRow[]
}>

export const usualGrades: readonly string[] = ['优秀', '称职', '基本称职', '不称职']
export const usualItems: readonly string[] = [
  '政治思想',
  '依法履职',
  '工作实绩',
  '工作作风',
  '廉洁自律',
  '总体评价',
]

export type RatingFault =
  | Readonly<{ code: 'more-than-enrolled'; enrolled: number; took: number }>
  /** `given` votes stand in the row where `took` people took part. */
  | Readonly<{ code: 'row-does-not-add-up'; item: string; given: number; took: number }>

/** Whether the table has a place for every count; a form of another shape cannot be kept at all. */
export function isTable({ grades, rows }: Ratings): boolean {
  return (
    grades.length > 1 && rows.length > 0 && rows.every((row) => row.counts.length === grades.length)
  )
}

export function ratingFaults({ enrolled, took, rows }: Ratings): readonly RatingFault[] {
  const faults: RatingFault[] =
    took > enrolled ? [{ code: 'more-than-enrolled', enrolled, took }] : []
  for (const { item, counts } of rows) {
    const given = counts.reduce((sum, count) => sum + count, 0)
    if (given !== took) faults.push({ code: 'row-does-not-add-up', item, given, took })
  }
  return faults
}

/** Of those who took part; null where nobody did. */
export function ratingShare(count: number, took: number): string | null {
  return took > 0 ? percentText(count, took) : null
}
