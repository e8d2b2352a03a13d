/** kill -9 in the middle of a scan: it was none. The next one tells everything, once. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { addDays } from '@luoshi/domain/kernel/day'
import { expect, it } from 'vitest'
import { eventually } from '../../../ledger/testing/eventually.ts'
import { testCounty } from '../../testing/test-county.ts'
import { scanOnce } from './daily-scan.ts'
import { putAccount } from './testing/put-account.ts'

const script = join(import.meta.dirname, 'testing', 'scan-in-child.ts')

it('a scan killed half-way leaves nothing behind, and the next one tells each thing once', async () => {
  await using county = await testCounty()
  const { database, congress, clock, roads, world } = county
  await putAccount(database.owner, congress, 'unitStaff', roads.unit)
  for (let day = 0; day < 3; day += 1) {
    await county.handOver(`第${day + 1}件`, roads)
    clock.goTo(addDays(clock.today(), 1))
  }
  clock.goTo(addDays(clock.today(), 60))

  // Held at its last step, so that it is killed with everything done but the end.
  const holding = await database.owner.connect()
  await holding.query('begin')
  await holding.query('lock table luoshi.note in access exclusive mode')
  const told = [JSON.stringify(database.config), congress, world.now()]
  const child = spawn(process.execPath, [script, ...told], { stdio: 'ignore' })
  const ended = new Promise<NodeJS.Signals | null>((resolve) =>
    child.once('exit', (_, signal) => resolve(signal)),
  )
  const waits = async () => {
    const { rows } = await database.owner.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and wait_event_type = 'Lock' and query ~ 'insert into luoshi.note'`,
    )
    return rows.length > 0
  }
  await eventually('the scan is about to write its lines', waits)
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  await holding.query('rollback')
  holding.release()
  await eventually('the database has given the scan up', async () => {
    const { rows } = await database.owner.query(
      `select from pg_stat_activity where datname = current_database()
        and usename = $1 and xact_start is not null`,
      [database.config.user],
    )
    return rows.length === 0
  })
  const kept = async () => {
    const { rows } = await database.owner.query<{ cause: string; facts: { count: number } }>(
      'select cause, facts from luoshi.note order by cause',
    )
    return rows.map(({ cause, facts }) => `${cause} ${facts.count}`)
  }
  expect(await kept()).toEqual([])
  expect(await scanOnce(world, congress)).toBe(true)
  expect(await scanOnce(world, congress)).toBe(false)
  expect(await kept()).toEqual(['overdue 3', 'silent 3'])
}, 120_000)
