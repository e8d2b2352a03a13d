/**
 * The one request that a whole county sends in the same hour, an answer without free text, on its way from the socket to
 * the intake: read from its bytes, checked, packed and handed in, without the framework and almost without an object of
 * its own; and the same for an answer with a token. What is not plainly right, and every refusal of an open way that gives
 * a reason, is for the usual way (answer-routes.ts), to which the untouched bytes go; so both ways answer alike.
 */
import type { Result } from '@luoshi/domain/kernel/result'
import { todayOf, type World } from '../../../execute/context.ts'
import type { ConnectionDoor, Line } from '../../../http/before-http.ts'
import { isSurelyOurs } from '../../../identity/forgery.ts'
import { judgeTransport, type Transport, type TransportRule } from '../../../identity/transport.ts'
import { castByToken, takeCast } from '../../invited/cast-by-token.ts'
import type { AnswerRefusalCode } from '../answer-refusals.ts'
import type { Brakes } from '../brakes.ts'
import type { Received } from '../receive-answer.ts'
import type { AnswerLine } from '../../intake/intake.ts'
import { openingOf, type Door, type DoorSurvey } from '../open-survey.ts'
import { quickAnswers, type QuickAnswers } from './quick-answers.ts'
import { quickForm, type QuickForm } from './quick-form.ts'
import { readRequest, type QuickRequest } from './read-request.ts'

export type QuickDoorParts = Readonly<{
  world: Pick<World, 'intake' | 'now'>
  door: Door
  rule: TransportRule
  brakes: Brakes
}>

/** What is asked of a survey with every answer, for a second. */
type Ready = Readonly<{
  since: number
  found: DoorSurvey
  form: QuickForm
  line: AnswerLine
  now: number
}>

const readyMs = 1_000
const mostReady = 100

export function quickDoor({ world, door, rule, brakes }: QuickDoorParts): ConnectionDoor {
  const ready = new Map<string, Ready>()
  const finding = new Map<string, Promise<Ready | null>>()
  const answers = quickAnswers(() => Date.now())

  async function find(survey: string): Promise<Ready | null> {
    const found = await door(survey)
    if (!found || openingOf(found, todayOf(world), world.intake) !== 'open') return null
    const line = world.intake.answerLine(found.place)
    if (!line) return null
    const before = ready.get(survey)
    const isStill = before?.found === found && before.form.words === line.words
    const form = isStill ? before.form : quickForm(found, line.words)
    const now = Date.parse(world.now())
    const one = { since: performance.now(), found, form, line, now }
    if (ready.size >= mostReady) ready.clear()
    ready.set(survey, one)
    return one
  }

  function findOnce(survey: string): Promise<Ready | null> {
    const under = finding.get(survey) ?? find(survey).finally(() => finding.delete(survey))
    finding.set(survey, under)
    return under
  }

  function take(ready: Ready, asked: Asked, body: Buffer, tell: (durable: boolean) => void) {
    const { found, form, line, now } = ready
    const answer = form.read(parsed(body))
    if (!answer) return 'elsewhere'
    const { id, said } = answer
    const { address } = asked.transport
    const survey = found.place.survey
    if (!brakes({ survey, address, id, answer: said, now })) return 'too-many-answers'
    const taken = line.take(Buffer.from(id, 'hex'), said, tell)
    return taken === 'closed' ? 'elsewhere' : taken
  }

  async function cast({ found }: Ready, body: Buffer): Promise<Casting> {
    const sent = castByToken.safeParse(parsed(body))
    const frozen = sent.success && (await world.intake.tokens.of(found.place, found.survey))
    return frozen ? takeCast(world, found, frozen, sent.data) : 'elsewhere'
  }

  return (line) => connectionOf(line, { rule, answers, ready, findOnce, take, cast })
}

type Casting = Result<Received, AnswerRefusalCode> | 'elsewhere'

type Asked = QuickRequest & Readonly<{ transport: Transport }>

type Inside = Readonly<{
  rule: TransportRule
  answers: QuickAnswers
  ready: ReadonlyMap<string, Ready>
  findOnce: (survey: string) => Promise<Ready | null>
  take: (
    ready: Ready,
    asked: Asked,
    body: Buffer,
    tell: (durable: boolean) => void,
  ) => 'elsewhere' | 'too-many-answers' | 'taken' | 'other-under-this-id' | 'busy' | null
  cast: (ready: Ready, body: Buffer) => Promise<Casting>
}>

/** One connection, which has one request under way at the most. */
function connectionOf(line: Line, { rule, answers, ready, findOnce, take, cast }: Inside) {
  let manner = { secure: false, english: false, isLast: false }

  function tell(durable: boolean): void {
    line.answer(durable ? answers.taken(manner) : answers.no('busy', manner), manner.isLast)
  }

  async function serveCast(bytes: Buffer, asked: Asked, one: Ready): Promise<void> {
    const casting = await cast(one, bytes.subarray(asked.bodyFrom, asked.end)).catch(() => null)
    if (casting === 'elsewhere') line.elsewhere(bytes.subarray(0, asked.end))
    else if (casting === null) tell(false)
    else if (casting.ok) line.answer(answers.received(casting.value, manner), manner.isLast)
    else line.answer(answers.no(casting.refusal, manner), manner.isLast)
  }

  function serve(bytes: Buffer, asked: Asked, one: Ready): boolean {
    if (asked.what === 'cast') {
      void serveCast(bytes, asked, one)
      return true
    }
    const known = take(one, asked, bytes.subarray(asked.bodyFrom, asked.end), tell)
    if (known === 'elsewhere') return false
    if (known === 'taken') tell(true)
    else if (known !== null) line.answer(answers.no(known, manner), manner.isLast)
    return true
  }

  async function serveLater(bytes: Buffer, asked: Asked): Promise<void> {
    const one = await findOnce(asked.survey).catch(() => null)
    if (!one || !serve(bytes, asked, one)) line.elsewhere(bytes.subarray(0, asked.end))
  }

  return (bytes: Buffer): number => {
    const request = readRequest(bytes)
    const transport = request && transportOf(request, rule, line.socket)
    if (!transport) return -1
    const asked = { ...request, transport }
    manner = { secure: transport.secure, english: asked.english, isLast: asked.isLast }
    const one = ready.get(asked.survey)
    if (one && performance.now() - one.since < readyMs)
      return serve(bytes, asked, one) ? asked.end : -1
    void serveLater(bytes, asked)
    return asked.end
  }
}

/** Null when it did not come as it should, or from a page that is not surely ours. */
function transportOf(asked: QuickRequest, rule: TransportRule, socket: string): Transport | null {
  const { what, host, forwardedProto, forwardedFor, origin, fetchSite } = asked
  const transport = judgeTransport(rule, { host, socket, forwardedProto, forwardedFor })
  if (!transport.ok) return null
  // A token proves itself, wherever it is sent from.
  const isOurs = what === 'cast' || isSurelyOurs({ origin, fetchSite }, transport.value.origin)
  return isOurs ? transport.value : null
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString())
  } catch {
    return null
  }
}
