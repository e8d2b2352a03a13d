/**
 * Where an account acts now, by the directory: an official by his post, staff by the roster, everybody else by the unit
 * they were given as long as it stands (`0160-place-by-directory.sql`, docs/decisions/0006-place-by-directory.md).
 */
import { idOf, type UnitId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import { displacements, type Displacement } from '../contract/accounts.ts'
import type { IdentityDb } from './identity-tables.ts'

type Row = Readonly<{
  id: string
  congress: string
  roles: readonly string[]
  unit: string | null
  official: string | null
}>

export type Place = Readonly<{ unit: UnitId | null; displaced: Displacement | null }>

export async function placeOf(within: IdentityDb, row: Row): Promise<Place> {
  const { id, congress, roles, unit, official } = row
  const found = await sql<{ unit: string | null; displaced: string | null }>`
    select unit, displaced from luoshi.account_place(${congress}, ${id}, ${roles}, ${unit}, ${official})
  `.execute(within)
  const place = found.rows[0]
  if (place === undefined) throw new Error('account_place gave no row')
  const displaced = displacements.find((one) => one === place.displaced) ?? null
  return { unit: place.unit === null ? null : idOf('unit', place.unit), displaced }
}
