/** The pages of the demo county's surveys: asked twice with its texts opened, and one that is open with paper. */
import { rowsAt } from './addresses.ts'
import type { Caller } from './asking.ts'

export async function surveyPages(clerk: Caller): Promise<readonly string[]> {
  const surveys = await rowsAt(clerk, '/api/v1/surveys')
  const second = surveys.find(({ wave }) => wave === 2)
  const running = surveys.find(({ status }) => status === 'open')
  if (!second || !running) throw new Error('The demo county has no surveys')
  const [asked, open] = [String(second['id']), String(running['id'])]
  const [batch] = await rowsAt(clerk, `/api/v1/surveys/${open}/paper-batches`)
  if (!batch) throw new Error('The demo county has no paper forms')
  const tabs = ['questions', 'reach', 'sample', 'coverage', 'results', 'texts']
  return [
    '/surveys',
    ...tabs.map((tab) => `/surveys/${asked}?tab=${tab}`),
    ...['reach', 'sample', 'entry', 'coverage'].map((tab) => `/surveys/${open}?tab=${tab}`),
    `/surveys/${asked}/results`,
    `/surveys/${open}/posters`,
    `/surveys/${open}/paper-form`,
    `/survey-papers/${String(batch['id'])}`,
    `/appraisals/${String(second['appraisal'])}?tab=effect`,
  ]
}
