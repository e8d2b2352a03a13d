import { connect } from 'node:net'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Token } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { Client, type ClientConfig } from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
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
} from '../../../testing/hall/hall-people.ts'
import { value } from '../../../testing/test-county.ts'
import { testSite, type TestSite } from '../../../testing/test-site.ts'
import { boxDatabase } from './box/box-database.ts'

// A database, a process of its own, and other tests at the same time.
vi.setConfig({ testTimeout: 60_000 })

let site: TestSite
let hall: Hall

beforeAll(async () => {
  site = await testSite()
  const members = await membersOf(site, 6)
  hall = { site, clerk: await site.as('clerk'), team: await site.as('team'), members }
}, 120_000)
afterAll(() => site[Symbol.asyncDispose]())

/** Issuing is over, everybody has a token. `open`: for so many milliseconds. */
async function atVoting(open: number | null = null) {
  const { clerk, members } = hall
  const ballot = await openCast(hall)
  const tellers = await prepared(hall, ballot)
  const frozen = await manifestAt(site.stranger, ballot)
  await take(clerk, ballot, 'open-issuing')
  const tokens: Token[] = []
  for (const { browser } of members)
    if (browser) tokens.push(...(await tokensFor(browser, ballot, frozen)))
  const closesAt = open === null ? null : new Date(Date.now() + open).toISOString()
  await take(clerk, ballot, 'open-voting', { closesAt })
  return { ballot, tellers, frozen, tokens, closesAt }
}

async function votesOf(frozen: FrozenManifest, tokens: readonly Token[]) {
  return Promise.all(tokens.map((token) => ballotText(frozen, token, [0])))
}

const main = () => {
  const { config, ownerConfig } = site.county.database
  return { appConfig: config, ownerConfig }
}

async function asked<Row extends object>(config: ClientConfig, text: string) {
  const client = new Client(config)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

const boxConfig = async () =>
  value(await boxDatabase({ main: main(), isBuiltIn: true, boxUrl: null }))

describe('the box’s database', () => {
  it('cannot be entered by the main role, nor the main one by the box’s', async () => {
    const box = await boxConfig()
    const { appConfig } = main()
    await expect(asked({ ...box, database: appConfig.database }, 'select 1')).rejects.toThrow(
      'permission denied for database',
    )
    await expect(asked({ ...appConfig, database: box.database }, 'select 1')).rejects.toThrow(
      'permission denied for database',
    )
    expect(await asked(box, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await asked(appConfig, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is refused when the two are not apart', async () => {
    const { appConfig } = main()
    const { host, user, password, database } = appConfig
    const place = `host=${encodeURIComponent(String(host))}`
    const boxUrl = `postgresql://${user}:${String(password)}@/${database}?${place}`
    const same = await boxDatabase({ main: main(), isBuiltIn: false, boxUrl })
    expect(same).toMatchObject({ refusal: { code: 'box-not-apart' } })
    // Named by a URL of its own, as on a server that somebody else runs.
    const box = await boxConfig()
    const itsOwn = `postgresql://${box.user}:${String(box.password)}@/${box.database}?${place}`
    const apart = await boxDatabase({ main: main(), isBuiltIn: false, boxUrl: itsOwn })
    expect(apart).toEqual({ ok: true, value: { connectionString: itsOwn } })
    const none = await boxDatabase({ main: main(), isBuiltIn: false, boxUrl: null })
    expect(none).toMatchObject({ refusal: { code: 'box-not-set-up' } })
  })
})

describe('what is kept of a ballot', () => {
  const columnsOf = (tables: string) => `select table_name || '.' || column_name as name,
      data_type as type, column_default as made from information_schema.columns
    where table_schema = 'luoshi' and table_name in (${tables}) order by table_name, ordinal_position`

  it('49 has no place for a time, an address, a serial or a link', async () => {
    await atVoting()
    const issuance = await asked(main().ownerConfig, columnsOf(`'issuance'`))
    const kept = (name: string, type: string) => ({ name, type, made: null })
    expect(issuance).toEqual([
      kept('issuance.congress', 'text'),
      kept('issuance.mh', 'text'),
      kept('issuance.contest', 'integer'),
      kept('issuance.voter', 'text'),
      kept('issuance.z', 'text'),
    ])
    const box = await asked(await boxConfig(), columnsOf(`'ballot', 'box_writing'`))
    expect(box).toEqual([kept('box_writing.mh', 'text'), kept('box_writing.sealed', 'bytea')])
    const around = await asked<{ type: string; made: string | null }>(
      main().ownerConfig,
      columnsOf(`'cast_manifest', 'cast_voter', 'cast_key', 'survey_issuance', 'survey_manifest'`),
    )
    expect(new Set(around.map(({ type }) => type))).toEqual(new Set(['text', 'integer', 'bytea']))
    expect(around.every(({ made }) => made === null)).toBe(true)
  }, 60_000)

  it('49 knows no other table in which a ballot or a voter could leave a trace', async () => {
    const tables = `select table_name as name from information_schema.tables
      where table_schema not in ('pg_catalog', 'information_schema') order by 1`
    const names = async (config: ClientConfig, text: string) =>
      (await asked<{ name: string }>(config, text)).map(({ name }) => name)
    const box = { ...main().ownerConfig, database: (await boxConfig()).database ?? '' }
    expect(await names(box, tables)).toEqual(['box_writing', 'migration'])
    // Whatever is kept by a ballot's hash, by a voter, a code of a slip or a blinded number.
    const about = `select distinct table_name as name from information_schema.columns
      where table_schema = 'luoshi' and column_name in ('mh', 'voter', 'slip', 'z', 'manifest')
      order by 1`
    expect(await names(main().ownerConfig, about)).toEqual([
      'cast_manifest',
      'cast_voter',
      'issuance',
      'survey_issuance',
      'survey_manifest',
    ])
  })
})

/** The answer to the last byte, as it goes over the wire. */
function raw(origin: string, request: string): Promise<Buffer> {
  const { hostname, port } = new URL(origin)
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(request))
    socket.on('data', (part) => parts.push(part))
    socket.on('error', reject)
    // The other end closes: the connection is not used again.
    socket.on('end', () => {
      socket.end()
      resolve(Buffer.concat(parts))
    })
  })
}

describe('the box’s door', () => {
  it('48 answers every call in the same number of bytes, and knows no cookie, no time and no caller', async () => {
    const { ballot, frozen, tokens } = await atVoting()
    const box = await boxOf(site.stranger, ballot)
    const [first, ...others] = await votesOf(frozen, tokens)
    if (!first) throw new Error('no vote')
    const post = (text: string, mh = frozen.hash) =>
      raw(
        box,
        `POST /cast/${mh} HTTP/1.1\r\nHost: box\r\nCookie: luoshi=1\r\nUser-Agent: MicroMessenger\r\nContent-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`,
      )
    const answers = [
      await post(first.text),
      await post('{}'),
      await post(first.text, '0'.repeat(64)),
    ]
    for (const { text } of others) answers.push(await post(text))
    answers.push(
      await post(first.text),
      await post('x'.repeat(5_000)),
      await raw(box, 'GET / HTTP/1.1\r\nHost: box\r\n\r\n'),
    )
    const codes = answers.map(
      (answer) => /"code":"([A-Z_]+)"/.exec(answer.toString())?.[1] ?? 'receipt',
    )
    expect(new Set(codes)).toEqual(
      new Set(['POOLED', 'BAD_FORMAT', 'WRONG_MANIFEST', 'receipt', 'TOO_BIG', 'NOT_FOUND']),
    )
    expect(new Set(answers.map(({ length }) => length)).size).toBe(1)
    for (const answer of answers) {
      const head = answer.toString().split('\r\n\r\n')[0]?.toLowerCase() ?? ''
      expect(head).toContain('connection: close')
      expect(head).toContain('access-control-allow-origin: *')
      expect(head).not.toMatch(/cookie|^date:|etag|server:|credentials/m)
    }
  }, 60_000)

  it('28, 61 dies and comes back by itself: phones send again, each ballot counts once', async () => {
    const { ballot, frozen, tokens } = await atVoting()
    const votes = await votesOf(frozen, tokens)
    const before = await boxOf(site.stranger, ballot)
    for (const { text } of votes.slice(0, 3)) await castAt(before, frozen.hash, text)
    const pid = site.hall.box?.pid()
    if (pid === undefined) throw new Error('no box')
    process.kill(pid, 'SIGKILL')
    await until(async () => site.hall.box?.pid() !== pid)
    const again = async (text: string) => {
      await until(async () => {
        const box = await boxOf(site.stranger, ballot)
        const answer = await castAt(box, frozen.hash, text).catch(() => null)
        return answer !== null && answer.code !== 'WRONG_MANIFEST' && answer.code !== 'NOT_OPEN'
      })
    }
    for (const { text } of votes) await again(text)
    for (const { text } of votes) await again(text)
    const sealed = await take(hall.clerk, ballot, 'seal-ballot', { secondIssued: [] })
    expect(sealed.seal?.ballots).toBe(6)
  }, 60_000)

  it('13 closes by its own clock at the time that was announced', async () => {
    const { ballot, frozen, tokens, closesAt } = await atVoting(1_000)
    expect(await read(hall.clerk, ballot)).toMatchObject({ status: 'voting', closesAt })
    const box = await boxOf(site.stranger, ballot)
    const [first, second] = await votesOf(frozen, tokens)
    if (!first || !second) throw new Error('no vote')
    // Below the smallest batch only the close writes it; and on a slow machine it may come too late itself.
    await until(async () => {
      const { status, code } = await castAt(box, frozen.hash, first.text)
      return status === 200 || code === 'TOO_LATE'
    })
    expect(await castAt(box, frozen.hash, second.text)).toMatchObject({ code: 'TOO_LATE' })
  }, 60_000)
})

describe('a restart', () => {
  it('52, 61, 62 goes on where it stood, in every phase; all voting alike is told', async () => {
    const { clerk, team, members } = hall
    const ballot: Id<'ballot'> = await openCast(hall, {
      source: { type: 'castHere', secrecy: 'secret', rehearsal: true },
    })
    const tellers = await prepared(hall, ballot, 1, null, site.restart)
    const frozen = await manifestAt(site.stranger, ballot)
    await take(clerk, ballot, 'open-issuing')
    await site.restart()
    const tokens: Token[] = []
    for (const { browser } of members)
      if (browser) tokens.push(...(await tokensFor(browser, ballot, frozen)))
    await take(clerk, ballot, 'open-voting', { closesAt: null })
    const votes = await votesOf(frozen, tokens)
    for (const { text } of votes)
      await castAt(await boxOf(site.stranger, ballot), frozen.hash, text)
    await site.restart()
    const [last] = votes.slice(-1)
    if (!last) throw new Error('no vote')
    await castAt(await boxOf(site.stranger, ballot), frozen.hash, last.text)
    await take(clerk, ballot, 'seal-ballot', { secondIssued: [] })
    await site.restart()
    const box = await boxOf(site.stranger, ballot)
    expect(await isReceipt(frozen, last.id, await castAt(box, frozen.hash, last.text))).toBe(true)
    for (const [lock, by] of [clerk, team].entries())
      await take(by, ballot, 'enter-count-key', { lock, key: await keyOf(tellers.locks[lock]) })
    await site.restart()
    const counted = await take(clerk, ballot, 'settle-count')
    expect(counted).toMatchObject({ status: 'counted', rehearsal: true, may: { announce: false } })
    expect(counted.title).toMatch(/^【演练】/)
    expect(counted.warnings).toMatchObject([{ kind: 'unanimous' }])
    const { version } = await read(clerk, ballot)
    const announcing = { version, demand: '', excepted: [], demands: [] }
    const told = await clerk.send('POST', `/api/v1/ballots/${ballot}/announce-ballot`, announcing)
    expect(await told.json()).toMatchObject({ code: 'ballot-rehearsal' })
    expect(site.failures).toEqual([])
  }, 120_000)
})
