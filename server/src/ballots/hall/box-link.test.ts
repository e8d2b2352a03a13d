import { join } from 'node:path'
import { Client } from 'pg'
import { expect, it, vi } from 'vitest'
import { eventually } from '../../../../ledger/testing/eventually.ts'
import { freshDatabase } from '../../../../ledger/testing/fresh-database.ts'
import { scratchFolder } from '../../../../ledger/testing/scratch-folder.ts'
import { value } from '../../../testing/test-county.ts'
import { boxDatabase } from './box/box-database.ts'
import { openBoxLink } from './box-link.ts'

// A database and processes of its own, beside other tests.
vi.setConfig({ testTimeout: 60_000 })

it('28 a box that dies while it begins is begun again, and whoever asked for it does not hear of it', async () => {
  await using database = await freshDatabase()
  await using scratch = await scratchFolder('luoshi-box-link-')
  const main = { appConfig: database.config, ownerConfig: database.ownerConfig }
  const beside = { main, isBuiltIn: true, boxUrl: null }
  const link = openBoxLink({
    ...beside,
    keyFolder: join(scratch.path, 'keys'),
    host: '127.0.0.1',
    port: () => 0,
    publicUrl: null,
    isBehindProxy: false,
    failed: () => undefined,
  })
  // Another box still writes: the one that begins waits for its end.
  const writing = new Client(value(await boxDatabase(beside)))
  await writing.connect()
  await writing.query(`select pg_advisory_lock(hashtext('luoshi box writes'))`)
  const isBegun = link.begin()
  const waits = `select pid from pg_stat_activity where application_name = 'luoshi box, alone'
    and datname = $1 and wait_event_type = 'Lock'`
  const name = `${String(database.config.database)}_box`
  await eventually(
    'it waits',
    async () => (await database.owner.query(waits, [name])).rowCount === 1,
  )
  const first = link.pid()
  if (first === undefined) throw new Error('no box')
  process.kill(first, 'SIGKILL')
  await writing.end()
  try {
    expect(await isBegun).toEqual({ ok: true, value: true })
    expect(link.pid()).not.toBe(first)
    const answer = await fetch(`${String(link.origin())}/cast/${'0'.repeat(64)}`, {
      method: 'POST',
    })
    expect(await answer.json()).toEqual({ code: 'WRONG_MANIFEST' })
  } finally {
    await link.stop()
  }
})

it('the role of the box is settled beside several databases of one engine in the same moment', async () => {
  await using one = await freshDatabase()
  await using other = await freshDatabase()
  const asked = [one, other].map(({ config, ownerConfig }) => ({
    main: { appConfig: config, ownerConfig },
    isBuiltIn: true,
    boxUrl: null,
  }))
  for (let round = 0; round < 6; round += 1)
    for (const made of await Promise.all(asked.map(boxDatabase)))
      expect(made).toMatchObject({ ok: true, value: { user: 'luoshi_box' } })
})
