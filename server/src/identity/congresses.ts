/** The bodies that appraise. Each is a tenant: its rows are seen by its own people only. */
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { sql } from 'kysely'
import { enterCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { isOneLine } from './login-name.ts'
import { newCongressId } from './new-id.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'

export type Congress = Readonly<{ id: CongressId; name: string; county: string; demo: boolean }>

export type NewCongress = Readonly<{ name: string; county: string; demo: boolean }>

/** In the order they were founded. */
export async function listCongresses(db: IdentityDb): Promise<readonly Congress[]> {
  const rows = await db
    .selectFrom('congress')
    .select(['id', 'name', 'county', 'demo'])
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ ...row, id: idOf('congress', row.id) }))
}

export async function congressOf(db: IdentityDb, id: CongressId): Promise<Congress> {
  const row = await db
    .selectFrom('congress')
    .select(['name', 'county', 'demo'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, ...row }
}

export function congressFault({ name, county }: Omit<NewCongress, 'demo'>): IdentityRefusal | null {
  if (!isOneLine(name.trim(), 2, 60)) return { code: 'congress-name-unfit' }
  if (!isOneLine(county.trim(), 2, 60)) return { code: 'county-unfit' }
  return null
}

/**
 * Demo and earnest never share a database: a demo's printed links must open nothing real. The caller is in a
 * transaction; on return it is inside the new congress. `id`: where it was promised before (first-setup.ts).
 */
export async function createCongress(
  context: IdentityContext,
  within: IdentityDb,
  asked: NewCongress,
  from: RequestFacts,
  id: CongressId = newCongressId(context.random),
): Promise<Result<Congress, IdentityRefusal>> {
  const { clock } = context
  const fault = congressFault(asked)
  if (fault !== null) return refuse(fault)
  // Two foundations at once would both see an empty table.
  await sql`select pg_advisory_xact_lock(hashtextextended('luoshi congress', 0))`.execute(within)
  const others = await listCongresses(within)
  if (others.some((one) => one.demo !== asked.demo)) {
    return refuse({ code: asked.demo ? 'not-a-demo' : 'already-set-up' })
  }
  const [name, county, demo] = [asked.name.trim(), asked.county.trim(), asked.demo]
  await within
    .insertInto('congress')
    .values({ id, name, county, demo, created_at: clock() })
    .execute()
  await enterCongress(within, id)
  const event = { kind: 'congress-created', outcome: 'done', congress: id } as const
  await record(within, clock(), from, { ...event, facts: { name } })
  return accept({ id, name, county, demo })
}
