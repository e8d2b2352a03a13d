/** The tables of migrations 0010, 0110 and 0190, as Kysely sees them. Times come out as Date and go in as an Instant. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { SuspendedWhy } from '../contract/accounts.ts'
import {
  Kysely,
  PostgresDialect,
  type ColumnType,
  type Generated,
  type GeneratedAlways,
} from 'kysely'
import type { Pool } from 'pg'

type Time = ColumnType<Date, Instant, Instant>
type Outcome = 'approved' | 'refused' | 'withdrawn' | 'failed'
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
    suspended_why: SuspendedWhy | null
    reinstated_at: MaybeTime
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
    id: Generated<string>
    device: Generated<string>
    method: Generated<string>
    acting: Generated<string | null>
    factor_at: MaybeTime
  }
  sign_in_rules: {
    congress: string
    admins: string
    small_office: number
    idle_minutes: number
    password_days: number
    dormant_days: number
    one_session: boolean
    asked_roles: string[]
    forced_roles: string[]
    version: number
  }
  sign_in_step: {
    token_hash: Buffer
    congress: string
    account: string
    stage: 'factor' | 'enrol' | 'password'
    method: string
    started_at: Time
    ends_at: Time
  }
  authenticator: {
    account: string
    congress: string
    secret_sealed: Buffer
    made_at: Time
    confirmed_at: MaybeTime
    last_step: ColumnType<string, number | undefined, number>
  }
  recovery_code: { account: string; congress: string; code_hash: Buffer; made_at: Time }
  passkey: {
    credential: string
    congress: string
    account: string
    name: string
    public_key: Buffer
    counter: ColumnType<string, number, number>
    transports: string[]
    backed_up: boolean
    made_at: Time
    last_used_at: MaybeTime
  }
  browser_question: {
    token_hash: Buffer
    kind: 'passkey-in' | 'passkey-new' | 'passkey-prove' | 'oidc'
    congress: string | null
    account: string | null
    asked: ColumnType<unknown, string, never>
    ends_at: Time
  }
  oidc_provider: {
    congress: string
    label: string
    issuer: string
    client_id: string
    secret_from: string
    login_claim: string
    enabled: boolean
    version: number
  }
  external_login: {
    congress: string
    issuer: string
    subject: string
    account: string
    linked_at: Time
  }
  delegation: {
    id: string
    congress: string
    delegator: string
    deputy: string
    roles: string[]
    starts_at: Time
    ends_at: Time
    reason: string
    made_at: Time
    ended_at: MaybeTime
    ended_by: string | null
  }
  pending_act: {
    id: string
    congress: string
    kind: string
    asked: ColumnType<unknown, string, never>
    asked_by: string
    asked_at: Time
    ends_at: Time
    decided_by: ColumnType<string | null, never, string>
    decided_at: ColumnType<Date | null, never, Instant>
    outcome: ColumnType<Outcome | null, never, Outcome>
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
