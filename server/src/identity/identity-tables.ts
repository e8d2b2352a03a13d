/** The tables of migration 0010, as Kysely sees them. Times come out as Date and go in as an Instant. */
import type { Instant } from '@luoshi/domain/kernel/day'
import { Kysely, PostgresDialect, type ColumnType, type GeneratedAlways } from 'kysely'
import type { Pool } from 'pg'

type Time = ColumnType<Date, Instant, Instant>
type MaybeTime = ColumnType<Date | null, Instant | null, Instant | null>

export type IdentityTables = {
  congress: { id: string; name: string; county: string; demo: boolean; created_at: Time }
  account: {
    id: string
    congress: string
    login: string
    name: string
    roles: string[]
    unit: string | null
    official: string | null
    status: 'invited' | 'active' | 'suspended'
    password_hash: string | null
    password_changed_at: MaybeTime
    created_at: Time
    last_sign_in_at: MaybeTime
  }
  former_password: { account: string; congress: string; password_hash: string; replaced_at: Time }
  session: {
    token_hash: Buffer
    congress: string
    account: string
    started_at: Time
    seen_at: Time
    ends_at: Time
    address: string
  }
  one_time_link: {
    token_hash: Buffer
    purpose: 'setup' | 'invitation' | 'demo'
    congress: string | null
    account: string | null
    made_at: Time
    ends_at: Time
  }
  sign_in_failure: { attempt: string; kind: 'login' | 'address'; subject: string; at: Time }
  security_event: {
    seq: GeneratedAlways<string>
    congress: string | null
    at: Time
    kind: string
    outcome: 'done' | 'refused'
    actor: string | null
    account: string | null
    login: string | null
    address: string
    request: string
    facts: ColumnType<unknown, string, never>
  }
}

export type IdentityDb = Kysely<IdentityTables>

/** The pool stays the caller's: it is not ended with this. */
export function identityDb(pool: Pool): IdentityDb {
  return new Kysely<IdentityTables>({ dialect: new PostgresDialect({ pool }) }).withSchema('luoshi')
}
