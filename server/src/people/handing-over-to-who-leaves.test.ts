/**
 * A matter handed over at the very moment its official leaves, or its unit merges. A rival transaction holds the door of
 * the log until both sides have decided on what they saw; whoever comes second must not be believed.
 */
import { openAppender } from '@luoshi/ledger/log/append'
import { afterAll, beforeAll, expect, describe, it } from 'vitest'
import { eventually } from '../../../ledger/testing/eventually.ts'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import type { World } from '../execute/context.ts'
import { loadOfficial, loadUnit } from '../execute/load.ts'
import { takeStep } from '../matters/take-step.ts'
import { putOfficialOnRecord, putUnitOnRecord } from './register.ts'
import { mergeUnits, transferPost } from './succession.ts'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

/** As another process of the server would be: its own queue before the door. */
const anotherServer = (): World => ({ ...county.world, append: openAppender(county.database.pool) })

async function seatOf(name: string) {
  const by = county.as('clerk')
  const { unit } = value(await putUnitOnRecord(county.world, { by, name }))
  const post = (title: string) => ({
    name: `${name}${title}`,
    unit,
    post: title,
    appointedBy: 'committeeAppointed' as const,
  })
  const put = async (title: string) =>
    value(await putOfficialOnRecord(county.world, { by, registration: post(title) })).official
  return { unit, official: await put('局长'), successor: await put('副局长') }
}

type Seat = Awaited<ReturnType<typeof seatOf>>

async function approved() {
  const { matter } = await county.raise('路灯不亮')
  const { version } = await county.step(county.as('clerk'), matter, {
    type: 'ApproveMatter',
    approval,
  })
  return { matter, version }
}

function handOver({ matter, version }: Awaited<ReturnType<typeof approved>>, to: Seat) {
  const { unit, official } = to
  const command = { type: 'HandOverMatter', unit, official, letter: '人常〔2026〕9号' } as const
  return takeStep(anotherServer(), { by: county.as('clerk'), matter, version, command })
}

function transfer({ official, successor }: Seat) {
  const by = county.as('clerk')
  return loadOfficial(county.world.db, county.congress, official).then(({ version }) =>
    transferPost(anotherServer(), { by, official, version, successor }),
  )
}

async function merge({ unit }: Seat) {
  const into = county.schools
  const { version } = await loadUnit(county.world.db, county.congress, unit)
  const merging = { unit, version, into: into.unit, official: into.official }
  return mergeUnits(anotherServer(), { by: county.as('clerk'), ...merging })
}

/** Both have decided and wait at the door, in this order; then it opens. */
async function atOnce<First, Second>(first: () => Promise<First>, second: () => Promise<Second>) {
  const rival = await county.database.owner.connect()
  try {
    await rival.query('begin')
    await rival.query('select from luoshi.ledger_head where congress = $1 for update', [
      county.congress,
    ])
    const one = first()
    await waitingAtDoor(1)
    const two = second()
    await waitingAtDoor(2)
    await rival.query('commit')
    return [await one, await two] as const
  } finally {
    rival.release()
  }
}

async function waitingAtDoor(count: number): Promise<void> {
  await eventually(`${count} commits wait at the door`, async () => {
    const { rows } = await county.database.owner.query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%append_%'`,
    )
    return rows[0]?.n === count
  })
}

async function leftWith(seat: Seat) {
  const { rows } = await county.database.owner.query(
    `select id from luoshi.matter_view where to_seq is null and status = 'issued'
      and (official = $1 or unit = $2 and exists (
        select from luoshi.unit_view u where u.id = $2 and u.to_seq is null and u.status = 'merged'))`,
    [seat.official, seat.unit],
  )
  return rows
}

describe('handing over at the moment somebody leaves', () => {
  it('is refused when the transfer was first, and reaches nobody who is gone', async () => {
    const [seat, matter] = [await seatOf('住建局'), await approved()]
    const [left, handed] = await atOnce(
      () => transfer(seat),
      () => handOver(matter, seat),
    )
    expect(left).toMatchObject({ ok: true })
    expect(handed).toMatchObject({ ok: false, refusal: { code: 'version-conflict' } })
    expect(await leftWith(seat)).toEqual([])
    // Tried again, it says why; to the successor it goes.
    expect(await handOver(matter, seat)).toMatchObject({
      refusal: { code: 'official-not-in-post' },
    })
    value(await handOver(matter, { ...seat, official: seat.successor }))
  })

  it('refuses the transfer when it was first itself; tried again, the transfer takes the matter along', async () => {
    const [seat, matter] = [await seatOf('民政局'), await approved()]
    const [handed, left] = await atOnce(
      () => handOver(matter, seat),
      () => transfer(seat),
    )
    expect(handed).toMatchObject({ ok: true })
    expect(left).toMatchObject({ ok: false, refusal: { code: 'version-conflict' } })
    expect(value(await transfer(seat)).moved).toBe(1)
    expect(await leftWith(seat)).toEqual([])
  })

  it('is the same with a unit that merges', async () => {
    const [seat, matter] = [await seatOf('林业局'), await approved()]
    const [merged, late] = await atOnce(
      () => merge(seat),
      () => handOver(matter, seat),
    )
    expect(merged).toMatchObject({ ok: true })
    expect(late).toMatchObject({ ok: false })
    const [other, second] = [await seatOf('农业局'), await approved()]
    const [handed, refused] = await atOnce(
      () => handOver(second, other),
      () => merge(other),
    )
    expect(handed).toMatchObject({ ok: true })
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'version-conflict' } })
    expect(value(await merge(other)).moved).toBe(1)
    expect([...(await leftWith(seat)), ...(await leftWith(other))]).toEqual([])
  })

  it('holds up nobody else: what went to others in the same trip is written', async () => {
    const [gone, stays] = [await seatOf('文旅局'), await seatOf('商务局')]
    const [to, other] = [await approved(), await approved()]
    const world = anotherServer()
    const give = async ({ matter, version }: typeof to, { unit, official }: Seat) =>
      takeStep(world, {
        by: county.as('clerk'),
        matter,
        version,
        command: { type: 'HandOverMatter', unit, official, letter: '人常〔2026〕9号' },
      })
    const [left, both] = await atOnce(
      () => transfer(gone),
      () => Promise.all([give(to, gone), give(other, stays)]),
    )
    expect(left).toMatchObject({ ok: true })
    expect(both.map(({ ok }) => ok)).toEqual([false, true])
  })
})
