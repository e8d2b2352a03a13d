/** The server's HTTP as the voter's page knows it, and what the second issuer answers. */
import { bulletinFiles } from '@luoshi/ballots/bulletin/bulletin'
import { isRecord, parsedJson } from '@luoshi/ballots/protocol/json'
import { sendTrustPage, sendVotePage, type VoteShell } from '@luoshi/server/ballots/vote-page'
import { portalRoutes, type PortalFiles } from '@luoshi/server/http/portal-files'
import { lookRoutes } from '@luoshi/server/http/portal-look'
import type { Transport } from '@luoshi/server/identity/transport'
import { Hono, type Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { signFor, wordsOf, type Hall } from './hall-parts.ts'

type HallEnv = { Variables: { transport: Transport } }

export function hallApp(hall: Hall, portal: PortalFiles): Hono<HallEnv> {
  const app = new Hono<HallEnv>()
  app.use(async (c, next) => {
    c.set('transport', { origin: hall.url, secure: false, address: '127.0.0.1' })
    const body = c.req.method === 'POST' ? await c.req.text() : ''
    const headers = JSON.stringify(c.req.header())
    hall.heard.push({ who: 'server', line: c.req.url, headers, body })
    return next()
  })
  portalRoutes(app, portal)
  lookRoutes(app)
  const base = `/vote/${hall.ballot}`
  const shell = (): VoteShell => ({
    ballot: hall.ballot,
    title: hall.shape.title,
    congress: '南雄县人大常委会',
    rehearsal: hall.shape.rehearsal,
    origins: [hall.boxUrl],
  })
  app.get(base, (c) => sendVotePage(c, portal, shell()))
  app.get(`${base}/trust`, (c) => sendTrustPage(c, portal, shell()))
  app.get(`${base}/manifest.json`, (c) => c.body(hall.frozen.bytes))
  app.get(`${base}/state`, (c) => c.json(stateOf(hall, personOf(hall, c))))
  app.post(`${base}/tokens`, async (c) => {
    const body = parsedBody(hall)
    const voter = slipOf(hall, body) ?? personOf(hall, c)
    return tokens(hall, c, 0, voter, body)
  })
  app.post('/second/tokens', async (c) => {
    const body = parsedBody(hall)
    return tokens(hall, c, 1, slipOf(hall, body), body)
  })
  app.get(`${base}/bulletin/:file`, (c) => {
    const name = bulletinFiles.find((one) => one === c.req.param('file'))
    const file = name && hall.bulletin[name]
    return file ? c.body(file) : c.json({ code: 'not-found' }, 404)
  })
  app.post(`${base}/objections`, (c) => {
    hall.objections.push(hall.heard.at(-1)?.body ?? '')
    return c.json({}, 201)
  })
  return app
}

/** The body was read when the request was remembered. */
function parsedBody({ heard }: Hall): unknown {
  return parsedJson(() => heard.at(-1)?.body ?? '')
}

function personOf({ shape }: Hall, c: Context): string | null {
  const who = decodeURIComponent(getCookie(c, 'who') ?? '')
  return shape.roll.includes(who) ? who : null
}

function slipOf({ shape }: Hall, body: unknown): string | null {
  const slip = isRecord(body) ? body['slip'] : undefined
  const place = typeof slip === 'string' ? /^slip-(\d+)$/.exec(slip)?.[1] : undefined
  return place === undefined ? null : (shape.roll[Number(place) - 1] ?? null)
}

async function tokens(
  hall: Hall,
  c: Context,
  issuer: number,
  voter: string | null,
  body: unknown,
): Promise<Response> {
  const problem = (status: 401 | 409, code: string) =>
    c.json({ type: 'about:blank', title: code, status, code, ...wordsOf(code) }, status)
  if (voter === null) return problem(409, 'NOT_ELIGIBLE')
  const answer = await signFor(hall, issuer, voter, body)
  if (hall.faults.loseTokens > 0) {
    hall.faults.loseTokens -= 1
    return c.text('lost', 502)
  }
  return 'code' in answer ? problem(409, answer.code) : c.json({ signatures: answer })
}

function stateOf(hall: Hall, person: string | null) {
  const { phase, frozen, shape, boxUrl, url, faults, rows, issued } = hall
  const ahead = (time: number) => new Date(time + faults.ahead).toISOString()
  return {
    phase,
    mh: frozen.hash,
    rehearsal: shape.rehearsal,
    box: boxUrl,
    issuers: [
      { kind: 'session' },
      ...(shape.issuers === 2 ? [{ kind: 'slips', url: `${url}/second` }] : []),
    ],
    issued: new Set(issued[0]?.map(({ voter }) => voter)).size,
    received: Math.floor(rows.length / shape.contests.length),
    eligible: shape.roll.length,
    closesAt: hall.closesAt === null ? null : ahead(hall.closesAt),
    now: ahead(Date.now()),
    signedIn: person === null ? null : { name: person },
  }
}
