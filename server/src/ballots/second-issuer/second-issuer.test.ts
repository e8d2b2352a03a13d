import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { readBulletin } from '@luoshi/ballots/bulletin/folder'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import { finishToken, type Token } from '@luoshi/ballots/voting/take-token'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  askTokens,
  ballotText,
  boxOf,
  castAt,
  keyOf,
  manifestAt,
  membersOf,
  openCast,
  prepared,
  read,
  requestsFor,
  send,
  signaturesIn,
  take,
  type Asked,
  type Hall,
  type Member,
} from '../../../testing/hall/hall-people.ts'
import { value } from '../../../testing/test-county.ts'
import { problemIn, testSite, type TestSite } from '../../../testing/test-site.ts'
import { folderOf } from '../hall/bulletin-files.ts'
import { makeIssuer, openIssuer } from './issuer-folder.ts'
import { startSecondIssuer, type SecondIssuer } from './issuer-server.ts'

let site: TestSite
let hall: Hall
let folder: string

beforeAll(async () => {
  site = await testSite()
  folder = join(await mkdtemp(join(tmpdir(), 'luoshi-issuer-')), 'issuer')
  const members = await membersOf(site, 5)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
}, 120_000)
afterAll(async () => {
  await site[Symbol.asyncDispose]()
  await rm(join(folder, '..'), { recursive: true, force: true })
})

const listening = { host: '127.0.0.1', port: 0, tls: null } as const

async function askSecond({ url }: SecondIssuer, pending: readonly Asked[], slip: string) {
  const requests = pending.map(({ c, blinded }) => ({ c, z: blinded[1]?.z }))
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ slip, requests })
  const answer = await fetch(`${url}/tokens`, { method: 'POST', headers, body })
  expect(answer.headers.get('set-cookie')).toBeNull()
  const said: unknown = await answer.json()
  const code = typeof said === 'object' && said && 'code' in said ? String(said.code) : ''
  return { code, signatures: signaturesIn(said) }
}

/** A phone that asks both, and has a token only with both signatures. */
async function tokenOfBoth(
  frozen: FrozenManifest,
  ballot: string,
  second: SecondIssuer,
  { browser }: Member,
  slip: string,
): Promise<Token> {
  const pending = await requestsFor(frozen)
  if (!browser) throw new Error('nobody')
  const first = signaturesIn(await (await askTokens(browser, ballot, pending)).json())
  const { signatures } = await askSecond(second, pending, slip)
  const [contest] = frozen.manifest.contests
  const [one] = pending
  if (!contest || !one) throw new Error('no contest')
  return value(await finishToken(frozen, contest, one, [first[0] ?? '', signatures[0] ?? '']))
}

describe('the tellers’ own issuer', () => {
  it('00, 23 signs beside the server: without both there is no token, and both registers are published', async () => {
    const { clerk, team, members } = hall
    const made = await makeIssuer({ folder, contests: 1, slips: 5, bits: 2048 })
    const ballot = await openCast(hall)
    const naming = { url: 'https://issuer.example', keys: made.keys }
    const tellers = await prepared(hall, ballot, 2, naming)
    const frozen = await manifestAt(site.stranger, ballot)
    expect((await read(clerk, ballot)).secondIssuer).toEqual({ url: naming.url, keys: 1 })
    const foreign = join(folder, '..', 'foreign')
    await makeIssuer({ folder: foreign, contests: 1, slips: 1, bits: 2048 })
    const wrong = await startSecondIssuer({ ...listening, folder: foreign, manifest: frozen.bytes })
    expect(wrong).toMatchObject({ refusal: { code: 'WRONG_MANIFEST' } })
    const starting = { ...listening, folder, manifest: frozen.bytes }
    let second = value(await startSecondIssuer(starting))
    await take(clerk, ballot, 'open-issuing')
    const codes = made.slips.map(({ code }) => code)
    const tokens: Token[] = []
    for (const [at, member] of members.slice(0, 4).entries())
      tokens.push(await tokenOfBoth(frozen, ballot, second, member, codes[at] ?? ''))
    const again = await requestsFor(frozen)
    expect(await askSecond(second, again, codes[0] ?? '')).toMatchObject({ code: 'ALREADY_ISSUED' })
    expect(await askSecond(second, again, '0000-0000-0000-0000')).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    // Stopped and begun again, also after a line that was cut off by a power failure.
    await second.close()
    const register = join(folder, 'register.jsonl')
    await writeFile(register, `${await readFile(register, 'utf8')}{"c":0,"v":"监`)
    second = value(await startSecondIssuer(starting))
    expect(second.issued()).toBe(4)
    const [last] = members.slice(-1)
    if (!last) throw new Error('nobody')
    tokens.push(await tokenOfBoth(frozen, ballot, second, last, codes[4] ?? ''))
    await second.close()
    second = value(await startSecondIssuer(starting))
    for (const code of codes)
      expect(await askSecond(second, again, code)).toMatchObject({ code: 'ALREADY_ISSUED' })
    await second.close()
    await take(clerk, ballot, 'open-voting', { closesAt: null })
    const box = await boxOf(site.stranger, ballot)
    // 23: what one of the two signed alone, in whichever place, is no token.
    const [whole] = tokens
    const [byFirst = '', bySecond = ''] = whole?.tok ?? []
    if (!whole) throw new Error('no token')
    for (const tok of [
      [byFirst, byFirst],
      [bySecond, bySecond],
      [bySecond, byFirst],
    ]) {
      const { text } = await ballotText(frozen, { ...whole, tok }, [1])
      expect(await castAt(box, frozen.hash, text)).toMatchObject({ code: 'BAD_TOKEN' })
    }
    for (const token of tokens)
      await castAt(box, frozen.hash, (await ballotText(frozen, token, [1])).text)
    const without = await send(clerk, ballot, 'seal-ballot', { secondIssued: [] })
    expect(await problemIn(without)).toMatchObject({ code: 'MORE_CAST_THAN_ISSUED' })
    const rows = (await openIssuer(folder)).issued()
    const secondIssued = rows.map(({ contest: c, voter }) => ({ c, voter }))
    const sealed = await take(clerk, ballot, 'seal-ballot', { secondIssued })
    expect(sealed.seal?.ballots).toBe(5)
    for (const [lock, by] of [clerk, team].entries())
      await take(by, ballot, 'enter-count-key', { lock, key: await keyOf(tellers.locks[lock]) })
    expect((await take(clerk, ballot, 'settle-count')).status).toBe('counted')
    const { bulletin } = await readBulletin(folderOf(site.hall, ballot))
    expect(await verifyBulletin(bulletin)).toMatchObject({
      ok: true,
      value: { issued: [{ tokens: [5, 5], paper: 0 }] },
    })
  }, 120_000)
})
