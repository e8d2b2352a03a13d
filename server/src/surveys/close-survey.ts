/**
 * Closing a survey: nothing more is taken, what waits is written, the log is told how much there is, and the key that
 * free texts were sealed to is released. Whether it may be closed is asked before anything is written: nobody makes a
 * batch of one answer by asking for a close that is refused.
 */
import type { Id } from '@luoshi/domain/kernel/ids'
import { decideSurvey } from '@luoshi/domain/surveys/decide-survey'
import { explainSurveyRefusal } from '@luoshi/domain/surveys/survey-refusals'
import { oneMoment, todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { refused } from '../execute/refused.ts'
import { surveyKind } from './survey-kind.ts'

type Closing = Asked & Readonly<{ survey: Id<'survey'>; version: number; reason: string }>

const nothingYet = { answers: 0, texts: 0, answerBatches: 0, textBatches: 0 }

export async function closeSurvey(
  at: World,
  { by, key, survey, version, reason }: Closing,
): Outcome<RecordDone<'survey'>> {
  const world = oneMoment(at)
  const { intake } = world
  const place = { congress: by.congress, survey }
  const command = { type: 'CloseSurvey', reason, today: todayOf(world) } as const
  let isShut = false
  try {
    const done = await takeRecordStep(world, surveyKind, {
      by,
      key,
      command: command.type,
      id: survey,
      version,
      decide: async (state) => {
        const may = decideSurvey(state, { ...command, taken: nothingYet })
        if (!may.ok) return refused(409, may.refusal.code, explainSurveyRefusal(may.refusal))
        isShut = true
        const taken = await intake.close(place)
        const ruling = decideSurvey(state, { ...command, taken })
        if (ruling.ok) return ruling
        return refused(409, ruling.refusal.code, explainSurveyRefusal(ruling.refusal))
      },
    })
    if (done.ok) {
      isShut = false
      await intake.texts.release(place)
    }
    return done
  } finally {
    if (isShut) intake.reopen(place)
  }
}
