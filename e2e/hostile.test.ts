/**
 * A real server, asked for everything it must refuse: each time one clear sentence in both languages, nothing kept, and
 * the server goes on. Source: issue 2, "Reliability and bad input"; documents.md §5.
 */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ask, callerBy, type Answer, type Caller } from './support/asking.ts'
import { hostileFiles } from './support/hostile-files.ts'
import { demoFolder } from './support/demo-folder.ts'
import { isRecord, linkOf, luoshiRuns, type LuoshiProcess } from './support/luoshi-process.ts'

let folder: Awaited<ReturnType<typeof demoFolder>>
let server: LuoshiProcess
let clerk: Caller

beforeAll(async () => {
  folder = await demoFolder()
  server = await luoshiRuns('demo', '--data', folder.path, '--port', '0')
  clerk = await callerBy(server.url, linkOf(server, 'clerk'))
}, 240_000)

afterAll(async () => {
  await server?.[Symbol.asyncDispose]()
  await folder?.[Symbol.asyncDispose]()
})

/** Everything a refusal must leave as it was: files on the disk, documents listed, events counted. */
async function traces(): Promise<unknown> {
  const files = await readdir(join(folder.path, 'files'), { recursive: true })
  const [imports, desk] = await Promise.all([
    clerk.get('/api/v1/imports'),
    clerk.get('/api/v1/desk'),
  ])
  return { files: files.toSorted(), imports: imports.text, desk: desk.text }
}

/** Answers in less than a second of the server's own work; a busy machine may take longer by the clock. */
async function refusedFast(asked: () => Promise<Answer>): Promise<Answer> {
  const before = await server.cpu()
  const answer = await asked()
  const after = await server.cpu()
  if (before !== null && after !== null) expect(after - before).toBeLessThan(1000)
  expect(answer.milliseconds).toBeLessThan(10_000)
  expect(JSON.parse((await ask(server.url, '/healthz')).text)).toEqual({ ok: true })
  return answer
}

function problemOf(answer: Answer): Readonly<{ status: number; code: unknown; zh: string }> {
  expect(answer.type).toContain('application/problem+json')
  const problem: unknown = JSON.parse(answer.text)
  expect(problem).toMatchObject({
    status: answer.status,
    code: expect.stringMatching(/^[a-z-]+$/),
    zh: { what: expect.stringMatching(/\p{Script=Han}.*。$/su), fix: expect.stringMatching(/./) },
    en: { what: expect.stringMatching(/^[A-Z].*\.$/su), fix: expect.stringMatching(/./) },
  })
  expect(answer.text).not.toMatch(/node_modules|\bat \S+ \(|postgres|select /i)
  const words = isRecord(problem) ? problem : {}
  return { status: answer.status, code: words['code'], zh: JSON.stringify(words['zh']) }
}

const upload = (name: string, body: Uint8Array, path = '/api/v1/imports') =>
  clerk.send(path === '/api/v1/imports' ? 'POST' : 'PUT', path, {
    headers: {
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
    },
    body,
  })

describe('a hostile file', () => {
  it.each(hostileFiles())(
    'is refused by name when it is %s',
    async (_, name, bytes, code, word) => {
      const before = await traces()
      const problem = problemOf(await refusedFast(() => upload(name, bytes)))
      expect(problem).toMatchObject({ code, zh: expect.stringMatching(word) })
      expect(problem.status).toBe(code === 'file-too-large' ? 413 : 422)
      expect(await traces()).toEqual(before)
    },
  )

  it.each([
    ['POST', '/api/v1/imports', 'file-too-large'],
    ['POST', '/api/v1/opinions', 'request-too-large'],
  ] as const)(
    'is heard out on a slow line before it is refused: %s %s',
    async (verb, path, code) => {
      const half = new Uint8Array(11 * 1024 * 1024).fill(0x20)
      const headers = {
        'content-type': code === 'file-too-large' ? 'application/octet-stream' : 'application/json',
        'content-length': String(2 * half.length),
        'x-file-name': 'a.txt',
      }
      const slowly = async function* () {
        yield half
        await wait(800)
        yield half
      }
      const answer = await clerk.send(verb, path, { headers, body: slowly() })
      expect(problemOf(answer)).toMatchObject({ status: 413, code })
    },
  )

  it('is not kept as evidence when a browser would run it', async () => {
    const before = await traces()
    for (const [name, text] of [
      ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
      ['页.txt', '<!doctype html><script>alert(1)</script>'],
      ['程序.exe', 'MZ\u0000\u0001'],
    ] as const) {
      const answer = await refusedFast(() => upload(name, Buffer.from(text), '/api/v1/evidence'))
      expect(problemOf(answer).status).toBe(415)
    }
    expect(await traces()).toEqual(before)
  })

  it('does not swell the server', async () => {
    const megabytes = await server.megabytes()
    expect(megabytes ?? 0).toBeLessThan(500)
  })
})

const cursor = Buffer.from(JSON.stringify(["1' or", '\u0000', {}])).toString('base64url')
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
const json = (body: unknown) => ({ body: JSON.stringify(body) })

describe('a hostile request', () => {
  it.each<[string, () => Promise<Answer>, number]>([
    ['broken JSON', () => clerk.send('POST', '/api/v1/units', { body: '{"name":' }), 400],
    ['no JSON at all', () => clerk.send('POST', '/api/v1/units', { body: '\u0000\u0001' }), 400],
    ['a list for an object', () => clerk.send('POST', '/api/v1/units', { body: '[]' }), 400],
    ['JSON of 2 MB', () => clerk.send('POST', '/api/v1/units', json('水'.repeat(700_000))), 413],
    [
      '10,000 brackets deep',
      () => clerk.send('POST', '/api/v1/units', { body: deep(10_000) }),
      400,
    ],
    [
      'a deep value where anything goes',
      () =>
        clerk.send('PUT', '/api/v1/imports/import_00000000/decisions', {
          body: `{"revision":0,"decisions":{"a":${deep(10_000)}}}`,
        }),
      400,
    ],
    [
      'a name of 600 letters',
      () => clerk.send('POST', '/api/v1/units', json({ name: 'x'.repeat(600) })),
      400,
    ],
    [
      'a form where bytes belong',
      () =>
        clerk.send('POST', '/api/v1/imports', {
          headers: { 'content-type': 'multipart/form-data; boundary=x' },
          body: '--x\r\n\r\n--x--',
        }),
      400,
    ],
    ['an id of another kind', () => clerk.get('/api/v1/matters/unit_00000000'), 400],
    [
      'SQL for an id',
      () => clerk.get(`/api/v1/matters/${encodeURIComponent("matter_1' or 1=1--")}`),
      400,
    ],
    ['a broken escape', () => clerk.get('/api/v1/matters/%E0%A4%A'), 400],
    ['a cursor of our own making', () => clerk.get('/api/v1/matters?after=zzzz'), 400],
    ['a cursor with words for numbers', () => clerk.get(`/api/v1/matters?after=${cursor}`), 400],
    ['half a character', () => clerk.get('/api/v1/matters?text=%00'), 400],
    ['an unknown order', () => clerk.get('/api/v1/matters?sort=;drop'), 400],
    ['a limit without end', () => clerk.get('/api/v1/matters?limit=1e9'), 400],
    ['a way out of the evidence', () => clerk.get('/api/v1/evidence/..%2f..%2fluoshi.json'), 400],
    ['a room that is not there', () => clerk.get('/api/v1/nothing'), 404],
    [
      'a verb nobody offers',
      () =>
        ask(server.url, '/api/v1/units', {
          method: 'PATCH',
          headers: { cookie: clerk.cookie, 'x-luoshi-csrf': clerk.csrf },
        }),
      404,
    ],
  ])('is refused when it sends %s', async (_, asked, status) => {
    const before = await traces()
    const answer = await refusedFast(asked)
    expect(problemOf(answer).status).toBe(status)
    expect(await traces()).toEqual(before)
  })

  it('finds nothing by SQL, and everything is still there', async () => {
    const text = encodeURIComponent(`'; drop table luoshi.event; -- %_\\ " $1`)
    const answer = await refusedFast(() => clerk.get(`/api/v1/matters?text=${text}`))
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toMatchObject({ rows: [] })
  })

  it('is told which character cannot be kept', async () => {
    const before = await traces()
    const answer = await refusedFast(() =>
      clerk.send('POST', '/api/v1/units', json({ name: '林业局\u0000' })),
    )
    expect(problemOf(answer).status).toBe(400)
    expect(await traces()).toEqual(before)
  })

  it.each([
    '/../luoshi.json',
    '/assets/../../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '//etc/passwd',
    '/assets/%2e%2e/%2e%2e/%2e%2e/etc/passwd.txt',
    '/.env',
  ])('gets no file of ours by asking for %s', async (path) => {
    const answer = await refusedFast(() => ask(server.url, path))
    expect([303, 400, 404]).toContain(answer.status)
    expect(answer.text).not.toMatch(/luoshi"|root:|dependencies/)
    if (answer.status === 303) expect(answer.headers['location']).toMatch(/^\/sign-in\?/)
  })
})

describe('a request that is not ours', () => {
  const body = JSON.stringify({ name: '林业局' })
  const common = { 'content-type': 'application/json' }

  it.each<[string, () => Readonly<Record<string, string>>, number, string]>([
    ['without a session', () => common, 401, 'not-signed-in'],
    ['without the token', () => ({ ...common, cookie: clerk.cookie }), 403, 'forged-request'],
    [
      'with a token of somebody else',
      () => ({ ...common, cookie: clerk.cookie, 'x-luoshi-csrf': 'A'.repeat(43) }),
      403,
      'forged-request',
    ],
    [
      'from a foreign page',
      () => ({
        ...common,
        cookie: clerk.cookie,
        'x-luoshi-csrf': clerk.csrf,
        origin: 'https://evil.example',
      }),
      403,
      'forged-request',
    ],
    [
      'sent by a foreign frame',
      () => ({
        ...common,
        cookie: clerk.cookie,
        'x-luoshi-csrf': clerk.csrf,
        'sec-fetch-site': 'cross-site',
      }),
      403,
      'forged-request',
    ],
    [
      'under a strange host name',
      () => ({ ...common, cookie: clerk.cookie, host: 'evil.example' }),
      403,
      'plain-http',
    ],
    [
      'that claims to come through a proxy',
      () => ({ ...common, cookie: clerk.cookie, 'x-forwarded-for': '10.0.0.1' }),
      403,
      'plain-http',
    ],
    [
      'with a cookie of junk',
      () => ({ ...common, cookie: `x=${'%'.repeat(4000)}; luoshi-1=\\"` }),
      401,
      'not-signed-in',
    ],
  ])('is refused %s', async (_, headers, status, code) => {
    const before = await traces()
    const answer = await refusedFast(() =>
      ask(server.url, '/api/v1/units', { method: 'POST', headers: headers(), body }),
    )
    expect(problemOf(answer)).toMatchObject({ status, code })
    expect(await traces()).toEqual(before)
  })

  it('is refused with 40 kB of headers, and the server goes on', async () => {
    const answer = await refusedFast(() =>
      ask(server.url, '/api/v1/desk', { headers: { 'x-junk': 'j'.repeat(40_000) } }),
    )
    expect(answer.status).toBe(431)
  })
})
