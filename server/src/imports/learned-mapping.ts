/**
 * What was learned, applied to a workbook that comes in: the same headings are mapped as last time; of headings that
 * are mostly the same, those that are known keep their meaning, and the clerk is asked about the rest.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { headingOf } from '@luoshi/domain/ledgers/own-layout'
import type { SheetMapping } from '@luoshi/domain/ledgers/sheet-mapping'
import type { SheetSight } from '@luoshi/papers/mapping/sight'
import type { World } from '../execute/context.ts'
import { keptLayouts, type KnownLayout } from '../ledgers/layout-kind.ts'

export type SeenSheet = Readonly<{
  sight: SheetSight
  learned: Readonly<{ id: KnownLayout['id']; name: string; isExact: boolean }> | null
}>

/** The share of a layout's headings that must be there for it to be spoken of. */
const mostlySame = 0.7

export async function withLearned(
  world: Pick<World, 'db'>,
  congress: CongressId,
  sheets: readonly SheetSight[],
): Promise<readonly SeenSheet[]> {
  const layouts = await keptLayouts(world, congress)
  return sheets.map((sight) => learnedFor(sight, layouts))
}

function learnedFor(sight: SheetSight, layouts: readonly KnownLayout[]): SeenSheet {
  const exact = layouts.find(({ form }) => form.print === sight.proposed.print)
  const found = exact ?? nearest(sight, layouts)
  if (!found) return { sight, learned: null }
  const learned = { id: found.id, name: found.words.name, isExact: exact !== undefined }
  const known = new Map(
    headingsOf(found).map((heading, place) => [heading, found.form.fields[place] ?? null]),
  )
  const taken = new Set<string>()
  const columns = sight.proposed.columns.map((column, place) => {
    const field = exact ? (exact.form.fields[place] ?? null) : known.get(column.heading)
    if (field === undefined || (field !== null && taken.has(field))) return column
    if (field !== null) taken.add(field)
    return { ...column, field, confidence: 'learned' as const }
  })
  // A field that was learned for one column is not proposed for another as well.
  const once = columns.map((column) =>
    column.confidence !== 'learned' && column.field !== null && taken.has(column.field)
      ? { ...column, field: null, confidence: 'none' as const }
      : column,
  )
  const mapping = { ...sight.proposed.mapping, columns: once.map(({ field }) => field) }
  return { sight: { ...sight, proposed: { ...sight.proposed, columns: once, mapping } }, learned }
}

function nearest(sight: SheetSight, layouts: readonly KnownLayout[]): KnownLayout | undefined {
  const here = new Set(sight.proposed.columns.map(({ heading }) => heading))
  let best: KnownLayout | undefined
  let most = mostlySame
  for (const layout of layouts) {
    const own = headingsOf(layout).filter((heading) => heading !== '')
    const share = own.filter((heading) => here.has(heading)).length / Math.max(1, own.length)
    if (own.length < 3 || share < most) continue
    best = layout
    most = share
  }
  return best
}

/** The headings of a kept layout, from the top down, as the reader names them. */
export function headingsOf({
  form,
  words,
}: Pick<KnownLayout, 'form' | 'words'>): readonly string[] {
  return form.fields.map((_, place) => headingOf(form, words, place))
}

/** When every sheet with headings is known by heart, the workbook is mapped by itself; else the clerk is asked. */
export function mappedByItself(sheets: readonly SeenSheet[]): readonly SheetMapping[] | null {
  const withHead = sheets.filter(({ sight }) => sight.proposed.print !== null)
  if (withHead.length === 0 || withHead.some(({ learned }) => learned?.isExact !== true))
    return null
  return withHead.map(({ sight }) => sight.proposed.mapping)
}
