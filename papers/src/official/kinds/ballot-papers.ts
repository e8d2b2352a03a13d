/**
 * The papers of a ballot: the form that is marked (测评票), the sheet that those who counted sign (计票单), and the
 * announcement (结果公告) as far as the county's rule book publishes it.
 *
 * Source: domain.md §8.8; §6 (publication).
 */
import { announcementOf } from '@luoshi/domain/ballots/announcement'
import type { BallotAbout, Counters, Recused, RowResult } from '@luoshi/domain/ballots/ballot'
import { votesChart } from '@luoshi/domain/ballots/votes-chart'
import { validForms, type BallotCount } from '@luoshi/domain/ballots/ballot-count'
import { methodLabel } from '@luoshi/domain/ballots/ballot-labels'
import { rowsOf, type BallotRow } from '@luoshi/domain/ballots/ballot-rows'
import { rowNameOnPaper, sheetColumns, shownResults } from '@luoshi/domain/ballots/ballot-sheet'
import { axes } from '@luoshi/domain/verdicts/verdict'
import type { Day } from '@luoshi/domain/kernel/day'
import { secrecyLabels, voterGroupLabels } from '@luoshi/domain/rule-books/choice-words'
import type { RuleBook } from '@luoshi/domain/rule-books/rule-book'
import { assemble, lineBlock, paragraphs, type PaperFrame } from '../assemble.ts'
import type { Block, OfficialPaper, TableColumn } from '../paper.ts'
import { dayText } from '../paper-words.ts'

export type BallotOnPaper = Omit<BallotAbout, 'recused' | 'recusedNames'> &
  Readonly<{
    appraisalTitle: string
    officialName: string
    recused: readonly Recused[]
    judged: readonly Readonly<{ id: string; number: number; title: string }>[]
    entered: readonly Readonly<{ counters: Counters | null }>[]
    results: readonly RowResult[]
    ruleBook: RuleBook
    announcedOn: Day | null
  }>

export type CountedOnPaper = BallotOnPaper & Readonly<{ count: BallotCount }>

/** Nobody may take a paper of a rehearsal for a real one. */
export function rehearsalMark(source: BallotOnPaper['source']): string {
  return source.type === 'castHere' && source.rehearsal ? '【演练】' : ''
}

export function valuesOf({ appraisalTitle, officialName, session, source }: BallotOnPaper) {
  const activity = `${rehearsalMark(source)}${appraisalTitle}`
  return { activity, official: officialName, session }
}

/** As it stands in a narrow cell: what is asked in a line of its own. */
export function nameInCell(ballot: BallotOnPaper): (row: BallotRow) => string {
  const name = nameOf(ballot)
  return (row) => name(row).replace('：', '：\n')
}

function nameOf({ officialName, judged }: BallotOnPaper): (row: BallotRow) => string {
  const numbers = new Map(judged.map(({ id, number }) => [id, number]))
  return (row) => rowNameOnPaper(row, officialName, numbers)
}

/**
 * One row a question, a box a mark; what a spoiled row is needs no box. How to fill it in is read before the first mark,
 * and stands with the head of the table on whatever page the views end.
 */
export function ballotSheetPaper(frame: PaperFrame, ballot: BallotOnPaper): OfficialPaper {
  const name = nameOf(ballot)
  const marks = sheetColumns(ballot.subject, ballot.ruleBook).filter(
    ({ field }) => field !== 'spoiled',
  )
  const columns: readonly TableColumn[] = [
    { heading: '测评内容', width: Math.max(leastWidth, pageWidth - markWidth * marks.length) },
    ...marks.map(({ zh }) => ({ heading: zh, width: markWidth, align: 'center' as const })),
  ]
  const titles = new Map(ballot.judged.map(({ id, title }) => [id, title]))
  const rows = rowsOf(ballot.subject).map((row) => {
    // Once a matter: the other two rows bear its number.
    const isFirst = row.type === 'matter' && row.axis === axes[0]
    const title = isFirst ? `${titles.get(row.matter) ?? ''}\n` : ''
    return [`${title}${name(row)}`, ...marks.map(() => '')]
  })
  const lines = rows.length > mostRowsWithRoom ? 2 : 4
  const kind = secrecyLabels[ballot.source.secrecy].zh
  const parts = {
    rows: [
      lineBlock(`${rehearsalMark(ballot.source)}（${kind}，${dayText(ballot.heldOn)}）`),
      table(columns, rows),
    ],
    views: [{ kind: 'form', rows: [{ label: '意见建议', text: '', lines }] }] as const,
  }
  const paper = assemble(frame, valuesOf(ballot), parts)
  return { ...paper, body: explainedFirst(paper.body) }
}

/** The closing words before the table: behind it they went over to a page of their own. */
function explainedFirst(body: readonly Block[]): readonly Block[] {
  const end = body.findLastIndex(({ kind }) => kind !== 'paragraph') + 1
  const start = body.findIndex(({ kind }) => kind === 'table')
  return [...body.slice(0, start), ...body.slice(end), ...body.slice(start, end)]
}

/** In points: a box takes 基本满意 in one line. */
const pageWidth = 442
const markWidth = 62
const leastWidth = 120
/** Four matters (twelve rows) fit on one page, with less room for views. */
const mostRowsWithRoom = 10

export function tallySheetPaper(frame: PaperFrame, ballot: CountedOnPaper): OfficialPaper {
  const { count, source, members, present, recused } = ballot
  const counters = ballot.entered.find((one) => one.counters !== null)?.counters
  const away = recused.length === 0 ? '' : `，回避${recused.length}人`
  const { issued, returned, invalid } = count
  const signs = [
    { label: '总监票人（签名）', text: counters?.chief ?? '', lines: 2 },
    { label: '监票人（签名）', text: counters?.scrutineers.join('、') ?? '', lines: 2 },
    { label: '计票人（签名）', text: counters?.tellers.join('、') ?? '', lines: 2 },
  ]
  const parts = {
    facts: [
      ...paragraphs(
        `${rehearsalMark(source)}${ballot.session}，${dayText(ballot.heldOn)}，采用${methodLabel(source).zh}，${secrecyLabels[source.secrecy].zh}。`,
      ),
      ...paragraphs(
        `应到${members}人，实到${present}人${away}，可以投票${present - recused.length}人。`,
      ),
      ...paragraphs(
        `发出测评票${issued}张，收回${returned}张，有效票${validForms(count)}张，无效票${invalid}张。`,
      ),
      ...groupForms(ballot).flatMap(paragraphs),
    ],
    result: [resultTable(ballot), ...groupTables(ballot), ...weighed(ballot), ...votesOf(ballot)],
    signs: [{ kind: 'form', rows: signs }] as const,
  }
  return assemble(frame, valuesOf(ballot), parts)
}

export function resultTable(ballot: CountedOnPaper): Block {
  const name = nameInCell(ballot)
  const fields = sheetColumns(ballot.subject, ballot.ruleBook)
  const shown = shownResults(ballot, ballot.count)
  const columns: readonly TableColumn[] = [
    { heading: '测评内容', width: 7 },
    ...fields.map(({ zh }) => ({ heading: zh, width: 4, align: 'center' as const })),
    { heading: '等次', width: 4, align: 'center' },
  ]
  const rows = rowsOf(ballot.subject).map((row, at) => [
    name(row),
    ...fields.map(({ field }) => {
      const n = String(ballot.count.rows[at]?.[field] ?? '')
      const share = field === 'spoiled' ? undefined : shown[at]?.shares[field]
      return share ? `${n}\n${share.percent}` : n
    }),
    shown[at]?.grade ?? '',
  ])
  return table(columns, rows)
}

/** Whoever votes beside the members: counted apart, on the same sheet. */
function groupForms({ count, groups = [] }: CountedOnPaper): readonly string[] {
  return (count.groups ?? []).map(({ group, count: own }) => {
    const heads = groups.find((one) => one.group === group)
    const came = heads ? `应参加${heads.invited}人，实到${heads.present}人；` : ''
    return `${voterGroupLabels[group].zh}：${came}发出测评票${own.issued}张，收回${own.returned}张，有效票${validForms(own)}张，无效票${own.invalid}张。`
  })
}

function groupTables(ballot: CountedOnPaper): readonly Block[] {
  const name = nameInCell(ballot)
  const fields = sheetColumns(ballot.subject, ballot.ruleBook)
  const shown = shownResults(ballot, ballot.count)
  return (ballot.count.groups ?? []).map(({ group, count }) => {
    const columns: readonly TableColumn[] = [
      { heading: `测评内容（${voterGroupLabels[group].zh}）`, width: 7 },
      ...fields.map(({ zh }) => ({ heading: zh, width: 4, align: 'center' as const })),
    ]
    const rows = rowsOf(ballot.subject).map((row, at) => [
      name(row),
      ...fields.map(({ field }) => {
        const own = shown[at]?.groups.find((one) => one.group === group)
        const share = field === 'spoiled' ? undefined : own?.shares[field]
        const n = String(count.rows[at]?.[field] ?? '')
        return share ? `${n}\n${share.percent}` : n
      }),
    ])
    return table(columns, rows)
  })
}

/** How the grade came out of several groups or items, sentence by sentence; one reckoned from its own votes needs none. */
function weighed(ballot: CountedOnPaper): readonly Block[] {
  return shownResults(ballot, ballot.count).flatMap(({ isWeighed, steps }) =>
    isWeighed ? paragraphs(steps.join('')) : [],
  )
}

function votesOf(ballot: CountedOnPaper): readonly Block[] {
  const names = rowsOf(ballot.subject).map(nameOf(ballot))
  const columns = sheetColumns(ballot.subject, ballot.ruleBook)
  const chart = votesChart(names, columns, ballot.count)
  return [{ kind: 'chart', title: '图　各项得票', chart, hasTable: true }]
}

export function announcementPaper(frame: PaperFrame, ballot: CountedOnPaper): OfficialPaper {
  const about = { ...ballot, recused: ballot.recused.length }
  const { value: publication } = ballot.ruleBook.settings.publication
  const lines = announcementOf(about, publication, ballot)
  const parts = {
    lines: [
      ...paragraphs(
        `${dayText(ballot.heldOn)}，${ballot.session}对${judgedWords(ballot)}进行测评。现将结果公告如下：`,
      ),
      ...lines.flatMap(paragraphs),
    ],
  }
  return assemble(frame, valuesOf(ballot), parts, {
    signature: {
      by: frame.congress,
      on: ballot.announcedOn ?? ballot.heldOn,
      sealed: true,
    },
  })
}

function judgedWords({ subject, appraisalTitle, officialName }: BallotOnPaper): string {
  return subject.type === 'official'
    ? `${officialName}同志履职情况`
    : `${appraisalTitle}意见的整改情况`
}

export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
): Block {
  return { kind: 'table', columns, rows }
}
