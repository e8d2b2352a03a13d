/**
 * The announcement of a result (测评结果公告), as far as the county's rule book publishes it: the counts with the base of
 * every percentage named, or the grade only, or nothing. Said in the hall it always has the counts; this is the paper.
 *
 * Source: domain.md §6 (publication), §7 (the percentage base named in print), §8.8 (Zhenhai, Zhanyi layouts).
 */
import type { ResultPublication } from '../rule-books/rule-book.ts'
import { axisLabels } from '../verdicts/verdict.ts'
import { voteKinds } from '../verdicts/counting/rule.ts'
import { baseLabels } from '../verdicts/counting/threshold-words.ts'
import type { BallotAbout, RowResult } from './ballot.ts'
import { validForms, type BallotCount } from './ballot-count.ts'
import { rowsOf, type BallotRow } from './ballot-rows.ts'

export type AnnouncedBallot = Pick<BallotAbout, 'subject' | 'members' | 'present' | 'recused'> &
  Readonly<{ count: BallotCount; results: readonly RowResult[] }>

/** What a row is called in print: the name of the official, or the matter and the axis. */
export type RowName = (row: BallotRow) => string

/** Paragraphs of the announcement, in Chinese: it is a Chinese paper. */
export function announcementOf(
  ballot: AnnouncedBallot,
  publication: ResultPublication,
  nameOf: RowName,
): readonly string[] {
  switch (publication) {
    case 'notPublished':
      return ['按照本级办法，测评结果不向社会公布。']
    case 'gradeOnly':
    case 'rank':
      return [attendance(ballot), ...rows(ballot, nameOf, () => '')]
    case 'counts':
      return [attendance(ballot), forms(ballot.count), ...rows(ballot, nameOf, votes)]
  }
}

function attendance({ members, present, recused }: AnnouncedBallot): string {
  const away = recused === 0 ? '' : `，其中回避${recused}人`
  return `常委会组成人员应到${members}人，实到${present}人${away}，符合法定人数。`
}

function forms(count: BallotCount): string {
  const { issued, returned, invalid } = count
  return `发出测评票${issued}张，收回${returned}张，其中有效票${validForms(count)}张，无效票${invalid}张。`
}

function rows(
  { subject, results }: AnnouncedBallot,
  nameOf: RowName,
  figures: (result: RowResult) => string,
): readonly string[] {
  return rowsOf(subject).flatMap((row, at) => {
    const result = results[at]
    if (!result) return []
    return [`${nameOf(row)}：${figures(result)}测评结果为${result.report.grade}。`]
  })
}

/** 满意17票，占全体组成人员的51.52%；… */
function votes({ report }: RowResult): string {
  const { shares } = report.figures
  const base = baseLabels[report.denominator].zh
  const said = voteKinds.flatMap((kind) => {
    const share = shares[kind]
    return share ? [`${share.label.zh}${share.count}票，占${base}的${share.percent}`] : []
  })
  return `${said.join('；')}。`
}

export function axisName(row: Exclude<BallotRow, { type: 'official' }>): string {
  return axisLabels[row.axis].zh
}
