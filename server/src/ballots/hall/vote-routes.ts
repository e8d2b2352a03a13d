/**
 * What voters' devices ask, and anybody who follows a ballot: the manifest, how it stands, tokens, the bulletin, objections.
 * No log line says who asked. The page itself is `vote-pages.ts`.
 *
 *     GET  /vote/:id/manifest.json · /vote/:id/state · /vote/:id/bulletin/FILE · /vote/:id/bulletin.zip
 *     POST /vote/:id/tokens · /vote/:id/objections
 *
 * Source: ballot.md §3.3, §3.5, §4 no. 12.
 */
import { bulletinFiles } from '@luoshi/ballots/bulletin/bulletin'
import { refusalOf, type ProtocolRefusal } from '@luoshi/ballots/protocol/refusals'
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import { noCourse } from '@luoshi/domain/ballots/cast-here'
import { Hono, type Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import * as z from 'zod/mini'
import type { World } from '../../execute/context.ts'
import { notFound } from '../../execute/refused.ts'
import { jsonOf, refusedAnswer } from '../../http/mount.ts'
import { isSurelyOurs } from '../../identity/forgery.ts'
import type { Identity } from '../../identity/identity.ts'
import { originsOf, type TransportEnv } from '../../identity/middleware.ts'
import { readSessionCookie } from '../../identity/session-cookie.ts'
import { isRehearsal } from '../ballot-kind.ts'
import { readFiles, zipOf } from './bulletin-files.ts'
import { hashOf, manifestOf } from './cast-state.ts'
import { findVote, issuedNow, type FoundVote } from './find-vote.ts'
import type { Hall } from './hall.ts'
import { issueTokens } from './issuance.ts'
import { received } from './read-secret-ballot.ts'
import { refusedByProtocol } from './refused-by-protocol.ts'
import { voterWho } from './slips.ts'

export type VotePages = Readonly<{ world: World; hall: Hall; identity: Identity }>

/** The ballot that takes the place of a void one; null while there is none. */
async function nextRound({ db }: World, { congress, ballot }: FoundVote): Promise<string | null> {
  const [row] = await db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.record_view where congress = $1 and kind = 'ballot'
      and to_seq is null and status <> 'void' and doc ->> 'replaces' = $2
      order by from_seq desc limit 1`,
    values: [congress, ballot],
  })
  return row?.id ?? null
}

const tokensAsked = z.object({
  requests: z
    .array(z.object({ c: z.int().check(z.minimum(0)), z: z.string().check(z.maxLength(700)) }))
    .check(z.minLength(1), z.maxLength(600)),
  slip: z.optional(z.string().check(z.maxLength(60))),
})

const receipt = z.object({
  id: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  sig: z.string().check(z.regex(/^[A-Za-z0-9_-]{86}$/)),
})

/** Requests for six hundred contests. */
const mostBytes = 512 * 1024

export function voteRoutes({ world, hall, identity }: VotePages): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  routes.use(
    '/vote/*',
    bodyLimit({
      maxSize: mostBytes,
      onError: (c: Context<TransportEnv>) => protocolAnswer(c, refusalOf('TOO_BIG')),
    }),
  )

  routes.get('/vote/:id/manifest.json', async (c) => {
    const found = await findVote(world, c.req.param('id'))
    const frozen = found && (await manifestOf(world, found.congress, found.state))
    if (!frozen) return refusedAnswer(c, notFound().refusal)
    return c.body(frozen.bytes, 200, { 'content-type': 'application/json', ...fresh })
  })

  routes.get('/vote/:id/state', async (c) => {
    const found = await findVote(world, c.req.param('id'))
    if (!found) return refusedAnswer(c, notFound().refusal)
    const { state } = found
    const course = state.course ?? noCourse
    const mh = hashOf(state)
    const counts = mh === null ? null : await issuedNow(world, found, mh)
    const second =
      course.secondIssuer === null ? [] : [{ kind: 'slips', url: course.secondIssuer } as const]
    return c.json(
      {
        phase: phaseOf(state.status),
        mh,
        rehearsal: isRehearsal(state),
        box: hall.box?.origin() ?? null,
        issuers: [{ kind: 'session' } as const, ...second],
        // As on the screen of the hall: paper is received nowhere here.
        issued: counts?.tokens ?? 0,
        received: received(hall, course),
        eligible: course.frozen?.eligible ?? 0,
        closesAt: course.closesAt,
        now: world.now(),
        next: state.status === 'void' ? await nextRound(world, found) : null,
        signedIn: await signedIn(c, found),
      },
      200,
      fresh,
    )
  })

  routes.post('/vote/:id/tokens', async (c) => {
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin))
      return refusedAnswer(c, refusedByProtocol(refusalOf('NOT_ELIGIBLE')).refusal)
    const found = await findVote(world, c.req.param('id'))
    if (!found) return refusedAnswer(c, notFound().refusal)
    const body = await sentAs(c, tokensAsked)
    if (!body) return protocolAnswer(c, refusalOf('BAD_FORMAT'))
    const mh = hashOf(found.state)
    if (mh === null || found.state.status !== 'issuing')
      return protocolAnswer(c, refusalOf('ISSUE_CLOSED'))
    const voter = await voterIn(c, found, mh, body.slip)
    if (voter === undefined) return protocolAnswer(c, refusalOf('NOT_ELIGIBLE'))
    const issued = await issueTokens(world, hall, { ...found, mh }, voter, body.requests)
    if (!issued.ok) return protocolAnswer(c, issued.refusal)
    return c.json({ signatures: issued.value }, 200, fresh)
  })

  routes.get('/vote/:id/bulletin.zip', async (c) => {
    const found = await findVote(world, c.req.param('id'))
    if (!found?.state.course?.seal) return refusedAnswer(c, notFound().refusal)
    const zip = await zipOf(await readFiles(hall, found.ballot))
    const name = `attachment; filename="${found.ballot}.zip"`
    return c.body(zip, 200, {
      'content-type': 'application/zip',
      'content-disposition': name,
      ...fresh,
    })
  })

  routes.get('/vote/:id/bulletin/:file', async (c) => {
    const found = await findVote(world, c.req.param('id'))
    const name = bulletinFiles.find((one) => one === c.req.param('file'))
    const bytes =
      found?.state.course?.seal && name ? (await readFiles(hall, found.ballot))[name] : undefined
    if (!bytes || !name) return refusedAnswer(c, notFound().refusal)
    const type = name.endsWith('.jsonl') ? 'text/plain; charset=utf-8' : 'application/json'
    return c.body(bytes, 200, { 'content-type': type, ...fresh })
  })

  routes.post('/vote/:id/objections', async (c) => {
    const found = await findVote(world, c.req.param('id'))
    const frozen = found && (await manifestOf(world, found.congress, found.state))
    if (!found?.state.course?.seal || !frozen) return refusedAnswer(c, notFound().refusal)
    const body = await sentAs(c, receipt)
    if (!body) return protocolAnswer(c, refusalOf('BAD_FORMAT'))
    const { keepObjection } = await import('./objections.ts')
    const kept = await keepObjection(hall, found.ballot, frozen, body)
    return kept.ok ? c.json({ ok: true }, 200, fresh) : protocolAnswer(c, kept.refusal)
  })

  async function sessionIn(c: Context<TransportEnv>, { congress }: FoundVote) {
    const session = await identity.sessionOf(readSessionCookie(c, c.var.transport))
    return session?.principal.congress === congress ? session.principal : null
  }

  async function signedIn(c: Context<TransportEnv>, found: FoundVote) {
    const who = await sessionIn(c, found)
    return who && { name: who.name }
  }

  /** A slip goes before the session: on a tablet of the hall somebody else may be signed in. */
  async function voterIn(
    c: Context<TransportEnv>,
    found: FoundVote,
    mh: string,
    slip: string | undefined,
  ): Promise<string | undefined> {
    if (slip !== undefined) return voterWho(world, found.congress, mh, { slip })
    const who = await sessionIn(c, found)
    return who ? voterWho(world, found.congress, mh, { account: who.account }) : undefined
  }

  return routes
}

const fresh = { 'cache-control': 'no-store' } as const

export function phaseOf(status: HeldBallot['status']) {
  switch (status) {
    case 'open':
    case 'preparing':
    case 'prepared':
      return 'preparing'
    case 'issuing':
      return 'issuing'
    case 'voting':
      return 'voting'
    case 'sealed':
      return 'closed'
    case 'opened':
    case 'counted':
    case 'announced':
    // Of a ballot counted elsewhere, which has no such page.
    case 'entered':
    case 'differs':
    case 'surplus':
      return 'opened'
    case 'void':
      return 'void'
  }
}

async function sentAs<Value>(
  c: Context<TransportEnv>,
  schema: Readonly<{ safeParse: (raw: unknown) => z.core.util.SafeParseResult<Value> }>,
): Promise<Value | undefined> {
  const sent = await jsonOf(c)
  const read = sent.ok ? schema.safeParse(sent.value) : undefined
  return read?.success ? read.data : undefined
}

function protocolAnswer(c: Context<TransportEnv>, refusal: ProtocolRefusal): Response {
  return refusedAnswer(c, refusedByProtocol(refusal).refusal)
}
