/** Authority follows the post: a transfer, a merger or a departure takes it in the commit that records it. */
import { idOf, type OfficialId, type UnitId } from '@luoshi/domain/kernel/ids'
import { may } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import { afterAll, beforeAll, beforeEach, expect, describe, it } from 'vitest'
import { testCounty, value, type Seat, type TestCounty } from '../../testing/test-county.ts'
import { readHandOvers } from '../people/read-hand-overs.ts'
import { putOfficialOnRecord, putUnitOnRecord } from '../people/register.ts'
import { changePerson, putPersonOnRoster } from '../people/roster.ts'
import { signHandOver } from '../people/sign-hand-over.ts'
import { mergeUnits, transferPost } from '../people/succession.ts'
import { createIdentity, type Identity } from './identity.ts'
import type { Principal } from './principal.ts'

let county: TestCounty
let identity: Identity
let seat: Seat
let other: Seat
let made = 0
const from = { address: '127.0.0.1', request: 'test' }

beforeAll(async () => {
  county = await testCounty(async (pool, clock) => {
    identity = createIdentity({ pool, clock, cost: { memory: 8, passes: 1 } })
    const asked = { name: '测试县人大常委会', county: '测试县', demo: true }
    return value(await identity.createCongress(asked)).id
  })
})
afterAll(() => county[Symbol.asyncDispose]())
beforeEach(async () => {
  seat = await newSeat()
  other = await newSeat()
})

async function newSeat(): Promise<Seat> {
  made += 1
  const { unit } = value(
    await putUnitOnRecord(county.world, { by: county.as('clerk'), name: `单位${made}` }),
  )
  return { unit, official: await newOfficial(unit) }
}

async function newOfficial(unit: UnitId): Promise<OfficialId> {
  made += 1
  const post = { unit, post: `职务${made}`, appointedBy: 'committeeAppointed' } as const
  const registration = { name: `人员${made}`, ...post }
  return value(await putOfficialOnRecord(county.world, { by: county.as('clerk'), registration }))
    .official
}

/** An account with a session; answers who it is, asked anew each time. */
async function signedIn(roles: readonly Role[], unit: UnitId | null, official: OfficialId | null) {
  made += 1
  const person = { login: `person${made}`, name: `账号${made}`, roles, unit, official }
  const account = value(await identity.createAccountDirectly(county.congress, person))
  const link = value(await identity.makeDemoLink(county.congress, account))
  const token = value(await identity.signInByDemoLink({ token: link, from, oldToken: null }))
  return {
    account,
    login: person.login,
    token,
    now: async (): Promise<Principal> => {
      const found = await identity.principalOf(token)
      if (!found) throw new Error('No session')
      return found
    },
  }
}

const transfer = async (official: OfficialId, successor: OfficialId, to?: UnitId) =>
  value(
    await transferPost(county.world, {
      by: county.as('clerk'),
      official,
      version: 1,
      successor,
      ...(to ? { to: { unit: to, post: '局长', appointedBy: 'committeeAppointed' } } : {}),
    }),
  )

async function linkedTo(account: string, unit: UnitId | null, capacity: 'unitStaff' | 'clerk') {
  made += 1
  const by = county.as('clerk')
  const seatOf = { office: null, order: null, unit, post: '科员' }
  const entry = { capacity, ...seatOf, name: `名册${made}`, place: '', term: null, another: false }
  const person = value(await putPersonOnRoster(county.world, { by, entry })).id
  const told = { type: 'LinkPerson', account: idOf('account', account) } as const
  value(await changePerson(county.world, { by, person, version: 1, told }))
  return person
}

describe('an official’s account', () => {
  it('acts for the old unit no more from the moment he left, and the successor’s does when granted', async () => {
    const old = await signedIn(['official'], seat.unit, seat.official)
    expect(may(await old.now(), 'SubmitPlan', seat.unit)).toBe(true)
    const successor = await newOfficial(seat.unit)
    await transfer(seat.official, successor)
    expect(await old.now()).toMatchObject({ unit: null })
    expect(may(await old.now(), 'SubmitPlan', seat.unit)).toBe(false)
    const next = await signedIn(['official'], seat.unit, successor)
    expect(may(await next.now(), 'SubmitPlan', seat.unit)).toBe(true)
  })

  it('goes to the unit of the new post, where the transfer says one', async () => {
    const old = await signedIn(['official'], seat.unit, seat.official)
    await transfer(seat.official, await newOfficial(seat.unit), other.unit)
    expect(await old.now()).toMatchObject({ unit: other.unit, official: seat.official })
    expect(may(await old.now(), 'SubmitPlan', seat.unit)).toBe(false)
  })

  it('still sees and signs the list of what he handed over, and no other’s', async () => {
    const [old, foreign] = [
      await signedIn(['official'], seat.unit, seat.official),
      await signedIn(['official'], other.unit, other.official),
    ]
    const { handOver } = await transfer(seat.official, await newOfficial(seat.unit))
    const { handOver: second } = await transfer(other.official, await newOfficial(other.unit))
    if (handOver === null || second === null) throw new Error('No list')
    const seen = await readHandOvers(county.world, await old.now())
    expect(seen.map(({ id }) => id)).toEqual([handOver])
    const asked = { version: 1, as: 'leaver', paper: null } as const
    const sign = async (who: typeof old, list: typeof handOver) =>
      signHandOver(county.world, { by: await who.now(), handOver: list, ...asked })
    expect(await sign(foreign, handOver)).toMatchObject({ refusal: { code: 'forbidden' } })
    value(await sign(old, handOver))
  })
})

describe('staff', () => {
  it('of a unit that merged act for nobody, unless the roster says where they serve', async () => {
    const loose = await signedIn(['unitStaff'], seat.unit, null)
    const listed = await signedIn(['unitStaff'], seat.unit, null)
    await linkedTo(listed.account, seat.unit, 'unitStaff')
    const merge = { unit: seat.unit, version: 1, into: other.unit, official: other.official }
    value(await mergeUnits(county.world, { by: county.as('clerk'), ...merge }))
    expect(await loose.now()).toMatchObject({ unit: null })
    expect(await listed.now()).toMatchObject({ unit: other.unit })
    expect(may(await listed.now(), 'SignReceipt', seat.unit)).toBe(false)
  })

  it('and anybody else who left the roster may do nothing any more; a new entry brings it back', async () => {
    const clerk = await signedIn(['clerk'], null, null)
    const person = await linkedTo(clerk.account, null, 'clerk')
    expect(may(await clerk.now(), 'RaiseOpinion', null)).toBe(true)
    const told = { type: 'LetPersonGo', cause: 'transferred', on: county.clock.today() } as const
    value(await changePerson(county.world, { by: county.as('clerk'), person, version: 2, told }))
    expect((await clerk.now()).roles).toEqual([])
    await linkedTo(clerk.account, null, 'clerk')
    expect((await clerk.now()).roles).toEqual(['clerk'])
  })

  it('cannot act for a unit that is not on record', async () => {
    const stray = await signedIn(['unitStaff'], idOf('unit', 'unit_nowhere'), null)
    expect(await stray.now()).toMatchObject({ unit: null })
  })
})

describe('a deputy', () => {
  it('acts for a colleague only as long as both are of one unit', async () => {
    const away = await signedIn(['official'], seat.unit, seat.official)
    const deputy = await signedIn(['unitStaff'], seat.unit, null)
    const period = { from: county.clock.today(), until: county.clock.today(), reason: '出差' }
    const absent = await identity.sessionOf(away.token)
    const present = await identity.sessionOf(deputy.token)
    if (!absent || !present) throw new Error('No session')
    const asked = { deputy: deputy.login, roles: ['official' as const], ...period }
    value(await identity.delegate(absent, asked, from))
    const [given] = (await identity.delegationsOf(present)).received
    value(await identity.actFor(present, given?.id ?? '', from))
    expect(await deputy.now()).toMatchObject({ roles: ['official'], unit: seat.unit })
    await transfer(seat.official, await newOfficial(seat.unit), other.unit)
    expect(await deputy.now()).toMatchObject({ roles: ['unitStaff'], unit: seat.unit })
  })
})

describe('the administrators', () => {
  it('see who acts for nobody, and why', async () => {
    const admin = await signedIn(['admin'], null, null)
    const gone = await signedIn(['official'], seat.unit, seat.official)
    const staff = await signedIn(['unitStaff'], seat.unit, null)
    await transfer(seat.official, await newOfficial(seat.unit))
    const rows = value(await identity.accounts(await admin.now()))
    const why = (id: string) => rows.find((row) => row.id === id)?.displaced
    expect(why(gone.account)).toBe('post')
    expect(why(staff.account)).toBeNull()
  })
})
