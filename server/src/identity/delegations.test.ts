/** Acting for a colleague: in their name and one's own, for as long as it was given, and never beyond it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays, dayInChina } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { may } from '@luoshi/domain/people/rights'
import { readStream } from '@luoshi/ledger/log/read'
import { approval, testCounty, value } from '../../testing/test-county.ts'
import { readMatter } from '../matters/read-matter.ts'
import { takeStep } from '../matters/take-step.ts'
import type { Principal } from './principal.ts'
import type { LiveSession } from './sessions.ts'
import {
  founded,
  from,
  identityPlace,
  person,
  principal,
  refusalOf,
  valueOf,
  type Place,
} from './testing/identity-place.ts'

let place: Place
let admin: Principal

beforeAll(async () => {
  place = await identityPlace()
  admin = await principal(place, (await founded(place)).token)
})
afterAll(() => place[Symbol.asyncDispose]())

async function live(token: string): Promise<LiveSession> {
  const session = await place.identity.sessionOf(token)
  if (session === null) throw new Error('No such session')
  return session
}

const today = () => dayInChina(place.identity.now())

function asked(deputy: string, days = 14) {
  const from = today()
  return { deputy, roles: ['clerk'] as const, from, until: addDays(from, days), reason: '年休假' }
}

/** A clerk on leave, and a member of the team who acts for her. */
async function leave(name: string) {
  const absent = await live((await person(place, admin, `${name}.away`)).token)
  const token = (await person(place, admin, `${name}.deputy`, 'team')).token
  valueOf(await place.identity.delegate(absent, asked(`${name}.deputy`), from()))
  const [given] = (await place.identity.delegationsOf(absent)).given
  return { absent, token, id: given?.id ?? '' }
}

describe('a deputy', () => {
  it('acts in his own name until he says otherwise, then for the colleague only, and back', async () => {
    const { token, id } = await leave('one')
    expect(await principal(place, token)).toMatchObject({ roles: ['team'] })
    valueOf(await place.identity.actFor(await live(token), id, from()))
    const acting = await principal(place, token)
    expect(acting).toMatchObject({ roles: ['clerk'], actingFor: { name: '巫马宁' } })
    expect(may(acting, 'RaiseOpinion', null)).toBe(true)
    // Not both at once: what is said to be done for the colleague is done with her rights.
    expect(may(acting, 'VerifyMatter', null)).toBe(false)
    valueOf(await place.identity.actFor(await live(token), null, from()))
    expect(await principal(place, token)).toMatchObject({ roles: ['team'] })
  })

  it('has nothing any more when it is taken back, laid down, over, or the colleague lost the role', async () => {
    const back = await leave('back')
    valueOf(await place.identity.actFor(await live(back.token), back.id, from()))
    valueOf(await place.identity.endDelegation(back.absent, back.id, from()))
    expect(await principal(place, back.token)).toMatchObject({ roles: ['team'] })
    const again = await place.identity.actFor(await live(back.token), back.id, from())
    expect(refusalOf(again).code).toBe('delegation-unknown')

    const lost = await leave('lost')
    valueOf(await place.identity.actFor(await live(lost.token), lost.id, from()))
    const granting = { roles: ['observer'] as const, unit: null, official: null }
    const account = lost.absent.own.account
    valueOf(await place.identity.grantRoles(admin, { ...granting, account }, from()))
    expect((await principal(place, lost.token)).roles).toEqual([])

    const gone = await leave('gone')
    valueOf(await place.identity.actFor(await live(gone.token), gone.id, from()))
    valueOf(await place.identity.suspend(admin, gone.absent.own.account, from()))
    expect(await principal(place, gone.token)).toMatchObject({ roles: ['team'] })
  })

  it('has nothing before the first day and after the last', async () => {
    const absent = await live((await person(place, admin, 'later.away')).token)
    const { token } = await person(place, admin, 'later.deputy', 'team')
    const first = addDays(today(), 1)
    const period = { ...asked('later.deputy'), from: first, until: first }
    valueOf(await place.identity.delegate(absent, period, from()))
    const [line] = (await place.identity.delegationsOf(absent)).given
    const early = await place.identity.actFor(await live(token), line?.id ?? '', from())
    expect(refusalOf(early).code).toBe('delegation-unknown')
    // Founded at 09:00 in China: fifteen hours on it is midnight.
    const hours = (count: number) => place.tick(count * 60)
    hours(16)
    const { token: next } = await place.identity
      .signIn({
        congress: admin.congress,
        login: 'later.deputy',
        password: '青山-Oboe-七里-39',
        from: from('10.40.0.1'),
        oldToken: null,
      })
      .then((one) => valueOf(one))
    valueOf(await place.identity.actFor(await live(next), line?.id ?? '', from()))
    expect((await principal(place, next)).roles).toEqual(['clerk'])
    await place.database.owner.query(
      `update luoshi.session set seen_at = seen_at + interval '24 hours', ends_at = ends_at + interval '30 hours'`,
    )
    hours(24)
    expect((await principal(place, next)).roles).toEqual(['team'])
  })

  it('passes nothing on, and is named only by whoever holds the role', async () => {
    const { token, id } = await leave('chain')
    await person(place, admin, 'chain.third', 'team')
    valueOf(await place.identity.actFor(await live(token), id, from()))
    const on = await place.identity.delegate(await live(token), asked('chain.third'), from())
    expect(refusalOf(on).code).toBe('delegate-not-held')
    expect(may(await principal(place, token), 'DelegateRole', null)).toBe(false)
  })

  it('is a colleague of the same office who administers nothing', async () => {
    const absent = await live((await person(place, admin, 'office.away')).token)
    for (const login of ['wenren', 'nobody', 'office.away']) {
      const refusal = refusalOf(await place.identity.delegate(absent, asked(login), from()))
      expect(['deputy-unfit', 'delegate-to-yourself']).toContain(refusal.code)
    }
    const elsewhere = {
      roles: ['unitStaff'] as const,
      unit: idOf('unit', 'unit_water'),
      official: null,
    }
    const invited = { login: 'office.other', name: '某人', ...elsewhere }
    const { token } = valueOf(await place.identity.invite(admin, invited, from()))
    await place.identity.acceptInvitation({ token, password: '青山-Oboe-七里-39', from: from() })
    const refusal = await place.identity.delegate(absent, asked('office.other'), from())
    expect(refusalOf(refusal).code).toBe('deputy-unfit')
  })

  it('cannot be sent away by a stranger, and a stranger cannot act', async () => {
    const { id } = await leave('strange')
    const stranger = await live((await person(place, admin, 'strange.other')).token)
    for (const done of [
      await place.identity.endDelegation(stranger, id, from()),
      await place.identity.actFor(stranger, id, from()),
    ]) {
      expect(refusalOf(done).code).toBe('delegation-unknown')
    }
  })
})

describe('what a deputy does', () => {
  it('says in the log who did it and for whom, and shows both names', async () => {
    await using county = await testCounty()
    const { matter } = await county.raise('村道坑洼', county.roads.unit)
    const [deputy, absent] = [county.as('team'), county.as('clerk')]
    const until = county.clock.now()
    const actingFor = { delegation: 'd', account: absent.account, name: absent.name, until }
    const by = { ...deputy, roles: absent.roles, actingFor }
    const command = { type: 'ApproveMatter', approval } as const
    value(await takeStep(county.world, { by, matter, version: 1, command }))
    const last = (await readStream(county.database.pool, county.congress, matter)).at(-1)
    expect(last).toMatchObject({
      actor: deputy.account,
      facts: { onBehalfOf: absent.account },
    })
    const shown = value(await readMatter(county.world, { by: absent, matter }))
    expect(shown.trail.at(-1)?.actor.name).toContain('（代')
  })

  it('is never a plan, a result or a self-check of the official', async () => {
    await using county = await testCounty()
    const matter = await county.handOver('村道坑洼', county.roads)
    const official = county.as('official', county.roads.unit)
    const until = county.clock.now()
    const actingFor = { delegation: 'd', account: official.account, name: official.name, until }
    const by = { ...official, account: idOf('account', 'account_deputy01'), actingFor }
    const version = value(await readMatter(county.world, { by: official, matter })).version
    const own = { type: 'SubmitPlan' } as const
    expect(may(official, own.type, county.roads.unit)).toBe(true)
    expect(may(by, own.type, county.roads.unit)).toBe(false)
    const signed = { type: 'SignReceipt', signer: '办公室' } as const
    value(await takeStep(county.world, { by, matter, version, command: signed }))
  })
})
