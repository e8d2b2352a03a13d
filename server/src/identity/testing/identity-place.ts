/** A fresh database with an identity on it, a clock that tests move, and cheap hashes. */
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import type { Role } from '@luoshi/domain/people/roles'
import { freshDatabase, type FreshDatabase } from '../../../../ledger/testing/fresh-database.ts'
import type { Entry } from '../admit.ts'
import { createIdentity, type Identity, type IdentityOptions } from '../identity.ts'
import { later } from '../lockout.ts'
import type { Principal } from '../principal.ts'

/** Cheap enough for many tests; how the product's cost works is tested in password-hash.test.ts. */
export const cheap = { memory: 64, passes: 1 }

export const goodPassword = '青山-Oboe-七里-39'

export type Place = AsyncDisposable &
  Readonly<{ database: FreshDatabase; identity: Identity; tick: (minutes: number) => void }>

export async function identityPlace(options: Partial<IdentityOptions> = {}): Promise<Place> {
  const database = await freshDatabase()
  let now: Instant = instant('2026-11-02T01:00:00.000Z')
  const identity = createIdentity({
    pool: database.pool,
    clock: () => now,
    cost: cheap,
    sealKey: Buffer.alloc(32, 7),
    ...options,
  })
  return {
    database,
    identity,
    tick: (minutes) => {
      now = later(now, minutes)
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
}

export const fingerprint = 'A1B2 C3D4 E5F6 0718 2930 4A5B 6C7D 8E9F'

export function from(address = '10.1.0.7') {
  return { address, request: 'test' }
}

/** The first administrator, by the ceremony. */
export async function founded({ identity }: Place): Promise<Readonly<{ token: string }>> {
  const link = await identity.makeSetupLink()
  if (link === null) throw new Error('Founded already')
  const token = valueOf(await identity.setUp(setupForm(link)))
  return { token }
}

export function setupForm(token: string) {
  return {
    token,
    congress: '清禾县人民代表大会常务委员会',
    county: '清禾县',
    name: '闻人素',
    login: 'wenren',
    password: goodPassword,
    fingerprint,
    fingerprintEnd: '6c7d8e9f',
    from: from(),
  }
}

export async function principal({ identity }: Place, token: string): Promise<Principal> {
  const found = await identity.principalOf(token)
  if (found === null) throw new Error('No such session')
  return found
}

/** A person who was invited and has set {@link goodPassword}; answers their first session. */
export async function person(
  place: Place,
  admin: Principal,
  login: string,
  role: Role = 'clerk',
): Promise<Readonly<{ token: string; congress: CongressId }>> {
  const asked = { login, name: '巫马宁', roles: [role], unit: null, official: null }
  const invited = valueOf(await place.identity.invite(admin, asked, from()))
  const acceptance = { token: invited.token, password: goodPassword, from: from() }
  const token = tokenOf(await place.identity.acceptInvitation(acceptance))
  return { token, congress: admin.congress }
}

/** The session's token of somebody who had no further step to take. */
export function tokenOf(result: Result<Entry, unknown>): string {
  const entry = valueOf(result)
  if (entry.kind !== 'session') throw new Error(`Not in yet: ${entry.stage}`)
  return entry.token
}

export function valueOf<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export function refusalOf<Refusal>(result: Result<unknown, Refusal>): Refusal {
  if (result.ok) throw new Error('Not refused')
  return result.refusal
}
