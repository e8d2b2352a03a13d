/** A survey, not yet begun, of everybody on a list; each is to have a code by text message. */
import { draftSurvey, stepOnSurvey } from '../src/surveys/survey-steps.ts'
import { takeFrame } from '../src/surveys/frames/frame-steps.ts'
import { value, type TestCounty } from './test-county.ts'

export async function listedSurvey(
  { world, appraisal, clock, as }: Pick<TestCounty, 'world' | 'appraisal' | 'clock' | 'as'>,
  people: number,
) {
  const by = as('clerk')
  const [from, until] = [clock.today(), clock.today()]
  const text = { zh: '办事效率', en: null }
  const question = { type: 'scale', code: 'q1', text, scale: 'satisfied3', when: null } as const
  const form = { title: { zh: '服务对象评议', en: null }, questions: [question] }
  const drafting = { by, appraisal, matters: [], stage: 'single', form, from, until } as const
  const { id: survey } = value(await draftSurvey(world, drafting))
  const users = {
    code: 'users',
    kind: 'serviceUsers',
    name: '服务对象',
    sizeSource: '办件系统',
    strata: [{ code: 'all', name: '全部', size: people, quota: null }],
    sampling: { type: 'all' },
  } as const
  const sms = { code: 'sms', kind: 'sms', population: 'users', stratum: null, place: '' } as const
  const reach = { populations: [users], channels: [sms], from, until }
  const told = { type: 'SetSurveyReach', reach } as const
  value(await stepOnSurvey(world, { by, survey, version: 1, told }))
  const lines = Array.from({ length: people }, (_, n) => `张某${n + 1},${13_800_000_000 + n}`)
  const taking = {
    by,
    survey,
    population: 'users',
    bytes: new TextEncoder().encode(['姓名,手机', ...lines].join('\n')),
    fileName: '名单.csv',
  }
  const { id: frame } = value(await takeFrame(world, taking))
  return { by, survey, frame }
}
