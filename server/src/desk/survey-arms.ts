/** What waits of surveys: those that ran out, texts to open, samples to draw, paper forms to type. */
import { arm, type Arm } from './paper-arm.ts'

export const surveyArms: readonly Arm[] = [
  arm('CloseSurvey', 'survey', `'survey'`, `status = 'open' and due < $5`, [
    '问卷调查期满，待截止',
    'A survey has run out: close it',
  ]),
  arm(
    'OpenSurveyTexts',
    'surveyTexts',
    `'survey'`,
    `status = 'closed' and (doc -> 'taken' ->> 'texts')::int > 0 and not exists (select from luoshi.record_view v
      where v.congress = $1 and v.kind = 'voice' and v.to_seq is null
        and v.appraisal = record_view.appraisal and v.doc ->> 'call' = record_view.id)`,
    ['开启调查留言', 'Open the free texts of a survey'],
  ),
  arm(
    'CallSurveyNumber',
    'sampleOfSurvey',
    `'surveyframe'`,
    `status = 'sealed'`,
    ['为调查抽样报数', 'Call a number for a survey draw'],
    'parent',
  ),
  arm(
    'DrawSurveySample',
    'sampleOfSurvey',
    `'surveyframe'`,
    `status = 'called'`,
    ['调查抽样待开封', 'Open and draw the sample of a survey'],
    'parent',
  ),
  arm(
    'TypePaperForm',
    'paperForms',
    `'surveypaper'`,
    `status = 'typing' and not (doc -> 'done' @> to_jsonb($3::text))`,
    ['录入纸质问卷', 'Type paper forms'],
  ),
  arm('SettlePaperBatch', 'paperForms', `'surveypaper'`, `status = 'compared'`, [
    '核定纸质问卷的差异',
    'Settle differences between paper forms',
  ]),
]
