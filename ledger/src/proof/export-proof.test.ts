/** From the database to the proof file and back, also when somebody was at the database with a superuser's rights. */
import { join } from 'node:path'
import { readFile, stat } from 'node:fs/promises'
import { instant } from '@luoshi/domain/kernel/day'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commitOf, demo, matterWrite, noon, raise, writeOf } from '../../testing/commits.ts'
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts'
import { scratchFolder, type ScratchFolder } from '../../testing/scratch-folder.ts'
import { closed, exited, judged, raised, reopened } from '../../testing/stories.ts'
import { openAppender } from '../log/append.ts'
import { withCongress } from '../log/tenant.ts'
import { readStream } from '../log/read.ts'
import { rangeRoot, consistencyProof, inclusionProof } from '../merkle/proofs.ts'
import { storedSubtree } from '../merkle/stored-tree.ts'
import { continues, includes } from '../merkle/verify-proofs.ts'
import { makeCheckpoint, readCheckpoints } from './checkpoints.ts'
import { exportProof } from './export-proof.ts'
import { congressVerifierKey, signingKey, type SigningKey } from './signing-key.ts'
import { verifyProof } from './verify-proof.ts'

let folder: ScratchFolder
let key: SigningKey
const used: FreshDatabase[] = []

beforeAll(async () => {
  folder = await scratchFolder()
  key = await signingKey(folder.path)
})
afterAll(async () => {
  for (const one of used) await one[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

/** A closed matter after one unsatisfied round, an exit, and `more` matters: 8 + 2 × more events. */
async function filled(more = 0): Promise<FreshDatabase> {
  const db = await freshDatabase()
  used.push(db)
  const append = openAppender(db.pool)
  await append(raise(1))
  await append(
    commitOf('judge_1', [
      matterWrite(1, 1, [judged(1, 1, 'quality'), reopened(1, 2)], { round: 2 }),
    ]),
  )
  await append(
    commitOf('judge_2', [matterWrite(1, 3, [judged(1, 2)], { status: 'satisfied', round: 2 })]),
  )
  await append(
    commitOf('close', [matterWrite(1, 4, [closed(1, 2)], { status: 'closed', round: 2 })]),
  )
  await append(commitOf('divert', [writeOf(0, [raised(2), exited(2)])]))
  await Promise.all(Array.from({ length: more }, (_, n) => append(raise(n + 10))))
  return db
}

let files = 0
async function proofOf(db: FreshDatabase, name = `${(files += 1)}.proof`) {
  const file = join(folder.path, name)
  await exportProof(db.pool, { congress: demo, key, at: noon }, file)
  return file
}

describe('a proof', () => {
  it('is exported and holds, plain and zipped, under the published key', async () => {
    const db = await filled()
    const vkey = congressVerifierKey(demo, key)
    const expected = {
      ok: true,
      events: 8,
      checkpoints: 1,
      opinions: 2,
      matters: 1,
      exits: 1,
      failures: [],
    }
    expect(await verifyProof(await proofOf(db), { vkey })).toMatchObject(expected)
    expect(await verifyProof(await proofOf(db, 'zipped.proof.gz'), { vkey })).toMatchObject(
      expected,
    )
  })

  it('continues every checkpoint that was given out before', async () => {
    const db = await filled()
    const first = await makeCheckpoint(db.pool, demo, key, noon)
    const append = openAppender(db.pool)
    await append(raise(3))
    const against = first.ok ? (first.value?.note ?? '') : ''
    const found = await verifyProof(await proofOf(db), { against })
    expect(found).toMatchObject({ ok: true, events: 10, checkpoints: 2 })
    expect((await readCheckpoints(db.pool, demo, 9)).map((one) => one.size)).toEqual([10, 8])
  })

  it('keeps words back when asked, and still holds', async () => {
    const db = await filled()
    const file = join(folder.path, 'public.proof')
    await exportProof(db.pool, { congress: demo, key, at: noon, withhold: () => true }, file)
    expect(await readFile(file, 'utf8')).not.toContain('青禾路')
    expect((await verifyProof(file)).ok).toBe(true)
  })

  it('says that words were erased, and that nothing else happened', async () => {
    const db = await filled()
    const append = openAppender(db.pool)
    const erase = { stream: 'opinion_1', type: 'WordsErased', facts: { seq: 1, ground: 'PIPL 47' } }
    expect((await append(commitOf('erase', [writeOf(1, [erase])]))).ok).toBe(true)
    const [first] = await readStream(db.pool, demo, 'opinion_1')
    expect([first?.words, first?.erased]).toEqual([null, true])
    const kept = await db.owner.query('select from luoshi.event_words where seq = 1')
    expect(kept.rowCount).toBe(0)
    expect(await verifyProof(await proofOf(db))).toMatchObject({ ok: true, events: 9 })
  })

  it('of an empty log holds', async () => {
    const db = await freshDatabase()
    used.push(db)
    expect(await verifyProof(await proofOf(db))).toMatchObject({ ok: true, events: 0 })
  })
})

describe('the stored tree', () => {
  it('gives roots and proofs through its tiles', async () => {
    const db = await filled(300)
    await makeCheckpoint(db.pool, demo, key, noon)
    await withCongress(db.pool, demo, async (client) => {
      const { rows } = await client.query<{ hash: Buffer }>(
        'select hash from luoshi.event order by seq',
      )
      const size = rows.length
      const tiles = await client.query('select from luoshi.merkle_tile')
      expect([size, tiles.rowCount]).toEqual([608, 2])
      const subtree = storedSubtree(client, demo)
      const [newest] = await readCheckpoints(db.pool, demo, 1)
      const root = await rangeRoot(subtree, 0, size)
      expect(newest?.root.equals(root)).toBe(true)
      for (const leaf of [0, 255, 256, 600]) {
        const leafHash = rows[leaf]?.hash ?? Buffer.alloc(0)
        const proof = await inclusionProof(subtree, leaf, size)
        expect(includes({ leaf, leafHash, size, root, proof })).toBe(true)
      }
      for (const oldSize of [1, 256, 300, 513]) {
        const oldRoot = await rangeRoot(subtree, 0, oldSize)
        const proof = await consistencyProof(subtree, oldSize, size)
        expect(continues({ oldSize, oldRoot, size, root, proof })).toBe(true)
      }
    })
  })
})

describe('a superuser who tampers', () => {
  it.each<[string, string, number]>([
    [
      'changes facts',
      `update luoshi.event set facts = replace(facts, 'false', 'true') where seq = 3`,
      3,
    ],
    ['changes who did it', `update luoshi.event set actor = 'account_other' where seq = 6`, 6],
    ['changes when', `update luoshi.event set at = '2020-01-01T00:00:00.000Z' where seq = 2`, 2],
    ['changes a hash', `update luoshi.event set hash = sha256('x') where seq = 5`, 5],
    ['changes the link', `update luoshi.event set prev = sha256('x') where seq = 5`, 5],
    [
      'changes the words',
      `update luoshi.event_words set body = replace(body, '积水', '平整') where seq = 1`,
      1,
    ],
    ['destroys words without a record', `delete from luoshi.event_words where seq = 1`, 1],
    ['deletes an event', `delete from luoshi.event where seq = 4`, 4],
    [
      'deletes the last event and takes the head back',
      `delete from luoshi.event where seq = 8; update luoshi.ledger_head set seq = 7`,
      8,
    ],
    [
      'exchanges two events',
      `update luoshi.event set seq = 99 where seq = 3; update luoshi.event set seq = 3 where seq = 4; update luoshi.event set seq = 4 where seq = 99`,
      3,
    ],
  ])('and %s is caught, and the leaf is named', async (_, sql, leaf) => {
    const db = await filled()
    await makeCheckpoint(db.pool, demo, key, noon)
    await db.owner.query(
      `set session_replication_role = replica; ${sql}; set session_replication_role = origin`,
    )
    const found = await verifyProof(await proofOf(db))
    expect(found.ok).toBe(false)
    expect(found.failures.map((one) => one.leaf)).toContain(leaf)
  })

  it('and writes all hashes anew is caught by the checkpoint, and nothing more is signed', async () => {
    const db = await filled()
    await makeCheckpoint(db.pool, demo, key, noon)
    await db.owner.query(`set session_replication_role = replica;
      do $$ declare e record; last bytea := decode(repeat('00', 32), 'hex'); begin
        update luoshi.event set actor = 'account_other' where seq = 3;
        for e in select * from luoshi.event order by seq loop
          update luoshi.event set prev = last, hash = sha256('\\x00'::bytea || convert_to(concat_ws(E'\\n', 'luoshi-event/v1',
            e.congress, e.seq, e.stream, e.version, e.type, e.command, case e.seq when 3 then 'account_other' else e.actor end,
            e.at, e.facts, coalesce(encode(e.words_hash, 'hex'), '-'), encode(last, 'hex')), 'UTF8'))
            where seq = e.seq returning hash into last;
        end loop;
        update luoshi.ledger_head set hash = last;
      end $$; set session_replication_role = origin`)
    await openAppender(db.pool)(raise(5))
    expect(await makeCheckpoint(db.pool, demo, key, noon)).toMatchObject({
      ok: false,
      refusal: { code: 'history-changed' },
    })
    const found = await verifyProof(await proofOf(db))
    expect(found.failures.map(({ leaf, code }) => [leaf, code])).toEqual([
      [8, 'checkpoint-disagrees'],
      [9, 'unsigned-tail'],
    ])
  })
})

describe('the signing key', () => {
  it('is made once and only its owner may read it', async () => {
    const again = await signingKey(folder.path)
    expect(congressVerifierKey(demo, again)).toBe(congressVerifierKey(demo, key))
    expect((await stat(join(folder.path, 'keys', 'checkpoint.pem'))).mode & 0o777).toBe(0o600)
  })

  it('is the same for all who come first at once', async () => {
    await using other = await scratchFolder()
    const keys = await Promise.all([1, 2, 3, 4].map(() => signingKey(other.path)))
    expect(new Set(keys.map((one) => congressVerifierKey(demo, one))).size).toBe(1)
  })
})

describe('a checkpoint', () => {
  it('is the same one while nothing is added', async () => {
    const db = await filled()
    const later = instant('2026-04-01T00:00:00.000Z')
    expect(await makeCheckpoint(db.pool, demo, key, noon)).toEqual(
      await makeCheckpoint(db.pool, demo, key, later),
    )
  })
})
