/**
 * Deputies: who acts for whom, in what, how long, and switching a session over and back. What a deputy may do is the
 * rights table's matter (domain/people/delegation.ts); that it ends by itself is in `session_principal`.
 */
import { isAdminRole } from '@luoshi/domain/people/admin-separation'
import { delegationFault, type DelegationFault } from '@luoshi/domain/people/delegation'
import { may } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import { addDays, dayInChina, instant, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { sql } from 'kysely'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { normalLogin } from './login-name.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { placeOf } from './account-place.ts'
import { hashToken } from './secret-token.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { record } from './security-event.ts'
import { rolesOf, type LiveSession } from './sessions.ts'

export type Delegation = Readonly<{
  id: string
  /** The other one: the deputy of what was given, the colleague of what was received. */
  name: string
  roles: readonly Role[]
  from: Day
  until: Day
  reason: string
  inForce: boolean
}>

export type Delegations = Readonly<{
  given: readonly Delegation[]
  received: readonly Delegation[]
}>

export type Delegating = Readonly<{
  deputy: string
  roles: readonly Role[]
  from: Day
  until: Day
  reason: string
}>

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export async function delegate(
  context: IdentityContext,
  { own }: LiveSession,
  asked: Delegating,
  from: RequestFacts,
): Answered<null> {
  const { db, clock, random } = context
  if (!may(own, 'DelegateRole', own.unit)) return refuse({ code: 'delegate-not-held' })
  return inCongress(db, own.congress, async (within) => {
    const deputy = await deputyOf(within, own, asked.deputy)
    if (deputy === null) return refuse({ code: 'deputy-unfit' })
    const now = clock()
    const fault: DelegationFault | null = delegationFault(
      { ...asked, by: own.account, held: own.roles, deputy },
      dayInChina(now),
    )
    if (fault !== null) return refuse({ code: fault })
    const id = random(16).toString('hex')
    await within
      .insertInto('delegation')
      .values({
        id,
        congress: own.congress,
        delegator: own.account,
        deputy,
        roles: [...new Set(asked.roles)],
        starts_at: beginOf(asked.from),
        ends_at: beginOf(addDays(asked.until, 1)),
        reason: asked.reason.trim(),
        made_at: now,
        ended_at: null,
        ended_by: null,
      })
      .execute()
    const facts = { delegation: id, roles: asked.roles, from: asked.from, until: asked.until }
    const who = { congress: own.congress, actor: own.account, account: deputy, facts }
    await record(within, now, from, { kind: 'delegated', outcome: 'done', ...who })
    return accept(null)
  })
}

/** The giver takes it back, the deputy lays it down, or the security administrator ends it. */
export function endDelegation(
  { db, clock }: IdentityContext,
  { own }: LiveSession,
  id: string,
  from: RequestFacts,
): Answered<null> {
  return inCongress(db, own.congress, async (within) => {
    const now = clock()
    const open = within
      .updateTable('delegation')
      .set({ ended_at: now, ended_by: own.account })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
    const rules = own.roles.includes('securityAdmin')
    const ended = await (
      rules
        ? open
        : open.where((where) =>
            where.or([where('delegator', '=', own.account), where('deputy', '=', own.account)]),
          )
    )
      .returning(['deputy', 'delegator'])
      .executeTakeFirst()
    if (ended === undefined) return refuse({ code: 'delegation-unknown' })
    const other = ended.deputy === own.account ? ended.delegator : ended.deputy
    const who = { congress: own.congress, actor: own.account, account: idOf('account', other) }
    const facts = { delegation: id }
    await record(within, now, from, { kind: 'delegation-ended', outcome: 'done', ...who, facts })
    return accept(null)
  })
}

/** Switches this session over to acting for a colleague, or back (`null`). */
export function actFor(
  { db, clock }: IdentityContext,
  { own, principal, token }: LiveSession,
  id: string | null,
  from: RequestFacts,
): Answered<null> {
  return inCongress(db, own.congress, async (within) => {
    const now = clock()
    if (id !== null && !(await isInForce(within, own, id, now))) {
      return refuse({ code: 'delegation-unknown' })
    }
    await within
      .updateTable('session')
      .set({ acting: id })
      .where('token_hash', '=', hashToken(token))
      .execute()
    const kind: SecurityEventKind = id === null ? 'acting-ended' : 'acting-began'
    const delegation = id ?? principal.actingFor?.delegation ?? ''
    const who = { congress: own.congress, actor: own.account, account: own.account }
    await record(within, now, from, { kind, outcome: 'done', ...who, facts: { delegation } })
    return accept(null)
  })
}

/** What stands now or will: those over or ended are in the audit. */
export function delegationsOf(
  { db, clock }: IdentityContext,
  { own }: LiveSession,
): Promise<Delegations> {
  return inCongress(db, own.congress, async (within) => {
    const now = clock()
    const rows = await within
      .selectFrom('delegation as d')
      .innerJoin('account as a', 'a.id', 'd.delegator')
      .innerJoin('account as b', 'b.id', 'd.deputy')
      .select(['d.id', 'd.delegator', 'd.roles', 'd.starts_at', 'd.ends_at', 'd.reason'])
      .select(['a.name as giver', 'b.name as deputy'])
      .where((where) =>
        where.or([where('d.delegator', '=', own.account), where('d.deputy', '=', own.account)]),
      )
      .where('d.ended_at', 'is', null)
      .where('d.ends_at', '>', sql<Date>`${now}::timestamptz`)
      .orderBy('d.starts_at')
      .orderBy('d.id')
      .execute()
    const shown = rows.map((row) => {
      const isGiven = row.delegator === own.account
      const starts = instant(row.starts_at.toISOString())
      const line: Delegation = {
        id: row.id,
        name: isGiven ? row.deputy : row.giver,
        roles: rolesOf(row.roles),
        from: dayInChina(starts),
        until: addDays(dayInChina(instant(row.ends_at.toISOString())), -1),
        reason: row.reason,
        inForce: starts <= now,
      }
      return { isGiven, line }
    })
    return {
      given: shown.filter(({ isGiven }) => isGiven).map(({ line }) => line),
      received: shown.filter(({ isGiven }) => !isGiven).map(({ line }) => line),
    }
  })
}

/** A colleague of the same place who can sign in and administers nothing: duties do not cross to the other side. */
async function deputyOf(within: IdentityDb, own: Principal, login: string) {
  const row = await within
    .selectFrom('account')
    .selectAll()
    .where('login', '=', normalLogin(login))
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (row === undefined) return null
  const { unit, displaced } = await placeOf(within, row)
  if (displaced !== null || unit !== own.unit) return null
  return rolesOf(row.roles).some(isAdminRole) ? null : idOf('account', row.id)
}

async function isInForce(within: IdentityDb, own: Principal, id: string, now: Instant) {
  const row = await within
    .selectFrom('delegation')
    .select('id')
    .where('id', '=', id)
    .where('deputy', '=', own.account)
    .where('ended_at', 'is', null)
    .where('starts_at', '<=', sql<Date>`${now}::timestamptz`)
    .where('ends_at', '>', sql<Date>`${now}::timestamptz`)
    .executeTakeFirst()
  return row !== undefined
}

/** Midnight in China. */
function beginOf(day: Day): Instant {
  return instant(new Date(`${day}T00:00:00+08:00`).toISOString())
}
