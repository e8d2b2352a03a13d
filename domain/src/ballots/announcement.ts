/**
 * The announcement of a result (测评结果公告), as far as the county's rule book publishes it: the counts with the base of
 * every percentage named, or the grade only, or nothing. Said in the hall it always has the counts; this is the paper.
 *
 * Source: domain.md §6 (publication), §7 (the percentage base named in print), §8.8 (Zhenhai, Zhanyi layouts).
 */
import type { ResultPublication } from '../rule-books/rule-book.ts'
import { voterGroupLabels } from '../rule-books/choice-words.ts'
import { axisLabels } from '../verdicts/verdict.ts'
import { voteKinds } from '../verdicts/counting/rule.ts'
import { baseLabels } from '../verdicts/counting/threshold-words.ts'
import type { BallotAbout, RowResult } from './ballot.ts'
import { validForms, type BallotCount } from './ballot-count.ts'
import { rowsOf, type BallotRow } from './ballot-rows.ts'

export type AnnouncedBallot = Pick<
  BallotAbout,
  'subject' | 'members' | 'present' | 'recused' | 'groups'
> &
  Readonly<{ count: BallotCount; results: readonly RowResult[] }>

/** Whom and what the rows are about, as the paper names them. */
export type AnnouncedNames = Readonly<{
  officialName: string
  judged: readonly Readonly<{ id: string; number: number; title: string }>[]
}>

/** Paragraphs of the announcement, in Chinese: it is a Chinese paper. */
export function announcementOf(
  ballot: AnnouncedBallot,
  publication: ResultPublication,
  names: AnnouncedNames,
): readonly string[] {
  switch (publication) {
    case 'notPublished':
      return ['按照本级办法，测评结果不向社会公布。']
    case 'gradeOnly':
    case 'rank':
      return [attendance(ballot), ...grades(ballot, names)]
    case 'counts':
      return [attendance(ballot), ...formsOfAll(ballot.count), ...countedRows(ballot, names)]
  }
}

function attendance({ members, present, recused, groups = [] }: AnnouncedBallot): string {
  const away = recused === 0 ? '' : `，其中回避${recused}人`
  const others = groups.map((one) => {
    return `${voterGroupLabels[one.group].zh}应参加${one.invited}人，实到${one.present}人。`
  })
  return `常委会组成人员应到${members}人，实到${present}人${away}，符合法定人数。${others.join('')}`
}

/** The members' forms, then those of each group counted apart. */
function formsOfAll({ groups = [], ...own }: BallotCount): readonly string[] {
  if (groups.length === 0) return [forms(own)]
  const others = groups.map(({ group, count }) => `${voterGroupLabels[group].zh}${forms(count)}`)
  return [`${voterGroupLabels.members.zh}${forms(own)}`, ...others]
}

function forms(count: BallotCount): string {
  const { issued, returned, invalid } = count
  return `发出测评票${issued}张，收回${returned}张，其中有效票${validForms(count)}张，无效票${invalid}张。`
}

/** One paragraph for each thing judged: 第9号事项“水费收缴不公开”：工作措施满意，完成时间满意，整改质量满意。 */
function grades({ subject, results }: AnnouncedBallot, names: AnnouncedNames): readonly string[] {
  const things = new Map<string, string[]>()
  for (const [at, row] of rowsOf(subject).entries()) {
    const grade = results[at]?.report.grade
    if (grade === undefined) continue
    const said =
      row.type === 'official'
        ? `${row.item ?? '测评结果为'}${grade}`
        : `${axisLabels[row.axis].zh}${grade}`
    const thing = thingOf(row, names)
    things.set(thing, [...(things.get(thing) ?? []), said])
  }
  return [...things].map(([thing, said]) => `${thing}：${said.join('，')}。`)
}

function countedRows(
  { subject, results }: AnnouncedBallot,
  names: AnnouncedNames,
): readonly string[] {
  return rowsOf(subject).flatMap((row, at) => {
    const result = results[at]
    if (!result) return []
    const axis = row.type === 'official' ? itemOf(row) : axisLabels[row.axis].zh
    return [
      `${thingOf(row, names)}${axis}：${votesOfAll(result)}测评结果为${result.report.grade}。`,
    ]
  })
}

/** 之“廉”：… */
function itemOf({ item }: Extract<BallotRow, { type: 'official' }>): string {
  return item === undefined ? '' : `之“${item}”`
}

function thingOf(row: BallotRow, { officialName, judged }: AnnouncedNames): string {
  switch (row.type) {
    case 'official':
      return `${officialName}同志履职情况`
    case 'report':
      return '整改情况报告'
    case 'matter': {
      const matter = judged.find(({ id }) => id === row.matter)
      return `第${matter?.number ?? 0}号事项“${matter?.title ?? ''}”`
    }
  }
}

/** Where groups or items weigh in, the sum is told after the votes of each. */
function votesOfAll({ report, groups = [] }: RowResult): string {
  const sum = report.weighed?.join('') ?? ''
  if (groups.length === 0) return `${votes(report, baseLabels[report.denominator].zh)}${sum}`
  const others = groups.map(({ group, report: own }) => {
    const base = own.denominator === 'allMembers' ? '应参加人员' : baseLabels[own.denominator].zh
    return `${voterGroupLabels[group].zh}：${votes(own, base)}`
  })
  const own = votes(report, baseLabels[report.denominator].zh)
  return `${voterGroupLabels.members.zh}：${own}${others.join('')}${sum}`
}

/** 满意17票，占全体组成人员的51.52%；… */
function votes(report: RowResult['report'], base: string): string {
  const { shares } = report.figures
  const said = voteKinds.flatMap((kind) => {
    const share = shares[kind]
    return share ? [`${share.label.zh}${share.count}票，占${base}的${share.percent}`] : []
  })
  return `${said.join('；')}。`
}
