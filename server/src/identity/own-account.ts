/** One's own way in: what there is of it, and changing it. Sessions are named by an id that opens nothing. */
import type { Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { Role } from '@luoshi/domain/people/roles'
import {
  confirmEnrolment,
  dropIdleRecoveryCodes,
  enrolmentSecret,
  factorsOf,
  openEnrolment,
  removeAuthenticator,
} from './authenticators.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { presentPassword } from './present-password.ts'
import { makeRecoveryCodes, recoveryCodesLeft } from './recovery-codes.ts'
import type { RequestFacts } from './request-facts.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { record } from './security-event.ts'
import type { LiveSession } from './sessions.ts'
import { rulesOf } from './sign-in-rules.ts'

export type SessionLine = Readonly<{
  id: string
  device: string
  address: string
  method: string
  startedAt: Instant
  seenAt: Instant
  isThis: boolean
}>

export type PasskeyLine = Readonly<{
  credential: string
  name: string
  madeAt: Instant
  lastUsedAt: Instant | null
}>

export type OwnAccount = Readonly<{
  app: boolean
  passkeys: readonly PasskeyLine[]
  codesLeft: number
  sessions: readonly SessionLine[]
  /** What the office wants of this person's roles. */
  wanted: 'forced' | 'asked' | 'left'
}>

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export function ownAccount(context: IdentityContext, session: LiveSession): Promise<OwnAccount> {
  const { account, congress } = session.own
  return inCongress(context.db, congress, async (within) => {
    const passkeys = await within
      .selectFrom('passkey')
      .select(['credential', 'name', 'made_at', 'last_used_at'])
      .where('account', '=', account)
      .orderBy('made_at')
      .execute()
    return {
      app: (await factorsOf(within, account)).app,
      passkeys: passkeys.map((row) => ({
        credential: row.credential,
        name: row.name,
        madeAt: instant(row.made_at.toISOString()),
        lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at.toISOString()),
      })),
      codesLeft: await recoveryCodesLeft(within, account),
      sessions: await sessionsOf(within, account, session.id),
      wanted: await wantedOf(within, session),
    }
  })
}

/** Newest use first. `here`: the session that asks. */
export async function sessionsOf(
  within: IdentityDb,
  account: string,
  here: string | null,
): Promise<readonly SessionLine[]> {
  const rows = await within
    .selectFrom('session')
    .select(['id', 'device', 'address', 'method', 'started_at', 'seen_at'])
    .where('account', '=', account)
    .orderBy('seen_at', 'desc')
    .orderBy('id')
    .limit(100)
    .execute()
  return rows.map(({ id, device, address, method, started_at, seen_at }) => ({
    id,
    device,
    address,
    method,
    startedAt: instant(started_at.toISOString()),
    seenAt: instant(seen_at.toISOString()),
    isThis: id === here,
  }))
}

export async function wantedOf(
  within: IdentityDb,
  { own }: LiveSession,
): Promise<OwnAccount['wanted']> {
  const { forcedRoles, askedRoles } = await rulesOf(within, own.congress)
  const holds = (some: readonly Role[]) => own.roles.some((role) => some.includes(role))
  if (holds(forcedRoles)) return 'forced'
  return holds(askedRoles) ? 'asked' : 'left'
}

/** Begins with the password; answers the secret to show. */
export async function beginApp(
  context: IdentityContext,
  session: LiveSession,
  present: string,
  from: RequestFacts,
): Answered<Buffer> {
  const known = await presentPassword(context, session, present, from)
  if (!known.ok) return known
  const { account, congress } = session.own
  const secret = await inCongress(context.db, congress, (within) =>
    enrolmentSecret(context, within, congress, account),
  )
  return secret === null ? refuse({ code: 'factor-there' }) : accept(secret)
}

/** The secret again, for ten minutes, after a code that was mistyped. */
export function appBegun(context: IdentityContext, { own }: LiveSession): Promise<Buffer | null> {
  return inCongress(context.db, own.congress, (within) =>
    openEnrolment(context, within, own.account),
  )
}

export function finishApp(
  context: IdentityContext,
  session: LiveSession,
  code: string,
  from: RequestFacts,
): Answered<readonly string[]> {
  const { account, congress } = session.own
  return inCongress(context.db, congress, async (within) => {
    if (!(await confirmEnrolment(context, within, account, code))) {
      return refuse({ code: 'code-wrong' })
    }
    await note(context, within, session, from, 'factor-enrolled')
    return accept(await makeRecoveryCodes(context, within, congress, account))
  })
}

export async function removeApp(
  context: IdentityContext,
  session: LiveSession,
  present: string,
  from: RequestFacts,
): Answered<null> {
  const known = await presentPassword(context, session, present, from)
  if (!known.ok) return known
  const { account, congress } = session.own
  return inCongress(context.db, congress, async (within) => {
    const { passkeys } = await factorsOf(within, account)
    const forced = (await wantedOf(within, session)) === 'forced'
    if (forced && passkeys === 0) return refuse({ code: 'factor-forced' })
    await removeAuthenticator(within, account)
    await dropIdleRecoveryCodes(within, account)
    await note(context, within, session, from, 'factor-removed')
    return accept(null)
  })
}

export async function newRecoveryCodes(
  context: IdentityContext,
  session: LiveSession,
  present: string,
  from: RequestFacts,
): Answered<readonly string[]> {
  const known = await presentPassword(context, session, present, from)
  if (!known.ok) return known
  const { account, congress } = session.own
  return inCongress(context.db, congress, async (within) => {
    await note(context, within, session, from, 'recovery-codes-made')
    return accept(await makeRecoveryCodes(context, within, congress, account))
  })
}

/** One session of one's own, or every other one (`null`). Answers how many ended. */
export function endOwnSessions(
  context: IdentityContext,
  session: LiveSession,
  id: string | null,
  from: RequestFacts,
): Answered<number> {
  const { account, congress } = session.own
  return inCongress(context.db, congress, async (within) => {
    const own = within.deleteFrom('session').where('account', '=', account)
    const gone = await (
      id === null ? own.where('id', '<>', session.id) : own.where('id', '=', id)
    ).executeTakeFirst()
    const ended = Number(gone.numDeletedRows)
    if (id !== null && ended === 0) return refuse({ code: 'session-unknown' })
    await note(context, within, session, from, 'session-ended', { sessions: ended })
    return accept(ended)
  })
}

function note(
  { clock }: IdentityContext,
  within: IdentityDb,
  { own }: LiveSession,
  from: RequestFacts,
  kind: SecurityEventKind,
  facts: Readonly<Record<string, string | number>> = {},
): Promise<void> {
  const account = idOf('account', own.account)
  const who = { congress: own.congress, actor: account, account, facts }
  return record(within, clock(), from, { kind, outcome: 'done', ...who })
}
