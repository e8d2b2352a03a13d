/**
 * The door for invited people. Three requests, of which only the second knows who asks:
 *
 *     GET  /s/:survey/tokens.json     what tokens are for, and how long to wait before sending
 *     POST /s/:survey/tokens          a code and blinded numbers (at first none); which contests it is for, blind signatures
 *     POST /s/:survey/cast            an answer or a text with its token; no cookie, no code
 */
import { Hono } from 'hono'
import * as z from 'zod/mini'
import { todayOf, type World } from '../../execute/context.ts'
import { isSurelyOurs } from '../../identity/forgery.ts'
import { originsOf, type TransportEnv } from '../../identity/middleware.ts'
import { fewAtATime } from '../../voices/few-at-a-time.ts'
import { noInJson, type Asking } from '../answering/answer-no.ts'
import { openingOf, type Door } from '../answering/open-survey.ts'
import { castByToken, takeCast } from './cast-by-token.ts'
import { invitationOf } from './invitations.ts'
import { contestsFor, issueTokens } from './issue-tokens.ts'

export type InvitedRoutes = Readonly<{ world: World; door: Door; delay: SendingDelay }>

/** Seconds from taking the token to sending the answer, drawn by the device. */
export type SendingDelay = Readonly<{ least: number; most: number }>

/** Source: ballot.md 6 no. 4: 5 minutes to 24 hours for a survey. */
export const usualDelay: SendingDelay = { least: 5 * 60, most: 24 * 60 * 60 }

const asking = z.strictObject({
  code: z.string().check(z.maxLength(60)),
  requests: z
    .array(z.strictObject({ c: z.int(), z: z.string().check(z.maxLength(700)) }))
    .check(z.maxLength(10)),
})

export function invitedRoutes({ world, door, delay }: InvitedRoutes): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  const { db, intake } = world
  // Codes have eighty bits; this is only so that nobody burdens the server by guessing.
  const mayAsk = fewAtATime(120, 10)

  async function opened(c: Asking) {
    const found = await door(c.req.param('survey') ?? '')
    if (!found) return noInJson(c, 'survey-unknown')
    const opening = openingOf(found, todayOf(world), intake)
    if (opening !== 'open')
      return noInJson(c, opening === 'over' ? 'survey-over' : 'survey-not-open')
    const frozen = await intake.tokens.of(found.place, found.survey)
    return frozen ? { found, frozen } : noInJson(c, 'busy')
  }

  routes.get('/s/:survey/tokens.json', async (c) => {
    const open = await opened(c)
    if (open instanceof Response) return open
    c.header('cache-control', 'no-store')
    return c.json({ manifest: open.frozen.text, delay, until: open.found.survey.reach.until })
  })

  routes.post('/s/:survey/tokens', async (c) => {
    const open = await opened(c)
    if (open instanceof Response) return open
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin))
      return noInJson(c, 'not-from-this-page')
    if (!mayAsk(c.var.transport.address, Date.parse(world.now())))
      return noInJson(c, 'too-many-answers')
    const asked = asking.safeParse(await c.req.json().catch(() => null))
    if (!asked.success) return noInJson(c, 'answer-unreadable')
    const { place } = open.found
    const invitation = await invitationOf(db, place, asked.data.code)
    if (!invitation) return noInJson(c, 'code-unknown')
    const issued = await issueTokens(db, place, open.frozen, invitation, asked.data.requests)
    if (!issued.ok) return noInJson(c, issued.refusal)
    c.header('cache-control', 'no-store')
    const contests = contestsFor(open.frozen.manifest, invitation)
    return c.json({ contests, signatures: issued.value })
  })

  routes.post('/s/:survey/cast', async (c) => {
    const open = await opened(c)
    if (open instanceof Response) return open
    const sent = castByToken.safeParse(await c.req.json().catch(() => null))
    if (!sent.success) return noInJson(c, 'answer-unreadable')
    const taken = await takeCast(world, open.found, open.frozen, sent.data).catch(() => null)
    if (taken === null) return noInJson(c, 'busy')
    if (!taken.ok) return noInJson(c, taken.refusal)
    c.header('cache-control', 'no-store')
    return c.json(taken.value)
  })

  return routes
}
