/**
 * The questions of a survey as a table of numbers: what comes in is looked up in it and is bytes at once. Says the same as
 * reading the answer by the rules does; whatever does not fit is not for here, and is refused by them with its reason.
 */
import { closedQuestionsOf } from '@luoshi/domain/surveys/closed-questions'
import { stratumOf, wayOf, type DoorSurvey, type Way } from '../open-survey.ts'
import { wordBytes, type AnswerWords } from '../../intake/answer-words.ts'

export type QuickAnswer = Readonly<{
  /** In hex. */
  id: string
  /** A view, to be used before the next one is read. */
  said: Buffer
}>

export type QuickForm = Readonly<{
  words: AnswerWords
  /** Null: for somebody else to judge. */
  read: (sent: unknown) => QuickAnswer | null
}>

type Asked = Readonly<{
  key: string
  /** The number of each option, in the order they are shown. */
  options: ReadonlyMap<string, number>
  many: boolean
  when: Readonly<{ question: number; anyOf: ReadonlySet<number> }> | null
}>

type Fields = Readonly<Record<string, unknown>>

const chance = /^[0-9a-f]{32}$/
const longestCode = 60
const fieldCount = 6

export function quickForm({ survey }: DoorSurvey, words: AnswerWords): QuickForm {
  const asked = askedIn(survey.form, words)
  const ways = new Map<string, Way | null>()
  const scratch = Buffer.alloc(
    wordBytes * (1 + asked.reduce((sum, { options }) => sum + options.size, 0)),
  )
  let end = 0

  function put(number: number): void {
    end = scratch.writeUInt16LE(number, end)
  }

  function wayBy(channel: string): Way | null {
    const known = ways.get(channel)
    if (known !== undefined) return known
    const way = wayOf(survey, channel)
    // Whatever else people make up is not kept.
    if (way) ways.set(channel, way)
    return way
  }

  /** Whether one of these was chosen in the answer to a question before. */
  function wasChosen(chosen: readonly (readonly number[])[], when: Asked['when']): boolean {
    return when === null || (chosen[when.question]?.some((one) => when.anyOf.has(one)) ?? false)
  }

  function putAnswers(answers: Fields): boolean {
    const chosen: (readonly number[])[] = []
    let known = 0
    for (const question of asked) {
      const given = Object.hasOwn(answers, question.key) ? answers[question.key] : undefined
      const numbers = given === undefined ? none : numbersIn(question, given)
      if (numbers === null) return false
      if (given !== undefined) known += 1
      const isAsked = wasChosen(chosen, question.when)
      chosen.push(isAsked ? numbers : none)
      if (isAsked) for (const number of numbers) put(number)
    }
    return known === Object.keys(answers).length
  }

  return {
    words,
    read: (sent) => {
      if (!isFields(sent) || Object.keys(sent).length !== fieldCount) return null
      const { id, secret, channel, stratum, answers, texts } = sent
      if (!isChance(id) || !isChance(secret) || !isCode(channel) || !isCode(stratum)) return null
      if (!isFields(answers) || !Array.isArray(texts) || texts.length > 0) return null
      const way = wayBy(channel)
      if (!way) return null
      end = 0
      const { population } = way
      put(
        words.wayOf({
          population: population.code,
          stratum: stratumOf(way, stratum),
          channel: way.channel.code,
        }),
      )
      return putAnswers(answers) ? { id, said: scratch.subarray(0, end) } : null
    },
  }
}

const none: readonly number[] = []

function askedIn(form: DoorSurvey['survey']['form'], words: AnswerWords): readonly Asked[] {
  const closed = closedQuestionsOf(form)
  const numberOf = (key: string, many: boolean, option: string) =>
    words.choiceOf({ question: key, option, kind: many ? 'some' : 'one' })
  return closed.map(({ key, options, many, when }) => {
    const question = closed.findIndex((one) => one.key === when?.question)
    const before = closed[question]
    return {
      key,
      options: new Map(options.map((option) => [option, numberOf(key, many, option)])),
      many,
      when: when && {
        question,
        anyOf: new Set(
          before ? when.anyOf.map((option) => numberOf(before.key, before.many, option)) : [],
        ),
      },
    }
  })
}

/** Of the options that were given, in the order they are shown; null when that is no answer to it. */
function numbersIn({ options, many }: Asked, given: unknown): readonly number[] | null {
  if (typeof given === 'string') {
    const number = options.get(given)
    return number === undefined ? null : [number]
  }
  if (!many || !Array.isArray(given)) return null
  const chosen = new Set<unknown>(given)
  if (chosen.size !== given.length) return null
  const numbers: number[] = []
  for (const [option, number] of options) if (chosen.has(option)) numbers.push(number)
  return numbers.length === given.length ? numbers : null
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isChance(value: unknown): value is string {
  return typeof value === 'string' && chance.test(value)
}

function isCode(value: unknown): value is string {
  return typeof value === 'string' && value.length <= longestCode
}
