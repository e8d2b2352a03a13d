import { addDays, day } from '@luoshi/domain/kernel/day'
import { owedNext } from '@luoshi/domain/matters/limit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, type TestCounty } from '../../testing/test-county.ts'
import { findOwed, type Owed } from './scan-deadlines.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
  await county.raise('尚未交办的事项')
  await county.handOver('城北路段路灯不亮', county.roads)
  await county.handOver('桥面破损', county.roads)
  await county.handOver('水渠淤塞', county.water)
})
afterAll(() => county[Symbol.asyncDispose]())

async function scan(days: number, batch = 2): Promise<readonly Owed[]> {
  const today = addDays(county.clock.today(), days)
  const found: Owed[] = []
  const pace = { batch, restShare: 0 }
  for await (const rows of findOwed(county.world, county.congress, today, pace)) found.push(...rows)
  return found
}

describe('the scan of deadlines', () => {
  it('finds nothing on the day of the hand-over', async () => {
    expect(await scan(0)).toEqual([])
  })

  it('names what is soon due, then what is late, with its days', async () => {
    const [first] = await scan(400)
    if (!first) throw new Error('nothing is ever owed')
    const due = first.owed
    const before = Math.round((Date.parse(due) - Date.parse(county.clock.today())) / 86_400_000)
    const causes = async (days: number) =>
      (await scan(days)).filter(({ cause }) => cause !== 'silent')
    expect(await causes(before)).toMatchObject([
      { cause: 'due', days: 0 },
      { cause: 'due', days: 0 },
      { cause: 'due', days: 0 },
    ])
    expect((await causes(before + 1)).map(({ cause, days }) => [cause, days])).toEqual([
      ['late', 1],
      ['late', 1],
      ['late', 1],
    ])
  })

  it('names what nobody has touched for longer than the rule book lets pass', async () => {
    const silent = (await scan(200)).filter(({ cause }) => cause === 'silent')
    expect(silent.map(({ days }) => days)).toEqual([200, 200, 200])
  })

  it('finds the same whatever the batch', async () => {
    const whole = await scan(300, 2_000)
    expect(await scan(300, 1)).toEqual(whole)
    expect(await scan(300, 3)).toEqual(whole)
  })

  it('sees the same day as the rule', async () => {
    const rows = await county.world.db.rows<{ id: string; due: string; plan_due: string }>(
      county.congress,
      {
        text: `select id, due::text, plan_due::text from luoshi.matter_view
          where congress = $1 and to_seq is null and round > 0`,
        values: [county.congress],
      },
    )
    const found = new Map<string, string>(
      (await scan(300)).map(({ matter, owed }) => [matter, owed]),
    )
    expect(rows).toHaveLength(3)
    for (const { id, due, plan_due: planDue } of rows) {
      const days = { due: day(due), planDue: day(planDue) }
      expect(found.get(id)).toBe(owedNext({ status: 'issued', ...days })?.limit)
    }
  })
})
