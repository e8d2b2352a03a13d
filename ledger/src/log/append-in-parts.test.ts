import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commitOf, demo, matterWrite, raise } from '../../testing/commits.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { judged, reopened } from '../../testing/stories.ts'
import { openAppender, type Append } from './append.ts'
import type { Commit, Reliance } from './event.ts'
import { beginning, leafHash, type Leaf } from './leaf.ts'
import { headSeq } from './read.ts'

type Told = Omit<Leaf, 'congress' | 'prev'> & Readonly<{ hash: string }>

/** Opinions with their matters in one commit; more than two hundred streams go in parts. */
function raiseMany(command: string, from: number, to: number): Commit {
  const writes = []
  for (let n = from; n <= to; n += 1) writes.push(...raise(n).writes)
  return commitOf(command, writes)
}

describe('a commit of many streams', () => {
  let db: FreshDatabase
  let append: Append
  beforeAll(async () => {
    db = await freshDatabase()
    append = openAppender(db.pool)
  })
  afterAll(() => db[Symbol.asyncDispose]())

  it('is one commit among others: one chain, numbers in the order of the log, a row for each', async () => {
    const [before, many, after] = await Promise.all([
      append(raise(1)),
      append(raiseMany('import', 2, 251)),
      append(raise(252)),
    ])
    expect(before).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(many).toMatchObject({ ok: true, value: { seq: 502, repeated: false } })
    expect(many.ok && many.value.numbers?.['matter_251']).toBe(251)
    expect(after).toMatchObject({ ok: true, value: { seq: 504 } })
    const told = await db.owner.query<Told>(
      `select stream, version, type, command, actor, at, facts, seq::int, encode(hash, 'hex') as hash,
          encode(words_hash, 'hex') as "wordsHash" from luoshi.event order by seq`,
    )
    expect(told.rows.map(({ seq }) => seq)).toEqual(told.rows.map((_, place) => place + 1))
    let prev = beginning
    for (const { hash, ...event } of told.rows) {
      prev = leafHash({ ...event, congress: demo, prev })
      expect(hash).toBe(prev)
    }
    const { rows } = await db.owner.query(
      `select count(*)::int as rows, max(number) as number from luoshi.matter_view where to_seq is null`,
    )
    expect(rows).toEqual([{ rows: 252, number: 252 }])
  })

  it('is done once, and leaves nothing behind on the connection', async () => {
    const again = await append(raiseMany('import', 2, 251))
    expect(again).toMatchObject({ ok: true, value: { seq: 502, repeated: true } })
    expect(await append(raiseMany('second import', 253, 400))).toMatchObject({
      ok: true,
      value: { seq: 504 + 2 * 148 },
    })
  })

  it('is refused as a whole when one of its streams has moved on', async () => {
    const head = await headSeq(db.pool, demo)
    const many = raiseMany('late import', 400, 550)
    expect(await append(many)).toMatchObject({
      ok: false,
      refusal: { code: 'version-conflict', expected: 0, actual: 1 },
    })
    await expect(append(commitOf('twice', [...many.writes, ...many.writes]))).rejects.toThrow(
      'twice',
    )
    expect(await headSeq(db.pool, demo)).toBe(head)
  })
})

describe('who leaves', () => {
  let db: FreshDatabase
  let append: Append
  beforeEach(async () => {
    db = await freshDatabase()
    append = openAppender(db.pool)
    const issued = { status: 'issued', unit: 'unit_water', official: 'official_lin' }
    await append(raise(1))
    await append(commitOf('hand over', [matterWrite(1, 1, [judged(1, 1, 'quality')], issued)]))
    // Proposed only: nobody owes it yet.
    await append(raise(2))
    used.push(db)
  })
  const used: FreshDatabase[] = []
  afterAll(async () => {
    for (const one of used) await one[Symbol.asyncDispose]()
  })

  const leaving = (commit: Commit, who: Reliance) => append({ ...commit, relies: [who] })
  const unit = { leaver: 'unit_water', column: 'unit' } as const
  const official = { leaver: 'official_lin', column: 'official' } as const
  const refused = {
    ok: false,
    refusal: { code: 'version-conflict', stream: 'matter_1', expected: 0, actual: 2 },
  }

  it('leaves nothing open behind, whether few streams are written or many', async () => {
    for (const who of [unit, official]) {
      expect(await leaving(raise(3), who)).toEqual(refused)
      expect(await leaving(raiseMany('many', 3, 120), who)).toEqual(refused)
    }
    expect(await headSeq(db.pool, demo)).toBe(5)
  })

  it('takes along what the commit itself moves', async () => {
    const moved = matterWrite(1, 2, [reopened(1, 2)], { status: 'issued', unit: 'unit_roads' })
    const commit = commitOf('merge', [moved])
    expect(await leaving(commit, unit)).toMatchObject({ ok: true })
    // Sent again it is answered as done, whatever the unit was handed since.
    const issued = { status: 'issued', unit: 'unit_water' }
    await append(commitOf('hand over 2', [matterWrite(2, 1, [judged(2, 1, 'quality')], issued)]))
    expect(await leaving(commit, unit)).toMatchObject({ ok: true, value: { repeated: true } })
  })

  it('may go when only others have something open', async () => {
    const other = { leaver: 'unit_roads', column: 'unit' } as const
    expect(await leaving(raise(3), other)).toMatchObject({ ok: true })
    const version = { stream: 'matter_1', version: 1 }
    expect(await leaving(raise(4), version)).toMatchObject({ ok: false, refusal: { actual: 2 } })
  })
})
