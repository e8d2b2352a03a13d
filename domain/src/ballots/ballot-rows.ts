/**
 * What a ballot is on, and the rows its form has: the official's performance is one overall row, followed
 * by the items the county's rule book asks about (德、能、勤、绩、廉): the overall one decides, the others stand beside it. Every matter, and the
 * rectification report as a whole, is judged on measures, timeliness and quality, a row each.
 *
 * Source: domain.md §6 ballotDimensions (5 aspects + overall S41, 16 aspects S35), §11 (德能勤绩廉 S73 S74), §1.3 (the person and the work are two ballots), §8.8 (满意度测评票); seed map S09.
 */
import type { MatterId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { axes, type Axis } from '../verdicts/verdict.ts'

export type BallotSubject = ByType<{
  /** 对述职人员履职情况的测评；`items`：办法规定的分项，按票面次序 */
  official: { items?: readonly string[] }
  /** 对事项整改结果逐件测评 */
  matters: { matters: readonly MatterId[] }
  /** 对整改情况报告整体测评；报告所列的事项 */
  report: { matters: readonly MatterId[] }
}>

export const ballotSubjects = ['official', 'matters', 'report'] as const

export type BallotRow = ByType<{
  /** The overall question; with `item`, one of those asked besides. */
  official: { item?: string }
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
      return [{ type: 'official' }, ...(subject.items ?? []).map(ofItem)]
    case 'report':
      return axes.map((axis) => ({ type: 'report', axis }))
    case 'matters':
      return subject.matters.flatMap((matter) =>
        axes.map((axis) => ({ type: 'matter', matter, axis }) as const),
      )
  }
}

function ofItem(item: string): BallotRow {
  return { type: 'official', item }
}

/** The rows whose results decide: items asked besides the overall question are told and decide nothing. */
export function decidingOf<Row>(subject: BallotSubject, rows: readonly Row[]): readonly Row[] {
  return subject.type === 'official' ? rows.slice(0, 1) : rows
}

export function mattersOf(subject: BallotSubject): readonly MatterId[] {
  return subject.type === 'official' ? [] : subject.matters
}

/** The place of each of a matter's three rows, or of the report's where the matter is judged with it. */
export function placesOf(subject: BallotSubject, matter: MatterId): Readonly<Record<Axis, number>> {
  const from = subject.type === 'matters' ? subject.matters.indexOf(matter) * axes.length : 0
  return { measures: from, timeliness: from + 1, quality: from + 2 }
}
