/** The mapping as it stands on the page: the proposal, with what the clerk has changed. */
import type { SheetField } from '@luoshi/domain/ledgers/sheet-fields'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { getSheets } from '@luoshi/server/contract/mappings'
import type { AnswerOf } from '@luoshi/server/contract/kit'

export type Sheets = AnswerOf<typeof getSheets>
export type SeenSheet = Sheets['sheets'][number]

export type SheetDraft = Readonly<{
  taken: boolean
  mapping: SheetMapping
  /** Columns that the clerk has chosen by hand. */
  chosen: ReadonlySet<number>
  /** Null: the layout is not kept. */
  name: string | null
}>

export function firstDrafts({ sheets, mapping }: Sheets): readonly SheetDraft[] {
  return sheets.map(({ sight, learned }, sheet) => {
    const own = mapping?.find((one) => one.sheet === sheet)
    const proposed = own ?? sight.proposed.mapping
    const isRead = mapping ? own !== undefined : sight.proposed.print !== null
    const isNew = learned?.isExact !== true
    const name = isNew && isRead ? (learned?.name ?? nameFor(sight)) : null
    return { taken: isRead, mapping: proposed, chosen: new Set<number>(), name }
  })
}

/** The title that stands over the headings, else the name of the sheet. */
export function nameFor({ name, rows, proposed }: SeenSheet['sight']): string {
  const above = rows.filter(({ row }) => row < proposed.mapping.headFrom)
  const title = above.flatMap(({ cells }) => cells.find((cell) => cell.trim() !== '') ?? [])[0]
  return (title ?? name).trim().slice(0, 60)
}

export function withField(draft: SheetDraft, place: number, field: SheetField | null): SheetDraft {
  const columns = draft.mapping.columns.map((before, at) => {
    if (at === place) return field
    // A field is one column's: choosing it here takes it from the other.
    return before === field ? null : before
  })
  return {
    ...draft,
    mapping: { ...draft.mapping, columns },
    chosen: new Set([...draft.chosen, place]),
  }
}

export function mappingsOf(drafts: readonly SheetDraft[]): SheetMapping[] {
  return drafts.filter(({ taken }) => taken).map(({ mapping }) => mapping)
}

/** As the request wants it. */
export function sent(mappings: readonly SheetMapping[]) {
  return mappings.map((one) => ({ ...one, columns: [...one.columns] }))
}

export function layoutsToKeep(drafts: readonly SheetDraft[]) {
  return drafts.flatMap(({ taken, name }, sheet) =>
    taken && name !== null && name.trim() !== '' ? [{ sheet, name: name.trim() }] : [],
  )
}

/** A, B … Z, AA …; `place` counts from 0. */
export function columnLetters(place: number): string {
  const before = Math.floor(place / 26)
  return (before === 0 ? '' : columnLetters(before - 1)) + String.fromCharCode(65 + (place % 26))
}
