import { addDays } from '@luoshi/domain/kernel/day'
import { expect, it } from 'vitest'
import { testCounty, value } from '../../testing/test-county.ts'
import { readMessages } from './read-messages.ts'
import { tellDeputies } from './tell-deputies.ts'
import { putAccount } from './testing/put-account.ts'

it('a deputy is told once, when the delegation has begun', async () => {
  await using county = await testCounty()
  const { database, congress, world, clock } = county
  const from = await putAccount(database.owner, congress, 'clerk', null)
  const deputy = await putAccount(database.owner, congress, 'chairs', null)
  const begin = addDays(clock.today(), 2)
  await database.owner.query(
    `insert into luoshi.delegation (id, congress, delegator, deputy, roles, starts_at, ends_at, reason, made_at)
      values (repeat('d', 32), $1, $2, $3, '{clerk}', $4::date, $4::date + 5, '出差', $4::date - 2)`,
    [congress, from, deputy, begin],
  )
  const causes = async () => {
    await tellDeputies(world, congress)
    const by = { ...county.as('chairs'), account: deputy }
    return value(await readMessages(world, by, {})).rows.map(({ cause }) => cause)
  }
  expect(await causes()).toEqual([])
  for (const days of [2, 3, 10]) {
    clock.goTo(addDays(clock.today(), days))
    expect(await causes()).toEqual(['delegated'])
  }
})
