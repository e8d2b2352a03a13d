import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { leafHash } from '../log/leaf.ts'
import {
  chain,
  checkpointAt,
  congress,
  freshKey,
  proofText,
  type Said,
} from '../../testing/proof-file.ts'
import {
  closed,
  exited,
  judged,
  lawful,
  matterExited,
  merged,
  opened,
  raised,
  reopened,
  split,
} from '../../testing/stories.ts'
import { congressVerifierKey } from './signing-key.ts'
import type { VerifyOptions } from './verify-here.ts'
import { verifyProof } from './verify-proof.ts'
import type { EventLine } from './proof-lines.ts'

const folder = mkdtempSync(join(tmpdir(), 'luoshi-proof-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const key = freshKey()
let files = 0

async function verify(content: string | Buffer, options: VerifyOptions = {}) {
  files += 1
  const file = join(folder, `${files}.proof`)
  writeFileSync(file, content)
  return verifyProof(file, { threads: 0, ...options })
}

function proofOf(said: readonly Said[]): string {
  const lines = chain(said)
  return proofText({ lines, checkpoints: [checkpointAt(lines, lines.length, key)], key })
}

async function codesOf(said: readonly Said[]) {
  const { failures } = await verify(proofOf(said))
  return failures.map(({ leaf, code }) => [leaf, code] as const)
}

describe('a proof that holds', () => {
  it('counts opinions, matters and exits', async () => {
    expect(await verify(proofOf(lawful))).toEqual({
      ok: true,
      congress,
      events: 19,
      checkpoints: 1,
      opinions: 5,
      matters: 3,
      exits: 2,
      failures: [],
    })
  })

  it('holds zipped, and checked by threads', async () => {
    const zipped = gzipSync(proofOf(lawful))
    expect((await verify(zipped)).ok).toBe(true)
    expect((await verify(zipped, { threads: 2 })).ok).toBe(true)
  })

  it('holds at every checkpoint on the way', async () => {
    const lines = chain(lawful)
    const checkpoints = [1, 2, 3, 7, 8, 19].map((size) => checkpointAt(lines, size, key))
    const found = await verify(proofText({ lines, checkpoints, key }))
    expect([found.ok, found.checkpoints]).toEqual([true, 6])
  })

  it('holds with words kept back, and with words that were erased by record', async () => {
    const erasure = { stream: 'opinion_1', type: 'WordsErased', facts: { seq: 1 } }
    const lines = chain([...lawful, erasure])
    const hidden = lines.map((line) =>
      line.seq === 4 ? { ...line, salt: 'withheld', body: null } : line,
    )
    const gone = hidden.map((line) => (line.seq === 1 ? { ...line, salt: null, body: null } : line))
    const checkpoints = [checkpointAt(lines, 20, key)]
    expect((await verify(proofText({ lines: gone, checkpoints, key }))).failures).toEqual([])
  })

  it('holds for a congress to which nothing has happened', async () => {
    expect((await verify(proofText({ lines: [], checkpoints: [], key }))).ok).toBe(true)
  })
})

describe('the law', () => {
  it.each<[string, readonly Said[], readonly (readonly [number, string])[]]>([
    [
      'an opinion is lost',
      [raised(1)],
      [
        [0, 'count-differs'],
        [1, 'opinion-lost'],
      ],
    ],
    [
      'an opinion has two matters',
      [raised(1), opened(1), opened(2, 1)],
      [
        [0, 'count-differs'],
        [1, 'opinion-twice'],
      ],
    ],
    [
      'an opinion has a matter and an exit',
      [raised(1), opened(1), exited(1)],
      [[1, 'opinion-twice']],
    ],
    [
      'a matter answers no opinion',
      [raised(1), opened(1), opened(2)],
      [
        [0, 'count-differs'],
        [3, 'opinion-unknown'],
      ],
    ],
    [
      'a part was never raised',
      [raised(1), split(1, 2, 3), raised(2), opened(2)],
      [[1, 'split-part-missing']],
    ],
    [
      'a split opinion kept its matter',
      [raised(1), opened(1), raised(2), raised(3), split(1, 2, 3), exited(2), exited(3)],
      [
        [0, 'count-differs'],
        [1, 'opinion-twice'],
      ],
    ],
    [
      'an exit gives no reason',
      [raised(1), { ...exited(1), words: { reason: ' ' } }],
      [[2, 'exit-unexplained']],
    ],
    [
      'an exit names no approver',
      [raised(1), { ...exited(1), facts: { exit: 'diverted' } }],
      [[2, 'exit-unapproved']],
    ],
    [
      'a matter is merged into nothing',
      [raised(1), opened(1), merged(1, 9)],
      [[2, 'matter-unknown']],
    ],
    [
      'matters are merged in a circle',
      [raised(1), opened(1), raised(2), opened(2), merged(1, 2), merged(2, 1)],
      [
        [2, 'merge-in-a-circle'],
        [4, 'merge-in-a-circle'],
      ],
    ],
    [
      'a matter is closed without a verdict',
      [raised(1), opened(1), closed(1, 1)],
      [[3, 'closed-unsatisfied']],
    ],
    [
      'a matter is closed with quality not passed',
      [raised(1), opened(1), judged(1, 1, 'quality'), closed(1, 1)],
      [[4, 'closed-unsatisfied']],
    ],
    [
      'a matter is closed by the verdict of an earlier round',
      [raised(1), opened(1), judged(1, 1), reopened(1, 2), closed(1, 2)],
      [[5, 'closed-unsatisfied']],
    ],
    ['a round is left out', [raised(1), opened(1), reopened(1, 3)], [[3, 'round-out-of-order']]],
  ])('is broken when %s', async (_, said, expected) => {
    expect(await codesOf(said)).toEqual(expected)
  })

  it('is broken when a verdict says satisfied though an axis did not pass', async () => {
    const lie = judged(1, 1, 'timeliness')
    const said = [
      raised(1),
      opened(1),
      { ...lie, facts: { ...lie.facts, satisfied: true } },
      closed(1, 1),
    ]
    expect(await codesOf(said)).toEqual([[4, 'closed-unsatisfied']])
  })

  it('counts an opinion once when both it and its matter exited', async () => {
    const found = await verify(proofOf([raised(1), opened(1), matterExited(1), exited(1)]))
    expect([found.ok, found.opinions, found.matters, found.exits]).toEqual([true, 1, 0, 1])
  })
})

describe('a proof that was tampered with', () => {
  const lines = chain(lawful)
  const last = checkpointAt(lines, lines.length, key)

  async function failuresOf(changed: readonly EventLine[], checkpoints = [last], options = {}) {
    const found = await verify(proofText({ lines: changed, checkpoints, key }), options)
    expect(found.ok).toBe(false)
    return found.failures.map(({ leaf, code }) => [leaf, code] as const)
  }
  const rewritten = (seq: number, type: string) => {
    const line = lines[seq - 1]
    if (!line) throw new Error('no such line')
    const prev = lines[seq - 2]?.hash ?? ''
    return { ...line, type, hash: leafHash({ ...line, type, congress, prev }) }
  }

  it('names the leaf that was changed and given a fitting hash', async () => {
    const forged = rewritten(7, 'MatterSatisfied')
    const follower = lines[7]
    if (!follower) throw new Error('no such line')
    // What the database then says: the next event still names the hash that was there before.
    const changed = lines.with(6, forged).with(7, { ...follower, prev: lines[6]?.hash ?? null })
    expect(await failuresOf(changed)).toContainEqual([7, 'chain-broken'])
  })

  it('is caught by the checkpoint when everything after the change was hashed anew', async () => {
    const other = chain(lawful.with(6, judged(1, 1, 'measures')))
    expect(await failuresOf(other)).toEqual([[19, 'checkpoint-disagrees']])
  })

  it('names the event that is missing', async () => {
    expect(await failuresOf(lines.toSpliced(4, 1))).toContainEqual([5, 'missing-event'])
  })

  it('does not hold when its end is missing, in the events or in the file', async () => {
    expect(await failuresOf(lines.slice(0, 15))).toContainEqual([19, 'checkpoint-disagrees'])
    const text = proofOf(lawful)
    const found = await verify(text.slice(0, -20))
    expect(found.failures.map((one) => one.code)).toContain('cut-off')
    const zipped = gzipSync(text)
    expect((await verify(zipped.subarray(0, zipped.length - 100))).ok).toBe(false)
  })

  it('does not hold when nothing is signed, or with another key', async () => {
    expect(await failuresOf(lines, [])).toContainEqual([0, 'no-checkpoint'])
    const vkey = congressVerifierKey(congress, freshKey())
    const found = await verify(proofOf(lawful), { vkey })
    expect(found.failures.map((one) => one.code)).toEqual(
      expect.arrayContaining(['other-key', 'checkpoint-forged']),
    )
  })

  it('does not hold when words are gone without a record', async () => {
    const changed = lines.map((line) =>
      line.seq === 3 ? { ...line, salt: null, body: null } : line,
    )
    expect(await failuresOf(changed)).toEqual([[3, 'words-destroyed']])
  })

  it('is caught by anyone who kept an older checkpoint', async () => {
    const other = chain(lawful.with(0, { ...raised(1), words: { text: '一切都好。' } }))
    const forged = proofText({ lines: other, checkpoints: [checkpointAt(other, 19, key)], key })
    expect((await verify(forged)).ok).toBe(true)
    const against = checkpointAt(lines, 7, key)
    expect(
      (await verify(forged, { against })).failures.map(({ leaf, code }) => [leaf, code]),
    ).toEqual([[7, 'older-checkpoint-disagrees']])
    expect((await verify(proofOf(lawful), { against })).ok).toBe(true)
    expect((await verify(proofOf(lawful.slice(0, 2)), { against })).ok).toBe(false)
  })

  it('is caught 1,000 times of 1,000, and the leaf is named', async () => {
    const random = mulberry(20_260_301)
    const pick = (most: number) => Math.floor(random() * most)
    for (let turn = 0; turn < 1000; turn += 1) {
      const seq = 1 + pick(lines.length)
      const line = lines[seq - 1]
      if (!line) throw new Error('no such line')
      const changed = tampered(line, pick)
      const text = proofText({ lines: lines.with(seq - 1, changed), checkpoints: [last], key })
      const { ok, failures } = await verify(text)
      const named = failures.some((one) => one.leaf === seq)
      expect({ changed, ok, named }).toEqual({ changed, ok: false, named: true })
    }
  })
})

/** One field of an event, changed in one place. */
function tampered(line: EventLine, pick: (most: number) => number): EventLine {
  const fields = ['stream', 'type', 'command', 'actor', 'at', 'facts', 'hash', 'version'] as const
  const field =
    line.body === null ? fields[pick(8)] : [...fields, 'wordsHash', 'salt', 'body'][pick(11)]
  if (field === 'version') return { ...line, version: line.version + 1 + pick(5) }
  if (field === 'wordsHash' || field === 'salt' || field === 'hash')
    return { ...line, [field]: bent(line[field] ?? '', pick, '0123456789abcdef') }
  if (field === 'body')
    return { ...line, body: bent(line.body ?? '', pick, '零一二三四五六七八九') }
  const name =
    field === 'stream' ||
    field === 'type' ||
    field === 'command' ||
    field === 'actor' ||
    field === 'at'
      ? field
      : 'facts'
  return { ...line, [name]: bent(line[name], pick, 'abcdefghij') }
}

function bent(text: string, pick: (most: number) => number, alphabet: string): string {
  const at = pick(text.length)
  const letters = [...alphabet].filter((one) => one !== text[at])
  return `${text.slice(0, at)}${letters[pick(letters.length)] ?? ''}${text.slice(at + 1)}`
}

/** A small generator with a seed, so that a failure can be seen again. */
function mulberry(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

describe('a long proof', () => {
  const lines = chain(Array.from({ length: 1500 }, (_, n) => [raised(n + 1), opened(n + 1)]).flat())
  const checkpoints = [700, 3000].map((size) => checkpointAt(lines, size, key))
  const answers = (changed: readonly EventLine[]) =>
    Promise.all(
      [0, 2].map((threads) => verify(proofText({ lines: changed, checkpoints, key }), { threads })),
    )

  it('is checked in runs, and holds across their borders', async () => {
    const counted = {
      ok: true,
      events: 3000,
      checkpoints: 2,
      opinions: 1500,
      matters: 1500,
      exits: 0,
    }
    expect(await answers(lines)).toMatchObject([counted, counted])
  })

  it('names the one leaf, with threads and without, wherever the borders are', async () => {
    for (const seq of [701, 2999]) {
      const line = lines[seq - 1]
      if (!line) throw new Error('no such line')
      const found = await answers(lines.with(seq - 1, { ...line, actor: 'account_other' }))
      const named = found.map(({ failures }) => failures.map(({ leaf, code }) => [leaf, code]))
      expect(named).toEqual([[[seq, 'leaf-changed']], [[seq, 'leaf-changed']]])
    }
  })
})

describe('a file that is no proof', () => {
  it.each<[string, string | Buffer]>([
    ['empty', ''],
    ['text', 'hello\n'],
    ['another JSON', '{"kind":"other"}\n'],
    ['noise', randomBytes(100_000)],
    ['zipped noise', gzipSync(randomBytes(100_000))],
    ['zip that breaks off', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3])],
    ['brackets', '['.repeat(200_000)],
    ['a header and brackets', `${proofOf([]).split('\n')[0]}\n${'['.repeat(200_000)}\n`],
    [
      'a header with a key that is none',
      `${JSON.stringify({ kind: 'luoshi-proof', version: 1, congress, origin: `luoshi/${congress}`, vkey: 'x+y+z' })}\n`,
    ],
    ['a header and lines of rubbish', `${proofOf([]).split('\n')[0]}\n${'[1]\n'.repeat(5000)}`],
  ])('is refused, not choked on: %s', async (_, content) => {
    const found = await verify(content)
    expect(found.ok).toBe(false)
    expect(found.failures.length).toBeGreaterThan(0)
    expect(found.failures.length).toBeLessThanOrEqual(1001)
  })

  it('says so when a newer program wrote it, and when there is no file', async () => {
    const newer = '{"kind":"luoshi-proof","version":2}\n'
    expect((await verify(newer)).failures.map((one) => one.code)).toEqual(['newer-format'])
    expect((await verifyProof(join(folder, 'nothing'))).failures.map((one) => one.code)).toEqual([
      'not-a-proof',
    ])
  })

  it('is given up when a line does not end, zipped to almost nothing', async () => {
    const bomb = gzipSync(
      Buffer.concat([Buffer.from(`${proofOf([]).split('\n')[0]}\n`), Buffer.alloc(80_000_000, 32)]),
    )
    expect((await verify(bomb)).failures.map((one) => one.code)).toContain('line-too-long')
  })
})
