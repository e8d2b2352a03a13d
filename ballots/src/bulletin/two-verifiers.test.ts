/**
 * The two verifiers agree: the product's, and a small one in another language written from the protocol's text alone.
 * A frozen folder is told right by both, and refused by both for each of its mutations.
 */
import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { allLies } from '../../testing/lies.ts'
import { mutations } from '../../testing/mutations.ts'
import { frozenFolder, scratchFolder } from '../../testing/folders.ts'
import { randomBulletin } from '../../testing/random-event.ts'
import { verifyBulletin, type Asked } from './verify-bulletin.ts'
import { textOf } from '../protocol/bytes.ts'
import { readBulletin, writeBulletin } from './folder.ts'
import type { Bulletin } from './bulletin.ts'

const python = spawnSync('python3', ['--version']).status === 0
const program = join(import.meta.dirname, '..', '..', 'verifier', 'verify_ballot.py')
const scratch = await scratchFolder()
afterAll(() => scratch[Symbol.asyncDispose]())

type Verdict = Readonly<{
  ok: boolean
  code: string | null
  ballots: number | null
  total: unknown
  warnings: readonly unknown[]
  own: readonly unknown[]
}>

async function first(bulletin: Bulletin, asked: Asked = {}): Promise<Verdict> {
  const verdict = await verifyBulletin(bulletin, asked)
  if (!verdict.ok) {
    const nothing = { ballots: null, total: null, warnings: [], own: [] }
    return { ok: false, code: verdict.refusal.code, ...nothing }
  }
  const { ballots, result, warnings, own } = verdict.value
  return { ok: true, code: null, ballots, total: result?.total ?? null, warnings, own }
}

function second(folders: readonly string[], options: readonly string[] = []): readonly Verdict[] {
  const { stdout, stderr } = spawnSync('python3', [program, ...options, ...folders], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (stderr !== '') throw new Error(stderr)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const { ok, code, ballots, total, warnings, own } = JSON.parse(line)
    return { ok, code, ballots, total, warnings, own }
  })
}

let rounds = 0
const { bulletin: frozen } = await readBulletin(frozenFolder)

describe('the frozen folder', () => {
  it('is told right by the first verifier, to the last vote', async () => {
    expect(await first(frozen)).toEqual({
      ok: true,
      code: null,
      ballots: 4,
      total: [
        {
          cast: 5,
          questions: [
            { counts: [3, 0, 0, 0], blank: 1, invalid: 1 },
            { counts: [3, 1], blank: 0, invalid: 1 },
          ],
        },
      ],
      warnings: [{ kind: 'unanimous', contest: 0, of: 'paper' }],
      own: [],
    })
  })

  it('with any of two hundred single bytes changed is refused by the first verifier', async () => {
    const all = mutations(frozen, 200, 1)
    expect(all).toHaveLength(200)
    for (const { what, bulletin } of all) {
      expect([what, (await first(bulletin)).ok]).toEqual([what, false])
    }
  })
})

describe.skipIf(!python)('the second verifier (skipped where there is no Python)', () => {
  it(
    'agrees on the frozen folder, and on two hundred mutations by byte',
    { timeout: 120_000 },
    async () => {
      expect(second([frozenFolder])).toEqual([await first(frozen)])
      await agreeOn(mutations(frozen, 200, 1).map(({ bulletin }) => bulletin))
    },
  )
})

/** Some of them in turn; with LUOSHI_LONG all, some seven thousand. */
const each = process.env['LUOSHI_LONG'] ? 1 : 149

describe.skipIf(!python)('every lie of whoever holds all keys', () => {
  it('is judged alike by both, field by field', { timeout: 1_800_000 }, async () => {
    const all = await allLies()
    const lies = all.filter((_, at) => at % each === 0)
    const verdicts = new Map<string, number>()
    const different: unknown[] = []
    for (let from = 0; from < lies.length; from += 100) {
      const some = lies.slice(from, from + 100)
      const theirs = second(await written(some.map(({ bulletin }) => bulletin)))
      for (const [at, { what, bulletin }] of some.entries()) {
        const ours = await first(bulletin).catch(String)
        if (JSON.stringify(ours) !== JSON.stringify(theirs[at]))
          different.push({ what, ours, theirs: theirs[at] })
        const code = typeof ours === 'string' ? ours : (ours.code ?? 'ok')
        verdicts.set(code, (verdicts.get(code) ?? 0) + 1)
      }
    }
    if (each === 1) console.info(all.length, Object.fromEntries(verdicts))
    expect(different).toEqual([])
    expect(verdicts.size).toBeGreaterThan(5)
  })

  it('and the own ballot is found by its code', async () => {
    const [, code = ''] =
      /"id":"(\w{10})/.exec(textOf(frozen['objections.jsonl'] ?? new Uint8Array())) ?? []
    const ours = await first(frozen, { code })
    expect(second([frozenFolder], ['--code', code])).toEqual([ours])
    expect(ours.own).toHaveLength(1)
  })
})

/** More of them: LUOSHI_BALLOT_EVENTS=10000. */
const events = Number(process.env['LUOSHI_BALLOT_EVENTS'] ?? 60)

describe.skipIf(!python)('events by chance', () => {
  it(
    'are judged alike by both, honest or tampered with',
    { timeout: 60_000 + events * 1_000 },
    async () => {
      const verdicts = new Map<string, number>()
      for (let done = 0; done < events; done += 20) {
        const seeds = Array.from({ length: Math.min(20, events - done) }, (_, at) => done + at)
        const bulletins: Bulletin[] = []
        for (const seed of seeds) bulletins.push(await randomBulletin(seed))
        for (const code of await agreeOn(bulletins))
          verdicts.set(code, (verdicts.get(code) ?? 0) + 1)
      }
      // A test that only ever saw honest events, or only refused ones, would say nothing.
      expect(verdicts.get('ok')).toBeGreaterThan(events / 4)
      expect(verdicts.size).toBeGreaterThan(5)
    },
  )
})

/** Answers `ok` or the code for each. */
async function agreeOn(bulletins: readonly Bulletin[]): Promise<readonly string[]> {
  const theirs = second(await written(bulletins))
  for (const [at, bulletin] of bulletins.entries()) {
    expect([at, theirs[at]]).toEqual([at, await first(bulletin)])
  }
  return theirs.map(({ code }) => code ?? 'ok')
}

/** Each as a folder on disk. */
async function written(bulletins: readonly Bulletin[]): Promise<readonly string[]> {
  const round = rounds++
  const folders: string[] = []
  for (const [at, bulletin] of bulletins.entries()) {
    const folder = join(scratch.path, `${round} ${at}`)
    await mkdir(folder)
    await writeBulletin(folder, bulletin)
    folders.push(folder)
  }
  return folders
}
