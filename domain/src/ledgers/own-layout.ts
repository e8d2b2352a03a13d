/**
 * A county's own form of a ledger, learned once when a sheet of it was mapped: the same headings are then known, and
 * the ledger can come out in that form again.
 *
 *     none ──keep──▸ kept ──drop──▸ dropped ──keep──▸ kept      (kept ──keep──▸ kept: mapped anew)
 *
 * Source: documents.md §4 (match columns, keep unknown ones), domain.md §8 (columns differ by county).
 */
import type { Day } from '../kernel/day.ts'
import { bilingual, type Bilingual } from '../kernel/explanation.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Layout } from './layouts.ts'
import { ledgerFieldOf, type SheetField } from './sheet-fields.ts'
import type { MappingFault } from './sheet-mapping.ts'

/** A heading merged over several cells; rows and columns count from 1 within the headings. */
export type HeadArea = Readonly<{
  fromRow: number
  fromColumn: number
  toRow: number
  toColumn: number
}>

/** How the form looks; its words may name anybody, so they can be erased. */
export type FormWords = Readonly<{
  name: string
  /** The line above the headings, as the county writes it. */
  title: string
  /** Row by row as they stand; a cell merged into another is empty. */
  heads: readonly (readonly string[])[]
}>

export type OwnForm = Readonly<{
  /** The headings in their order, as one hash. */
  print: string
  fields: readonly (SheetField | null)[]
  /** Of each column, in half-width characters. */
  widths: readonly number[]
  merged: readonly HeadArea[]
}>

type Known = Readonly<{ form: OwnForm; words: FormWords; keptOn: Day }>

export type OwnLayout = ByStatus<{ none: Nothing; kept: Known; dropped: Known }>

export type OwnLayoutEvent = ByType<{
  LayoutKept: { form: OwnForm; on: Day; words: Words<FormWords> }
  LayoutRenamed: { on: Day; words: Words<{ name: string }> }
  LayoutDropped: { on: Day }
}>

export type OwnLayoutRefusal = ByCode<{
  'layout-not-kept': Nothing
  'layout-unnamed': Nothing
  'mapping-unfit': { fault: MappingFault }
}>

type Ruling = Result<readonly OwnLayoutEvent[], OwnLayoutRefusal>

export const noLayout: OwnLayout = { status: 'none' }

export function keepLayout(form: OwnForm, words: FormWords, today: Day): Ruling {
  if (words.name.trim() === '') return refuse({ code: 'layout-unnamed' })
  const told = { ...words, name: words.name.trim() }
  return accept([{ type: 'LayoutKept', form, on: today, words: told }])
}

export function renameLayout(layout: OwnLayout, name: string, today: Day): Ruling {
  if (layout.status !== 'kept') return refuse({ code: 'layout-not-kept' })
  if (name.trim() === '') return refuse({ code: 'layout-unnamed' })
  if (name.trim() === layout.words.name) return accept([])
  return accept([{ type: 'LayoutRenamed', on: today, words: { name: name.trim() } }])
}

export function dropLayout(layout: OwnLayout, today: Day): Ruling {
  if (layout.status !== 'kept') return refuse({ code: 'layout-not-kept' })
  return accept([{ type: 'LayoutDropped', on: today }])
}

export function evolveLayout(before: OwnLayout, event: OwnLayoutEvent): OwnLayout {
  if (event.type === 'LayoutKept') {
    const { form, on, words } = event
    const lost = { name: erasedText, title: '', heads: [] }
    return { status: 'kept', form, words: words ?? lost, keptOn: on }
  }
  if (before.status === 'none') throw new Error(`${event.type} before LayoutKept`)
  if (event.type === 'LayoutDropped') return { ...before, status: 'dropped' }
  return { ...before, words: { ...before.words, name: event.words?.name ?? erasedText } }
}

/** The form in which the ledger comes out again: the same columns in the same order under the same headings. */
export function layoutOfOwn({ form, words }: Pick<Known, 'form' | 'words'>): Layout {
  const lowest = words.heads.at(-1) ?? []
  const columns = form.fields.map((field, place) => ({
    field: ledgerFieldOf(field),
    heading: headingOf(form, words, place) || (lowest[place] ?? ''),
    width: form.widths[place] ?? 14,
  }))
  return {
    name: words.name,
    title: words.title,
    columns,
    heads: { rows: words.heads, merged: form.merged },
  }
}

/** From the top down, through merged cells: 责任·单位. */
export function headingOf(form: OwnForm, words: FormWords, place: number): string {
  const told: string[] = []
  for (const [at, cells] of words.heads.entries()) {
    const area = form.merged.find((one) => isIn(one, at + 1, place + 1))
    const text = area
      ? (words.heads[area.fromRow - 1]?.[area.fromColumn - 1] ?? '')
      : (cells[place] ?? '')
    const plain = text.replaceAll(/\s+/g, '')
    if (plain !== '' && told.at(-1) !== plain) told.push(plain)
  }
  return told.join('·')
}

function isIn(
  { fromRow, fromColumn, toRow, toColumn }: HeadArea,
  row: number,
  column: number,
): boolean {
  return row >= fromRow && row <= toRow && column >= fromColumn && column <= toColumn
}

const faults: Readonly<Record<MappingFault, Bilingual>> = {
  'no-opinion-column': bilingual(
    '没有一列对应“意见内容”或“名称”。',
    '请先选定哪一列是意见内容。',
    'No column is the words of the opinion or its title.',
    'Choose which one it is first.',
  ),
  'opinion-twice': bilingual(
    '有两列都对应“意见内容”。',
    '请只留一列，另一列改为“名称”或不对应。',
    'Two columns are the words of the opinion.',
    'Keep one; make the other the title, or none.',
  ),
  'head-backwards': bilingual(
    '表头的末行在首行之前。',
    '请把表头首行和末行改对。',
    'The headings end before they begin.',
    'Set their first and last row right.',
  ),
  'ends-before-head': bilingual(
    '内容的末行在表头之内。',
    '请把末行改到表头之后，或者留空。',
    'The last row is among the headings.',
    'Move it below them, or leave it empty.',
  ),
}

export function explainLayoutRefusal(refusal: OwnLayoutRefusal): Bilingual {
  switch (refusal.code) {
    case 'layout-not-kept':
      return bilingual(
        '没有这份表样，或者已经删除。',
        '请刷新表样列表。',
        'There is no such layout, or it was deleted.',
        'Reload the list of layouts.',
      )
    case 'layout-unnamed':
      return bilingual(
        '表样没有名称。',
        '请起一个认得出的名称，例如“县人大办整改台账”。',
        'The layout has no name.',
        'Give it one that you will recognise.',
      )
    case 'mapping-unfit':
      return faults[refusal.fault]
  }
}
