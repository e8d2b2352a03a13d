/** What is kept apart from the log comes and goes with the commit that tells of it, and never by itself. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitOf } from '../../testing/commits.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { openAppender, type Append } from './append.ts'
import type { StreamWrite } from './event.ts'

let db: FreshDatabase
let append: Append

beforeAll(async () => {
  db = await freshDatabase()
  append = openAppender(db.pool)
})
afterAll(() => db[Symbol.asyncDispose]())

const hash = (n: number) => String(n).padStart(64, '0')
const salt = new Uint8Array([1, 2, 3])

function sealed(envelope: string, expected: number, n: number): StreamWrite {
  const events = [{ type: 'EnvelopeTouched', facts: { hash: hash(n) } }]
  const entry = { kind: 'sealed', hash: hash(n), envelope, about: 'appraisal_one', salt } as const
  return { stream: envelope, expected, events, keeps: [{ ...entry, body: `{"n":${n}}` }] }
}

function voice(id: string, expected: number): StreamWrite {
  const events = [{ type: 'VoiceReceived', facts: { text: hash(9) } }]
  return { stream: id, expected, events, keeps: [{ kind: 'voice', id, salt, text: '水管漏水' }] }
}

async function kept() {
  const { rows } = await db.owner.query<{ entries: string[] | null; voices: string[] | null }>(
    `select (select array_agg(hash || ':' || body order by hash) from luoshi.sealed_entry) as entries,
      (select array_agg(id order by id) from luoshi.voice_text) as voices`,
  )
  return { entries: rows[0]?.entries ?? [], voices: rows[0]?.voices ?? [] }
}

describe('what is kept apart from the log', () => {
  it('goes in with its commit, beside others that keep nothing', async () => {
    const [one, two, three] = await Promise.all([
      append(commitOf('keep', [sealed('envelope_aaaa', 0, 1), voice('voice_aaaa', 0)])),
      append(
        commitOf('plain', [{ stream: 'note_1', expected: 0, events: [{ type: 'N', facts: {} }] }]),
      ),
      append(commitOf('keep-too', [sealed('envelope_bbbb', 0, 2)])),
    ])
    expect([one.ok, two.ok, three.ok]).toEqual([true, true, true])
    expect(await kept()).toEqual({
      entries: [`${hash(1)}:{"n":1}`, `${hash(2)}:{"n":2}`],
      voices: ['voice_aaaa'],
    })
  })

  it('does not stay behind when the commit is refused, nor come twice when it is repeated', async () => {
    const before = await kept()
    const refused = commitOf('late', [sealed('envelope_aaaa', 0, 3), voice('voice_bbbb', 0)])
    expect(await append(refused)).toMatchObject({ ok: false })
    const again = await append(commitOf('keep', [sealed('envelope_aaaa', 0, 1)]))
    expect(again).toMatchObject({ ok: true, value: { repeated: true } })
    const relies = [{ stream: 'note_1', version: 7 }]
    expect(await append({ ...commitOf('stale', [voice('voice_cccc', 0)]), relies })).toMatchObject({
      ok: false,
    })
    expect(await kept()).toEqual(before)
  })

  it('goes out only with the event that says so, on its own stream', async () => {
    const facts = { ground: 'unlawful', on: '2026-03-01' }
    const silent = {
      stream: 'envelope_bbbb',
      expected: 1,
      events: [{ type: 'EnvelopeTouched', facts: { hash: hash(4) } }],
      keeps: [
        { kind: 'unsealed', envelope: 'envelope_aaaa', hashes: [hash(1)] },
        { kind: 'unvoiced', id: 'voice_aaaa' },
      ],
    } as const
    expect((await append(commitOf('silent', [silent]))).ok).toBe(true)
    expect((await kept()).voices).toEqual(['voice_aaaa'])
    expect((await kept()).entries[0]).toBe(`${hash(1)}:{"n":1}`)
    const told = [
      {
        stream: 'envelope_aaaa',
        expected: 1,
        events: [{ type: 'EnvelopeErased', facts }],
        keeps: [{ kind: 'unsealed', envelope: 'envelope_aaaa', hashes: [hash(1), hash(2)] }],
      },
      {
        stream: 'voice_aaaa',
        expected: 1,
        events: [{ type: 'VoiceErased', facts }],
        keeps: [{ kind: 'unvoiced', id: 'voice_aaaa' }],
      },
    ] as const
    expect((await append(commitOf('told', told))).ok).toBe(true)
    expect(await kept()).toEqual({
      entries: [`${hash(1)}:`, `${hash(2)}:{"n":2}`],
      voices: [],
    })
  })
})
