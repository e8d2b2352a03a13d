/**
 * A database that dies between the commit and the answer, at each step of a ballot from which something follows beside the
 * log: what follows is done all the same, and nothing of it when the step was never written down.
 * Source: ballot.md §5 (server crashed, box lost), §6 no. 6.
 */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Id } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asked } from '../../../testing/hall/copied-files.ts'
import {
  ballotText,
  boxOf,
  castAt,
  isReceipt,
  keyOf,
  manifestAt,
  membersOf,
  openCast,
  prepared,
  read,
  take,
  tokensFor,
  until,
  type Hall,
  type Tellers,
} from '../../../testing/hall/hall-people.ts'
import { value } from '../../../testing/test-county.ts'
import { testSite, type TestSite } from '../../../testing/test-site.ts'
import type { World } from '../../execute/context.ts'
import { folderOf } from './bulletin-files.ts'
import { boxDatabase } from './box/box-database.ts'
import { enterCountKey, sealBallot } from './count-steps.ts'
import { emptyWhenSealed } from './empty-when-sealed.ts'
import { prepareCast } from './prepare-steps.ts'
import { openVoting } from './vote-steps.ts'

// A database, a process of its own, and other tests at the same time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: TestSite
let hall: Hall
let ballot: Id<'ballot'>
let tellers: Tellers
let frozen: FrozenManifest
let votes: readonly Awaited<ReturnType<typeof ballotText>>[]

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 6)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
})
afterAll(() => site[Symbol.asyncDispose]())

type Appending = (append: World['append']) => World['append']

const isGone = () => new Error('Connection terminated unexpectedly')

/** The connection dies when all is written. */
const written: Appending = (append) => async (commit) => {
  await append(commit)
  throw isGone()
}

/** It dies before anything reaches the database. */
const unwritten: Appending = () => () => Promise.reject(isGone())

/** It dies, and what it had sent is written only when nobody listens any more. */
const writtenLate: Appending = (append) => (commit) => {
  setTimeout(() => void append(commit), 300)
  return Promise.reject(isGone())
}

const worldWhere = (appending: Appending): World => {
  const { world } = site.county
  return { ...world, append: appending(world.append) }
}

const by = () => site.county.as('clerk')

/** Who presses the button hears only that it failed. */
async function fails(step: Promise<unknown>): Promise<void> {
  await expect(step).rejects.toThrow('Connection terminated')
}

async function sealWhere(appending: Appending): Promise<void> {
  const { version } = await read(hall.clerk, ballot)
  const told = { by: by(), ballot, version, secondIssued: [] }
  await fails(sealBallot(worldWhere(appending), site.hall, told))
}

async function inBox(): Promise<number> {
  const { config, ownerConfig } = site.county.database
  const main = { appConfig: config, ownerConfig }
  const { database } = value(await boxDatabase({ main, isBuiltIn: true, boxUrl: null }))
  const text = 'select mh from luoshi.box_writing where mh = $1'
  return (await asked({ ...ownerConfig, database }, text, [frozen.hash])).length
}

async function keysLeft(): Promise<readonly string[]> {
  const rows = await site.county.database.owner.query<{ name: string }>(
    'select name from luoshi.cast_key where ballot = $1 and sealed is not null order by name',
    [ballot],
  )
  return rows.rows.map(({ name }) => name)
}

/** Five of six have voted, and the box has written them. */
async function toVoting(openingWhere: Appending | null = null): Promise<void> {
  const { clerk, members } = hall
  ballot = await openCast(hall)
  tellers = await prepared(hall, ballot)
  frozen = await manifestAt(site.stranger, ballot)
  await take(clerk, ballot, 'open-issuing')
  const made = []
  for (const { browser } of members)
    if (browser)
      for (const token of await tokensFor(browser, ballot, frozen))
        made.push(await ballotText(frozen, token, [0]))
  votes = made
  if (openingWhere) {
    const { version } = await read(clerk, ballot)
    const told = { by: by(), ballot, version, closesAt: null }
    await fails(openVoting(worldWhere(openingWhere), site.hall, told))
  } else await take(clerk, ballot, 'open-voting', { closesAt: null })
  for (const { text } of votes.slice(0, 5))
    await castAt(await boxOf(site.stranger, ballot), frozen.hash, text)
}

describe('a step whose answer is lost', () => {
  it('preparing: the keys are made all the same', async () => {
    ballot = await openCast(hall)
    const { version } = await read(hall.clerk, ballot)
    const told = { by: by(), ballot, version, issuers: 1 } as const
    await fails(prepareCast(worldWhere(written), site.hall, told))
    await until(async () => (await read(hall.clerk, ballot)).keys.made === 1)
  })

  it('opening the vote, closing it, opening the locks: voters are let in, then nothing is left in the box, then no key', async () => {
    await toVoting(written)
    expect(await inBox()).toBe(1)
    await sealWhere(written)
    expect(await read(hall.clerk, ballot)).toMatchObject({ status: 'sealed' })
    expect(await inBox()).toBe(0)
    expect(await keysLeft()).toEqual(['server'])
    // Whoever voted is still told so, by the box that has only the published file.
    const [first] = votes
    if (!first) throw new Error('no vote')
    const receipt = await castAt(await boxOf(site.stranger, ballot), frozen.hash, first.text)
    expect(await isReceipt(frozen, first.id, receipt)).toBe(true)
    const [one, two] = tellers.locks
    await take(hall.clerk, ballot, 'enter-count-key', { lock: 0, key: await keyOf(one) })
    const { version } = await read(hall.clerk, ballot)
    const told = { ballot, version, lock: 1, key: await keyOf(two) }
    await fails(
      enterCountKey(worldWhere(written), site.hall, { ...told, by: site.county.as('team') }),
    )
    expect(await read(hall.clerk, ballot)).toMatchObject({ status: 'opened' })
    expect(await keysLeft()).toEqual([])
  })

  it('a close that was never written down leaves every ballot in the box, and is pressed again', async () => {
    await toVoting()
    await sealWhere(unwritten)
    expect(await read(hall.clerk, ballot)).toMatchObject({ status: 'voting' })
    expect(await inBox()).toBe(1)
    const sealed = await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
    expect(sealed.seal).toMatchObject({ ballots: 5 })
    expect(await inBox()).toBe(0)
    // Were the file another one, the box would keep what only it may still have.
    const path = join(folderOf(site.hall, ballot), 'sealed.jsonl')
    await writeFile(path, '')
    const of = { congress: site.county.congress, ballot }
    await expect(emptyWhenSealed(site.county.world, site.hall, of)).rejects.toThrow('not the one')
  })

  it('a close that is written down when nobody listens any more empties the box, too', async () => {
    await toVoting()
    await sealWhere(writtenLate)
    await until(async () => (await inBox()) === 0)
    expect(await read(hall.clerk, ballot)).toMatchObject({ status: 'sealed' })
    expect(await keysLeft()).toEqual(['server'])
  })
})
