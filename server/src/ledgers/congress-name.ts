/** What a congress is called on its papers. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export async function congressName(db: CongressDb, congress: CongressId): Promise<string> {
  const [row] = await db.rows<{ name: string }>(congress, {
    name: 'congress-name',
    text: 'select name from luoshi.congress where id = $1',
    values: [congress],
  })
  return row?.name ?? ''
}

/** The county, city or district it belongs to: 清禾县. */
export async function countyName(db: CongressDb, congress: CongressId): Promise<string> {
  const [row] = await db.rows<{ county: string }>(congress, {
    name: 'county-name',
    text: 'select county from luoshi.congress where id = $1',
    values: [congress],
  })
  return row?.county ?? ''
}
