/** Surveys as records of an appraisal. `parent` is the first of its waves. */
import { evolveSurvey, noSurvey, type SurveyEvent } from '@luoshi/domain/surveys/survey'
import { recordKind } from '../execute/record.ts'

export const surveyKind = recordKind({
  kind: 'survey',
  events: {
    SurveyDrafted: true,
    SurveyQuestionsSet: true,
    SurveyMattersSet: true,
    SurveyReachSet: true,
    SurveyStarted: true,
    SurveyChannelAdded: true,
    SurveyChannelShut: true,
    SurveyClosed: true,
    SurveyPublished: true,
    SurveyDropped: true,
  } satisfies Record<SurveyEvent['type'], true>,
  initial: noSurvey,
  evolve: evolveSurvey,
  row: (survey) =>
    survey.status === 'none'
      ? null
      : {
          title: survey.form.title.zh,
          appraisal: survey.appraisal,
          parent: survey.wave.first,
          on_day: survey.reach.from,
          due: survey.reach.until,
        },
})
