/** Sampling frames as records under their survey. */
import { evolveFrame, noFrame, type FrameEvent } from '@luoshi/domain/surveys/frame'
import { recordKind } from '../../execute/record.ts'

export const frameKind = recordKind({
  kind: 'surveyframe',
  events: {
    FrameTaken: true,
    FrameSealed: true,
    FrameNumberCalled: true,
    FrameDrawn: true,
    SurveyCodesIssued: true,
    SurveyCodesMadeAnew: true,
    SurveyCodesReplaced: true,
    FrameErased: true,
  } satisfies Record<FrameEvent['type'], true>,
  initial: noFrame,
  evolve: evolveFrame,
  row: (frame) =>
    frame.status === 'none'
      ? null
      : { title: frame.population, parent: frame.survey, on_day: frame.takenOn },
})
