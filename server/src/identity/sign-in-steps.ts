/**
 * Between the password and the session: a token that opens nothing but the next step of signing in, for ten minutes.
 * So there is no session before everything asked for was proven. Source: OWASP ASVS 5.0 6.3.3, 7.2.4.
 */
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityDb } from './identity-tables.ts'
import { later } from './lockout.ts'
import { hashToken, isToken, newToken } from './secret-token.ts'
import { linkRule } from './session-rule.ts'

/** `factor`: a code or a passkey; `enrol`: set up a code app first; `password`: it has expired. */
export type Stage = 'factor' | 'enrol' | 'password'

export type Step = Readonly<{
  token: string
  congress: CongressId
  account: AccountId
  stage: Stage
  /** How the person came so far: `password`, `oidc` … */
  method: string
}>

export async function makeStep(
  { clock, random }: IdentityContext,
  within: IdentityDb,
  step: Omit<Step, 'token'>,
): Promise<string> {
  const token = newToken(random)
  const now = clock()
  await within
    .insertInto('sign_in_step')
    .values({
      ...step,
      token_hash: hashToken(token),
      started_at: now,
      ends_at: later(now, linkRule.stepMinutes),
    })
    .execute()
  await within
    .deleteFrom('sign_in_step')
    .where('ends_at', '<', sql<Date>`${now}::timestamptz`)
    .execute()
  return token
}

export async function readStep(
  { db, clock }: IdentityContext,
  token: string | null,
): Promise<Step | null> {
  if (token === null || !isToken(token)) return null
  const row = await db
    .selectFrom('sign_in_step')
    .select(['congress', 'account', 'stage', 'method'])
    .where('token_hash', '=', hashToken(token))
    .where('ends_at', '>', sql<Date>`${clock()}::timestamptz`)
    .executeTakeFirst()
  if (row === undefined) return null
  const { stage, method } = row
  return {
    token,
    congress: idOf('congress', row.congress),
    account: idOf('account', row.account),
    stage,
    method,
  }
}

/** Uses it up: of two who come at once, one goes on. */
export async function takeStep(within: IdentityDb, { token }: Step): Promise<boolean> {
  const gone = await within
    .deleteFrom('sign_in_step')
    .where('token_hash', '=', hashToken(token))
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}
