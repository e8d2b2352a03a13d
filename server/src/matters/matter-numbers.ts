/** The numbers that matters have been given. */
import type { CongressId, MatterId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export async function matterNumbers(
  db: CongressDb,
  congress: CongressId,
  matters: readonly MatterId[],
): Promise<ReadonlyMap<string, number>> {
  if (matters.length === 0) return new Map()
  const rows = await db.rows<{ id: string; number: number }>(congress, {
    name: 'matter-numbers',
    text: `select id, number from luoshi.matter_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, matters],
  })
  return new Map(rows.map(({ id, number }) => [id, number]))
}
