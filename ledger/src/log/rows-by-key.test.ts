/** The append function keeps its plans, and makes them when the tables may still be empty: then already by the key. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { viewNames } from '../projections/view-row.ts'

let database: FreshDatabase

beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

describe('the newest row of a stream', () => {
  it.each(viewNames)('is found by the key of %s, on an empty table too', async (view) => {
    const client = await database.owner.connect()
    try {
      // As luoshi.append_commits sets them for itself.
      await client.query('set plan_cache_mode = force_generic_plan; set enable_seqscan = off')
      await client.query(`prepare newest(text, text) as update luoshi.${view} v set to_seq = 1
        where v.to_seq is null and v.ctid = (select x.ctid from luoshi.${view} x
          where x.congress = $1 and x.id = $2 order by x.from_seq desc limit 1) returning v.number`)
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(
        `explain execute newest('congress_a', 'stream_a')`,
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect(plan).toContain(`using ${view}_pkey`)
      expect(plan).toContain('Tid Scan')
    } finally {
      client.release(true)
    }
  })
})
