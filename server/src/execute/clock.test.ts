/** A server's clock set back: the log keeps its order, no day runs backwards, and nobody is told anything twice. */
import { addDays, instant } from '@luoshi/domain/kernel/day'
import { guardClock } from '@luoshi/ledger/log/clock-guard'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCounty, type TestCounty } from '../../testing/test-county.ts'
import type { World } from './context.ts'
import { readMatter } from '../matters/read-matter.ts'
import { scanOnce } from '../messages/daily-scan.ts'
import { putUnitOnRecord } from '../people/register.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

const guarded = (): World => {
  const { world, database } = county
  return { ...world, append: guardClock(world.append, database.pool) }
}
const put = (world: World, name: string) => putUnitOnRecord(world, { by: county.as('clerk'), name })

async function log(): Promise<readonly { seq: number; at: string }[]> {
  const { rows } = await county.database.owner.query<{ seq: number; at: string }>(
    'select seq::float8 as seq, at from luoshi.event order by seq',
  )
  return rows
}

it('a clock set back to an earlier day writes nothing and says so, until it is right again', async () => {
  const { clock } = county
  const world = guarded()
  const today = clock.today()
  clock.goTo(addDays(today, 3))
  expect((await put(world, '住建局')).ok).toBe(true)
  const before = await log()
  clock.goTo(addDays(today, 2))
  const refused = await put(world, '民政局')
  expect(refused).toMatchObject({
    ok: false,
    refusal: { code: 'clock-set-back', status: 409 },
  })
  // Whoever reads it learns both days, and what to do when the clock is right and it was the other one that was wrong.
  const told = refused.ok ? '' : JSON.stringify(refused.refusal)
  for (const part of [addDays(today, 2), addDays(today, 3), '校准', '备份']) {
    expect(told).toContain(part)
  }
  expect(await log()).toEqual(before)
  clock.goTo(addDays(today, 3))
  expect((await put(world, '民政局')).ok).toBe(true)
})

it('the last day is known to a process that begins anew, too', async () => {
  const { clock } = county
  clock.goTo(addDays(clock.today(), -1))
  const refused = await put(guarded(), '林业局')
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'clock-set-back' } })
  clock.goTo(addDays(clock.today(), 1))
})

it('a clock set back by an hour of the same day goes on in the order of positions, and limits stay', async () => {
  const { clock, roads } = county
  const matter = await county.handOver('城南路口积水', roads)
  const limits = async () => {
    const look = await readMatter(county.world, { by: county.as('clerk'), matter })
    if (!look.ok) throw new Error(look.refusal.code)
    return look.value.matter.rounds.map(({ due, planDue }) => ({ due, planDue }))
  }
  const before = await limits()
  expect(before).toHaveLength(1)
  const midnight = Date.parse(`${clock.today()}T00:00:00.000+08:00`)
  const at = (minutes: number) => () =>
    instant(new Date(midnight + 20 * 3_600_000 + minutes * 60_000).toISOString())
  const world = guarded()
  expect((await put({ ...world, now: at(0) }, '林业局')).ok).toBe(true)
  expect((await put({ ...world, now: at(-60) }, '粮食局')).ok).toBe(true)
  const [last, next] = (await log()).slice(-2)
  expect(next?.seq).toBe((last?.seq ?? 0) + 1)
  expect((next?.at ?? '') < (last?.at ?? '')).toBe(true)
  expect(await limits()).toEqual(before)
})

it('a clock set back tells nobody anything twice', async () => {
  const { world, congress, clock } = county
  const today = clock.today()
  expect(await scanOnce(world, congress, { restShare: 0 })).toBe(true)
  for (const back of [0, 1, 30]) {
    clock.goTo(addDays(today, -back))
    expect(await scanOnce(world, congress, { restShare: 0 })).toBe(false)
  }
  clock.goTo(addDays(today, 1))
  expect(await scanOnce(world, congress, { restShare: 0 })).toBe(true)
})
