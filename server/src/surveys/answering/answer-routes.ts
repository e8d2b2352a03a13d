/**
 * The public door of surveys: no cookie but the size of the type, no session, no line in the log.
 *
 *     GET  /s/:survey?c=CHANNEL&lang=en     the page
 *     POST /s/:survey/answers               a completed form: JSON from the page's script, or a plain form
 */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { todayOf, type World } from '../../execute/context.ts'
import type { PortalFiles } from '../../http/portal-files.ts'
import { sendPortalPage } from '../../http/portal-page.ts'
import { isSurelyOurs } from '../../identity/forgery.ts'
import { originsOf, type TransportEnv } from '../../identity/middleware.ts'
import { invitedRoutes, usualDelay, type SendingDelay } from '../invited/invited-routes.ts'
import { answerPage, choosePage, sayPage, thanksPage } from './answer-page.ts'
import { languageOf, noInJson, waitBefore, type Asking } from './answer-no.ts'
import { answerRefusals, answerStatus, type AnswerRefusalCode } from './answer-refusals.ts'
import { openBrakes, type Brakes } from './brakes.ts'
import {
  invitedWayOf,
  isShutWay,
  openChannelsOf,
  openingOf,
  surveyDoor,
  wayOf,
  type DoorSurvey,
} from './open-survey.ts'
import { receiveAnswer } from './receive-answer.ts'
import { readForm, sentAnswer } from './sent-answer.ts'

export type AnswerRoutes = Readonly<{
  world: World
  portal: PortalFiles | null
  congressName: (congress: CongressId) => Promise<string | null>
  /** Of its own when absent. */
  brakes?: Brakes
  /** From a token to its answer; the usual one when absent. */
  delay?: SendingDelay
}>

/** Without built files the page is as bare as it is without scripts. */
const noFiles: PortalFiles = { of: () => ({ scripts: [], styles: [] }), files: new Map() }

export function answerRoutes(parts: AnswerRoutes): Hono<TransportEnv> {
  const { world, congressName } = parts
  const portal = parts.portal ?? noFiles
  const routes = new Hono<TransportEnv>()
  const door = surveyDoor(world, congressName)
  const mayCome = parts.brakes ?? openBrakes()

  routes.use('/s/*', bodyLimit({ maxSize: 64 * 1024 }))

  routes.route('/', invitedRoutes({ world, door, delay: parts.delay ?? usualDelay }))

  routes.get('/s/:survey', async (c) => {
    const found = await door(c.req.param('survey'))
    const opening = found && openingOf(found, todayOf(world), world.intake)
    if (!found) return sayNo(c, null, 'survey-unknown')
    if (opening === 'not-yet') return sayNo(c, found, 'survey-not-open')
    if (opening === 'over') return sayNo(c, found, 'survey-over')
    const code = c.req.query('c') ?? null
    const way = wayOf(found.survey, code) ?? invitedWayOf(found.survey, code)
    if (way) return sendPortalPage(c, portal, 200, answerPage(found, way, languageOf(c)))
    if (isShutWay(found.survey, code)) return sayNo(c, found, 'way-shut')
    const ways = code === null ? waysInto(found) : []
    if (ways.length === 0) return sayNo(c, found, 'survey-unknown')
    return sendPortalPage(c, portal, 200, choosePage(found, ways, languageOf(c)))
  })

  routes.post('/s/:survey/answers', async (c) => {
    const isJson = c.req.header('content-type')?.startsWith('application/json') === true
    const found = await door(c.req.param('survey'))
    const no = (code: AnswerRefusalCode) => (isJson ? noInJson(c, code) : sayNo(c, found, code))
    if (!found) return no('survey-unknown')
    if (!isSurelyOurs(originsOf(c), c.var.transport.origin)) return no('not-from-this-page')
    const body = await c.req.text()
    const sent = sentAnswer.safeParse(isJson ? parsed(body) : readForm(body))
    if (!sent.success) return no('answer-unreadable')
    const { id } = sent.data
    const received = await receiveAnswer(world, found, sent.data, (answer) =>
      mayCome({
        survey: found.place.survey,
        address: c.var.transport.address,
        id,
        answer,
        now: Date.parse(world.now()),
      }),
    ).catch(() => null)
    if (received === null) return no('busy')
    if (!received.ok) return no(received.refusal)
    c.header('cache-control', 'no-store')
    return isJson
      ? c.json(received.value)
      : sendPortalPage(c, portal, 200, thanksPage(found, received.value.receipts, languageOf(c)))
  })

  function sayNo(c: Asking, found: DoorSurvey | null, code: AnswerRefusalCode) {
    const language = languageOf(c)
    waitBefore(c, code)
    const page = sayPage(found, language, answerRefusals[code][language])
    return sendPortalPage(c, portal, answerStatus[code], page)
  }

  return routes
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

/** One for each population that can be answered for without a code. */
function waysInto({ survey: { reach } }: DoorSurvey) {
  const open = openChannelsOf(reach)
  return reach.populations.flatMap(({ code, name }) => {
    const first = open.find(({ population }) => population === code)
    return first ? [{ code: first.code, name }] : []
  })
}
