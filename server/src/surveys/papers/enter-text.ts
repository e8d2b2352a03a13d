/**
 * What somebody wrote on a paper form, or said on the telephone or at the door, in their own words: entered by itself, apart
 * from the answers of the same form, and sealed at once like all free texts, so that nobody reads it before the close; not
 * even whoever entered it finds it again. Its receipt code is for the one whose words they are.
 * Source: ballot.md 6 no. 7 (free text separate); issue 6 points 3 and 7.
 */
import { createHash } from 'node:crypto'
import type { Id } from '@luoshi/domain/kernel/ids'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { mayGive, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { forbidden, refused } from '../../execute/refused.ts'
import { hashOfCode, receiptCodeFrom } from '../../voices/receipt-code.ts'
import { handedIn } from './hand-in-answers.ts'
import { staffedWay } from './staffed-way.ts'

type Entering = Asked &
  Readonly<{
    survey: Id<'survey'>
    id: string
    channel: string
    stratum: string
    question: string
    text: string
  }>

export async function enterText(
  world: World,
  asked: Entering,
): Outcome<Readonly<{ receipt: string }>> {
  if (!mayGive(asked, 'EnterSurveyAnswer')) return forbidden()
  const { by, survey, id, question } = asked
  const way = await staffedWay(world, by.congress, asked)
  if (!way.ok) return way
  const { form } = way.value.survey
  const isAsked = form.questions.some(({ code, type }) => code === question && type === 'text')
  // NUL and half characters, which no text column keeps, are nobody's words.
  const text = asked.text.replaceAll('\u0000', '').toWellFormed().trim()
  if (!isAsked || text === '') return refused(409, 'survey-text-missing', missing)
  const place = { congress: by.congress, survey }
  const receipt = receiptCodeFrom(
    createHash('sha256').update(`luoshi survey entered text ${id}`).digest().subarray(16),
  )
  const said = { question, text, population: way.value.population.code }
  const { intake } = world
  const box = await intake.texts.seal(place, said)
  const taken = handedIn(await intake.takeText(place, { id: hashOfCode(receipt), box }))
  return taken.ok ? accept({ receipt }) : taken
}

const missing = bilingual(
  '没有填写意见，或者这次调查没有这道文字题。',
  '请选择一道文字题，照原话填写。',
  'There are no words, or no such question for them.',
  'Choose a question that asks for words, and write them as they were said.',
)
