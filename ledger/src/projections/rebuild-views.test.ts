import { instant } from '@luoshi/domain/kernel/day'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demo, matterRow, noon, opinionRow, raise, writeOf } from '../../testing/commits.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import type { Said } from '../../testing/proof-file.ts'
import { judged, reopened } from '../../testing/stories.ts'
import { refuse } from '@luoshi/domain/kernel/result'
import { openAppender, type Append } from '../log/append.ts'
import { eraseWords } from '../log/erase-words.ts'
import { readStream } from '../log/read.ts'
import { withCongress } from '../log/tenant.ts'
import type { StoredEvent } from '../log/stored-event.ts'
import { rebuildViews } from './rebuild-views.ts'
import type { ViewRow } from './view-row.ts'

let db: FreshDatabase
let append: Append

beforeAll(async () => {
  db = await freshDatabase()
  append = openAppender(db.pool)
})
afterAll(() => db[Symbol.asyncDispose]())

/** A state small enough to see through: how often judged, and the words that were said last. */
function project(
  stream: string,
  events: readonly Pick<StoredEvent, 'type' | 'words' | 'at'>[],
): ViewRow | null {
  const n = Number(stream.split('_')[1])
  if (stream.startsWith('opinion_')) return opinionRow(n)
  if (!stream.startsWith('matter_')) return null
  const judgements = events.filter((one) => one.type === 'MatterJudged').length
  const status = judgements % 2 === 0 ? 'issued' : 'received'
  const doc = { judgements, words: events.map((one) => one.words) }
  const last = events.at(-1)
  const updated_at = instant(last?.at ?? noon)
  return matterRow(n, {
    status,
    round: judgements + 1,
    doc,
    updated_at,
    unit: n % 2 ? 'unit_water' : null,
  })
}

const history = new Map<number, Said[]>()

async function step(n: number, said: readonly Said[]): Promise<void> {
  const before = history.get(n) ?? []
  const after = [...before, ...said]
  history.set(n, after)
  const events = after.map(({ type, words }) => ({ type, words: words ?? null, at: noon }))
  const row = project(`matter_${n}`, events)
  const write = writeOf(before.length, said, ...(row ? [row] : []))
  const [opinion] = raise(n).writes
  const writes = before.length === 0 && opinion ? [opinion, write] : [write]
  const command = `step_${n}_${before.length}`
  const answer = await append({ congress: demo, command, actor: 'account_clerk', at: noon, writes })
  expect(answer.ok).toBe(true)
}

describe('a rebuild from the log', () => {
  it('is identical to what was written command by command', async () => {
    for (const n of [1, 2, 3, 4]) {
      const [, matter] = raise(n).writes
      const opening = (matter?.events ?? []).map((event) => ({ ...event, stream: `matter_${n}` }))
      await step(n, opening)
    }
    await Promise.all([1, 2, 3].map((n) => step(n, [judged(n, 1, 'quality'), reopened(n, 2)])))
    await step(2, [judged(2, 2)])
    expect(await rebuildViews(db.owner, demo, project, 'compare')).toEqual({
      rows: 12,
      different: [],
    })
    expect(await rebuildViews(db.owner, demo, project, 'replace')).toEqual({
      rows: 12,
      different: [],
    })
    const { rows } = await db.owner.query(
      'select number, id from luoshi.matter_view where to_seq is null order by 1',
    )
    expect(rows).toEqual([1, 2, 3, 4].map((n) => ({ number: n, id: `matter_${n}` })))
  })

  it('finds a view that somebody changed, leaves it when comparing, and mends it when replacing', async () => {
    await db.owner.query(
      `update luoshi.matter_view set status = 'closed' where id = 'matter_3' and to_seq is null`,
    )
    await db.owner.query(`update luoshi.matter_count set n = n + 1 where status = 'issued'`)
    const different = ['matter_view', 'matter_count']
    expect(await rebuildViews(db.owner, demo, project, 'compare')).toEqual({ rows: 12, different })
    expect(await rebuildViews(db.owner, demo, project, 'replace')).toEqual({ rows: 12, different })
    expect(await rebuildViews(db.owner, demo, project, 'compare')).toEqual({
      rows: 12,
      different: [],
    })
  })

  it('is identical too after words were erased, and no view holds them any more', async () => {
    const erasure = {
      congress: demo,
      ground: '个人信息保护法第四十七条',
      actor: 'account_clerk',
      at: noon,
    }
    const [event] = await readStream(db.pool, demo, 'matter_2')
    const seq = event?.seq ?? 0
    const erase = () =>
      eraseWords(db.pool, append, { ...erasure, seq, command: 'erase_1' }, project)
    const said = async () => {
      const { rows } = await db.owner.query(
        `select from luoshi.matter_view where id = 'matter_2' and doc::text like '%第2段积水%'`,
      )
      return rows.length
    }
    expect(await said()).toBe(3)
    expect(await erase()).toMatchObject({ ok: true, value: { repeated: false } })
    expect(await said()).toBe(0)
    expect(await erase()).toMatchObject({ ok: true, value: { repeated: true } })
    expect(await rebuildViews(db.owner, demo, project, 'compare')).toEqual({
      rows: 12,
      different: [],
    })
    const nothing = await eraseWords(
      db.pool,
      append,
      { ...erasure, seq: 9, command: 'erase_2' },
      project,
    )
    expect(nothing).toEqual(refuse({ code: 'no-words', seq: 9 }))
  })

  it('is the only way to change a row: no stream is scrubbed that had nothing erased', async () => {
    const scrub = `select luoshi.scrub_rows($1, 'matter_view', 'matter_1', '[]')`
    const call = withCongress(db.pool, demo, (client) => client.query(scrub, [demo]))
    await expect(call).rejects.toThrow('no words of matter_1 were erased')
  })

  it('touches no other congress', async () => {
    await append({ ...raise(1), congress: 'congress_other' })
    await rebuildViews(db.owner, demo, project, 'replace')
    const { rows } = await db.owner.query(
      `select count(*)::int as n from luoshi.matter_view where congress = 'congress_other'`,
    )
    expect(rows).toEqual([{ n: 1 }])
  })
})
