/**
 * Kill -9 in the middle of a secret ballot: of the issuer (the server), of the box and of the database. No vote is lost,
 * none counts twice, nothing is left that leads from a person to a ballot, and no log line says who voted. One kill of each
 * kind at its most telling moment here; `LUOSHI_LONG=1` kills each of the three at every step, `LUOSHI_KILL_ROUNDS` times.
 * Source: ballot.md §5, §6 no. 3, §11.2 (04, 05, 27, 28, 61; no log line).
 */
import { setTimeout as after } from 'node:timers/promises'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  boxClient,
  holdsAfter,
  leftInBox,
  noLogTells,
} from '../../../testing/hall/after-the-vote.ts'
import { askTokens, read, requestsFor, take } from '../../../testing/hall/hall-people.ts'
import {
  killableHall,
  victims,
  type KillableHall,
  type Victim,
} from '../../../testing/hall/killable-hall.ts'
import {
  cast,
  close,
  openAndCount,
  openVoting,
  takeToken,
  toIssuing,
  type Vote,
} from '../../../testing/hall/scripted-vote.ts'
import { problemIn } from '../../../testing/test-site.ts'
import { eventually } from '../../../../ledger/testing/eventually.ts'

// A server, a box and an engine of their own, killed while other tests run.
vi.setConfig({ testTimeout: 180_000 })

const voters = 7
const nothing = async () => undefined

let killable: KillableHall
beforeAll(async () => {
  killable = await killableHall(voters)
}, 180_000)
afterAll(() => killable[Symbol.asyncDispose]())

const database = (text: string, values: readonly unknown[] = []) =>
  killable.application.database.ownerPool().query(text, [...values])

const inRegister = async (name: string | undefined) => {
  const text = 'select z from luoshi.issuance where voter = $1'
  return (await database(text, [name])).rows.length
}

describe('kill -9 in a secret ballot', () => {
  let vote: Vote

  it('04, 05 of the issuer: before the record nothing has happened, after it only the same request works', async () => {
    vote = await toIssuing(killable, nothing)
    const [before, afterwards] = killable.hall.members
    if (!before?.browser || !afterwards?.browser) throw new Error('nobody')
    const held = new Client(killable.application.database.ownerConfig)
    await held.connect()
    await held.query('begin; lock table luoshi.issuance in exclusive mode')
    const waiting = async () => {
      const { rows } = await database(`select pid from pg_stat_activity
        where wait_event_type = 'Lock' and query like '%luoshi.issuance%' and pid <> pg_backend_pid()`)
      return rows.map(({ pid }) => Number(pid))
    }
    const first = askTokens(before.browser, vote.ballot, await requestsFor(vote.frozen)).catch(
      () => null,
    )
    await eventually(
      'the first request is about to be recorded',
      async () => (await waiting()).length === 1,
    )
    const [dies] = await waiting()
    const second = askTokens(afterwards.browser, vote.ballot, vote.phones[1]?.pending ?? []).catch(
      () => null,
    )
    await eventually('the second one, too', async () => (await waiting()).length === 2)
    const restarted = killable.kill('server')
    expect([await first, await second]).toEqual([null, null])
    // Of the first the record is never written; the second one's is, and nobody hears of it.
    await database('select pg_terminate_backend($1)', [dies])
    await held.query('rollback')
    await held.end()
    await restarted
    await eventually(
      'the second is recorded',
      async () => (await inRegister(afterwards.name)) === 1,
    )
    expect(await inRegister(before.name)).toBe(0)
    const other = await askTokens(afterwards.browser, vote.ballot, await requestsFor(vote.frozen))
    expect((await problemIn(other)).code).toBe('ALREADY_ISSUED')
    for (let at = 0; at < voters; at += 1) await takeToken(killable, vote, at)
    expect(await inRegister(before.name)).toBe(1)
  })

  it('27, 28, 61 of the box: what is written has its receipt, what waited is sent again and counts once', async () => {
    await openVoting(killable, vote, nothing)
    for (const at of [0, 1, 2, 3, 4]) await cast(killable, vote, at)
    expect((await cast(killable, vote, 0)).status).toBe(200)
    expect((await cast(killable, vote, 5)).status).toBe(202)
    await killable.kill('box')
    expect((await cast(killable, vote, 1)).status).toBe(200)
    expect((await cast(killable, vote, 5)).status).toBe(202)
  })

  it('of the database in the close: the vote is counted whole, and nothing is left that links', async () => {
    const { clerk } = killable.hall
    expect((await cast(killable, vote, 6)).status).toBe(202)
    await close(killable, vote, async () => killable.kill('engine'))
    await openAndCount(killable, vote, nothing)
    await holdsAfter(killable, vote)
    const said = await take(clerk, vote.ballot, 'settle-count').catch(String)
    expect(said).toContain('cast-not-its-turn')
  })

  it('of the server while it empties the box of a void ballot: the next start finishes', async () => {
    const { clerk } = killable.hall
    const { ballot, frozen, phones } = await votedInBatch()
    expect(await leftInBox(killable, frozen.hash)).toHaveLength(2)
    const held = await boxClient(killable)
    await held.query('begin')
    await held.query('select mh from luoshi.box_writing where mh = $1 for update', [frozen.hash])
    const { version } = await read(clerk, ballot)
    const body = { version, ground: 'irregular', reason: '有人赶到会场。' }
    const voiding = clerk.send('POST', `/api/v1/ballots/${ballot}/void-ballot`, body).catch(String)
    const emptying = async () => {
      const { rows } = await database(`select pid from pg_stat_activity
        where wait_event_type = 'Lock' and query like 'delete from luoshi.box_writing%'`)
      return rows.map(({ pid }) => Number(pid))
    }
    await eventually('the box is about to be emptied', async () => (await emptying()).length === 1)
    const [pid] = await emptying()
    const restarted = killable.kill('server')
    await voiding
    await database('select pg_terminate_backend($1)', [pid])
    await held.query('rollback')
    await held.end()
    await restarted
    const keys = 'select name from luoshi.cast_key where ballot = $1 and sealed is not null'
    await eventually(
      'neither ballots nor keys are left',
      async () =>
        (await leftInBox(killable, frozen.hash)).length === 0 &&
        (await database(keys, [ballot])).rows.length === 0,
    )
    expect(await read(clerk, ballot)).toMatchObject({ status: 'void' })
    expect(phones.some(({ receipt }) => receipt)).toBe(true)
  })

  it('leaves no token, key, name or address in any log of server, box or engine', async () => {
    await noLogTells(killable, vote)
  })

  it('leaves no line of a voter’s request, of one that failed neither', async () => {
    const state = `/vote/${vote.ballot}/state`
    await database('alter table luoshi.issuance rename to issuance_away')
    const failed = await killable.stranger.get(state)
    await database('alter table luoshi.issuance_away rename to issuance')
    expect([failed.status, (await problemIn(failed)).zh.fix]).toEqual([500, noNumber])
    const answered = await killable.stranger.get(state)
    expect([answered.status, (await killable.stranger.get('/vote/x/state')).status]).toEqual([
      200, 404,
    ])
    const missing = await killable.stranger.get('/api/v1/no-such-thing')
    expect(missing.status).not.toBe(200)
    await eventually('the server has said what it has to say', async () =>
      (await killable.logs()).includes('/api/v1/no-such-thing'),
    )
    expect(await killable.logs()).not.toMatch(/\/vote\//)
  })
})

const noNumber = '请稍后重试；如仍出现，请告诉工作人员。'

/** Enough have cast for the box to have written, and nobody has closed. */
async function votedInBatch(): Promise<Vote> {
  const vote = await toIssuing(killable, nothing)
  for (const at of [0, 1, 2, 3, 4]) await takeToken(killable, vote, at)
  await openVoting(killable, vote, nothing)
  for (const at of [0, 1, 2, 3, 4]) await cast(killable, vote, at)
  await eventually(
    'the batch is written',
    async () => (await cast(killable, vote, 0)).status === 200,
  )
  return vote
}

const long = process.env['LUOSHI_LONG'] === '1'
const rounds = Number(process.env['LUOSHI_KILL_ROUNDS'] ?? 3)

describe.skipIf(!long)('kill -9 at every step (LUOSHI_LONG=1)', () => {
  it.each(victims)(
    'of the %s',
    async (victim) => {
      for (let round = 0; round < rounds; round += 1) await voteUnderFire(victim, round)
    },
    rounds * 180_000,
  )
})

/** Dead at another moment of each step in each round. */
async function voteUnderFire(victim: Victim, round: number): Promise<void> {
  const began = performance.now()
  const steps: string[] = []
  const killing = async (step: string) => {
    await after((steps.length * 37 + round * 53) % 160)
    await killable.kill(victim)
    steps.push(step)
  }
  const vote = await toIssuing(killable, killing)
  const each = Array.from({ length: voters }, (_, at) => at)
  await Promise.all([...each.map((at) => takeToken(killable, vote, at)), killing('tokens')])
  await openVoting(killable, vote, killing)
  await Promise.all([...each.map((at) => cast(killable, vote, at)), killing('votes')])
  await close(killable, vote, killing)
  await openAndCount(killable, vote, killing)
  await holdsAfter(killable, vote)
  await noLogTells(killable, vote)
  console.log(
    `${victim}, round ${round + 1}: killed at ${steps.length} steps (${steps.join(', ')}), ${voters} votes counted once, ${((performance.now() - began) / 1000).toFixed(1)} s`,
  )
}
