/** The app that makes codes: enrolled with a first code as proof, its codes taken once each, removed by its owner. */
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityDb } from './identity-tables.ts'
import { dropRecoveryCodes } from './recovery-codes.ts'
import { seal, unseal, type SealKey } from './sealing.ts'
import { linkRule } from './session-rule.ts'
import { newTotpSecret, stepOfCode } from './totp.ts'

/** Begins anew each time, unless an app is in use already: `null`. A page opened again shows the same secret. */
export async function enrolmentSecret(
  context: IdentityContext,
  within: IdentityDb,
  congress: CongressId,
  account: AccountId,
): Promise<Buffer | null> {
  const { clock, random } = context
  const key = sealKeyOf(context)
  await lockAccount(within, account)
  const open = await openEnrolment(context, within, account)
  if (open !== null) return open
  const row = await rowOf(within, account)
  if (row !== undefined && row.confirmed_at !== null) return null
  // Whoever turned away half-way begins with another secret.
  await removeAuthenticator(within, account)
  const secret = newTotpSecret(random)
  await within
    .insertInto('authenticator')
    .values({
      account,
      congress,
      secret_sealed: seal(key, random, account, secret),
      made_at: clock(),
      confirmed_at: null,
    })
    .execute()
  return secret
}

/** The secret of an enrolment begun within the last ten minutes and not finished. */
export async function openEnrolment(
  context: IdentityContext,
  within: IdentityDb,
  account: AccountId,
): Promise<Buffer | null> {
  const row = await rowOf(within, account)
  if (row === undefined || row.confirmed_at !== null) return null
  const age = Date.parse(context.clock()) - row.made_at.getTime()
  if (age >= linkRule.stepMinutes * 60_000) return null
  return unseal(sealKeyOf(context), account, row.secret_sealed)
}

/** The first code: proves that the app has the secret, and is used up like any other. */
export async function confirmEnrolment(
  context: IdentityContext,
  within: IdentityDb,
  account: AccountId,
  code: string,
): Promise<boolean> {
  const secret = await openEnrolment(context, within, account)
  if (secret === null) return false
  const now = context.clock()
  const step = stepOfCode(secret, code, now)
  if (step === null) return false
  const done = await within
    .updateTable('authenticator')
    .set({ confirmed_at: now, last_step: step })
    .where('account', '=', account)
    .where('confirmed_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

/** Whether a code is right and was not used before; of two who send the same one at once, one is taken. */
export async function takeCode(
  context: IdentityContext,
  within: IdentityDb,
  account: AccountId,
  code: string,
): Promise<boolean> {
  const row = await rowOf(within, account)
  if (row === undefined || row.confirmed_at === null) return false
  const secret = unseal(sealKeyOf(context), account, row.secret_sealed)
  const step = stepOfCode(secret, code, context.clock())
  if (step === null) return false
  const done = await within
    .updateTable('authenticator')
    .set({ last_step: step })
    .where('account', '=', account)
    .where('confirmed_at', 'is not', null)
    .where('last_step', '<', String(step))
    .executeTakeFirst()
  return done.numUpdatedRows === 1n
}

export async function removeAuthenticator(
  within: IdentityDb,
  account: AccountId,
): Promise<boolean> {
  const gone = await within
    .deleteFrom('authenticator')
    .where('account', '=', account)
    .executeTakeFirst()
  return gone.numDeletedRows === 1n
}

export type Factors = Readonly<{ app: boolean; passkeys: number }>

export async function factorsOf(within: IdentityDb, account: AccountId): Promise<Factors> {
  const row = await rowOf(within, account)
  const keys = await within
    .selectFrom('passkey')
    .select('credential')
    .where('account', '=', account)
    .execute()
  return { app: row !== undefined && row.confirmed_at !== null, passkeys: keys.length }
}

/** Codes on paper stand in for a factor; without one they are nothing but one more way in. */
export async function dropIdleRecoveryCodes(within: IdentityDb, account: AccountId): Promise<void> {
  const { app, passkeys } = await factorsOf(within, account)
  if (!app && passkeys === 0) await dropRecoveryCodes(within, account)
}

function rowOf(within: IdentityDb, account: AccountId) {
  return within
    .selectFrom('authenticator')
    .select(['secret_sealed', 'confirmed_at', 'made_at'])
    .where('account', '=', account)
    .executeTakeFirst()
}

/** So that two enrolments at once show one secret. */
async function lockAccount(within: IdentityDb, account: AccountId): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`factor ${account}`}, 0))`.execute(
    within,
  )
}

function sealKeyOf({ sealKey }: IdentityContext): SealKey {
  if (sealKey === null) throw new Error('No key to seal secrets with was given')
  return sealKey
}
