import { addDays, day, type Day } from '@luoshi/domain/kernel/day'
import { owedNext } from '@luoshi/domain/matters/limit'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, type TestCounty } from '../../testing/test-county.ts'
import { boundsOf, rulesOf, walkDeadlines, type Group } from './scan-deadlines.ts'

let county: TestCounty

beforeAll(async () => {
  county = await testCounty()
  await county.raise('尚未交办的事项')
  await county.handOver('城北路段路灯不亮', county.roads)
  await county.handOver('桥面破损', county.roads)
  await county.handOver('水渠淤塞', county.water)
})
afterAll(() => county[Symbol.asyncDispose]())

async function walk(today: Day): Promise<readonly Group[]> {
  const { world, congress } = county
  return world.db.transaction(congress, async (client) => {
    const rules = await rulesOf(client, world.policies, congress)
    const found: Group[] = []
    const until = boundsOf(rules, today)
    for await (const groups of walkDeadlines(client, congress, today, until, { restShare: 0 }))
      found.push(...groups)
    return found
  })
}
const inDays = (days: number) => walk(addDays(county.clock.today(), days))

describe('the walk over deadlines', () => {
  it('looks at nothing on the day of the hand-over', async () => {
    expect(await inDays(0)).toEqual([])
  })

  it('counts by unit and day what is soon owed or late, and what nobody touched', async () => {
    const found = await inDays(200)
    const seen = found.map(({ from, unit, count, late }) => ({ from, unit, count, late }))
    const of = (from: 'owed' | 'acted') => [
      { from, unit: county.roads.unit, count: 2, late: true },
      { from, unit: county.water.unit, count: 1, late: true },
    ]
    expect(seen).toHaveLength(4)
    expect(seen).toEqual(expect.arrayContaining([...of('owed'), ...of('acted')]))
    expect(new Set(found.flatMap(({ from, since }) => (from === 'acted' ? since : [])))).toEqual(
      new Set([county.clock.today()]),
    )
  })

  it('sees the same day as the rule', async () => {
    const rows = await county.world.db.rows<{ unit: string; due: string; plan_due: string }>(
      county.congress,
      {
        text: `select unit, due::text, plan_due::text from luoshi.matter_view
          where congress = $1 and to_seq is null and round > 0`,
        values: [county.congress],
      },
    )
    const found = new Map<string, Day>(
      (await inDays(300)).flatMap(({ from, unit, since }) =>
        from === 'owed' ? [[unit, since]] : [],
      ),
    )
    expect(rows).toHaveLength(3)
    for (const { unit, due, plan_due: planDue } of rows) {
      const days = { due: day(due), planDue: day(planDue) }
      expect(found.get(unit)).toBe(owedNext({ status: 'issued', ...days })?.limit)
    }
  })

  it('is told by the indexes alone, whatever the planner knows of the table', async () => {
    const client = await county.database.pool.connect()
    try {
      await client.query(`select set_config('luoshi.congress', $1, false)`, [county.congress])
      for (const from of ['owed', 'acted']) {
        const { rows } = await client.query<{ 'QUERY PLAN': string }>(
          `explain select appraisal, unit, owed < '2026-05-01' as late, count(*)
            from luoshi.matter_view where congress = '${county.congress}' and ${from} = '2026-04-01'
              and to_seq is null and owed is not null and unit is not null
            group by appraisal, unit, owed < '2026-05-01'`,
        )
        const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
        expect(plan).toContain(`Index Only Scan using matter_${from}`)
      }
    } finally {
      client.release(true)
    }
  })
})
