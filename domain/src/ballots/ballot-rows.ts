/**
 * What a ballot is on, and the rows its form has: the official's performance is one row; every matter, and the
 * rectification report as a whole, is judged on measures, timeliness and quality, a row each.
 *
 * Source: domain.md §1.3 (the person and the work are two ballots), §8.8 (满意度测评票); seed map S09.
 */
import type { MatterId } from '../kernel/ids.ts'
import type { ByType, Nothing } from '../kernel/one-of.ts'
import { axes, type Axis } from '../verdicts/verdict.ts'

export type BallotSubject = ByType<{
  /** 对述职人员履职情况的测评 */
  official: Nothing
  /** 对事项整改结果逐件测评 */
  matters: { matters: readonly MatterId[] }
  /** 对整改情况报告整体测评；报告所列的事项 */
  report: { matters: readonly MatterId[] }
}>

export const ballotSubjects = ['official', 'matters', 'report'] as const

export type BallotRow = ByType<{
  official: Nothing
  matter: { matter: MatterId; axis: Axis }
  report: { axis: Axis }
}>

export const subjectLabels: Readonly<
  Record<BallotSubject['type'], Readonly<{ zh: string; en: string }>>
> = {
  official: { zh: '述职人员履职情况', en: 'The official’s performance' },
  matters: { zh: '事项整改结果（逐件）', en: 'Matters, one by one' },
  report: { zh: '整改情况报告（整体）', en: 'The rectification report as a whole' },
}

/** In the order of the form. */
export function rowsOf(subject: BallotSubject): readonly BallotRow[] {
  switch (subject.type) {
    case 'official':
      return [{ type: 'official' }]
    case 'report':
      return axes.map((axis) => ({ type: 'report', axis }))
    case 'matters':
      return subject.matters.flatMap((matter) =>
        axes.map((axis) => ({ type: 'matter', matter, axis }) as const),
      )
  }
}

export function mattersOf(subject: BallotSubject): readonly MatterId[] {
  return subject.type === 'official' ? [] : subject.matters
}

/** The place of each of a matter's three rows, or of the report's where the matter is judged with it. */
export function placesOf(subject: BallotSubject, matter: MatterId): Readonly<Record<Axis, number>> {
  const from = subject.type === 'matters' ? subject.matters.indexOf(matter) * axes.length : 0
  return { measures: from, timeliness: from + 1, quality: from + 2 }
}
