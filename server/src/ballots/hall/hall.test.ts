import { createHash } from 'node:crypto'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import type { Token } from '@luoshi/ballots/voting/take-token'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Id } from '@luoshi/domain/kernel/ids'
import { openPackage } from '@luoshi/papers/readers/office-package'
import { readDocx } from '@luoshi/papers/readers/read-docx'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  askTokens,
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
  requestsFor,
  send,
  signaturesIn,
  take,
  tokensFor,
  until,
  type Hall,
  type Tellers,
} from '../../../testing/hall/hall-people.ts'
import { value } from '../../../testing/test-county.ts'
import { answered, problemIn, testSite, type TestSite } from '../../../testing/test-site.ts'
import { announceBallot, getBallot } from '../../contract/ballots.ts'
import { getMatter } from '../../contract/matters.ts'
import { getVerification } from '../../contract/secret-ballots.ts'
import { verifiedMatter } from '../../../testing/verified-matter.ts'
import { folderOf } from './bulletin-files.ts'
import { paperBeside } from '../../../testing/hall/paper-beside.ts'

// A database, a process of its own, and other tests at the same time.
vi.setConfig({ testTimeout: 60_000 })

let site: TestSite
let hall: Hall

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 7, 6)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const codeOf = async (response: Response) => (await problemIn(response)).code

describe('a secret ballot, from its preparation to its announcement', () => {
  let ballot: Id<'ballot'>
  let tellers: Tellers
  let frozen: FrozenManifest
  const tokens: (readonly Token[])[] = []

  it('is frozen once its keys, its locks and the tellers’ key are there', async () => {
    const { clerk, team } = hall
    ballot = await openCast(hall)
    expect(await codeOf(await send(clerk, ballot, 'freeze-manifest'))).toBe('cast-not-its-turn')
    expect(await codeOf(await send(team, ballot, 'prepare', { issuers: 1 }))).toBe('forbidden')
    tellers = await prepared(hall, ballot)
    frozen = await manifestAt(site.stranger, ballot)
    const detail = await read(clerk, ballot)
    expect(detail).toMatchObject({ status: 'prepared', eligible: 7, hash: frozen.hash })
    expect(frozen.manifest.contests).toHaveLength(1)
    expect(detail.fingerprint).toBe(frozen.hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 '))
    expect(frozen.manifest.contests[0]?.questions[0]?.options).toEqual([
      '满意',
      '基本满意',
      '不满意',
      '弃权',
      '不了解',
    ])
  }, 120_000)

  it('01–03 gives each person on the roll one token, by account or by slip', async () => {
    const { clerk, members } = hall
    const made = await send(clerk, ballot, 'make-slips')
    const { slips } = JSON.parse(await made.text())
    const slip = String(slips.at(-1).code)
    const early = await requestsFor(frozen)
    const [first] = members
    if (!first?.browser) throw new Error('nobody')
    expect(await codeOf(await askTokens(first.browser, ballot, early))).toBe('ISSUE_CLOSED')
    await take(clerk, ballot, 'open-issuing')
    expect(await codeOf(await askTokens(clerk, ballot, early))).toBe('NOT_ELIGIBLE')
    expect(await codeOf(await askTokens(site.stranger, ballot, early))).toBe('NOT_ELIGIBLE')
    const once = signaturesIn(await (await askTokens(first.browser, ballot, early)).json())
    const again = signaturesIn(await (await askTokens(first.browser, ballot, early)).json())
    expect(again).toEqual(once)
    const other = await requestsFor(frozen)
    expect(await codeOf(await askTokens(first.browser, ballot, other))).toBe('ALREADY_ISSUED')
    for (const { browser } of members.slice(1))
      if (browser) tokens.push(await tokensFor(browser, ballot, frozen))
    tokens.push(await tokensFor(site.stranger, ballot, frozen, slip.toLowerCase()))
    const { issued, voters } = await read(clerk, ballot)
    expect(issued).toEqual({ tokens: 7, paper: 0 })
    expect(voters.map(({ standing }) => standing)).toEqual(Array(7).fill('token'))
    const paper = await send(clerk, ballot, 'take-paper', { voter: '委员甲' })
    expect(await codeOf(paper)).toBe('ALREADY_ISSUED')
  }, 120_000)

  it('12, 14, 59, 62 takes ballots from nobody in particular, in sorted batches, with receipts', async () => {
    const box = await boxOf(site.stranger, ballot)
    const votes = await Promise.all(
      tokens.map(async ([token], at) => {
        if (!token) throw new Error('no token')
        return ballotText(frozen, token, [at < 4 ? 0 : 2])
      }),
    )
    const [first] = votes
    if (!first) throw new Error('no vote')
    expect(await castAt(box, frozen.hash, first.text)).toMatchObject({ code: 'NOT_OPEN' })
    await take(hall.clerk, ballot, 'open-voting', { closesAt: null })
    for (const { text } of votes.slice(0, 4))
      expect(await castAt(box, frozen.hash, text)).toMatchObject({ status: 202, code: 'POOLED' })
    expect(await read(hall.clerk, ballot)).toMatchObject({ received: 0 })
    for (const { text } of votes.slice(4)) await castAt(box, frozen.hash, text)
    const receipt = await castAt(box, frozen.hash, first.text)
    expect(await isReceipt(frozen, first.id, receipt)).toBe(true)
    await until(async () => (await read(hall.clerk, ballot)).received === 5)
    expect(await castAt(box, '0'.repeat(64), first.text)).toMatchObject({ code: 'WRONG_MANIFEST' })
    const sealed = await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
    expect(sealed.seal).toMatchObject({ ballots: 6 })
    // The last one of the batch that the close wrote has its receipt, too; a new one comes too late.
    const last = votes.at(-1)
    if (!last) throw new Error('no vote')
    expect(await isReceipt(frozen, last.id, await castAt(box, frozen.hash, last.text))).toBe(true)
  }, 120_000)

  it('41, 44 is opened by both locks and by nothing less', async () => {
    const { clerk, team } = hall
    const [one, two] = tellers.locks
    const wrong = await send(clerk, ballot, 'enter-count-key', { lock: 0, key: await keyOf(two) })
    expect(await codeOf(wrong)).toBe('BAD_SHARES')
    const { version } = await read(team, ballot)
    const half = await take(clerk, ballot, 'enter-count-key', { lock: 0, key: await keyOf(one) })
    expect(half).toMatchObject({ status: 'sealed', keysIn: [true, false], result: null })
    // At another desk, where the first lock was not yet seen to open.
    const unseen = { version, key: await keyOf(two) }
    const twice = await send(team, ballot, 'enter-count-key', { ...unseen, lock: 0 })
    expect(await codeOf(twice)).toBe('cast-key-is-in')
    const open = await take(team, ballot, 'enter-count-key', { ...unseen, lock: 1 })
    expect(open).toMatchObject({
      status: 'opened',
      result: { electronic: [{ cast: 6, counts: [4, 0, 2, 0, 0], blank: 0, invalid: 0 }] },
    })
    const member = hall.members[0]?.browser
    if (!member) throw new Error('nobody')
    expect((await read(member, ballot)).result).toBeNull()
  }, 60_000)

  it('verifies, is counted by the rule and announced like any other', async () => {
    const counted = await take(hall.clerk, ballot, 'settle-count')
    expect(counted.status).toBe('counted')
    const { bulletin } = await readBulletin(folderOf(site.hall, ballot))
    expect(await verifyBulletin(bulletin)).toMatchObject({ ok: true, value: { ballots: 6 } })
    const record = await hall.clerk.get(`/api/v1/papers/ballot-record/docx?record=${ballot}`)
    const pack = openPackage(new Uint8Array(await record.arrayBuffer()))
    const words = JSON.stringify(value(readDocx(value(pack))))
    for (const one of [
      '无记名测评记录',
      '发出票证7人',
      '封存电子选票6张',
      '没有使用纸质票',
      '结果一致',
    ])
      expect(words).toContain(one)
    const sealed = createHash('sha256').update(bulletin['sealed.jsonl'] ?? '')
    expect(words.replaceAll(' ', '')).toContain(sealed.digest('hex'))
    for (const { name } of hall.members) expect(words).not.toContain(name)
    const pdf = await hall.clerk.get(`/api/v1/papers/ballot-record/pdf?record=${ballot}`)
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
    const own = await hall.members[0]?.browser?.get(
      `/api/v1/papers/ballot-record/docx?record=${ballot}`,
    )
    expect(own?.status).toBe(404)
    const report = await hall.clerk.get(pathOf(ballot, '/verification'))
    expect(await answered(getVerification, report)).toMatchObject({ verifies: true, code: null })
    const path = `/api/v1/ballots/${ballot}`
    const detail = await answered(getBallot, await hall.clerk.get(path))
    const count = { issued: 7, returned: 6, invalid: 0 }
    const row = { satisfied: 4, basically: 0, dissatisfied: 2, abstain: 0, unknown: 0, spoiled: 0 }
    expect(detail.count).toEqual({ ...count, rows: [row] })
    const announcing = {
      version: detail.version,
      demand: '继续整改。',
      excepted: [],
      demands: [],
    }
    const told = await hall.clerk.send('POST', `${path}/announce-ballot`, announcing)
    expect(await answered(announceBallot, told)).toMatchObject({ status: 'announced' })
    expect(site.failures).toEqual([])
  }, 60_000)
})

describe('a ballot on matters', () => {
  it('is a contest a row; who cast only some rows abstains in the others; the count is the matter’s verdict', async () => {
    const { clerk, team, members } = hall
    const matter = await verifiedMatter(site.county, '路灯不亮', site.county.roads)
    const ballot = await openCast(hall, { subject: { type: 'matters', matters: [matter] } })
    const tellers = await prepared(hall, ballot)
    const frozen = await manifestAt(site.stranger, ballot)
    expect(frozen.manifest.contests.map(({ questions }) => questions[0]?.t)).toEqual([
      '工作措施',
      '完成时间',
      '整改质量',
    ])
    await take(clerk, ballot, 'open-issuing')
    const phones: (readonly Token[])[] = []
    for (const { browser } of members)
      if (browser) phones.push(await tokensFor(browser, ballot, frozen))
    await take(clerk, ballot, 'open-voting', { closesAt: null })
    const box = await boxOf(site.stranger, ballot)
    for (const [at, tokens] of phones.entries())
      // The first phone dies before its third row.
      for (const token of at === 0 ? tokens.slice(0, 2) : tokens)
        await castAt(box, frozen.hash, (await ballotText(frozen, token, [0])).text)
    await take(clerk, ballot, 'seal-ballot', { secondIssued: [] })
    for (const [lock, by] of [clerk, team].entries())
      await take(by, ballot, 'enter-count-key', { lock, key: await keyOf(tellers.locks[lock]) })
    await take(clerk, ballot, 'settle-count')
    const path = `/api/v1/ballots/${ballot}`
    const { count, version } = await answered(getBallot, await clerk.get(path))
    const none = { basically: 0, dissatisfied: 0, unknown: 0, spoiled: 0 }
    expect(count).toEqual({
      issued: 6,
      returned: 6,
      invalid: 0,
      rows: [
        { satisfied: 6, abstain: 0, ...none },
        { satisfied: 6, abstain: 0, ...none },
        { satisfied: 5, abstain: 1, ...none },
      ],
    })
    const announcing = { version, demand: '', excepted: [], demands: [] }
    const told = await clerk.send('POST', `${path}/announce-ballot`, announcing)
    expect(await answered(announceBallot, told)).toMatchObject({ status: 'announced' })
    const judged = await answered(getMatter, await clerk.get(`/api/v1/matters/${matter}`))
    expect(judged.matter).toMatchObject({
      status: 'satisfied',
      rounds: [{ verdict: { by: { ballot, basis: 'matter' }, outcome: 'satisfied' } }],
    })
  }, 120_000)
})

// More people come onto the roster for it: it goes last.
paperBeside(() => ({ site, hall }))
