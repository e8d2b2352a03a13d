import { instant } from '@luoshi/domain/kernel/day'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import {
  commitOf,
  demo,
  matterRow,
  matterWrite,
  noon,
  raise,
  writeOf,
} from '../../testing/commits.ts'
import { eventually } from '../../testing/eventually.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { closed, judged, opened, raised, reopened } from '../../testing/stories.ts'
import { openAppender, type Append } from './append.ts'
import { batchParameters, prepare } from './batch-parameter.ts'
import { beginning, leafHash } from './leaf.ts'
import { headSeq, readAll, readStream, seqAt } from './read.ts'
import type { Commit } from './event.ts'

let db: FreshDatabase
let append: Append

beforeEach(async () => {
  db = await freshDatabase()
  append = openAppender(db.pool)
})
const used: FreshDatabase[] = []
beforeEach(() => void used.push(db))
afterAll(async () => {
  for (const one of used) await one[Symbol.asyncDispose]()
})

const note = (n: number) => ({ type: 'Noted', facts: { n } })
const noted = (stream: string, expected: number, ...events: ReturnType<typeof note>[]) => ({
  stream,
  expected,
  events,
})

async function rows<Row extends object>(
  text: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const answer = await db.owner.query<Row>(text, [...values])
  return answer.rows
}

describe('the log', () => {
  it('reads nothing from a stream nobody wrote', async () => {
    expect(await readStream(db.pool, demo, 'matter_none')).toEqual([])
    expect(await headSeq(db.pool, demo)).toBe(0)
  })

  it('reads events back as written, oldest first', async () => {
    const given = { seq: 2, repeated: false, numbers: { matter_1: 1, opinion_1: 1 } }
    expect(await append(raise(1))).toEqual(accept(given))
    await append(commitOf('judge', [matterWrite(1, 1, [judged(1, 1, 'quality'), reopened(1, 2)])]))
    const events = await readStream(db.pool, demo, 'matter_1')
    expect(events.map(({ seq, version, type }) => [seq, version, type])).toEqual([
      [2, 1, 'MatterOpened'],
      [3, 2, 'MatterJudged'],
      [4, 3, 'MatterReopened'],
    ])
    const [first] = events
    expect(first?.facts).toEqual(opened(1).facts)
    expect(first?.words).toEqual(opened(1).words)
    expect([first?.actor, first?.command, first?.at]).toEqual(['account_clerk', 'raise_1', noon])
    expect(await readStream(db.pool, demo, 'matter_1', 3)).toEqual(events.slice(0, 2))
    expect((await readAll(db.pool, demo, 2, 2)).map(({ seq }) => seq)).toEqual([2, 3])
  })

  it('keeps streams, and congresses, apart', async () => {
    await append(raise(1))
    await append({ ...raise(1), congress: 'congress_other' })
    expect((await readStream(db.pool, demo, 'opinion_1')).map(({ type }) => type)).toEqual([
      'OpinionRaised',
    ])
    expect(await headSeq(db.pool, 'congress_other')).toBe(2)
  })

  it('writes all streams of a commit or none', async () => {
    await append(raise(1))
    const both = commitOf('both', [noted('note_1', 0, note(1)), matterWrite(1, 0, [opened(1)])])
    const refusal = {
      code: 'version-conflict',
      stream: 'matter_1',
      expected: 0,
      actual: 1,
    } as const
    expect(await append(both)).toEqual(refuse(refusal))
    expect(await readStream(db.pool, demo, 'note_1')).toEqual([])
    expect(await headSeq(db.pool, demo)).toBe(2)
  })

  it('does a repeated command once and gives the first answer again', async () => {
    const first = await append(raise(1))
    await append(raise(2))
    expect(first).toEqual(
      accept({ seq: 2, repeated: false, numbers: { matter_1: 1, opinion_1: 1 } }),
    )
    expect(await append(raise(1))).toEqual(accept({ seq: 2, repeated: true }))
    expect(await headSeq(db.pool, demo)).toBe(4)
  })

  it('answers both when the same command is sent twice at once', async () => {
    const [one, two] = await Promise.all([append(raise(1)), append(raise(1))])
    expect([one, two]).toEqual([
      accept({ seq: 2, repeated: false, numbers: { matter_1: 1, opinion_1: 1 } }),
      accept({ seq: 2, repeated: true }),
    ])
  })

  it('takes what waits together in one trip, each on its own, without gaps and in one chain', async () => {
    const commits: Commit[] = Array.from({ length: 150 }, (_, n) =>
      commitOf(`c_${n}`, [noted(`note_${n % 50}`, n % 7 === 0 ? 9 : Math.floor(n / 50), note(n))]),
    )
    const answers = await Promise.all(commits.map((one) => append(one)))
    const taken = answers.flatMap((one) => (one.ok ? [one.value.seq] : []))
    const all = await rows<
      { prev: string; hash: string; seq: string; wordsHash: null; version: number } & Record<
        'stream' | 'type' | 'command' | 'actor' | 'at' | 'facts',
        string
      >
    >(
      `select *, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash, null as "wordsHash" from luoshi.event order by seq`,
    )
    expect(answers.some((one) => !one.ok)).toBe(true)
    expect([...taken].sort((a, b) => a - b)).toEqual(all.map((_, at) => at + 1))
    let prev = beginning
    for (const row of all) {
      expect(row.prev).toBe(prev)
      prev = leafHash({ ...row, congress: demo, seq: Number(row.seq), prev })
      expect(row.hash).toBe(prev)
    }
  })

  it('does not let one commit that the database chokes on take others with it', async () => {
    const bad = { ...commitOf('bad', [noted('note_bad', 0, note(1))]), actor: 'two\nlines' }
    const [good, choked, other] = await Promise.allSettled([
      append(raise(1)),
      append(bad),
      append(raise(2)),
    ])
    expect([good.status, choked.status, other.status]).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    expect(await headSeq(db.pool, demo)).toBe(4)
  })

  it('refuses at once what is no commit', async () => {
    await expect(append(commitOf('empty', []))).rejects.toThrow('writes nothing')
    await expect(append(commitOf('hollow', [noted('note_1', 0)]))).rejects.toThrow(
      'without an event',
    )
    await expect(
      append(commitOf('twice', [noted('n', 0, note(1)), noted('n', 1, note(2))])),
    ).rejects.toThrow('twice')
    await expect(
      append(commitOf('half', [noted('n', 0, { type: 'Noted', facts: { n: 0.5 } })])),
    ).rejects.toThrow('whole')
  })

  it('loses politely to a writer who commits in between', async () => {
    await append(raise(1))
    const rival = await db.pool.connect()
    await rival.query('begin')
    const theirs = batchParameters([
      prepare(commitOf('theirs', [matterWrite(1, 1, [judged(1, 1, 'quality')])])),
    ])
    await rival.query(
      `select luoshi.append_commits(set_config('luoshi.congress', $1, true), $2::text[], $3::text[],
        $4::text[], $5::jsonb)`,
      [demo, ...theirs],
    )

    const ours = append(commitOf('ours', [matterWrite(1, 1, [judged(1, 1, 'measures')])]))
    await eventually('our append waits for the head of the log', async () => {
      const waiting = await rows(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      )
      return waiting.length > 0
    })
    await rival.query('commit')
    rival.release()

    const refusal = {
      code: 'version-conflict',
      stream: 'matter_1',
      expected: 1,
      actual: 2,
    } as const
    expect(await ours).toEqual(refuse(refusal))
    expect(await headSeq(db.pool, demo)).toBe(3)
  })

  it('says which position a moment means, in spite of one wrong clock', async () => {
    const at = (time: string) => instant(`2026-03-01T${time}:00.000Z`)
    await append({ ...raise(1), at: at('08:00') })
    await append({ ...raise(2), at: instant('2099-01-01T00:00:00.000Z') })
    await append({ ...raise(3), at: at('09:00') })
    expect(await seqAt(db.pool, demo, at('07:59'))).toBe(0)
    expect(await seqAt(db.pool, demo, at('08:00'))).toBe(2)
    expect(await seqAt(db.pool, demo, at('10:00'))).toBe(6)
  })
})

describe('the views', () => {
  it('hold the row of a stream from one commit to the next', async () => {
    await append(raise(1))
    await append(
      commitOf('edit', [matterWrite(1, 1, [reopened(1, 2)], { status: 'issued', round: 2 })]),
    )
    const versions = await rows(
      `select from_seq, to_seq, version, number, status, round from luoshi.matter_view order by from_seq`,
    )
    expect(versions).toEqual([
      { from_seq: '2', to_seq: '3', version: 1, number: 1, status: 'drafted', round: 1 },
      { from_seq: '3', to_seq: null, version: 2, number: 1, status: 'issued', round: 2 },
    ])
  })

  it('number streams in the order of the log, without gaps, whoever was refused in between', async () => {
    await Promise.all([1, 2, 3].map((n) => append(raise(n))))
    const late = commitOf('late', [matterWrite(9, 5, [opened(9)])])
    expect((await append(late)).ok).toBe(false)
    await append(raise(4))
    const numbers = await rows<{ number: number }>(
      `select number from luoshi.matter_view order by from_seq`,
    )
    expect(numbers.map((one) => one.number)).toEqual([1, 2, 3, 4])
  })

  it('count the matters of every kind', async () => {
    await Promise.all([1, 2, 3].map((n) => append(raise(n))))
    await append(commitOf('edit', [matterWrite(1, 1, [reopened(1, 2)], { status: 'issued' })]))
    await append(commitOf('move', [matterWrite(2, 1, [reopened(2, 2)], { unit: null })]))
    const counts = await rows(
      `select unit, status, n from luoshi.matter_count where n > 0 order by unit, status`,
    )
    expect(counts).toEqual([
      { unit: '', status: 'drafted', n: '1' },
      { unit: 'unit_water', status: 'drafted', n: '1' },
      { unit: 'unit_water', status: 'issued', n: '1' },
    ])
  })

  it('refuse a row that is not of the stream that was written', async () => {
    const write = writeOf(0, [raised(1)], matterRow(1))
    await expect(append(commitOf('wrong', [write]))).rejects.toThrow('has no row in matter_view')
  })
})

describe('closing', () => {
  const close = (expected: number, round: number) =>
    commitOf(`close_${expected}`, [
      matterWrite(1, expected, [closed(1, round)], { status: 'closed', round }),
    ])
  const refused = refuse({ code: 'closing-not-earned', stream: 'matter_1' })

  it('is refused without a verdict, by an event and by a row alone', async () => {
    await append(raise(1))
    expect(await append(close(1, 1))).toEqual(refused)
    const rowAlone = commitOf('row', [matterWrite(1, 1, [reopened(1, 2)], { status: 'closed' })])
    expect(await append(rowAlone)).toEqual(refused)
    expect(await headSeq(db.pool, demo)).toBe(2)
  })

  it('is refused when one axis did not pass, whatever the verdict calls itself', async () => {
    await append(raise(1))
    const lie = judged(1, 1, 'timeliness')
    const forged = { ...lie, facts: { ...lie.facts, satisfied: true } }
    await append(commitOf('judge', [matterWrite(1, 1, [forged])]))
    expect(await append(close(2, 1))).toEqual(refused)
  })

  it('is refused on the verdict of an earlier round', async () => {
    await append(raise(1))
    await append(commitOf('judge', [matterWrite(1, 1, [judged(1, 1), reopened(1, 2)])]))
    expect(await append(close(3, 2))).toEqual(refused)
    expect(await append(close(3, 1))).toEqual(refused)
  })

  it('is taken when the latest round satisfied, and the row may be shown again afterwards', async () => {
    await append(raise(1))
    await append(
      commitOf('judge', [
        matterWrite(1, 1, [judged(1, 1, 'quality'), reopened(1, 2), judged(1, 2)]),
      ]),
    )
    expect(await append(close(4, 2))).toEqual(accept({ seq: 6, repeated: false }))
    const lookedBack = { stream: 'matter_1', type: 'LookedBack', facts: { outcome: 'held' } }
    const again = commitOf('look', [
      matterWrite(1, 5, [lookedBack], { status: 'closed', round: 2 }),
    ])
    expect((await append(again)).ok).toBe(true)
    expect(await append(close(4, 2))).toEqual(accept({ seq: 6, repeated: true }))
  })
})
