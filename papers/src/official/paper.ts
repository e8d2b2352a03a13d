/**
 * An official paper as its parts, before it becomes a Word file or a PDF: one source for both. What the standard fixes
 * (margins, lines, fonts, places) is in the writers; what a paper says, and which parts it has, is here.
 *
 * Source: GB/T 9704-2012, 7 (the parts of a paper); domain.md §8 (the papers of the trade).
 */
import type { BarChart } from '@luoshi/domain/drawings/bar-chart'
import type { IntervalChart } from '@luoshi/domain/surveys/results/interval-chart'
import type { Day } from '@luoshi/domain/kernel/day'

/** 一、 （一） 1. （1）: written as text, because offices convert automatic lists each in their own way. */
export type HeadingLevel = 1 | 2 | 3 | 4

export type TableColumn = Readonly<{
  heading: string
  /** Share of the width, in any unit. */
  width: number
  align?: 'left' | 'center'
}>

export type Block =
  /** `body` follows the heading in the same paragraph. */
  | Readonly<{ kind: 'heading'; level: HeadingLevel; text: string; body?: string }>
  | Readonly<{ kind: 'paragraph'; text: string }>
  /** Without the two blanks at its beginning: a line of a form. */
  | Readonly<{ kind: 'line'; text: string }>
  | Readonly<{
      kind: 'table'
      columns: readonly TableColumn[]
      rows: readonly (readonly string[])[]
    }>
  /** A form: labels on the left, what belongs to them on the right; `lines` leaves room for writing by hand. */
  | Readonly<{
      kind: 'form'
      rows: readonly Readonly<{ label: string; text: string; lines?: number }>[]
    }>
  /** Counts, or shares with their intervals, as a picture; below it the same in words, unless a table has them already. */
  | Readonly<{ kind: 'chart'; title: string; chart: BarChart | IntervalChart; hasTable: boolean }>

export type ChartBlock = Extract<Block, { kind: 'chart' }>

export type Signature = Readonly<{
  by: string
  on: Day
  /** With a seal the signature is centred over the date, without one it stands to its right (7.3.5.1, 7.3.5.2). */
  sealed: boolean
}>

export type Attachment = Readonly<{ name: string; body: readonly Block[] }>

export type OfficialPaper = Readonly<{
  /** The red head: who issues it. Null for a paper of the office's own. */
  head: string | null
  /** 人常〔2026〕7号 */
  number: string | null
  title: string
  /** Words of the title that no line parts: names of people. */
  whole: readonly string[]
  addressee: string | null
  body: readonly Block[]
  attachments: readonly Attachment[]
  signature: Signature | null
  /** 附注, without its brackets. */
  note: string | null
  /** 版记: to whom copies go, who printed it and when. */
  imprint: Readonly<{ copies: readonly string[]; by: string; on: Day }> | null
  /** Wide tables lie across. */
  landscape: boolean
}>

/** The pictures of a paper in their order. */
export function chartsOf({ body, attachments }: OfficialPaper): readonly ChartBlock[] {
  return [...body, ...attachments.flatMap((one) => one.body)].flatMap((block) =>
    block.kind === 'chart' ? [block] : [],
  )
}

/** A paper that has only what is given; the rest is absent. */
export function paperOf(
  given: Pick<OfficialPaper, 'title' | 'body'> & Partial<OfficialPaper>,
): OfficialPaper {
  return {
    head: null,
    number: null,
    whole: [],
    addressee: null,
    attachments: [],
    signature: null,
    note: null,
    imprint: null,
    landscape: false,
    ...given,
  }
}
