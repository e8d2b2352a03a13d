/** Matters as they stand now, by id: number, title, and the whole state. */
import { idOf, type CongressId, type MatterId } from '@luoshi/domain/kernel/ids'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { CongressDb } from '../execute/congress-db.ts'

export type MatterNow = Readonly<{
  id: MatterId
  number: number
  version: number
  title: string
  status: OpenedMatter['status']
  matter: OpenedMatter
}>

export async function mattersNow(
  db: CongressDb,
  congress: CongressId,
  ids: readonly MatterId[],
): Promise<ReadonlyMap<MatterId, MatterNow>> {
  const rows = await db.rows<{
    id: string
    number: number
    version: number
    title: string
    doc: OpenedMatter
  }>(congress, {
    text: `select id, number, version, title, doc from luoshi.matter_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, ids],
  })
  return new Map(
    rows.map(({ id: raw, doc: matter, ...row }) => {
      const id = idOf('matter', raw)
      return [id, { ...row, id, status: matter.status, matter }]
    }),
  )
}
