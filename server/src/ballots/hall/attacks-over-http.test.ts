/**
 * Attacks on a secret ballot as they come over the wire, by their numbers in the protocol's design, on one real event: the
 * server's issuer, the box in its own process, the published folder. Which number is where: docs/ballot-attacks.md.
 * Source: ballot.md §11.2.
 */
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { writeStatement } from '@luoshi/ballots/bulletin/statement'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { bytesOf, sha256Hex, textOf, toBase64url } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { secretFrom } from '@luoshi/ballots/protocol/p256'
import { finishToken, type Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tokenWithModulus, turned, twin } from '../../../../ballots/testing/changed-ballot.ts'
import { attacks, keyOffTheCurve } from '../../../testing/hall/attacks-on-a-ballot.ts'
import { big } from '../../../../ballots/testing/rsa-numbers.ts'
import {
  askTokens,
  ballotText,
  boxOf,
  castAt,
  finished,
  manifestAt,
  membersOf,
  openCast,
  prepared,
  read,
  requestsFor,
  signaturesIn,
  take,
  tokensFor,
  type Hall,
} from '../../../testing/hall/hall-people.ts'
import { problemIn, testSite, type Browser, type TestSite } from '../../../testing/test-site.ts'
import { verifiedMatter } from '../../../testing/verified-matter.ts'
import { folderOf } from './bulletin-files.ts'
import { issuerKeys, serverSecret } from './cast-keys.ts'

type Event = Readonly<{ ballot: Id<'ballot'>; frozen: FrozenManifest }>

let site: TestSite
let hall: Hall
/** Three contests, and one of another vote. */
let event: Event
let other: Event
let box: string
/** Of a person, by contest; the second person shares the token of the first (58). */
const tokens: (readonly Token[])[] = []
let strange: Token
let offCurve: object

async function frozenEvent(subject: object): Promise<Event> {
  const ballot = await openCast(hall, { subject })
  await prepared(hall, ballot)
  await take(hall.clerk, ballot, 'open-issuing')
  return { ballot, frozen: await manifestAt(site.stranger, ballot) }
}

function browserOf(at: number): Browser {
  const browser = hall.members[at]?.browser
  if (!browser) throw new Error('nobody')
  return browser
}

const modulus = (contest = 0) => event.frozen.manifest.contests[contest]?.issuers[0]?.n ?? ''

function tokenOf(person: number, contest = 0): Token {
  const token = tokens[person]?.[contest]
  if (!token) throw new Error('no token')
  return token
}

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 7)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
  const matter = await verifiedMatter(site.county, '路灯不亮', site.county.roads)
  event = await frozenEvent({ type: 'matters', matters: [matter] })
  other = await frozenEvent({ type: 'official' })
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

describe('the issuer', () => {
  const full = 'A'.repeat(342)
  it.each([
    ['06 a blinded number that is short', { c: 0, z: 'AAAA' }, 'BAD_BLINDED_MESSAGE'],
    [
      '06 one beyond the modulus',
      { c: 0, z: toBase64url(new Uint8Array(256).fill(255)) },
      'BAD_BLINDED_MESSAGE',
    ],
    ['a contest that is none', { c: 9, z: full }, 'UNKNOWN_CONTEST'],
  ])('refuses %s, and nothing is recorded', async (_, request, code) => {
    const path = `/vote/${event.ballot}/tokens`
    const answer = await browserOf(0).send(
      'POST',
      path,
      { requests: [request] },
      { origin: 'http://localhost' },
    )
    expect((await problemIn(answer)).code).toBe(code)
    expect((await read(hall.clerk, event.ballot)).issued).toEqual({ tokens: 0, paper: 0 })
  })

  it('is caught by the phone when it signs wrongly (09) or with another key (10)', async () => {
    const [, contest] = event.frozen.manifest.contests
    let [, first] = await requestsFor(event.frozen)
    // A number that is below every modulus of this length.
    while (first && !/^[A-Za-f]/.test(first.blinded[0]?.z ?? ''))
      [, first] = await requestsFor(event.frozen)
    if (!contest || !first) throw new Error('no contest')
    const finish = async (signature: string | undefined) =>
      finishToken(event.frozen, contest, { ...first, c: 1 }, [signature ?? ''])
    const answerOf = async ({ ballot }: Event, c: number) =>
      signaturesIn(await (await askTokens(browserOf(6), ballot, [{ ...first, c }])).json())
    const caught = { ok: false, refusal: { code: 'BAD_BLIND_SIGNATURE' } }
    const [marked] = await answerOf(other, 0)
    expect(marked).toHaveLength(342)
    expect(await finish(marked)).toMatchObject(caught)
    const [honest] = await answerOf(event, 1)
    expect(await finish(turned(honest))).toMatchObject(caught)
    expect((await finish(honest)).ok).toBe(true)
  })

  it('signs a key off the curve like any other, for it cannot see it (26)', async () => {
    const asked = await keyOffTheCurve(event.frozen, 0)
    const answer = await askTokens(browserOf(6), event.ballot, [
      { c: 0, secret: '', pk: '', pre: '', blinded: [{ z: asked.z, inv: '' }] },
    ])
    const [signature] = signaturesIn(await answer.json())
    offCurve = await asked.token(signature ?? '')
  })

  it('gives two who blinded one key the same token (58), and nothing once issuing is over (07)', async () => {
    const { ballot, frozen } = event
    const shared = await requestsFor(frozen)
    for (const at of [0, 1]) {
      const answer = await askTokens(browserOf(at), ballot, shared)
      tokens.push(await finished(frozen, shared, signaturesIn(await answer.json())))
    }
    for (const at of [2, 3, 4, 5]) tokens.push(await tokensFor(browserOf(at), ballot, frozen))
    const [foreign] = await tokensFor(browserOf(0), other.ballot, other.frozen)
    if (!foreign) throw new Error('no token')
    strange = foreign
    await take(hall.clerk, ballot, 'open-voting', { closesAt: null })
    box = await boxOf(site.stranger, ballot)
    const late = await askTokens(browserOf(6), ballot, await requestsFor(frozen))
    expect((await problemIn(late)).code).toBe('ISSUE_CLOSED')
  }, 60_000)
})

describe('the box', () => {
  const castFields = (fields: object) => castAt(box, event.frozen.hash, JSON.stringify(fields))

  it.each(attacks)('refuses %s', async (_, change, code) => {
    const { text } = await ballotText(event.frozen, tokenOf(2), [0])
    const changed = change(JSON.parse(text), text, { other: tokenOf(3), strange, n: modulus() })
    const sent = typeof changed === 'string' ? changed : JSON.stringify(changed)
    expect(await castAt(box, event.frozen.hash, sent)).toMatchObject({ status: 409, code })
  })

  it('26 refuses a key off the curve, although its token is right', async () => {
    const { text } = await ballotText(event.frozen, tokenOf(2), [0])
    const answer = await castFields({ ...JSON.parse(text), ...offCurve })
    expect(answer).toMatchObject({ status: 409, code: 'BAD_BALLOT_KEY' })
  })

  it('56 refuses the other number that is the same signature', async () => {
    const { congress, world } = site.county
    const keys = await issuerKeys(world, site.hall, { congress, ballot: event.ballot })
    // Of the contest whose modulus leaves most room above it.
    const c = [0, 1].toSorted((a, b) => (big(modulus(a)) < big(modulus(b)) ? -1 : 1))[0] ?? 0
    const key = keys[c]
    if (!key) throw new Error('no key')
    const { wrapped } = await tokenWithModulus(event.frozen, c, key)
    const { text } = await ballotText(event.frozen, wrapped, [0])
    expect(await castAt(box, event.frozen.hash, text)).toMatchObject({
      status: 409,
      code: 'BAD_TOKEN',
    })
  })

  it('11 takes nothing made under another manifest, under either name', async () => {
    const { text } = await ballotText(other.frozen, strange, [0])
    expect(await castAt(box, event.frozen.hash, text)).toMatchObject({ code: 'BAD_TOKEN' })
    expect(await castAt(box, other.frozen.hash, text)).toMatchObject({ code: 'NOT_OPEN' })
  })

  it('lets any page ask without credentials, and only to post', async () => {
    const path = `${box}/cast/${event.frozen.hash}`
    const asked = await fetch(path, { method: 'OPTIONS', headers: { cookie: 'luoshi=1' } })
    const { headers } = asked
    expect(headers.get('access-control-allow-origin')).toBe('*')
    expect(headers.get('access-control-allow-methods')).toBe('POST')
    for (const name of ['access-control-allow-credentials', 'set-cookie', 'access-control-max-age'])
      expect([name, headers.get(name)]).toEqual([name, null])
    for (const method of ['GET', 'PUT', 'DELETE'])
      expect((await fetch(path, { method })).status).toBe(404)
  })

  it('15, 53, 58, 60 counts a token once: in the pool, and after the batch', async () => {
    const { hash } = event.frozen
    const mine = await ballotText(event.frozen, tokenOf(0), [0])
    expect(await castAt(box, hash, mine.text)).toMatchObject({ code: 'POOLED' })
    const clash = await ballotText(event.frozen, tokenOf(1), [2])
    expect(await castAt(box, hash, clash.text)).toMatchObject({ code: 'ALREADY_CAST' })
    // 53: the twin of a signature is the same ballot, in the pool and in the file.
    const mirrored = twin(JSON.parse(mine.text))
    expect(await castFields(mirrored)).toMatchObject({ code: 'POOLED' })
    for (const at of [2, 3, 4, 5])
      await castAt(box, hash, (await ballotText(event.frozen, tokenOf(at), [1])).text)
    const receipt = await castAt(box, hash, mine.text)
    expect(receipt.status).toBe(200)
    expect(JSON.parse((await castFields(mirrored)).text).id).toBe(JSON.parse(receipt.text).id)
    expect(await castAt(box, hash, clash.text)).toMatchObject({ code: 'ALREADY_CAST' })
  })
})

describe('the published folder', () => {
  it('29, 31, 32 shows a ballot that was dropped, and takes no forged receipt', async () => {
    const { ballot, frozen } = event
    const mine = await ballotText(frozen, tokenOf(0, 1), [0])
    expect(await castAt(box, frozen.hash, mine.text)).toMatchObject({ code: 'POOLED' })
    await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
    const { id, sig } = JSON.parse((await castAt(box, frozen.hash, mine.text)).text)
    const object = (receipt: object) =>
      site.stranger.send('POST', `/vote/${ballot}/objections`, receipt, {
        origin: 'http://localhost',
      })
    const forged = await object({ id: '0'.repeat(64), sig })
    expect((await problemIn(forged)).code).toBe('BAD_RECEIPT')
    expect((await object({ id, sig })).status).toBe(200)

    const { bulletin } = await readBulletin(folderOf(site.hall, ballot))
    expect((await verifyBulletin(bulletin)).ok).toBe(true)
    const lines = textOf(bulletin['sealed.jsonl'] ?? new Uint8Array())
      .split('\n')
      .filter((line) => line !== '')
    const left = lines.filter((line) => line !== mine.text)
    expect(left).toHaveLength(lines.length - 1)
    const sealed = bytesOf(left.map((line) => `${line}\n`).join(''))
    const dropped = { ...bulletin, 'sealed.jsonl': sealed }
    expect(await verifyBulletin(dropped)).toMatchObject({
      refusal: { code: 'SEALED_FILE_CHANGED' },
    })

    const { congress, world } = site.county
    const secret = await secretFrom(
      new Uint8Array(await serverSecret(world, site.hall, { congress, ballot })),
    )
    const { body } = JSON.parse(textOf(bulletin['close.json'] ?? new Uint8Array()))
    const stated = { ...JSON.parse(body), sealed: await sha256Hex(sealed), ballots: left.length }
    const signedAnew = { ...dropped, 'close.json': await writeStatement(secret, stated) }
    expect(await verifyBulletin(signedAnew)).toMatchObject({
      refusal: { code: 'RECEIPTED_BALLOT_MISSING' },
    })
  }, 60_000)
})
