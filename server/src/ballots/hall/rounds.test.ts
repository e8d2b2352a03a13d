import { bulletinFiles } from '@luoshi/ballots/bulletin/bulletin'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { receiptMessage } from '@luoshi/ballots/protocol/messages'
import { secretFrom, signed } from '@luoshi/ballots/protocol/p256'
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import type { Token } from '@luoshi/ballots/voting/take-token'
import { idOf } from '@luoshi/domain/kernel/ids'
import { listKeptFiles } from '@luoshi/ledger/backup/kept-files'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  askTokens,
  ballotText,
  boxOf,
  castAt,
  manifestAt,
  membersOf,
  openCast,
  pathOf,
  prepared,
  read,
  requestsFor,
  take,
  tokensFor,
  until,
  type Cast,
  type Hall,
} from '../../../testing/hall/hall-people.ts'
import { answered, problemIn, testSite, type TestSite } from '../../../testing/test-site.ts'
import { getBallot, voidBallot } from '../../contract/ballots.ts'
import { getVerification } from '../../contract/secret-ballots.ts'
import { folderOf } from './bulletin-files.ts'
import { serverSecret } from './cast-keys.ts'

// A database, a process of its own, and other tests at the same time.
vi.setConfig({ testTimeout: 60_000 })

let site: TestSite
let hall: Hall

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 5)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

async function issued(ballot: string): Promise<readonly Token[]> {
  const frozen = await manifestAt(site.stranger, ballot)
  await take(hall.clerk, ballot, 'open-issuing')
  const tokens: Token[] = []
  for (const { browser } of hall.members)
    if (browser) tokens.push(...(await tokensFor(browser, ballot, frozen)))
  return tokens
}

const ours = { origin: 'http://localhost' }
const stateOf = async (ballot: string): Promise<unknown> =>
  (await site.stranger.get(`/vote/${ballot}/state`)).json()

describe('a round that is void', () => {
  it('22 leaves nothing in the box, and a new one takes its place with keys of its own', async () => {
    const first = await openCast(hall)
    await prepared(hall, first)
    const [old] = await issued(first)
    await take(hall.clerk, first, 'open-voting', { closesAt: null })
    const before = await manifestAt(site.stranger, first)
    const path = `/api/v1/ballots/${first}`
    const { version } = await answered(getBallot, await hall.clerk.get(path))
    const voiding = { version, ground: 'irregular', reason: '一位委员的手机没电，全体重投。' }
    const gone = await hall.clerk.send('POST', `${path}/void-ballot`, voiding)
    expect(await answered(voidBallot, gone)).toMatchObject({ status: 'void' })
    expect(await stateOf(first)).toMatchObject({ phase: 'void' })
    const second = await openCast(hall, { replaces: first })
    // Phones of the round before are shown the way.
    expect(await stateOf(first)).toMatchObject({ phase: 'void', next: second })
    await prepared(hall, second)
    const tokens = await issued(second)
    expect(tokens).toHaveLength(5)
    await take(hall.clerk, second, 'open-voting', { closesAt: null })
    const now = await manifestAt(site.stranger, second)
    expect(now.hash).not.toBe(before.hash)
    if (!old) throw new Error('no token')
    const box = await boxOf(site.stranger, second)
    const { text } = await ballotText(before, old, [0])
    expect(await castAt(box, now.hash, text)).toMatchObject({ code: 'BAD_TOKEN' })
    expect(await castAt(box, before.hash, text)).toMatchObject({ code: 'WRONG_MANIFEST' })
  }, 120_000)
})

describe('what anybody may ask of a ballot', () => {
  let ballot: string
  let last: Cast & Readonly<{ id: string }>

  it('is how it stands, with nobody named but whoever asks', async () => {
    ballot = await openCast(hall)
    expect(await stateOf(ballot)).toMatchObject({ phase: 'preparing', mh: null, signedIn: null })
    await prepared(hall, ballot)
    const frozen = await manifestAt(site.stranger, ballot)
    const tokens = await issued(ballot)
    const [one] = hall.members
    if (!one?.browser) throw new Error('nobody')
    const mine: unknown = await (await one.browser.get(`/vote/${ballot}/state`)).json()
    expect(mine).toMatchObject({ signedIn: { name: 'member' } })
    const said = await stateOf(ballot)
    expect(said).toEqual({
      phase: 'issuing',
      mh: frozen.hash,
      rehearsal: false,
      box: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
      issuers: [{ kind: 'session' }],
      issued: 5,
      received: 0,
      eligible: 5,
      closesAt: null,
      now: expect.any(String),
      next: null,
      signedIn: null,
    })
    const foreign = await requestsFor(frozen)
    const body = { requests: foreign.map(({ c, blinded }) => ({ c, z: blinded[0]?.z })) }
    const forged = await one.browser.send('POST', `/vote/${ballot}/tokens`, body, {
      origin: 'https://evil.example',
    })
    expect(await problemIn(forged)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    expect(
      await problemIn(await askTokens(one.browser, ballot, [...foreign, ...foreign])),
    ).toMatchObject({
      code: 'ALREADY_ISSUED',
    })
    const early = await site.stranger.get(`/vote/${ballot}/bulletin/sealed.jsonl`)
    expect(early.status).toBe(404)
    await take(hall.clerk, ballot, 'open-voting', { closesAt: null })
    const box = await boxOf(site.stranger, ballot)
    for (const token of tokens) {
      const { text, id } = await ballotText(frozen, token, [0])
      last = { ...(await castAt(box, frozen.hash, text)), id }
    }
    await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
  }, 120_000)

  it('is the published folder, file by file and as one', async () => {
    const { bulletin } = await readBulletin(folderOf(site.hall, openedId()))
    const zip = await site.stranger.get(`/vote/${ballot}/bulletin.zip`)
    const inside = unzipSync(new Uint8Array(await zip.arrayBuffer()))
    expect(Object.keys(inside)).toEqual(Object.keys(bulletin))
    for (const name of bulletinFiles) {
      const answer = await site.stranger.get(`/vote/${ballot}/bulletin/${name}`)
      const bytes = bulletin[name]
      expect(answer.status).toBe(bytes ? 200 : 404)
      if (!bytes) continue
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(bytes)
      expect(Buffer.from(inside[name] ?? [])).toEqual(Buffer.from(bytes))
    }
    expect(await listKeptFiles(site.hall.dataDir)).toContain(`ballots/${ballot}/close.json`)
    const { files } = await read(hall.clerk, ballot)
    expect(files.map(({ name }) => name)).toEqual([
      'manifest.json',
      'issued.jsonl',
      'sealed.jsonl',
      'close.json',
    ])
    expect((await site.stranger.get(`/vote/${ballot}/bulletin/..%2F..%2Fluoshi.json`)).status).toBe(
      404,
    )
  })

  it('29, 32 is that a ballot with a receipt is missing: an objection no one can make up', async () => {
    const made = { id: last.id, sig: 'A'.repeat(86) }
    const path = `/vote/${ballot}/objections`
    const refused = await site.stranger.send('POST', path, made, ours)
    expect(await problemIn(refused)).toMatchObject({ code: 'BAD_RECEIPT' })
    // A ballot that the server receipted and then dropped: only it could have signed this.
    const frozen = await manifestAt(site.stranger, ballot)
    const of = { congress: site.county.congress, ballot: openedId() }
    const kept = await serverSecret(site.county.world, site.hall, of)
    const id = '0'.repeat(64)
    const secret = await secretFrom(new Uint8Array(kept))
    const sig = toBase64url(await signed(secret, receiptMessage(frozen.mh, id)))
    const report = async () =>
      answered(getVerification, await hall.clerk.get(pathOf(ballot, '/verification')))
    expect(await report()).toMatchObject({ verifies: true })
    for (let times = 0; times < 2; times += 1)
      expect((await site.stranger.send('POST', path, { id, sig }, ours)).status).toBe(200)
    expect(await report()).toMatchObject({
      verifies: false,
      code: 'RECEIPTED_BALLOT_MISSING',
      about: 'objections.jsonl 1',
      steps: expect.arrayContaining([expect.objectContaining({ number: 12, outcome: 'fails' })]),
    })
  })

  function openedId() {
    return idOf('ballot', ballot)
  }
})

describe('a ballot among too few', () => {
  it('52 says before anything begins that nothing is secret', async () => {
    const roll = hall.members.map(({ person }, at) =>
      at < 3
        ? { person, standing: 'present', reason: '' }
        : { person, standing: 'onLeave', reason: '公差' },
    )
    const ballot = await openCast(hall, { roll, present: 3 })
    const { warnings, eligible } = await read(hall.clerk, ballot)
    expect(eligible).toBe(3)
    expect(warnings).toMatchObject([{ kind: 'small', contest: null }])
  })
})

describe('the live stream of a course', () => {
  it('says that something changed, and no more', async () => {
    const ballot = await openCast(hall)
    const answer = await hall.clerk.get(pathOf(ballot, '/stream'))
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader()
    if (!reader) throw new Error('no stream')
    let heard = ''
    const hear = async (what: string) => {
      while (!heard.includes(what)) heard += (await reader.read()).value ?? ''
    }
    await hear('event: changed\ndata: {"version":1,"tokens":0,"paper":0,"received":0,"keys":0}')
    await take(hall.clerk, ballot, 'prepare', { issuers: 1 })
    await hear('data: {"version":2,"tokens":0,"paper":0,"received":0,"keys":1}')
    await reader.cancel()
    const member = await hall.members[0]?.browser?.get(pathOf(ballot, '/stream'))
    expect(member?.status).toBe(200)
    await member?.body?.cancel()
    expect((await site.stranger.get(pathOf(ballot, '/stream'))).status).toBe(401)
  }, 60_000)
})

describe('voting that is opened while the box cannot be told', () => {
  it('is told to it as soon as that can be done: nobody presses a second time', async () => {
    const ballot = await openCast(hall)
    await prepared(hall, ballot)
    const [token] = await issued(ballot)
    const { owner } = site.county.database
    const { version } = await read(hall.clerk, ballot)
    await owner.query('alter table luoshi.cast_key rename to cast_key_away')
    // The page, too, is shown only afterwards; the step itself stands.
    const opening = { version, closesAt: null }
    await hall.clerk.send('POST', pathOf(ballot, '/open-voting'), opening)
    await owner.query('alter table luoshi.cast_key_away rename to cast_key')
    expect((await read(hall.clerk, ballot)).status).toBe('voting')
    expect(site.failures.some((one) => one.startsWith('the box was not told'))).toBe(true)
    if (!token) throw new Error('no token')
    const frozen = await manifestAt(site.stranger, ballot)
    const { text } = await ballotText(frozen, token, [0])
    const box = await boxOf(site.stranger, ballot)
    await until(async () => (await castAt(box, frozen.hash, text)).code !== 'NOT_OPEN')
    expect(await castAt(box, frozen.hash, text)).toMatchObject({ code: 'POOLED' })
  })
})
