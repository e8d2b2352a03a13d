/**
 * An answer heard on the telephone or at the door. It goes into the intake tied to nobody; who entered how many on which
 * day is counted beside it, so that an interviewer's work can be checked.
 */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { readAnswer, type Answer } from '@luoshi/domain/surveys/answer'
import { explainAnswerRefusal } from '@luoshi/domain/surveys/questionnaire-refusals'
import { mayGive, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { forbidden, refused } from '../../execute/refused.ts'
import { addContacts } from '../coverage/contacts.ts'
import { handIn } from './hand-in-answers.ts'
import { staffedWay } from './staffed-way.ts'

type Entering = Asked &
  Readonly<{
    survey: Id<'survey'>
    id: string
    channel: string
    stratum: string
    answers: Answer
  }>

export async function enterAnswer(
  world: World,
  asked: Entering,
): Outcome<Readonly<{ entered: number }>> {
  if (!mayGive(asked, 'EnterSurveyAnswer')) return forbidden()
  const { by, survey, id, answers } = asked
  const way = await staffedWay(world, by.congress, { ...asked, entry: 'voice' })
  if (!way.ok) return way
  const read = readAnswer(way.value.survey.form, answers)
  if (!read.ok) return refused(409, read.refusal.code, explainAnswerRefusal(read.refusal))
  const place = { congress: by.congress, survey }
  const taken = await handIn(world, place, way.value, id, read.value)
  if (!taken.ok) return taken
  const entered = await addContacts(world, { by, survey, way: way.value, what: 'entered', n: 1 })
  return accept({ entered })
}
