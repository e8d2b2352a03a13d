/** Everybody who acts in a model of a campaign: accounts with sessions of their own, asked anew who they are each time. */
import { addDays } from '@luoshi/domain/kernel/day'
import { idOf, type AccountId, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { isDelegable } from '@luoshi/domain/people/delegation'
import { rights, type CommandType } from '@luoshi/domain/people/rights'
import { isRole, type Role } from '@luoshi/domain/people/roles'
import type { Identity } from '../../src/identity/identity.ts'
import type { Principal } from '../../src/identity/principal.ts'
import { value, type TestCounty } from '../test-county.ts'

export type Player = Readonly<{ account: AccountId; login: string; roles: readonly Role[] }>

export type Cast = Readonly<{
  players: readonly Player[]
  add: (roles: readonly Role[], unit: UnitId | null, official: OfficialId | null) => Promise<void>
  now: (player: Player) => Promise<Principal>
  /** Somebody whom the rights table lets; a stranger to it when `stray`. */
  who: (command: CommandType, unit: UnitId | null, by: Choice) => Promise<Principal>
  /** One names another for a week, who then acts for them, or is himself again. */
  lend: (from: Player, to: Player) => Promise<boolean>
  own: (player: Player) => Promise<void>
}>

export type Choice = Readonly<{ a: number; b: number; c: number; stray: boolean }>

export const at = <One>(list: readonly One[], n: number): One | undefined =>
  list[n % Math.max(1, list.length)]

const from = { address: '127.0.0.1', request: 'test' }

export function castOf({ congress, database, clock }: TestCounty, identity: Identity): Cast {
  const players: Player[] = []
  const tokens = new Map<AccountId, string>()

  async function add(roles: readonly Role[], unit: UnitId | null, official: OfficialId | null) {
    const login = `player${players.length}`
    const person = { login, name: `${roles.join('')}${players.length}`, roles, unit, official }
    const account = value(await identity.createAccountDirectly(congress, person))
    players.push({ account, login, roles })
  }

  async function tokenOf({ account }: Player): Promise<string> {
    const kept = tokens.get(account) ?? null
    if (kept !== null && (await identity.principalOf(kept)) !== null) return kept
    const link = value(await identity.makeDemoLink(congress, account))
    const token = value(await identity.signInByDemoLink({ token: link, from, oldToken: null }))
    tokens.set(account, token)
    return token
  }

  async function sessionOf(player: Player) {
    const session = await identity.sessionOf(await tokenOf(player))
    if (!session) throw new Error(`${player.login} cannot sign in`)
    return session
  }

  const now = async (player: Player) => (await sessionOf(player)).principal

  async function placed(unit: UnitId | null): Promise<ReadonlySet<string>> {
    const { rows } = await database.owner.query<{ id: string }>(
      `select a.id from luoshi.account a
        cross join lateral luoshi.account_place(a.congress, a.id, a.roles, a.unit, a.official) p
        where p.unit = $1`,
      [unit],
    )
    return new Set(rows.map(({ id }) => id))
  }

  return {
    players,
    add,
    now,
    who: async (command, unit, { a, b, stray }) => {
      const anybody = at(players, b)
      if (!anybody) throw new Error('Nobody plays')
      if (stray) return now(anybody)
      const granted = Object.entries(rights[command]).filter(([raw]) => isRole(raw))
      const [role, relation] = at(granted, a) ?? ['clerk', 'any']
      const there = relation === 'own' ? await placed(unit) : null
      const fit = players.filter(
        (one) => one.roles.some((held) => held === role) && (there?.has(one.account) ?? true),
      )
      return now(at(fit, b) ?? anybody)
    },
    lend: async (giver, taker) => {
      const [absent, present] = [await sessionOf(giver), await sessionOf(taker)]
      const roles = absent.own.roles.filter(isDelegable)
      const today = clock.today()
      const period = { from: today, until: addDays(today, 7), reason: '出差' }
      const asked = { deputy: taker.login, roles, ...period }
      const lent = await identity.delegate(absent, asked, from)
      const [given] = (await identity.delegationsOf(present)).received
      if (!lent.ok || !given) return false
      return (await identity.actFor(present, given.id, from)).ok
    },
    own: async (player) => {
      await identity.actFor(await sessionOf(player), null, from)
    },
  }
}

/** One of every role, two where two are needed, and one without any right. */
export async function everyRole(cast: Cast, county: TestCounty): Promise<void> {
  const office: readonly Role[] = ['clerk', 'clerk', 'chairs', 'member', 'team', 'team', 'deputy']
  for (const role of office) await cast.add([role], null, null)
  await cast.add(['observer'], null, null)
  await cast.add(['admin'], null, null)
  await cast.add([], null, null)
  for (const { unit, official } of [county.roads, county.water, county.schools]) {
    await cast.add(['official'], unit, official)
    await cast.add(['unitStaff'], unit, null)
  }
}

export const unitIn = (raw: string | null): UnitId | null =>
  raw === null ? null : idOf('unit', raw)
