/**
 * The plan of a term (届内述职评议工作规划): whom each annual plan of the term names, what came of it, and who has not been
 * planned yet. It is put together from the annual plans; that the chairs adopted it is not on record, and left blank.
 *
 * Source: domain.md §5 phase 0 (term plan: everyone once per term, S3, S6, S7).
 */
import {
  selectionLabels,
  subjectKindLabels,
  type Selection,
  type SubjectKind,
} from '@luoshi/domain/appraisals/year-plan'
import type { Day } from '@luoshi/domain/kernel/day'
import type { Approval } from '@luoshi/domain/people/approval'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import { assemble, headingBlock, leadIn, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText, decidedBy, toFillIn } from '../paper-words.ts'

type Person = Readonly<{ officialName: string; post: string; unitName: string }>

export type SubjectOfTerm = Person &
  Readonly<{
    /** Null: appraised without having been in a plan. */
    planned: Readonly<{ kind: SubjectKind; selection: Selection }> | null
    /** Null while the appraisal has not been opened. */
    appraisal: Readonly<{ openedOn: Day; isArchived: boolean }> | null
  }>

export type YearOfTerm = Readonly<{
  year: number
  /** Null: no plan of this year is on record; `adopted` null: it is only a draft. */
  plan: Readonly<{ adopted: Approval | null }> | null
  subjects: readonly SubjectOfTerm[]
}>

export type TermPlanOnPaper = Readonly<{
  number: number
  from: Day
  until: Day
  /** In post now: how many there are, how many were appraised in the term, how many are planned and not opened yet. */
  inPost: number
  appraised: number
  planned: number
  years: readonly YearOfTerm[]
  /** Neither appraised in the term nor in one of its plans, longest ago first. */
  waiting: readonly (Person & Readonly<{ lastOn: Day | null }>)[]
}>

export function termPlanPaper(frame: PaperFrame, about: TermPlanOnPaper): OfficialPaper {
  const { number, from, until } = about
  const values = {
    term: `第${chineseNumber(number)}届`,
    tenure: `${dayText(from)}至${dayText(until)}`,
  }
  const parts = {
    overview: overviewOf(about),
    years: about.years.flatMap(yearBlocks),
    waiting: waitingOf(about),
    adoption: paragraphs(
      `（本规划于${toFillIn}${toFillIn}年${toFillIn}月${toFillIn}日经第${toFillIn}次主任会议通过）`,
    ),
  }
  return assemble(frame, values, parts, {
    signature: { by: frame.congress, on: frame.on, sealed: true },
  })
}

function overviewOf({ inPost, appraised, planned, waiting }: TermPlanOnPaper): readonly Block[] {
  return paragraphs(
    `登记在册的在职述职人员共${inPost}人，其中本届任期内已经开展评议的${appraised}人，已列入年度评议计划、尚未开展的${planned}人，尚未安排的${waiting.length}人。`,
  )
}

function yearBlocks({ year, plan, subjects }: YearOfTerm, at: number): readonly Block[] {
  return [
    headingBlock(2, `（${chineseNumber(at + 1)}）${year}年`),
    ...paragraphs(standingWords(plan)),
    ...(subjects.length === 0
      ? []
      : [leadIn(`述职评议对象${subjects.length}人：`), subjectTable(subjects)]),
  ]
}

function standingWords(plan: YearOfTerm['plan']): string {
  if (plan === null) return '年度评议计划没有登记。'
  if (plan.adopted === null) return '年度评议计划正在起草，尚未通过。'
  return `年度评议计划于${dayText(plan.adopted.on)}经${decidedBy(plan.adopted)}通过。`
}

function subjectTable(subjects: readonly SubjectOfTerm[]): Block {
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '单位', width: 6 },
    { heading: '职务', width: 4 },
    { heading: '述职人员', width: 4, align: 'center' },
    { heading: '产生方式', width: 5, align: 'center' },
    { heading: '评议情况', width: 7, align: 'center' },
  ] as const
  const rows = subjects.map(({ unitName, post, officialName, planned, appraisal }, at) => [
    String(at + 1),
    unitName,
    post,
    officialName,
    planned === null ? '计划外开展' : chosenWords(planned),
    appraisalWords(appraisal),
  ])
  return { kind: 'table', columns, rows }
}

function chosenWords({ kind, selection }: NonNullable<SubjectOfTerm['planned']>): string {
  const { zh } = selectionLabels[selection]
  return kind === 'person' ? zh : `${zh}\n${subjectKindLabels[kind].zh}`
}

function appraisalWords(appraisal: SubjectOfTerm['appraisal']): string {
  if (appraisal === null) return '尚未开展'
  return `${dayText(appraisal.openedOn)}\n${appraisal.isArchived ? '启动，已归档' : '启动'}`
}

function waitingOf({ waiting }: TermPlanOnPaper): readonly Block[] {
  if (waiting.length === 0) return []
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '单位', width: 6 },
    { heading: '职务', width: 4 },
    { heading: '述职人员', width: 4, align: 'center' },
    { heading: '上次评议', width: 7, align: 'center' },
    { heading: '拟安排年度', width: 5, align: 'center' },
  ] as const
  const rows = waiting.map(({ unitName, post, officialName, lastOn }, at) => [
    String(at + 1),
    unitName,
    post,
    officialName,
    lastOn === null ? '没有评议过' : dayText(lastOn),
    '',
  ])
  return [{ kind: 'table', columns, rows }]
}
