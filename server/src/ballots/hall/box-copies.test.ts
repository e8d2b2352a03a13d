/**
 * What somebody finds who copies files while the vote is running: of the box's database, of the database's own journal, of
 * a backup. And what must be there after the box was killed. On the real database and the real process.
 * Source: issue 5 (the linking attack; acknowledged is durable); ballot.md §6 no. 6.
 */
import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { openPackage } from '@luoshi/papers/readers/office-package'
import { readDocx } from '@luoshi/papers/readers/read-docx'
import type { ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  asked,
  backedUp,
  copiedFiles,
  journalNow,
  namesOf,
  type Found,
} from '../../../testing/hall/copied-files.ts'
import {
  ballotText,
  boxOf,
  castAt,
  isReceipt,
  keyOf,
  manifestAt,
  membersOf,
  openCast,
  pathOf,
  prepared,
  read,
  send,
  take,
  tokensFor,
  until,
  type Hall,
  type Tellers,
} from '../../../testing/hall/hall-people.ts'
import { approval, value } from '../../../testing/test-county.ts'
import { answered, testSite, type TestSite } from '../../../testing/test-site.ts'
import { getVerification, makeSlips } from '../../contract/secret-ballots.ts'
import { eraseWords } from '../../erasures/erase-words.ts'
import { folderOf } from './bulletin-files.ts'
import { rollIn } from './erase-roll.ts'
import { boxDatabase } from './box/box-database.ts'
import { openWhole } from './box/whole-writing.ts'

// A database, a process of its own, and other tests at the same time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let site: TestSite
let hall: Hall
let ballot: Id<'ballot'>
let frozen: FrozenManifest
let tellers: Tellers
/** As they stand on the slips. */
let codes: readonly string[]
let votes: readonly Awaited<ReturnType<typeof ballotText>>[]
/** The journal's place when voting began. */
let began: string

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 10)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
  ballot = await openCast(hall)
  tellers = await prepared(hall, ballot)
  const made = await answered(makeSlips, await send(hall.clerk, ballot, 'make-slips'))
  codes = made.slips.map(({ code }) => code)
  frozen = await manifestAt(site.stranger, ballot)
  await take(hall.clerk, ballot, 'open-issuing')
  const tokens: Token[] = []
  for (const { browser } of members)
    if (browser) tokens.push(...(await tokensFor(browser, ballot, frozen)))
  await take(hall.clerk, ballot, 'open-voting', { closesAt: null })
  votes = await Promise.all(tokens.map((token) => ballotText(frozen, token, [0])))
  began = await journalNow(owner())
})
afterAll(() => site[Symbol.asyncDispose]())

const owner = () => site.county.database.ownerConfig

async function inBox(): Promise<ClientConfig> {
  const { config, ownerConfig } = site.county.database
  const main = { appConfig: config, ownerConfig }
  const { database } = value(await boxDatabase({ main, isBuiltIn: true, boxUrl: null }))
  return { ...owner(), database }
}

const copied = async () => copiedFiles(await inBox(), began)

/** Tables and indexes of the box whose files have it; the journal keeps which ballot there was. */
const tablesNaming = async (what: string) =>
  (await copied()).filter(({ name, bytes }) => !/^[0-9A-F]{24}$/.test(name) && bytes.includes(what))

const foundIn = (files: readonly Found[]) =>
  files.flatMap(({ name, bytes }) =>
    votes.flatMap((vote, at) =>
      namesOf(vote).some((one) => bytes.includes(one)) ? [`${at} in ${name}`] : [],
    ),
  )

async function sealed(): Promise<Buffer> {
  const rows = await asked<{ sealed: Buffer }>(
    await inBox(),
    'select sealed from luoshi.box_writing where mh = $1',
    [frozen.hash],
  )
  return rows[0]?.sealed ?? Buffer.alloc(0)
}

const bare = (code: string) => code.replaceAll(/[^A-Z0-9]/g, '')

const keyFile = () => join(site.county.folder, 'keys', `box-${frozen.hash}.key`)

describe('while the vote is running', () => {
  const writings: Buffer[] = []
  const keys: Buffer[] = []

  it('59 two batches have come, and neither table, index nor journal knows a ballot', async () => {
    for (const half of [votes.slice(0, 5), votes.slice(5, 9)]) {
      const box = await boxOf(site.stranger, ballot)
      for (const { text } of half)
        expect(await castAt(box, frozen.hash, text)).toMatchObject({ code: 'POOLED' })
      await until(async () => (await read(hall.clerk, ballot)).received === 5)
      writings.push(await sealed())
      keys.push(await readFile(keyFile()))
    }
    const last = votes[9]
    await castAt(await boxOf(site.stranger, ballot), frozen.hash, last?.text ?? '')
    await until(async () => (await read(hall.clerk, ballot)).received === 10)
    writings.push(await sealed())
    const files = await copied()
    expect(foundIn(files)).toEqual([])
    // The search looks where the box writes: which ballot it is for stands there.
    const seen = files.filter(({ bytes }) => bytes.includes(frozen.hash)).map(({ name }) => name)
    expect(seen).toContain('box_writing')
    expect(seen.some((name) => /^[0-9A-F]{24}$/.test(name))).toBe(true)
  })

  it('a writing has one length, does not change by what only waits, and opens with no later key', async () => {
    const [first, waiting, second] = writings
    if (!first || !waiting || !second) throw new Error('nothing written')
    expect(first.equals(waiting)).toBe(true)
    expect(second).toHaveLength(first.length)
    const both = await readFile(keyFile())
    const halves = [both.subarray(0, 32), both.subarray(32)]
    const of = { mh: frozen.hash, room: first.length }
    expect(halves.map((key) => openWhole(of, first, key))).toEqual([undefined, undefined])
    const now = halves.flatMap((key) => openWhole(of, second, key) ?? [])
    expect(now.map(({ id }) => id)).toEqual(votes.map(({ id }) => id).toSorted())
    expect(keys[0]?.equals(both)).toBe(false)
  })

  it('what has a receipt is there after the box was killed, and after the server ended, too', async () => {
    const receipts = async () => {
      for (const { text, id } of votes) {
        let answer = await castAt(await boxOf(site.stranger, ballot), frozen.hash, text).catch(
          () => null,
        )
        await until(async () => {
          if (answer !== null && !['WRONG_MANIFEST', 'NOT_OPEN'].includes(answer.code)) return true
          const box = await boxOf(site.stranger, ballot)
          answer = await castAt(box, frozen.hash, text).catch(() => null)
          return false
        })
        // Of a box that had lost it, it would be a new ballot: POOLED.
        expect(answer && (await isReceipt(frozen, id, answer))).toBe(true)
      }
    }
    await receipts()
    const pid = site.hall.box?.pid()
    if (pid === undefined) throw new Error('no box')
    process.kill(pid, 'SIGKILL')
    await until(async () => site.hall.box?.pid() !== pid)
    await receipts()
    await site.restart()
    await receipts()
    expect(site.failures).toEqual([])
  })

  it('a backup holds neither a ballot nor a key that opens one', async () => {
    const backup = await backedUp(owner(), site.county.folder)
    expect(foundIn([{ name: 'backup', bytes: backup }])).toEqual([])
    expect(backup.includes(await readFile(keyFile()))).toBe(false)
    expect(backup.includes('sealing.key')).toBe(false)
    expect(codes.filter((code) => backup.includes(code) || backup.includes(bare(code)))).toEqual([])
    // Who took a token is in it, and no more of him than a number that says nothing.
    expect(backup.includes(hall.members[0]?.name ?? 'nobody')).toBe(true)
  })
})

describe('after the close', () => {
  async function openingOf(): Promise<number> {
    const [opening] = await asked<{ seq: string }>(
      owner(),
      `select seq from luoshi.event where stream = $1 and type = 'BallotOpened'`,
      [ballot],
    )
    return Number(opening?.seq)
  }

  it('nothing is left in the box, its key is gone, and a backup holds the published folder alone', async () => {
    await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
    await until(async () => (await tablesNaming(frozen.hash)).length === 0)
    const names = await readdir(join(site.county.folder, 'keys'))
    expect(names.filter((name) => name.startsWith('box-'))).toEqual([])
    const files = await copied()
    expect(foundIn(files)).toEqual([])
    const backup = await backedUp(owner(), site.county.folder)
    const lines = await readFile(join(site.county.folder, 'ballots', ballot, 'sealed.jsonl'))
    expect(backup.includes(lines)).toBe(true)
    const without = Buffer.from(
      backup.toString('latin1').replace(lines.toString('latin1'), ''),
      'latin1',
    )
    expect(foundIn([{ name: 'backup', bytes: without }])).toEqual([])
  })

  it('nobody knows any more whose account or slip it was, and after the opening nobody signs a receipt', async () => {
    const kept = () =>
      asked<{ name: string }>(
        owner(),
        `select name from luoshi.cast_key where ballot = $1 union all
          select voter from luoshi.cast_voter where mh = $2 and (slip is not null or account is not null)`,
        [ballot, frozen.hash],
      )
    expect(await kept()).toEqual([{ name: 'server' }])
    const box = await boxOf(site.stranger, ballot)
    const [vote] = votes
    if (!vote) throw new Error('no vote')
    expect(await isReceipt(frozen, vote.id, await castAt(box, frozen.hash, vote.text))).toBe(true)
    for (const [lock, by] of [hall.clerk, hall.team].entries())
      await take(by, ballot, 'enter-count-key', { lock, key: await keyOf(tellers.locks[lock]) })
    expect(await kept()).toEqual([])
    expect(await rollIn(site.county.world, site.county.congress, await openingOf())).toMatchObject({
      refusal: { code: 'roll-in-use' },
    })
    expect(await castAt(box, frozen.hash, vote.text)).toMatchObject({ code: 'WRONG_MANIFEST' })
    // A restart does not bring it back.
    await site.restart()
    expect(await kept()).toEqual([])
    expect(await take(hall.clerk, ballot, 'settle-count')).toMatchObject({ status: 'counted' })
    expect(site.failures).toEqual([])
  })

  it('the roll goes by law with the words of the opening: from tables and register, and the rest still verifies', async () => {
    const { world } = site.county
    const admin = site.county.as('admin')
    const names = hall.members.map(({ name }) => name)
    const inTables = () =>
      asked<{ voter: string }>(
        owner(),
        `select voter from luoshi.cast_voter where mh = $1 union
          select voter from luoshi.issuance where mh = $1 order by voter`,
        [frozen.hash],
      )
    expect(await inTables()).toHaveLength(10)
    const ground = '个人信息保护法第四十七条'
    value(await eraseWords(world, { by: admin, event: await openingOf(), ground, approval }))
    const places = (await inTables()).map(({ voter }) => voter)
    expect(places).toHaveLength(10)
    expect(places.every((place) => /^第\d+席$/.test(place))).toBe(true)
    const folder = folderOf(site.hall, ballot)
    const files = await readdir(folder)
    expect(files).not.toContain('issued.jsonl')
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8')
      expect(names.filter((name) => text.includes(name))).toEqual([])
    }
    const { voters, issued, result } = await read(hall.clerk, ballot)
    expect(voters.filter(({ voter }) => names.includes(voter))).toEqual([])
    expect(issued).toEqual({ tokens: 10, paper: 0 })
    expect(result?.total).toMatchObject([{ cast: 10, counts: [10, 0, 0, 0, 0] }])
    const report = await hall.clerk.get(pathOf(ballot, '/verification'))
    expect(await answered(getVerification, report)).toMatchObject({
      verifies: true,
      zh: '复核通过；发票登记已依法删除，人数取自删除时的记录。',
    })
    // Whoever has only the folder is told what is missing, and not that it was changed.
    const { bulletin } = await readBulletin(folder)
    expect(await verifyBulletin(bulletin)).toMatchObject({
      refusal: { code: 'FILE_MISSING', about: 'issued.jsonl' },
    })
    const cast = '发出票证10人'
    const record = await hall.clerk.get(`/api/v1/papers/ballot-record/docx?record=${ballot}`)
    const pack = openPackage(new Uint8Array(await record.arrayBuffer()))
    expect(JSON.stringify(value(readDocx(value(pack))))).toContain(cast)
  })
})
