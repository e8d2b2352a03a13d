/**
 * Attacks on a secret ballot as they come over the wire, by their numbers in the protocol's design, on one real event: the
 * server's issuer, the box in its own process, the published folder. Here: 06, 07, 11, 15–25, 29, 31, 32, 58, 60; the other
 * numbers that make sense over HTTP are in `hall.test.ts` (01–03, 08, 12, 14, 30) and `box.test.ts` (13, 27, 28, 59, 61, 62).
 * Source: ballot.md §11.2.
 */
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { writeStatement } from '@luoshi/ballots/bulletin/statement'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import {
  bytesOf,
  fromBase64url,
  sha256Hex,
  textOf,
  toBase64url,
} from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { secretFrom } from '@luoshi/ballots/protocol/p256'
import type { Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { serverSecret } from './cast-keys.ts'

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

type Fields = Readonly<{
  c: number
  pk: string
  pre: string
  tok: readonly string[]
  box: string
  sig: string
}>

function turned(text: string | undefined, at = 10): string {
  const bytes = fromBase64url(text ?? '') ?? new Uint8Array()
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return toBase64url(bytes)
}

type Attack = readonly [string, (fields: Fields, text: string) => unknown, string]

const attacks: readonly Attack[] = [
  ['16 a forged token', (f) => ({ ...f, tok: [turned(f.tok[0])] }), 'BAD_TOKEN'],
  ['17 another preparation', (f) => ({ ...f, pre: turned(f.pre) }), 'BAD_TOKEN'],
  ['18 a stolen token under another key', (f) => ({ ...f, pk: tokenOf(3).pk }), 'BAD_TOKEN'],
  ['19 a vote changed on the way', (f) => ({ ...f, box: turned(f.box, 70) }), 'BAD_SIGNATURE'],
  ['20 a signature changed', (f) => ({ ...f, sig: turned(f.sig) }), 'BAD_SIGNATURE'],
  ['21 the token of another contest', (f) => ({ ...f, c: 1 }), 'BAD_TOKEN'],
  [
    '22 the token of another vote',
    (f) => ({ ...f, pk: strange.pk, pre: strange.pre, tok: strange.tok }),
    'BAD_TOKEN',
  ],
  ['23 a signature of an issuer too few', (f) => ({ ...f, tok: [] }), 'BAD_FORMAT'],
  ['24 a name', (f) => ({ ...f, name: '委员甲' }), 'BAD_FORMAT'],
  ['24 a time', (f) => ({ ...f, at: '2026-11-27' }), 'BAD_FORMAT'],
  ['25 a short field', (f) => ({ ...f, sig: f.sig.slice(1) }), 'BAD_FORMAT'],
  ['25 a contest that is none', (f) => ({ ...f, c: 9 }), 'UNKNOWN_CONTEST'],
  ['25 base64 of another kind', (f) => ({ ...f, pk: `${f.pk.slice(0, -1)}+` }), 'BAD_ENCODING'],
  ['25 a huge body', (f) => ({ ...f, box: 'x'.repeat(9_000) }), 'TOO_BIG'],
  ['25 a space in front', (_, text) => ` ${text}`, 'BAD_FORMAT'],
  ['25 nothing', () => '', 'BAD_FORMAT'],
]

describe('the box', () => {
  it.each(attacks)('refuses %s', async (_, change, code) => {
    const { text } = await ballotText(event.frozen, tokenOf(2), [0])
    const changed = change(JSON.parse(text), text)
    const sent = typeof changed === 'string' ? changed : JSON.stringify(changed)
    expect(await castAt(box, event.frozen.hash, sent)).toMatchObject({ status: 409, code })
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

  it('15, 58, 60 counts a token once: in the pool, and after the batch', async () => {
    const { hash } = event.frozen
    const mine = await ballotText(event.frozen, tokenOf(0), [0])
    expect(await castAt(box, hash, mine.text)).toMatchObject({ code: 'POOLED' })
    const clash = await ballotText(event.frozen, tokenOf(1), [2])
    expect(await castAt(box, hash, clash.text)).toMatchObject({ code: 'ALREADY_CAST' })
    for (const at of [2, 3, 4, 5])
      await castAt(box, hash, (await ballotText(event.frozen, tokenOf(at), [1])).text)
    expect(await castAt(box, hash, mine.text)).toMatchObject({ status: 200 })
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
