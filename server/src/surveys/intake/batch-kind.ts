/** Batches as records of their survey. */
import {
  evolveSurveyBatch,
  type SurveyBatch,
  type SurveyBatchEvent,
} from '@luoshi/domain/surveys/answer-batch'
import { recordKind } from '../../execute/record.ts'

const noBatch: SurveyBatch = { status: 'none' }

export const surveyBatchKind = recordKind({
  kind: 'surveybatch',
  events: { SurveyBatchWritten: true } satisfies Record<SurveyBatchEvent['type'], true>,
  initial: noBatch,
  evolve: evolveSurveyBatch,
  row: (batch) =>
    batch.status === 'none'
      ? null
      : { title: `第${batch.number}批`, parent: batch.survey, on_day: batch.on },
})
