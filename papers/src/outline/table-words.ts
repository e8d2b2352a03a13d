/**
 * The words around a table that are none of the text: its title above it (附件2, 县住建局问题清单), what leads into it
 * (问题如下：), its notes below it.
 * They go on no paragraph and raise nothing. Only around a table whose headings we know: what stands above another one may
 * be anything. A line that looks like no title counts only right above a table, between two of them or at
 * the very beginning.
 */
import type { Paragraph } from './join-soft-breaks.ts'
import { findMarkers } from './find-marker.ts'
import { cellsOf, furnitureMark, rowMark } from './read-lines.ts'
import { headingRow, tableFooter } from './table-heading.ts'

export type TableReason = 'table-title' | 'table-footer' | 'lead-in'

const mostLines = 3
const longestTitle = 40
const longestLead = 80
const deepest = 8
const titleLike =
  /^附[件表]|^表[\d一二三四五六七八九十]|(?:清单|台账|一览表|汇总表|情况表|统计表|登记表|表)(?:[（(].*[）)])?$|^[（(].*[）)]$|单位[：:]|^\d{4}年\d{1,2}月/

/** Reasons by paragraph index. */
export function tableWords(paragraphs: readonly Paragraph[]): ReadonlyMap<number, TableReason> {
  const found = new Map<number, TableReason>()
  const lines = written(paragraphs)
  for (const [place, { from, end }] of knownTables(lines).entries()) {
    for (const { index } of titleAbove(lines, from, place > 0)) found.set(index, 'table-title')
    const before = lines[from - 1]
    if (before && leads(before.text)) found.set(before.index, 'lead-in')
    for (const { index } of notesBelow(lines, end)) found.set(index, 'table-footer')
  }
  return found
}

/** 二、问题清单 right above a table: a heading of the text, which keeps its number and raises nothing by itself. */
export function headingsOfTables(paragraphs: readonly Paragraph[]): ReadonlySet<number> {
  const lines = written(paragraphs)
  const above = knownTables(lines).flatMap(({ from }) => lines[from - 1] ?? [])
  const isHeading = ({ text }: Paragraph) =>
    isShort(text) && isNumbered(text) && titleLike.test(text)
  return new Set(above.filter(isHeading).map(({ index }) => index))
}

function written(paragraphs: readonly Paragraph[]): readonly Paragraph[] {
  return paragraphs.filter(({ text }) => text !== '' && !text.startsWith(furnitureMark))
}

/** Where tables with headings we know begin, and where the line behind them is. */
function knownTables(
  lines: readonly Paragraph[],
): readonly Readonly<{ from: number; end: number }>[] {
  const isRow = (at: number) => lines[at]?.text.startsWith(rowMark) ?? false
  return [...lines.keys()].flatMap((from) => {
    if (!isRow(from) || isRow(from - 1) || !isKnown(lines, from)) return []
    let end = from
    while (isRow(end)) end += 1
    return [{ from, end }]
  })
}

/** Whether the table that begins here has headings we know. */
function isKnown(lines: readonly Paragraph[], at: number): boolean {
  const first = lines.slice(at, at + deepest)
  const end = first.findIndex(({ text }) => !text.startsWith(rowMark))
  const rows = first.slice(0, end < 0 ? undefined : end)
  return headingRow(rows.map(({ text }) => ({ cells: cellsOf(text) }))) !== undefined
}

function titleAbove(
  lines: readonly Paragraph[],
  at: number,
  hasTable: boolean,
): readonly Paragraph[] {
  const above: Paragraph[] = []
  for (const line of lines.slice(Math.max(0, at - mostLines), at).toReversed()) {
    const isNearest = above.length === 0 && (hasTable || at === 1)
    if (!isTitle(line.text) || !(isNearest || titleLike.test(line.text))) break
    above.push(line)
  }
  return above
}

/** 同时指出以下问题： and below it the table that says them. */
function leads(text: string): boolean {
  return text.length <= longestLead && /^[^。；！？]+[：:]$/.test(text) && !isNumbered(text)
}

/** A numbered heading keeps its place in the outline. */
function isTitle(text: string): boolean {
  return isShort(text) && !isNumbered(text)
}

function isShort(text: string): boolean {
  return (
    !text.startsWith(rowMark) && text.length <= longestTitle && !/[。；！？]|[，：:]$/.test(text)
  )
}

function isNumbered(text: string): boolean {
  return findMarkers(text).some(({ sure }) => sure)
}

function notesBelow(lines: readonly Paragraph[], end: number): readonly Paragraph[] {
  const below = lines.slice(end, end + mostLines)
  const other = below.findIndex(({ text }) => !tableFooter.test(text))
  return below.slice(0, other < 0 ? undefined : other)
}
