/**
 * The first draft of a report, made of the records: under each heading the achievements, then the problems, then other
 * facts, each with the number of the record it rests on. The team words it from there.
 * Source: domain.md §5 phase 2 (headings); seed map S23 (achievements beside problems).
 */
import type { Day } from '../kernel/day.ts'
import type { Id } from '../kernel/ids.ts'
import { findingLabels, protectedSource, type FindingKind, type KnownInquiry } from './inquiry.ts'
import { methodRules } from './methods.ts'
import type { Heading, ReportItem, Section } from './report.ts'

export type NumberedInquiry = Readonly<{ id: Id<'inquiry'>; number: number; inquiry: KnownInquiry }>

const order: readonly FindingKind[] = ['achievement', 'problem', 'fact']
const numerals = ['（一）', '（二）', '（三）']

/** Findings under no heading of the report, so that none is lost. */
export const otherHeading: Heading = { key: 'other', title: '其他情况' }

export function assembleReport(
  headings: readonly Heading[],
  records: readonly NumberedInquiry[],
): Readonly<{ sections: readonly Section[]; items: readonly ReportItem[] }> {
  const known = new Set(headings.map(({ key }) => key))
  const sorted = records.toSorted((a, b) => a.number - b.number)
  const items = sorted.flatMap((one) => itemsOf(one, known))
  const isProtected = new Set(
    records.flatMap(({ id, inquiry }) => (inquiry.isProtected ? [id] : [])),
  )
  const all = items.some(({ heading }) => heading === null || heading === otherHeading.key)
    ? [...headings.filter(({ key }) => key !== otherHeading.key), otherHeading]
    : headings
  const sections = all.map((heading) => {
    const under = items.filter((item) => (item.heading ?? otherHeading.key) === heading.key)
    return { ...heading, text: textOf(under, isProtected) }
  })
  return { sections, items }
}

function itemsOf(
  { id, number, inquiry }: NumberedInquiry,
  known: ReadonlySet<string>,
): readonly ReportItem[] {
  return inquiry.findings.map(({ finding, kind, heading, text, carried }) => ({
    inquiry: id,
    record: number,
    method: inquiry.method,
    on: inquiry.on,
    finding,
    kind,
    heading: heading !== null && known.has(heading) ? heading : null,
    text,
    matter: carried?.matter ?? null,
  }))
}

function textOf(items: readonly ReportItem[], isProtected: ReadonlySet<string>): string {
  const kinds = order.filter((kind) => items.some((item) => item.kind === kind))
  const parts = kinds.map((kind, at) => {
    const lines = items
      .filter((item) => item.kind === kind)
      .map((item, n) => `${n + 1}. ${ended(item.text)}${referenceOf(item, isProtected)}`)
    return [`${numerals[at] ?? ''}${findingLabels[kind].zh}`, ...lines].join('\n')
  })
  return parts.join('\n')
}

function ended(text: string): string {
  return /[。！？.!?]$/.test(text) ? text : `${text}。`
}

/** 〔记录3，个别谈话，3月2日，身份保密〕: where it rests, and never who said it. */
function referenceOf(
  { record, method, on, inquiry }: ReportItem,
  isProtected: ReadonlySet<string>,
): string {
  const whose = isProtected.has(inquiry) ? `，${protectedSource}` : ''
  return `〔记录${record}，${methodRules[method].zh}，${monthAndDay(on)}${whose}〕`
}

function monthAndDay(day: Day): string {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}
