/** What the database itself refuses, to the application and to its own owner, whoever writes the SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitOf, demo, matterWrite, raise } from '../../testing/commits.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { closed, judged } from '../../testing/stories.ts'
import { openAppender } from './append.ts'
import { batchParameters, prepare, type BatchParameters } from './batch-parameter.ts'
import { withCongress } from './tenant.ts'

let db: FreshDatabase

beforeAll(async () => {
  db = await freshDatabase()
  const append = openAppender(db.pool)
  await append(raise(1))
  await append({ ...raise(1), congress: 'congress_other' })
})
afterAll(() => db[Symbol.asyncDispose]())

const tables = [
  'event',
  'event_words',
  'ledger_head',
  'ledger_commit',
  'checkpoint',
  'merkle_tile',
  'erasure',
  'matter_view',
  'opinion_view',
  'appraisal_view',
  'import_view',
  'unit_view',
  'official_view',
  'record_view',
  'matter_count',
  'number_series',
  'sealed_entry',
  'voice_text',
]

const asApplication = (text: string, values: readonly unknown[] = []) =>
  withCongress(db.pool, demo, (client) => client.query(text, [...values]))

const atTheDoor = (congress: string, batch: BatchParameters) =>
  asApplication(
    'select luoshi.append_commits($1, $2::text[], $3::text[], $4::text[], $5::jsonb) as a',
    [congress, ...batch],
  )

describe('the application', () => {
  it.each(tables)('may read %s and write nothing to it', async (table) => {
    await expect(asApplication(`select * from luoshi.${table}`)).resolves.toBeDefined()
    await expect(asApplication(`delete from luoshi.${table}`)).rejects.toThrow('permission denied')
    await expect(asApplication(`truncate luoshi.${table}`)).rejects.toThrow('permission denied')
    await expect(asApplication(`update luoshi.${table} set congress = 'x'`)).rejects.toThrow(
      'permission denied',
    )
    await expect(
      asApplication(`insert into luoshi.${table} (congress) select congress from luoshi.${table}`),
    ).rejects.toThrow('permission denied')
  })

  it('may not use the inner functions, disable a trigger or become the owner', async () => {
    const inner = `select luoshi.begin_rows($1, 'matter_view', '[]', '{}', '{}', '{}', '{}', '{}')`
    await expect(asApplication(inner, [demo])).rejects.toThrow('permission denied')
    await expect(asApplication('alter table luoshi.event disable trigger all')).rejects.toThrow(
      'must be owner',
    )
    await expect(asApplication(`set session_replication_role = replica`)).rejects.toThrow(
      'permission denied',
    )
    await expect(asApplication('create table luoshi.mine (a int)')).rejects.toThrow(
      'permission denied',
    )
  })

  it('cannot close an unsatisfied matter by calling the door itself with a verdict that does not satisfy', async () => {
    const forged = [judged(1, 1, 'quality'), closed(1, 1)]
    const write = matterWrite(1, 1, forged, { status: 'closed' })
    const { rows } = await atTheDoor(demo, batchParameters([prepare(commitOf('forged', [write]))]))
    expect(rows[0].a.answers).toEqual([{ code: 'closing-not-earned', stream: 'matter_1' }])
    const after = await asApplication(
      `select status from luoshi.matter_view where id = 'matter_1' and to_seq is null`,
    )
    expect(after.rows).toEqual([{ status: 'drafted' }])
  })

  it('cannot hide the closing row from the check by naming another place or commit', async () => {
    const [commands, actors, ats, asked] = batchParameters([
      prepare(
        commitOf('hidden', [matterWrite(1, 1, [judged(1, 1, 'quality')], { status: 'closed' })]),
      ),
    ])
    const batch: { events: object[]; rows: { matter_view: object[] } } = JSON.parse(asked)
    const sent = (changed: object) =>
      atTheDoor(demo, [commands, actors, ats, JSON.stringify({ ...batch, ...changed })])
    const [row] = batch.rows.matter_view
    for (const n of [0, 2, null])
      await sent({ rows: { matter_view: [{ ...row, n }] } }).catch(() => undefined)
    await sent({ rows: { matter_view: [row, row] } }).catch(() => undefined)
    const unnamed = batch.events.map((event) => ({ ...event, view: undefined }))
    await sent({ events: unnamed }).catch(() => undefined)
    const after = await asApplication(`select from luoshi.matter_view where status = 'closed'`)
    expect(after.rows).toEqual([])
  })

  it('sees the rows of the congress it works for and no others', async () => {
    const seen = await asApplication(
      'select distinct congress from luoshi.event union select congress from luoshi.matter_view',
    )
    expect(seen.rows).toEqual([{ congress: demo }])
    const unsaid = await db.pool.connect()
    await unsaid.query(`select set_config('luoshi.congress', '', false)`)
    expect((await unsaid.query('select from luoshi.event')).rowCount).toBe(0)
    unsaid.release(true)
  })

  it('cannot write for another congress than the one it works for', async () => {
    const call = atTheDoor('congress_other', batchParameters([prepare(raise(2))]))
    await expect(call).rejects.toThrow('does not work for congress')
    const checkpoint = `select luoshi.put_checkpoint('congress_other', 1, sha256(''), 'note', 'now')`
    await expect(asApplication(checkpoint)).rejects.toThrow('does not work for congress')
  })
})

describe('the owner of the tables', () => {
  it.each(['event', 'ledger_commit', 'erasure', 'checkpoint', 'merkle_tile'])(
    'cannot change %s',
    async (table) => {
      await db.owner.query(
        `insert into luoshi.checkpoint values ('${demo}', 1, sha256(''), 'n', 'now') on conflict do nothing`,
      )
      await db.owner.query(
        `insert into luoshi.merkle_tile values ('${demo}', 1, 0, sha256('')) on conflict do nothing`,
      )
      await db.owner.query(
        `insert into luoshi.erasure values ('${demo}', 1, 1) on conflict do nothing`,
      )
      const update = db.owner.query(`update luoshi.${table} set congress = 'x'`)
      await expect(update).rejects.toThrow('append-only')
      await expect(db.owner.query(`delete from luoshi.${table}`)).rejects.toThrow('append-only')
      await expect(db.owner.query(`truncate luoshi.${table}`)).rejects.toThrow('append-only')
    },
  )

  it('cannot make words vanish in silence, nor take the head back', async () => {
    await expect(db.owner.query('delete from luoshi.event_words')).rejects.toThrow(
      'without a record',
    )
    await expect(db.owner.query(`update luoshi.event_words set body = ''`)).rejects.toThrow(
      'without a record',
    )
    await expect(db.owner.query('update luoshi.ledger_head set seq = 1')).rejects.toThrow(
      'only moves on',
    )
    await expect(db.owner.query('delete from luoshi.ledger_head')).rejects.toThrow('only moves on')
  })
})
