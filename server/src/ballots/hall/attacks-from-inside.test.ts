/**
 * Attacks of those who run the system, by their numbers in ballot.md §11.2, on one real event over HTTP: an administrator
 * with the keys of the issuer and of the server and with both databases, and voters who put something else into the box
 * than a vote. What is stolen or changed is found by the close, by the verification page or by anybody's verifier.
 */
import { readBulletin, writeBulletin } from '@luoshi/ballots/bulletin/folder'
import type { Bulletin } from '@luoshi/ballots/bulletin/bulletin'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { bytesOf, fromBase64url } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { newSigningPair, secretFrom } from '@luoshi/ballots/protocol/p256'
import { sealed } from '@luoshi/ballots/protocol/sealed-box'
import type { WebKey } from '@luoshi/ballots/protocol/web-key'
import { requestToken, type Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import {
  factorsBetween,
  lookDrawn,
  mintedToken,
} from '../../../../ballots/testing/changed-ballot.ts'
import { ballotWithBox } from '../../../testing/hall/attacks-on-a-ballot.ts'
import { fileOf, linesIn, signedOver } from '../../../testing/hall/changed-folder.ts'
import {
  ballotText,
  boxOf,
  castAt,
  keyOf,
  manifestAt,
  membersOf,
  openCast,
  pathOf,
  prepared,
  send,
  take,
  tokensFor,
  type Hall,
  type Tellers,
} from '../../../testing/hall/hall-people.ts'
import { answered, problemIn, testSite, type TestSite } from '../../../testing/test-site.ts'
import { getVerification } from '../../contract/secret-ballots.ts'
import { folderOf } from './bulletin-files.ts'
import { issuerKeys, serverSecret } from './cast-keys.ts'

// A database, a process of its own, and other tests at the same time.
vi.setConfig({ testTimeout: 60_000 })

let site: TestSite
let hall: Hall
let ballot: Id<'ballot'>
let tellers: Tellers
let frozen: FrozenManifest
let box: string
let published: Bulletin
let serverKey: WebKey
const tokens: Token[] = []
/** A token that no one on the roll took. */
let minted: Token

const contestOf = ({ manifest }: FrozenManifest) => {
  const [contest] = manifest.contests
  if (!contest) throw new Error('no contest')
  return contest
}

const of = () => ({ congress: site.county.congress, ballot })

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 7)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
  ballot = await openCast(hall)
  tellers = await prepared(hall, ballot)
  frozen = await manifestAt(site.stranger, ballot)
  await take(hall.clerk, ballot, 'open-issuing')
  for (const { browser } of members.slice(0, 6))
    if (browser) tokens.push(...(await tokensFor(browser, ballot, frozen)))
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

const issuance = (text: string, values: readonly unknown[] = []) =>
  site.county.database.owner.query<{ z: string }>(text, [...values])

describe('an administrator with the issuer’s key', () => {
  it('50 learns nothing: every request in the register fits every token in the file', async () => {
    const [key] = await issuerKeys(site.county.world, site.hall, of())
    if (!key) throw new Error('no key')
    const { rows } = await issuance('select z from luoshi.issuance where mh = $1', [frozen.hash])
    const pairs = factorsBetween(
      key,
      rows.map(({ z }) => z),
      tokens,
    )
    expect(pairs).toHaveLength(36)
    expect(pairs.every(({ fits }) => fits)).toBe(true)
    expect(lookDrawn(pairs.map(({ factor }) => factor))).toBe(true)
  })

  it('mints a token with the real key, and the box cannot tell', async () => {
    minted = await mintedToken(frozen, 0, await issuerKeys(site.county.world, site.hall, of()))
    await take(hall.clerk, ballot, 'open-voting', { closesAt: null })
    box = await boxOf(site.stranger, ballot)
    const { text } = await ballotText(frozen, minted, [0])
    expect(await castAt(box, frozen.hash, text)).toMatchObject({ code: 'POOLED' })
  })
})

describe('whoever casts something else than a vote', () => {
  const point = (pk: string) => fromBase64url(pk) ?? new Uint8Array()

  it('45, 46, 48 has cast a spoiled ballot, as long as any other', async () => {
    const [first, second, third, ...honest] = tokens
    if (!first || !second || !third) throw new Error('no token')
    const locks = frozen.manifest.locks.map(({ pk }) => point(pk))
    const mine = await ballotText(frozen, first, [0])
    const copied = point(JSON.parse(mine.text).box)
    const garbage = Uint8Array.from([1, 1, 9, ...new Uint8Array(29)])
    const texts = [
      mine.text,
      await ballotWithBox(frozen, second, async () => copied),
      await ballotWithBox(frozen, third, (binding) => sealed(locks, binding, garbage)),
    ]
    for (const [at, token] of honest.entries())
      texts.push((await ballotText(frozen, token, [at % 2 === 0 ? 2 : null])).text)
    expect(new Set(texts.map((text) => text.length)).size).toBe(1)
    for (const text of texts)
      expect(await castAt(box, frozen.hash, text)).toMatchObject({ code: 'POOLED' })
  })
})

describe('the close', () => {
  const put = (voter: string) =>
    issuance(
      `insert into luoshi.issuance (congress, mh, contest, voter, z) values ($1, $2, 0, $3, 'AAAA')`,
      [of().congress, frozen.hash, voter],
    )
  const sealing = () => send(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })

  it('34, 35 publishes nothing with more ballots than tokens, or more tokens than people', async () => {
    expect(await problemIn(await sealing())).toMatchObject({ code: 'MORE_CAST_THAN_ISSUED' })
    await put('查无此人甲')
    await put('查无此人乙')
    expect(await problemIn(await sealing())).toMatchObject({ code: 'MORE_ISSUED_THAN_ELIGIBLE' })
    // One invented token within the roll passes with one issuer, and stands in the public register: the second issuer is
    // there for this.
    await issuance('delete from luoshi.issuance where voter = $1', ['查无此人乙'])
    const { seal } = await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
    expect(seal?.ballots).toBe(7)
    published = (await readBulletin(folderOf(site.hall, ballot))).bulletin
    expect(linesIn(published, 'issued.jsonl').join()).toContain('查无此人甲')
    const kept = await serverSecret(site.county.world, site.hall, of())
    serverKey = await secretFrom(new Uint8Array(kept))
  })
})

describe('the published folder, signed again by whoever has the server’s key,', () => {
  const codeOf = async (folder: Bulletin, asked = {}) => {
    const verdict = await verifyBulletin(folder, asked)
    return verdict.ok ? 'ok' : verdict.refusal.code
  }
  const lines = () => linesIn(published, 'sealed.jsonl')

  it('33, 36, 37, 38 takes no ballot without a token, none twice, no token twice, no order but by id', async () => {
    const [first = '', ...rest] = lines()
    const asSealed = async (sealedLines: readonly string[]) =>
      codeOf(await signedOver(serverKey, published, { sealed: sealedLines }))
    expect(await asSealed(lines())).toBe('ok')
    const strange = await requestToken(frozen, 0, contestOf(frozen))
    const added = await ballotText(frozen, { ...strange, tok: minted.tok }, [0])
    expect(await asSealed([...lines(), added.text])).toBe('BAD_TOKEN')
    expect(await asSealed([first, first, ...rest])).toBe('BAD_ORDER')
    expect(await asSealed([...rest, first])).toBe('BAD_ORDER')
    // The second vote of a token at either end of the file: in order, and still one too many.
    let again = await ballotText(frozen, minted, [2])
    const idsAscend = async () => (await asSealed([...lines(), again.text])) !== 'BAD_ORDER'
    while (!(await idsAscend())) again = await ballotText(frozen, minted, [2])
    expect(await asSealed([...lines(), again.text])).toBe('DUPLICATE_TOKEN')
  })

  it('39, 40, 54 stands under no other manifest, no other signature and no other fingerprint', async () => {
    const changed = { ...frozen.manifest, title: '另一次测评' }
    const other = { ...published, 'manifest.json': bytesOf(JSON.stringify(changed)) }
    expect(await codeOf(other)).toBe('WRONG_MANIFEST')
    const stranger = await newSigningPair(false)
    expect(await codeOf(await signedOver(stranger.secret, published, {}))).toBe(
      'BAD_STATEMENT_SIGNATURE',
    )
    const fingerprint = `${frozen.hash.slice(0, 15)}${frozen.hash[15] === '0' ? '1' : '0'}`
    expect(await codeOf(published, { fingerprint })).toBe('FINGERPRINT_MISMATCH')
    expect(await codeOf(published, { fingerprint: frozen.hash.slice(0, 16) })).toBe('ok')
    const twice = linesIn(published, 'issued.jsonl').flatMap((line) => [line, line])
    expect(await codeOf({ ...published, 'issued.jsonl': fileOf(twice) })).toBe(
      'ISSUED_FILE_CHANGED',
    )
  })
})

describe('the opening', () => {
  const report = async () => {
    const answer = await hall.clerk.get(pathOf(ballot, '/verification'))
    const { verifies, code } = await answered(getVerification, answer)
    return verifies ? 'ok' : code
  }
  const write = (files: Bulletin) => writeBulletin(folderOf(site.hall, ballot), files)

  it('41, 44 takes no half of the keys, and shows nothing with one lock', async () => {
    const [one, two] = tellers.locks
    if (!one || !two) throw new Error('no lock')
    const foreign = { lock: 1, key: await keyOf(one) }
    expect(
      await problemIn(await send(hall.team, ballot, 'enter-count-key', foreign)),
    ).toMatchObject({
      code: 'BAD_SHARES',
    })
    const half = { lock: 0, key: await keyOf(one) }
    const still = await take(hall.clerk, ballot, 'enter-count-key', half)
    expect(still).toMatchObject({ status: 'sealed', result: null })
    const early = await site.stranger.get(`/vote/${ballot}/bulletin/release.json`)
    expect(early.status).toBe(404)
    await take(hall.team, ballot, 'enter-count-key', { lock: 1, key: await keyOf(two) })
  })

  it('42, 43, 45, 46 is told apart from a wrong key and a wrong result by the verification', async () => {
    const { bulletin } = await readBulletin(folderOf(site.hall, ballot))
    const [one] = tellers.locks
    const wrong = bytesOf(JSON.stringify({ keys: [await keyOf(one), await keyOf(one)] }))
    await write({ 'release.json': wrong })
    expect(await report()).toBe('BAD_RELEASE')
    const settling = () => send(hall.clerk, ballot, 'settle-count')
    expect(await problemIn(await settling())).toMatchObject({ code: 'BAD_RELEASE' })
    await write({ 'release.json': bulletin['release.json'] ?? new Uint8Array() })
    expect(await report()).toBe('ok')
    const counted = await take(hall.clerk, ballot, 'settle-count')
    expect(counted.result?.total).toEqual([
      { cast: 7, counts: [2, 0, 2, 0, 0], blank: 1, invalid: 2 },
    ])
    const { bulletin: all } = await readBulletin(folderOf(site.hall, ballot))
    const told = Buffer.from(all['result.json'] ?? new Uint8Array()).toString()
    await write({ 'result.json': bytesOf(told.replace('[2,0,2,0,0]', '[3,0,1,0,0]')) })
    expect(await report()).toBe('RESULT_MISMATCH')
    await write(all)
    expect(await report()).toBe('ok')
  })
})
