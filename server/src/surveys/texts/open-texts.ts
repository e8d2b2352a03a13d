/**
 * Sealed texts of a closed survey become voices: from then on each is handled as what the public writes in an open call,
 * and followed by the same receipt code. They come in the order of their hashes, which is chance, under the day of the
 * close. Opening again opens nothing twice.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { decideVoice } from '@luoshi/domain/opinions/voice'
import { mayGive, oneMoment, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { newId } from '../../execute/ids.ts'
import { forbidden, notFound } from '../../execute/refused.ts'
import { recusalObstacle } from '../../people/recused-from.ts'
import { voiceKind } from '../../voices/voice-kinds.ts'
import { surveyNotClosed, type ClosedSurvey } from '../results/read-results.ts'
import { surveyKind } from '../survey-kind.ts'
import type { OpenedText } from '../intake/text-seal.ts'

type Opening = Asked & Readonly<{ survey: Id<'survey'> }>

/** So many in one commit; the same ones whenever it is tried again. */
const together = 50

export async function openTexts(at: World, asked: Opening): Outcome<true> {
  const world = oneMoment(at)
  const { by, survey } = asked
  if (!mayGive(asked, 'OpenSurveyTexts')) return forbidden()
  const { state } = await surveyKind.load(world.db, by.congress, survey)
  if (state.status === 'none') return notFound()
  if (state.status !== 'closed' && state.status !== 'published') return surveyNotClosed()
  const on = { unit: null, appraisal: state.appraisal }
  const barred = await recusalObstacle(world, by, 'OpenSurveyTexts', on)
  if (!barred.ok) return barred
  const texts = await world.intake.texts.read({ congress: by.congress, survey })
  if (texts === null) return surveyNotClosed()
  for (let from = 0; from < texts.length; from += together) {
    const some = texts.slice(from, from + together)
    const done = await world.append({
      congress: by.congress,
      command: `survey-texts/${survey}/${from}`,
      actor: by.account,
      at: world.now(),
      writes: some.map((one) => received(survey, state, one)),
    })
    if (!done.ok) throw new Error(`A new voice met ${done.refusal.code}`)
  }
  return accept(true)
}

function received(
  survey: Id<'survey'>,
  { appraisal, closedOn }: ClosedSurvey,
  { id: code, question, text }: OpenedText,
) {
  const [id, salt] = [newId('voice'), randomBytes(32)]
  const before = { state: voiceKind.initial, version: 0 }
  const ruling = decideVoice(before.state, {
    type: 'ReceiveVoice',
    appraisal,
    call: survey,
    code,
    text: createHash('sha256').update(salt).update(text).digest('hex'),
    length: text.length,
    question,
    today: closedOn,
  })
  if (!ruling.ok) throw new Error(`A text of ${survey} is no voice: ${ruling.refusal.code}`)
  return {
    ...voiceKind.write(id, before, ruling.value),
    keeps: [{ kind: 'voice', id, salt, text } as const],
  }
}
