/** The county's own layouts, learned from its sheets: kept under the name that their headings give them. */
import { createHash } from 'node:crypto'
import { idOf, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import {
  evolveLayout,
  noLayout,
  type OwnLayout,
  type OwnLayoutEvent,
} from '@luoshi/domain/ledgers/own-layout'
import type { World } from '../execute/context.ts'
import { listRecords, recordKind } from '../execute/record.ts'

export type LayoutId = Id<'layout'>

export const layoutKind = recordKind<'layout', OwnLayout, OwnLayoutEvent>({
  kind: 'layout',
  events: { LayoutKept: true, LayoutRenamed: true, LayoutDropped: true },
  initial: noLayout,
  evolve: evolveLayout,
  row: (state) =>
    state.status === 'none' ? null : { title: state.words.name, on_day: state.keptOn },
})

/** The same headings are the same layout of a congress: mapping them anew changes it, and makes no second one. */
export function layoutOf(congress: CongressId, print: string): LayoutId {
  const name = createHash('sha256').update(`${congress} ${print}`).digest('hex').slice(0, 32)
  return idOf('layout', `layout_${name}`)
}

export type KnownLayout = Readonly<{ id: LayoutId; version: number }> &
  Exclude<OwnLayout, { status: 'none' }>

/** Those that stand, by name. */
export async function keptLayouts({ db }: Pick<World, 'db'>, congress: CongressId) {
  const rows = await listRecords(db, congress, 'layout', { status: 'kept' })
  const all = await Promise.all(
    rows.map(({ id }) => findLayout({ db }, congress, idOf('layout', id))),
  )
  return all
    .filter((one) => one?.status === 'kept')
    .flatMap((one) => one ?? [])
    .sort((a, b) => a.words.name.localeCompare(b.words.name, 'zh'))
}

export async function findLayout(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  id: LayoutId,
): Promise<KnownLayout | null> {
  const { state, version } = await layoutKind.load(db, congress, id)
  return state.status === 'none' ? null : { ...state, id, version }
}
