/** What is read together with the session is what would have been read after it, for the same people and no others. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, value } from '../../testing/test-county.ts'
import {
  answered,
  stepPath,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { getMatter } from '../contract/matters.ts'
import { getSession } from '../contract/session.ts'
import { readMatter } from '../matters/read-matter.ts'
import { splitOpinion } from '../opinions/split-opinion.ts'
import { recordRecusal } from '../people/record-recusal.ts'
import { putPersonOnRoster } from '../people/roster.ts'

let site: TestSite
let clerk: Browser
let neighbour: Browser
beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  neighbour = await (await site.neighbour()).as('clerk')
})
afterAll(() => site[Symbol.asyncDispose]())

const pathOf = (matter: string) => `/api/v1/matters/${matter}`
const pageOf = async (who: Browser, matter: string) =>
  answered(getMatter, await who.get(pathOf(matter)))

/** Trips to the database that a request takes. Now and then one more looks whether the calendar is still the same. */
async function tripsOf(act: () => Promise<unknown>): Promise<number> {
  const { pool } = site.county.database
  const seen: number[] = []
  let trips = 0
  const count = () => {
    trips += 1
  }
  pool.on('acquire', count)
  for (let time = 0; time < 4; time += 1) {
    trips = 0
    await act()
    seen.push(trips)
  }
  pool.off('acquire', count)
  return Math.min(...seen)
}

const member = {
  capacity: 'member',
  office: 'ordinary',
  order: null,
  unit: null,
  post: '',
  place: '县人大',
  term: null,
  another: false,
} as const

function opinionOn(unit: string | null, appraisal: string = site.county.appraisal) {
  const disposition = { kind: 'matter', title: '桥头路灯', unit }
  const facts = { channel: 'forum', raiserKind: 'public', raiser: '', text: '桥头路灯不亮。' }
  return { appraisal, ...facts, receivedOn: site.county.clock.today(), disposition }
}

describe('the page of a matter', () => {
  it('is the same whether it came with the session or was asked for, with its lineage', async () => {
    const { county } = site
    const by = county.as('clerk')
    const { opinion, matter } = await county.raise('路灯和垃圾', county.roads.unit)
    const part = (title: string) => ({ text: `${title}的原话`, title, unit: null })
    const parts = [part('路灯'), part('垃圾')]
    const asked = { by, opinion, version: 1, parts, reason: '两件事' }
    const { parts: made } = value(await splitOpinion(county.world, asked))
    const lead = await county.handOver('照明', county.roads)
    await county.step(by, matter, { type: 'MergeMatter', into: lead, reason: '同一路段', approval })
    for (const one of [matter, lead, ...made.flatMap((each) => each.matter ?? [])]) {
      const page = await pageOf(clerk, one)
      expect(page).toEqual(value(await readMatter(county.world, { by, matter: one })))
      expect(page.trail.length).toBeGreaterThan(0)
    }
    expect(await pageOf(clerk, matter)).toMatchObject({
      lineage: { mergedInto: { id: lead }, siblings: [{ title: '垃圾' }] },
      opinions: [{ text: '路灯的原话' }, { text: '路灯和垃圾，群众反映多次。' }],
    })
    expect((await pageOf(clerk, lead)).lineage.mergedFrom).toMatchObject([{ id: matter }])
  })

  it('is told in the order it happened, whichever way the database joins', async () => {
    const { county } = site
    const matter = await county.handOver('标线', county.roads)
    const client = await county.database.owner.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('luoshi.congress', $1, true)`, [
        county.as('clerk').congress,
      ])
      await client.query('set local enable_nestloop = off; set local enable_mergejoin = off')
      // Enough words elsewhere that the events of the one matter are the smaller side of a hash join.
      await client.query('analyze luoshi.event, luoshi.event_words')
      for (const whole of [true, false]) {
        const { rows } = await client.query('select luoshi.matter_look($1, $2, false) as told', [
          matter,
          whole,
        ])
        const { events } = JSON.parse(rows[0].told)
        expect(events[1]).toEqual(events[1].toSorted((a: number, b: number) => a - b))
        expect(events[1].length).toBeGreaterThan(2)
      }
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('is shown to no other unit, no other congress and no stranger', async () => {
    const { county } = site
    const matter = await county.handOver('护栏', county.roads)
    const [own, other] = [
      await site.as('unitStaff', county.roads.unit),
      await site.as('unitStaff', county.water.unit),
    ]
    expect((await own.get(pathOf(matter))).status).toBe(200)
    expect((await other.get(pathOf(matter))).status).toBe(404)
    expect((await neighbour.get(pathOf(matter))).status).toBe(404)
    expect((await site.stranger.get(pathOf(matter))).status).toBe(401)
  })

  it('comes in one trip with the session', async () => {
    const matter = await site.county.handOver('涵洞', site.county.roads)
    expect(await tripsOf(() => pageOf(clerk, matter))).toBe(1)
  })
})

describe('a step', () => {
  const approve = (version: number) => ({ version, approval })

  it('is decided on what came with the session and written in a second trip', async () => {
    const fresh: string[] = []
    for (const title of ['一', '二', '三', '四'])
      fresh.push((await site.county.raise(title)).matter)
    const [first = ''] = fresh
    const approveNext = async () => {
      const matter = fresh.pop() ?? ''
      const named = { 'idempotency-key': `approve-${matter}` }
      const path = stepPath(matter, 'approve-matter')
      expect((await clerk.send('POST', path, approve(1), named)).status).toBe(200)
    }
    expect(await tripsOf(approveNext)).toBe(2)
    const again = await clerk.send('POST', stepPath(first, 'approve-matter'), approve(1))
    expect(again.status).toBe(409)
  })

  it('of two at once only one is written, though both were decided on the same', async () => {
    const { matter } = await site.county.raise('台阶')
    const path = stepPath(matter, 'approve-matter')
    const both = await Promise.all(
      [1, 1].map((version) => clerk.send('POST', path, approve(version))),
    )
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await pageOf(clerk, matter)).version).toBe(2)
  })

  it('on a matter of another congress finds nothing', async () => {
    const { matter } = await site.county.raise('围墙')
    const path = stepPath(matter, 'approve-matter')
    expect((await neighbour.send('POST', path, approve(1))).status).toBe(404)
    expect((await pageOf(clerk, matter)).version).toBe(1)
  })
})

describe('raising an opinion', () => {
  const raise = (who: Browser, body: unknown) => who.send('POST', '/api/v1/opinions', body)

  it('takes two trips, with the phase, the unit and the recusals of this moment', async () => {
    const { roads } = site.county
    const trips = await tripsOf(async () => {
      expect((await raise(clerk, opinionOn(roads.unit))).status).toBe(200)
    })
    expect(trips).toBe(2)
  })

  it('is refused for a unit that is not there, and in an appraisal of another congress', async () => {
    const refused = await raise(clerk, opinionOn('unit_00000000'))
    expect(await refused.json()).toMatchObject({ code: 'unit-not-active' })
    expect((await raise(neighbour, opinionOn(null))).status).toBe(404)
  })

  it('is refused to somebody recused from the moment it is on record', async () => {
    const { world, appraisal, as } = site.county
    const barred = await site.as('clerk')
    const { account } = await answered(getSession, await barred.get('/api/v1/session'))
    const entry = { ...member, name: '王清和' }
    const { id: person } = value(await putPersonOnRoster(world, { by: as('clerk'), entry }))
    expect((await raise(barred, opinionOn(null))).status).toBe(200)
    const reason = { ground: 'kinship', reason: '近亲属', approval } as const
    value(
      await recordRecusal(world, {
        by: as('clerk'),
        appraisal,
        person,
        account: account.id,
        ...reason,
      }),
    )
    const refused = await raise(barred, opinionOn(null))
    expect(await refused.json()).toMatchObject({ code: 'recused' })
    expect((await raise(clerk, opinionOn(null))).status).toBe(200)
  })
})
