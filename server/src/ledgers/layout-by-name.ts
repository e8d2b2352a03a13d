/** A form by its name: one of the offices', or one of the county's own as it was at a position of the log. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { isLayoutKey, layouts, type Layout } from '@luoshi/domain/ledgers/layouts'
import { layoutOfOwn } from '@luoshi/domain/ledgers/own-layout'
import type { LayoutName } from '@luoshi/papers/ledgers/ledger-about'
import { readStream } from '@luoshi/ledger/log/read'
import type { World } from '../execute/context.ts'
import { layoutKind } from './layout-kind.ts'

/** Null: there was none then. A form that was deleted since is known to what was exported in it. */
export async function layoutByName(
  { db }: Pick<World, 'db'>,
  congress: CongressId,
  name: LayoutName,
  seq: number,
): Promise<Layout | null> {
  if (isLayoutKey(name)) return layouts[name]
  const { state } = layoutKind.of(await readStream(db.pool, congress, name, seq))
  return state.status === 'none' ? null : layoutOfOwn(state)
}
