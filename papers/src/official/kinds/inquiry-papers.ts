/**
 * The papers of an investigation: the record of an interview or visit (谈话记录) and the report (调查报告). A protected
 * source is named in neither: the records do not hold the name, and here stands only that it is protected.
 *
 * Source: domain.md §8.12 (被谈话人 may be anonymised), §13 (sealed), §5 phase 2 (every participating deputy signs).
 */
import { findingsChart, findingsChartTitle } from '@luoshi/domain/inquiries/findings-chart'
import { findingLabels, protectedSource, type KnownInquiry } from '@luoshi/domain/inquiries/inquiry'
import { methodRules } from '@luoshi/domain/inquiries/methods'
import type { Ratings } from '@luoshi/domain/inquiries/ratings'
import type { KnownReport } from '@luoshi/domain/inquiries/report'
import { chineseNumber } from '@luoshi/domain/people/chinese-number'
import {
  assemble,
  headingBlock,
  leadIn,
  lineBlock,
  paragraphs,
  type PaperFrame,
} from '../assemble.ts'
import type { Block, OfficialPaper } from '../paper.ts'
import { dayText } from '../paper-words.ts'

type OfAppraisal = Readonly<{
  activityName: string
  officialName: string
  unitName: string
  session: string
  /** Numbers of the matters that problems became. */
  matters: readonly Readonly<{ id: string; number: number }>[]
}>

function valuesOf({ activityName, officialName, unitName, session }: OfAppraisal) {
  return { activity: activityName, official: officialName, unit: unitName, session }
}

export type RecordOnPaper = OfAppraisal & Readonly<{ number: number; inquiry: KnownInquiry }>

export function interviewRecordPaper(frame: PaperFrame, about: RecordOnPaper): OfficialPaper {
  const { number, inquiry } = about
  const { method, on, place, tookPart, whom, found, isProtected, ratings } = inquiry
  const isTalk = method === 'interview' || method === 'forum'
  const rows = [
    { label: '编号', text: `记录${number}` },
    { label: '时间', text: dayText(on) },
    { label: '地点', text: place },
    { label: '调查组成员', text: tookPart },
    ...(isTalk || isProtected || whom !== ''
      ? [{ label: isTalk ? '谈话对象' : '对象', text: isProtected ? protectedSource : whom }]
      : []),
    { label: '了解到的情况', text: found, lines: 6 },
  ]
  const signer = isProtected || !isTalk ? [] : [lineBlock('谈话对象（签名）：')]
  const parts = {
    form: [{ kind: 'form', rows } as const, ...(ratings ? [ratingsTable(ratings)] : [])],
    findings: findingsOf(about),
    signs: [...signer, lineBlock('调查组成员（签名）：'), lineBlock('记录人（签名）：')],
  }
  const values = { ...valuesOf(about), method: methodRules[method].zh }
  return assemble(frame, values, parts)
}

function findingsOf({ inquiry, matters }: RecordOnPaper): readonly Block[] {
  if (inquiry.findings.length === 0) return []
  const rows = inquiry.findings.map(({ kind, text, carried }, at) => {
    const matter = matters.find(({ id }) => id === carried?.matter)
    return [String(at + 1), findingLabels[kind].zh, text, matter ? `第${matter.number}号` : '']
  })
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '类别', width: 2, align: 'center' },
    { heading: '内容', width: 12 },
    { heading: '事项', width: 3, align: 'center' },
  ] as const
  return [leadIn('列入的问题、成绩和情况：'), { kind: 'table', columns, rows }]
}

/** 测评汇总表: how many took part, and the counts of every grade. */
function ratingsTable({ enrolled, took, grades, rows }: Ratings): Block {
  const columns = [
    { heading: `项目（在册${enrolled}人，参加${took}人）`, width: 8 },
    ...grades.map((heading) => ({ heading, width: 3, align: 'center' as const })),
  ]
  return {
    kind: 'table',
    columns,
    rows: rows.map(({ item, counts }) => [item, ...counts.map(String)]),
  }
}

export type InquiryReportOnPaper = OfAppraisal & Readonly<{ report: KnownReport }>

export function investigationReportPaper(
  frame: PaperFrame,
  about: InquiryReportOnPaper,
): OfficialPaper {
  const { report, matters } = about
  const text = report.sections.flatMap(({ title, text: said }, at) => [
    headingBlock(1, `${chineseNumber(at + 1)}、${title}`),
    ...paragraphs(said),
  ])
  const items = report.items.map((item, at) => {
    const matter = matters.find(({ id }) => id === item.matter)
    const from = `记录${item.record}\n${methodRules[item.method].zh}`
    const number = matter ? `第${matter.number}号` : ''
    return [String(at + 1), findingLabels[item.kind].zh, item.text, from, number]
  })
  const columns = [
    { heading: '序号', width: 2, align: 'center' },
    { heading: '类别', width: 2, align: 'center' },
    { heading: '内容', width: 11 },
    { heading: '依据', width: 4 },
    { heading: '事项', width: 3, align: 'center' },
  ] as const
  const values = { ...valuesOf(about), name: report.title }
  const parts = { text: [...text, ...foundOf(report)], signatures: [signaturesTable(report)] }
  return assemble(frame, values, parts, {
    note: report.status === 'submitted' ? `已提请${report.reference}` : null,
    attachments:
      items.length === 0
        ? []
        : [{ name: '调查发现清单', body: [{ kind: 'table', columns, rows: items }] }],
  })
}

/** What was found, by kind: how many of each, and of how many. */
function foundOf({ items }: KnownReport): readonly Block[] {
  const chart = findingsChart(items)
  const title = `图\u3000${findingsChartTitle.zh}`
  return chart === null ? [] : [{ kind: 'chart', title, chart, hasTable: false }]
}

/** Everyone who took part, with the day they signed and what they dissent from. */
function signaturesTable({ signatories, signatures }: KnownReport): Block {
  const rows = signatories.map(({ name }, at) => {
    const signature = signatures.find(({ place }) => place === at)
    const how = signature?.how === 'paper' ? '（纸质签名）' : ''
    const signed = signature ? `${dayText(signature.on)}签名${how}` : ''
    return [name, signed, signature?.dissent ?? '']
  })
  return {
    kind: 'table',
    columns: [
      { heading: '调查组成员', width: 4, align: 'center' },
      { heading: '签名', width: 6, align: 'center' },
      { heading: '不同意见', width: 8 },
    ],
    rows,
  }
}
