/** Both ways into a survey on one port: the quick one and the framework's answer alike, and no byte is lost between them. */
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fromBase64url, sha256, toBase64url } from '@luoshi/ballots/protocol/bytes'
import { secretFrom, signed } from '@luoshi/ballots/protocol/p256'
import { surveyMessage } from '@luoshi/ballots/protocol/survey-message'
import { finishToken, requestToken } from '@luoshi/ballots/voting/take-token'
import { invite } from '../../../../testing/invite.ts'
import { invitedReach, openSurvey, tenQuestions } from '../../../../testing/open-survey.ts'
import { tokenManifest } from '../../invited/token-manifest.ts'
import { testSite, type Browser, type TestSite } from '../../../../testing/test-site.ts'
import { value } from '../../../../testing/test-county.ts'
import type { SurveyDetail } from '../../../contract/surveys.ts'
import { openBeforeHttp } from '../../../http/before-http.ts'
import { transportRule } from '../../../identity/transport.ts'
import { readAnswered } from '../../intake/tally.ts'
import { openBrakes } from '../brakes.ts'
import { surveyDoor } from '../open-survey.ts'
import { quickDoor } from './quick-door.ts'

let site: TestSite
let clerk: Browser
let survey: SurveyDetail
let server: Server
let end: () => void
let port = 0
/** Requests that came as far as HTTP. */
let slow = 0

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  survey = await openSurvey(clerk, site.county.appraisal)
  const { world } = site.county
  const pages = getRequestListener(site.fetch)
  server = createServer((request, response) => {
    slow += 1
    void pages(request, response)
  })
  const door = surveyDoor(world, async () => '某县人大常委会')
  const rule = value(transportRule(null, null))
  end = openBeforeHttp(server, quickDoor({ world, door, rule, brakes: openBrakes() }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: given }: AddressInfo = Object.assign(
    { port: 0, address: '', family: '' },
    server.address(),
  )
  port = given
})
afterAll(async () => {
  end()
  server.closeAllConnections()
  server.close()
  await site[Symbol.asyncDispose]()
})

const chance = () => randomBytes(16).toString('hex')

function sent(more: object = {}) {
  const answers = { q1: 'satisfied', q9: ['holes'], q10: 'mostly' }
  return {
    id: chance(),
    secret: chance(),
    channel: 'site',
    stratum: 'town',
    answers,
    texts: [],
    ...more,
  }
}

function requestOf(body: object, more: readonly string[] = [], of: string = survey.id): string {
  const text = JSON.stringify(body)
  return [
    `POST /s/${of}/answers HTTP/1.1`,
    `host: localhost:${port}`,
    `origin: http://localhost:${port}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(text)}`,
    ...more,
    '',
    text,
  ].join('\r\n')
}

type Told = Readonly<{ status: number; headers: ReadonlyMap<string, string>; body: string }>

/** What comes back on a connection, answer by answer. */
function opened(): Readonly<{ socket: Socket; next: () => Promise<Told> }> {
  const socket = connect(port, '127.0.0.1').setEncoding('latin1')
  let text = ''
  socket.on('data', (part: string) => (text += part))
  return {
    socket,
    next: async () => {
      for (;;) {
        const told = firstIn(text)
        if (told) {
          text = text.slice(told.length)
          return told.answer
        }
        if (socket.closed) throw new Error(`Closed after ${text}`)
        await Promise.race([once(socket, 'data'), once(socket, 'close')])
      }
    },
  }
}

function firstIn(text: string) {
  const head = text.indexOf('\r\n\r\n')
  const [first = '', ...lines] = text.slice(0, head).split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const [name = '', ...rest] = line.split(': ')
      return [name.toLowerCase(), rest.join(': ')] as const
    }),
  )
  const from = head + 4
  const isChunked = headers.get('transfer-encoding') === 'chunked'
  const last = isChunked ? text.indexOf('0\r\n\r\n', from) : from
  const to = isChunked ? last + 5 : from + Number(headers.get('content-length') ?? 0)
  if (head < 0 || last < 0 || text.length < to) return null
  const whole = text.slice(from, to)
  const content = isChunked ? (whole.split('\r\n')[1] ?? '') : whole
  const body = Buffer.from(content, 'latin1').toString()
  return { length: to, answer: { status: Number(first.slice(9, 12)), headers, body } }
}

async function asked(request: string): Promise<Told> {
  const { socket, next } = opened()
  socket.write(request)
  const told = await next()
  socket.destroy()
  return told
}

async function answeredSoFar(): Promise<number> {
  const { world, congress } = site.county
  const place = { congress, survey: survey.id }
  await world.intake.close(place)
  world.intake.reopen(place)
  const all = await readAnswered(world.db, congress, survey.id)
  return all.reduce((sum, { n }) => sum + n, 0)
}

/** With this field a request is left to HTTP. */
const slowly = ['te: trailers']
/** What only one of them says, or with another value each time. */
const own = new Set([
  'date',
  'x-request-id',
  'keep-alive',
  'connection',
  'content-length',
  'transfer-encoding',
])

function common({ headers }: Told) {
  return Object.fromEntries([...headers].filter(([name]) => !own.has(name)))
}

describe('an answer by the quick way', () => {
  it('is told what the usual way tells, with the same headers, and is there once', async () => {
    const before = await answeredSoFar()
    const requestsBefore = slow
    const body = sent()
    const [quick, again] = [await asked(requestOf(body)), await asked(requestOf(body))]
    expect(slow).toBe(requestsBefore)
    const usual = await asked(requestOf(body, slowly))
    expect(slow).toBe(requestsBefore + 1)
    expect([quick, again].map(({ status, body }) => [status, body])).toEqual([
      [usual.status, usual.body],
      [usual.status, usual.body],
    ])
    expect(usual).toMatchObject({ status: 200, body: '{"receipts":[]}' })
    expect(common(quick)).toEqual(common(usual))
    expect(await answeredSoFar()).toBe(before + 1)
  })

  it('is refused as the usual way refuses it, whatever is wrong', async () => {
    const known = sent()
    await asked(requestOf(known))
    const wrong: readonly (readonly [string, number])[] = [
      [requestOf({ ...known, answers: { q1: 'dissatisfied' } }), 409],
      [requestOf(sent({ answers: { q1: 'superb' } })), 400],
      [requestOf(sent({ name: '张三' })), 400],
      [requestOf(sent(), [], 'survey_nowhere'), 404],
      [requestOf(sent()).replace('origin: http://localhost', 'origin: http://elsewhere'), 403],
      [requestOf(sent(), ['x-forwarded-for: 1.2.3.4']), 403],
    ]
    for (const [request, status] of wrong) {
      const quick = await asked(request)
      const usual = await asked(request.replace('content-type', 'te: trailers\r\ncontent-type'))
      expect([quick.status, quick.body]).toEqual([usual.status, usual.body])
      expect(quick.status).toBe(status)
      expect(common(quick)).toEqual(common(usual))
    }
  })

  it('beyond the brakes waits as by the usual way, in the language that was asked for', async () => {
    const alike = () =>
      requestOf(sent({ answers: { q2: 'mostly' } })).replace('answers ', 'answers?lang=en ')
    const told: Told[] = []
    for (let n = 0; n < 21; n += 1) told.push(await asked(alike()))
    expect(told.slice(0, 20).every(({ status }) => status === 200)).toBe(true)
    expect(told[20]?.status).toBe(429)
    expect(told[20]?.headers.get('retry-after')).toBe('600')
    expect(told[20]?.body).toContain('Too many answers from the same network')
  })
})

describe('an answer with a token', () => {
  it('is taken once by the quick way, and refused as the usual way refuses it', async () => {
    const invited = await openSurvey(clerk, site.county.appraisal, tenQuestions, invitedReach)
    const told: unknown = await (await site.stranger.get(`/s/${invited.id}/tokens.json`)).json()
    const text = String(Object(told).manifest)
    const mh = await sha256(new TextEncoder().encode(text))
    const raw: unknown = JSON.parse(text)
    const of = { mh, manifest: tokenManifest.parse(raw) }
    const [code = ''] = await invite(
      site.county.world.db,
      { congress: site.county.congress, survey: invited.id },
      'town',
      1,
    )
    const contest = of.manifest.contests[0] ?? { issuers: [] }
    const pending = await requestToken(of, 0, contest)
    const wanted = { code, requests: [{ c: 0, z: pending.blinded[0]?.z ?? '' }] }
    const issued: unknown = await (
      await site.stranger.send('POST', `/s/${invited.id}/tokens`, wanted, {
        origin: 'http://localhost',
      })
    ).json()
    const token = value(
      await finishToken(of, contest, pending, [String(Object(issued).signatures)]),
    )
    const { c, pk, pre, tok, secret } = token
    const [point, kept] = [fromBase64url(pk), fromBase64url(secret)]
    if (!point || !kept) throw new Error('no token')
    const castOf = async (answers: object) => {
      const body = JSON.stringify(answers)
      const sig = await signed(await secretFrom(kept), surveyMessage(mh, c, point, body))
      return { c, pk, pre, tok: tok[0] ?? '', sig: toBase64url(sig), body }
    }
    const cast = await castOf({ q1: 'dissatisfied' })
    const other = await castOf({ q1: 'satisfied' })
    const send = (body: object, more: readonly string[] = []) =>
      asked(requestOf(body, more, invited.id).replace('/answers ', '/cast '))
    const before = slow
    const quick = [
      await send(cast),
      await send(cast),
      await send(other),
      await send({ ...cast, body: other.body }),
    ]
    expect(slow).toBe(before)
    const usual: Told[] = []
    for (const body of [cast, cast, other, { ...cast, body: other.body }])
      usual.push(await send(body, slowly))
    expect(quick.map(({ status, body }) => [status, body])).toEqual(
      usual.map(({ status, body }) => [status, body]),
    )
    expect(quick.map(({ status }) => status)).toEqual([200, 200, 409, 403])
    expect(quick.map(common)).toEqual(usual.map(common))
  })
})

describe('a connection', () => {
  it('brings many requests at once, of both kinds, each answered in its turn', async () => {
    const before = await answeredSoFar()
    const { socket, next } = opened()
    const page = `GET /s/${survey.id} HTTP/1.1\r\nhost: localhost:${port}\r\n\r\n`
    const several = [0, 1, 2].map((n) =>
      requestOf(sent({ answers: { q3: 'mostly', q4: ['satisfied', 'mostly', 'unknown'][n] } })),
    )
    socket.write(several.join('') + page + requestOf(sent({ answers: { q5: 'unknown' } })))
    const told = [await next(), await next(), await next(), await next(), await next()]
    socket.destroy()
    expect(told.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(told[3]?.headers.get('content-type')).toContain('text/html')
    expect(await answeredSoFar()).toBe(before + 4)
  })

  it('that brings its request in two pieces, or letter by letter, is served as well', async () => {
    const request = requestOf(sent({ answers: { q6: 'mostly' } }))
    for (const cuts of [[30], [request.length - 5], [1, 2, 3, 60, 200]]) {
      const { socket, next } = opened()
      let from = 0
      for (const cut of [...cuts, request.length]) {
        const piece = request.slice(from, cut)
        await new Promise((done) => socket.write(piece, done))
        await new Promise(setImmediate)
        from = cut
      }
      expect((await next()).status).toBe(200)
      socket.destroy()
    }
  })

  it('is closed after its answer where it asked for that', async () => {
    const { socket, next } = opened()
    socket.write(requestOf(sent({ answers: { q7: 'mostly' } }), ['connection: close']))
    const told = await next()
    expect([told.status, told.headers.get('connection')]).toEqual([200, 'close'])
    if (!socket.closed) await once(socket, 'close')
  })

  it('is lost when the other end breaks off, and only that one', async () => {
    for (let n = 0; n < 5; n += 1) {
      const { socket } = opened()
      socket.write(requestOf(sent({ answers: { q8: 'mostly' } })), () => socket.resetAndDestroy())
      await once(socket, 'close')
    }
    expect((await asked(requestOf(sent({ answers: { q8: 'unknown' } })))).status).toBe(200)
  })
})

it('after the close the usual way says so, and what was taken is thanked for ever after', async () => {
  const known = sent({ answers: { q1: 'mostly', q2: 'mostly' } })
  expect((await asked(requestOf(known))).status).toBe(200)
  const { version } = survey
  const closed = await clerk.send('POST', `/api/v1/surveys/${survey.id}/close`, {
    version,
    reason: '测完',
  })
  expect(closed.status).toBe(200)
  expect((await asked(requestOf(sent()))).status).toBe(410)
  expect((await asked(requestOf(known))).status).toBe(200)
})
