/**
 * Sessions: begun with a new token each time somebody proves who they are, found by it, deleted when they end.
 * Source: OWASP ASVS 5.0 V7 (session fixation 7.2.4, termination 7.4); GB/T 22239-2019 8.1.4.10.
 */
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { adminModes, standingRoles } from '@luoshi/domain/people/admin-separation'
import { lentRoles } from '@luoshi/domain/people/delegation'
import { isRole, type Role } from '@luoshi/domain/people/roles'
import { inTurn } from '@luoshi/ledger/engine/few-at-once'
import { sql } from 'kysely'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityDb } from './identity-tables.ts'
import { later } from './lockout.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { csrfToken, hashToken, isToken, newToken } from './secret-token.ts'
import { sessionRule } from './session-rule.ts'

export type LiveSession = Readonly<{
  token: string
  /** What a person sees of it in the list of their sessions; it opens nothing. */
  id: string
  /** The person in their own name, also while they act for a colleague. */
  own: Principal
  principal: Principal
  login: string
  congress: Readonly<{ id: CongressId; name: string; demo: boolean }>
  csrf: string
  endsAt: Instant
}>

/** A token for the browser and nobody else; the database gets its hash. */
export async function beginSession(
  { clock, random }: IdentityContext,
  within: IdentityDb,
  congress: CongressId,
  account: AccountId,
  { address, device = '' }: RequestFacts,
  method = 'password',
): Promise<string> {
  const now = clock()
  const token = newToken(random)
  const ends_at = later(now, sessionRule.absoluteMinutes)
  const times = { started_at: now, seen_at: now, ends_at }
  const token_hash = hashToken(token)
  const factor_at = /\+(code|paper)$|^passkey$/.test(method) ? now : null
  await within
    .insertInto('session')
    .values({ token_hash, congress, account, address, device, method, factor_at, ...times })
    .execute()
  await within
    .deleteFrom('session')
    .where('ends_at', '<', sql<Date>`${now}::timestamptz`)
    .execute()
  return token
}

/** Whose session this is, or `null`; using it keeps it alive. */
export async function liveSession(
  context: IdentityContext,
  token: string | null,
): Promise<LiveSession | null> {
  return (await liveSessionAnd(context, token, null))?.session ?? null
}

/** What a request needs first, asked for with the session: see luoshi.session_and in 0171-session-and-first-look.sql. */
export type FirstLook = Readonly<{ wanted: string; which: string; also: string | null }>

/**
 * Whose session this is, and what the database holds for the request, read as that person's congress in the same trip.
 * It says what there is, not what they may see.
 */
export async function liveSessionAnd(
  { pool, clock }: IdentityContext,
  token: string | null,
  look: FirstLook | null,
): Promise<Readonly<{ session: LiveSession; found: string | null }> | null> {
  if (token === null || !isToken(token)) return null
  const idle = `${sessionRule.idleMinutes} minutes`
  const { wanted = null, which = null, also = null } = look ?? {}
  // Every request asks this first, so it has a plan of its own that is kept.
  const question = {
    name: 'luoshi-session-and',
    text: 'select session, ahead from luoshi.session_and($1, $2::timestamptz, $3::interval, $4, $5, $6)',
    values: [hashToken(token), clock(), idle, wanted, which, also],
  }
  const { rows } = await inTurn(pool, () => pool.query<Row>(question))
  const [row] = rows
  return row === undefined ? null : { session: sessionOf(row.session, token), found: row.ahead }
}

function sessionOf(row: SessionRow, token: string): LiveSession {
  const congress = idOf('congress', row.congress)
  const own = ownPrincipal(row, congress)
  return {
    token,
    id: row.id,
    own,
    principal: actingPrincipal(row, own) ?? own,
    login: row.login,
    congress: { id: congress, name: row.congress_name, demo: row.demo },
    csrf: csrfToken(token),
    endsAt: instant(new Date(row.ends_at).toISOString()),
  }
}

function ownPrincipal(row: SessionRow, congress: CongressId): Principal {
  const mode = adminModes.find((one) => one === row.admins)
  if (mode === undefined) throw new Error(`Unknown way of administering: ${row.admins}`)
  return {
    account: idOf('account', row.account),
    name: row.name,
    congress,
    roles: standingRoles(mode, rolesOf(row.roles)),
    unit: row.unit === null ? null : idOf('unit', row.unit),
    official: row.official === null ? null : idOf('official', row.official),
  }
}

/** While a session acts for a colleague, it has the roles lent and the colleague's place, and nothing of its own. */
function actingPrincipal(row: SessionRow, own: Principal): Principal | null {
  const { acting, acting_account, acting_name, acting_until } = row
  if (acting === null || acting_account === null || acting_name === null || acting_until === null) {
    return null
  }
  return {
    account: own.account,
    name: own.name,
    congress: own.congress,
    roles: lentRoles(rolesOf(row.acting_lent ?? []), rolesOf(row.acting_held ?? [])),
    unit: row.acting_unit === null ? null : idOf('unit', row.acting_unit),
    official: row.acting_official === null ? null : idOf('official', row.acting_official),
    actingFor: {
      delegation: acting,
      account: idOf('account', acting_account),
      name: acting_name,
      until: instant(new Date(acting_until).toISOString()),
    },
  }
}

type SessionRow = Readonly<{
  account: string
  name: string
  login: string
  congress: string
  congress_name: string
  demo: boolean
  roles: string[]
  unit: string | null
  official: string | null
  ends_at: string
  id: string
  admins: string
  acting: string | null
  acting_account: string | null
  acting_name: string | null
  acting_lent: string[] | null
  acting_held: string[] | null
  acting_unit: string | null
  acting_official: string | null
  acting_until: string | null
}>

type Row = Readonly<{ session: SessionRow; ahead: string | null }>

/** @throws on a role this version does not know: better nobody comes in than somebody with half their rights. */
export function rolesOf(raw: readonly string[]): readonly Role[] {
  const known = raw.filter(isRole)
  if (known.length !== raw.length) throw new Error(`Unknown role among ${raw.join(', ')}`)
  return known
}

export async function endSession(within: IdentityDb, token: string): Promise<void> {
  if (!isToken(token)) return
  await within.deleteFrom('session').where('token_hash', '=', hashToken(token)).execute()
}

/** Whatever changes who may come in ends what is open. */
export async function endSessionsOf(within: IdentityDb, account: AccountId): Promise<number> {
  const gone = await within.deleteFrom('session').where('account', '=', account).executeTakeFirst()
  await within.deleteFrom('sign_in_step').where('account', '=', account).execute()
  return Number(gone.numDeletedRows)
}
