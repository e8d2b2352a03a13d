import { addDays } from '@luoshi/domain/kernel/day'
import { guardClock } from '@luoshi/ledger/log/clock-guard'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testCounty, type TestCounty } from '../../testing/test-county.ts'
import { putUnitOnRecord } from '../people/register.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
})
afterAll(() => county[Symbol.asyncDispose]())

it('a clock set back to an earlier day writes nothing and says so, until it is right again', async () => {
  const { world, database, clock } = county
  const guarded = { ...world, append: guardClock(world.append, database.pool) }
  const put = (name: string) => putUnitOnRecord(guarded, { by: county.as('clerk'), name })
  const today = clock.today()
  clock.goTo(addDays(today, 3))
  expect((await put('住建局')).ok).toBe(true)
  clock.goTo(addDays(today, 2))
  expect(await put('民政局')).toMatchObject({
    ok: false,
    refusal: { code: 'clock-set-back', status: 409 },
  })
  clock.goTo(addDays(today, 3))
  expect((await put('民政局')).ok).toBe(true)
})

it('the last day is known to a process that begins anew, too', async () => {
  const { world, database, clock } = county
  const guarded = { ...world, append: guardClock(world.append, database.pool) }
  clock.goTo(addDays(clock.today(), -1))
  const refused = await putUnitOnRecord(guarded, { by: county.as('clerk'), name: '林业局' })
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'clock-set-back' } })
})
