/** What every act of identity stands on. Time and chance come in here. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { IdentityDb } from './identity-tables.ts'
import type { LockoutRule } from './lockout.ts'
import type { OidcClients } from './oidc-client.ts'
import type { OidcSecrets } from './oidc-secrets.ts'
import type { PasswordKeeper } from './password-keeper.ts'
import type { SealKey } from './sealing.ts'
import type { Random } from './secret-token.ts'

export type IdentityContext = Readonly<{
  db: IdentityDb
  /** For the one question that every request asks. */
  pool: Pool
  clock: () => Instant
  random: Random
  passwords: PasswordKeeper
  /** Null where no secrets are kept, as in the command line's own process. */
  sealKey: SealKey | null
  oidcSecrets: OidcSecrets
  oidcClients: OidcClients
  lockout: Readonly<{ login: LockoutRule; address: LockoutRule }>
  /** A unit's name, which must not be in its people's passwords. */
  unitName: (congress: CongressId, unit: UnitId) => Promise<string | null>
}>

/** One transaction that sees the rows of one congress only (row-level security, setting `luoshi.congress`). */
export function inCongress<Value>(
  db: IdentityDb,
  congress: CongressId,
  act: (within: IdentityDb) => Promise<Value>,
): Promise<Value> {
  return db.transaction().execute(async (within) => {
    await enterCongress(within, congress)
    return act(within)
  })
}

/** The same for a transaction that learns only on its way whose it is. */
export async function enterCongress(within: IdentityDb, congress: CongressId): Promise<void> {
  await sql`select set_config('luoshi.congress', ${congress}, true)`.execute(within)
}
