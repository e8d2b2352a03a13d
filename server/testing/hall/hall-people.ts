/** The people of a secret ballot in tests: members with accounts on the roll, the tellers' browser, voters' phones. */
import { release } from '@luoshi/ballots/bulletin/bulletin'
import { writeStatement } from '@luoshi/ballots/bulletin/statement'
import { toBase64url, textOf } from '@luoshi/ballots/protocol/bytes'
import { readManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { newSigningPair, type SigningPair } from '@luoshi/ballots/protocol/p256'
import type { Marks } from '@luoshi/ballots/protocol/plain-vote'
import { joinShares, newLock, type CountLock } from '@luoshi/ballots/tellers/count-lock'
import { checkReceipt, makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import { finishToken, requestToken, type Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { openBallot } from '../../src/contract/ballots.ts'
import type { SecretBallot } from '../../src/contract/secret-ballot.ts'
import * as specs from '../../src/contract/secret-ballots.ts'
import { getSession } from '../../src/contract/session.ts'
import { changePerson, putPersonOnRoster } from '../../src/people/roster.ts'
import { answered, type Browser, type TestSite } from '../test-site.ts'
import { value } from '../test-county.ts'

export type Member = Readonly<{ name: string; person: Id<'person'>; browser: Browser | null }>

/** Members on the roster; the first `accounts` of them sign in. */
export async function membersOf(
  site: TestSite,
  count: number,
  accounts = count,
  letters = '甲乙丙丁戊己庚辛壬癸',
): Promise<readonly Member[]> {
  const { world, as } = site.county
  const by = as('clerk')
  const members: Member[] = []
  for (let at = 0; at < count; at += 1) {
    const name = `委员${letters[at] ?? at}`
    const entry = { ...onRoster, name }
    const { id: person } = value(await putPersonOnRoster(world, { by, entry }))
    const browser = at < accounts ? await site.as('member') : null
    if (browser) {
      const { account } = await answered(getSession, await browser.get('/api/v1/session'))
      const told = { type: 'LinkPerson', account: account.id } as const
      value(await changePerson(world, { by, person, version: 1, told }))
    }
    members.push({ name, person, browser })
  }
  return members
}

export const onRoster = {
  capacity: 'member',
  office: 'ordinary',
  order: null,
  unit: null,
  place: '',
  post: '',
  term: null,
  another: false,
} as const

export type Hall = Readonly<{
  site: Readonly<{
    county: Pick<TestSite['county'], 'appraisal'> &
      Readonly<{ clock: Pick<TestSite['county']['clock'], 'today'> }>
  }>
  clerk: Browser
  team: Browser
  members: readonly Member[]
}>

export async function openCast(
  { site, clerk, members }: Hall,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Id<'ballot'>> {
  const roll = members.map(({ person }) => ({ person, standing: 'present', reason: '' }))
  const body = {
    appraisal: site.county.appraisal,
    meeting: null,
    session: '第十八届人大常委会第三十一次会议',
    heldOn: site.county.clock.today(),
    subject: { type: 'official' },
    source: { type: 'castHere', secrecy: 'secret', rehearsal: false },
    members: members.length,
    present: members.length,
    recused: [],
    roll,
    entries: 2,
    replaces: null,
    ...more,
  }
  const { id } = await answered(openBallot, await clerk.send('POST', '/api/v1/ballots', body))
  return id
}

export const pathOf = (ballot: string, step = '') => `/api/v1/ballots/${ballot}/secret${step}`

export async function read(by: Browser, ballot: string): Promise<SecretBallot> {
  return answered(specs.getSecretBallot, await by.get(pathOf(ballot)))
}

/** The step at the version that stands. */
export async function send(by: Browser, ballot: string, step: string, body: object = {}) {
  const { version } = await read(by, ballot)
  return by.send('POST', pathOf(ballot, `/${step}`), { version, ...body })
}

export async function take(
  by: Browser,
  ballot: string,
  step: string,
  body: object = {},
): Promise<SecretBallot> {
  return answered(specs.getSecretBallot, await send(by, ballot, step, body))
}

export type Tellers = Readonly<{ locks: readonly CountLock[]; pair: SigningPair }>

/** From the preparation to the frozen manifest; waits for the keys as a page does. */
export async function prepared(
  { clerk, team }: Hall,
  ballot: string,
  issuers: 1 | 2 = 1,
  second: object | null = null,
  /** Something that happens while the keys are being made. */
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Tellers> {
  await take(clerk, ballot, 'prepare', { issuers })
  await meanwhile()
  const locks = [await newLock(), await newLock()]
  const pair = await newSigningPair(true)
  await take(clerk, ballot, 'register-count-lock', { lock: 0, pk: locks[0]?.pk })
  await take(team, ballot, 'register-count-lock', { lock: 1, pk: locks[1]?.pk })
  await take(team, ballot, 'register-teller-key', { pk: toBase64url(pair.point) })
  if (second) await take(team, ballot, 'name-second-issuer', second)
  await until(async () => {
    const { keys } = await read(clerk, ballot)
    return keys.made === keys.wanted
  })
  await take(clerk, ballot, 'freeze-manifest')
  return { locks, pair }
}

/** Asks again and again; the test's own limit ends it. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20))
}

export async function manifestAt(by: Browser, ballot: string): Promise<FrozenManifest> {
  const answer = await by.get(`/vote/${ballot}/manifest.json`)
  const manifest = await readManifest(new Uint8Array(await answer.arrayBuffer()))
  return value(manifest)
}

const ours = { origin: 'http://localhost' }

export type Asked = Awaited<ReturnType<typeof requestToken>>

/** What a phone makes before it asks. */
export function requestsFor(frozen: FrozenManifest): Promise<readonly Asked[]> {
  return Promise.all(
    frozen.manifest.contests.map((contest, at) => requestToken(frozen, at, contest)),
  )
}

export function askTokens(
  by: Browser,
  ballot: string,
  pending: readonly Asked[],
  slip?: string,
): Promise<Response> {
  const requests = pending.map(({ c, blinded }) => ({ c, z: blinded[0]?.z }))
  const body = slip === undefined ? { requests } : { requests, slip }
  return by.send('POST', `/vote/${ballot}/tokens`, body, ours)
}

/** An honest phone takes a token for every contest. */
export async function tokensFor(
  by: Browser,
  ballot: string,
  frozen: FrozenManifest,
  slip?: string,
): Promise<readonly Token[]> {
  const pending = await requestsFor(frozen)
  const answer = await askTokens(by, ballot, pending, slip)
  const said: unknown = await answer.json()
  if (answer.status !== 200) throw new Error(JSON.stringify(said))
  return finished(frozen, pending, signaturesIn(said))
}

export async function finished(
  frozen: FrozenManifest,
  pending: readonly Asked[],
  signatures: readonly string[],
): Promise<readonly Token[]> {
  const tokens: Token[] = []
  for (const [at, one] of pending.entries()) {
    const contest = frozen.manifest.contests[at]
    if (!contest) throw new Error('no contest')
    tokens.push(value(await finishToken(frozen, contest, one, [signatures[at] ?? ''])))
  }
  return tokens
}

export function signaturesIn(said: unknown): readonly string[] {
  if (typeof said !== 'object' || said === null || !('signatures' in said)) return []
  const { signatures } = said
  return Array.isArray(signatures) ? signatures.map(String) : []
}

export async function boxOf(by: Browser, ballot: string): Promise<string> {
  const said: unknown = await (await by.get(`/vote/${ballot}/state`)).json()
  if (typeof said !== 'object' || said === null || !('box' in said)) throw new Error('no box')
  return String(said.box)
}

export type Cast = Readonly<{ status: number; text: string; code: string }>

export async function castAt(box: string, mh: string, text: string): Promise<Cast> {
  const headers = { 'content-type': 'text/plain' }
  const answer = await fetch(`${box}/cast/${mh}`, { method: 'POST', body: text, headers })
  const said = await answer.text()
  const value: unknown = JSON.parse(said)
  const code = typeof value === 'object' && value !== null && 'code' in value ? value.code : ''
  return { status: answer.status, text: said, code: String(code) }
}

export async function ballotText(frozen: FrozenManifest, token: Token, marks: Marks) {
  return value(await makeBallot(frozen, token, marks))
}

/** Whether the answer is a receipt that holds. */
export async function isReceipt(
  frozen: FrozenManifest,
  id: string,
  { status, text }: Cast,
): Promise<boolean> {
  if (status !== 200) return false
  const { id: said, sig } = JSON.parse(text)
  return (await checkReceipt(frozen, id, { id: String(said), sig: String(sig) })).ok
}

/** Two of three tellers join their shares, in the browser. */
export async function keyOf(lock: CountLock | undefined): Promise<string> {
  if (!lock) throw new Error('no lock')
  const key = value(await joinShares(lock.pk, lock.shares.slice(1)))
  const { keys } = JSON.parse(textOf(release([key])))
  return String(keys[0])
}

export async function signatureOf(pair: SigningPair, body: string): Promise<string> {
  const { sig } = JSON.parse(textOf(await writeStatement(pair.secret, JSON.parse(body))))
  return String(sig)
}
