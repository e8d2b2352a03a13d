/**
 * The two verifiers agree: the product's, and a small one in another language written from the protocol's text alone.
 * A frozen folder is told right by both, and refused by both for each of its mutations.
 */
import { spawnSync } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { mutations } from '../../testing/mutations.ts'
import { frozenFolder, scratchFolder } from '../../testing/folders.ts'
import { randomBulletin } from '../../testing/random-event.ts'
import { verifyBulletin } from './verify-bulletin.ts'
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
}>

async function first(bulletin: Bulletin): Promise<Verdict> {
  const verdict = await verifyBulletin(bulletin)
  if (!verdict.ok) return { ok: false, code: verdict.refusal.code, ballots: null, total: null }
  const { ballots, result } = verdict.value
  return { ok: true, code: null, ballots, total: result?.total ?? null }
}

function second(folders: readonly string[]): readonly Verdict[] {
  const { stdout, stderr } = spawnSync('python3', [program, ...folders], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (stderr !== '') throw new Error(stderr)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const { ok, code, ballots, total } = JSON.parse(line)
    return { ok, code, ballots, total }
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
  const round = rounds++
  const folders: string[] = []
  for (const [at, bulletin] of bulletins.entries()) {
    const folder = join(scratch.path, `${round} ${at}`)
    await mkdir(folder)
    await writeBulletin(folder, bulletin)
    folders.push(folder)
  }
  const theirs = second(folders)
  for (const [at, bulletin] of bulletins.entries()) {
    expect([at, theirs[at]]).toEqual([at, await first(bulletin)])
  }
  return theirs.map(({ code }) => code ?? 'ok')
}
