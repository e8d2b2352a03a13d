/** The newest matters with some words: what the index gives stretch by stretch is what a plain look at every text gives. */
import fc from 'fast-check'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demo, matterRow, noon, raise } from '../../testing/commits.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { openAppender } from '../log/append.ts'
import { withCongress } from '../log/tenant.ts'
import { bigrams, searchable } from './bigrams.ts'
import { rebuildViews } from './rebuild-views.ts'

let db: FreshDatabase
beforeAll(async () => {
  db = await freshDatabase()
})
afterAll(() => db[Symbol.asyncDispose]())

/** From everywhere to nowhere. */
const words = ['路灯', '河道', '校门口', '鹤嘴桥', '没有这个词', '灯', 'a1']
const texts = [
  '路灯不亮',
  '路灯不亮，河道淤塞',
  '河道淤塞 校门口拥堵',
  '鹤嘴桥路灯不亮',
  '鹤嘴河道，桥面开裂',
  '窗口A1排队',
].map(searchable)

/** Over every length of stretch, and closely about their ends, where a number might be lost or told twice. */
const ends = [1, 2, 3, 8, 9, 16, 63, 64, 65, 128, 512].map((stretch) => stretch * 2048)
const numbers = [
  ...ends.flatMap((end) => [-2, -1, 0, 1, 2, 900].map((at) => end + at)),
  ...Array.from({ length: 150 }, (_, place) => 20_500 + place * 9973),
]
const places = fc.constantFrom(
  ...ends.flatMap((end) => [end - 1, end, end + 1, end + 2]),
  0,
  5_000_000,
)

/** Number and text of each matter of one congress, as its list has them. */
async function put(congress: string, texts: ReadonlyMap<number, string>): Promise<void> {
  const rows = [...texts].map(([number, text]) => ({ number, text, grams: bigrams(text) }))
  await db.owner.query(
    `insert into luoshi.matter_view (congress, id, from_seq, version, number, appraisal, opinion, status, round, title, phase,
        warned, opened_on, updated_at, search, grams, doc)
      select $1, 'matter_' || r.number, r.number, 1, r.number, 'appraisal_a', 'opinion_' || r.number, 'drafted', 0, r.text,
        'during', false, date '2026-03-01', now(), r.text, array(select jsonb_array_elements_text(r.grams)::int), '{}'
      from jsonb_to_recordset($2::jsonb) r(number int, text text, grams jsonb)`,
    [congress, JSON.stringify(rows)],
  )
}

async function newest(congress: string, asked: readonly string[], below: number | null, n: number) {
  const pairs = [...new Set(asked.flatMap((word) => bigrams(word)))]
  return withCongress(db.pool, congress, async (client) => {
    const { rows } = await client.query<{ found: number[] }>(
      'select luoshi.newest_with($1, $2, $3, $4) as found',
      [pairs, asked, below, n],
    )
    return rows[0]?.found
  })
}

describe('the newest matters with words', () => {
  it('are those that a plain look finds, however seldom they are and wherever the search begins', async () => {
    const law = fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...texts), fc.nat(20)), { minLength: 1, maxLength: 4 }),
      fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }),
      fc.option(places),
      fc.integer({ min: 1, max: 60 }),
      async (dealt, asked, below, enough) => {
        fc.pre(asked.some((word) => [...word].length > 1))
        const all = new Map(
          numbers.map((number, place) => {
            const [text] = dealt.find(([, every]) => place % (every + 1) === every) ?? ['别的事']
            return [number, text] as const
          }),
        )
        await db.owner.query('truncate luoshi.matter_view')
        await put('congress_a', all)
        await put('congress_b', new Map([...all].map(([number]) => [number, words.join(' ')])))
        const expected = [...all]
          .filter(([number, text]) => {
            return number < (below ?? Infinity) && asked.every((word) => text.includes(word))
          })
          .map(([number]) => number)
          .toSorted((a, b) => b - a)
          .slice(0, enough)
        expect(await newest('congress_a', asked, below, enough)).toEqual(expected)
      },
    )
    await fc.assert(law, { numRuns: 30 })
  })

  it('are none before there is any matter', async () => {
    await db.owner.query('truncate luoshi.matter_view')
    expect(await newest('congress_a', ['路灯'], null, 5)).toEqual([])
  })

  it('are found by the index of words, the end of the numbers by theirs, once there are some', async () => {
    await db.owner.query('truncate luoshi.matter_view')
    await put('congress_a', new Map(numbers.map((number) => [number, texts[0] ?? ''])))
    // As the engine does by itself.
    await db.owner.query('analyze luoshi.matter_view')
    const client = new Client(db.config)
    await client.connect()
    try {
      await client.query(`select set_config('luoshi.congress', 'congress_a', false)`)
      // Whoever only lists matters looks at the indexes, too, with fewer rights than the search has.
      await client.query('explain select from luoshi.matter_view where number = 1')
      await client.query('begin')
      await client.query('select luoshi.newest_with($1, $2, null, 500)', [
        bigrams('路灯'),
        ['路灯'],
      ])
      const { rows } = await client.query<{ index: string; used: string }>(
        `select x.indexrelname as index, pg_stat_get_xact_numscans(x.indexrelid) as used
          from pg_stat_user_indexes x where x.relname = 'matter_view'`,
      )
      const used = rows.filter((one) => Number(one.used) > 0).map(({ index }) => index)
      expect(used.toSorted()).toEqual(['matter_by_number', 'matter_words'])
    } finally {
      await client.end()
    }
  })

  it('are the same after the views were made anew from the log', async () => {
    await db.owner.query('truncate luoshi.matter_view')
    const append = openAppender(db.pool)
    for (const n of [1, 2, 3]) expect((await append(raise(n))).ok).toBe(true)
    const live = await newest(demo, ['段积水'], null, 10)
    expect(live).toEqual([3, 2, 1])
    const project = (stream: string) => {
      const [kind, n] = stream.split('_')
      return kind === 'matter' ? matterRow(Number(n), { updated_at: noon }) : null
    }
    await rebuildViews(db.owner, demo, project, 'replace')
    expect(await newest(demo, ['段积水'], null, 10)).toEqual(live)
  })
})
