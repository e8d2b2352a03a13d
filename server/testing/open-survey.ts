/** A survey that is open to everybody, by the console's own endpoints: ten questions, a follow-up and one free text. */
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import type { Reach } from '@luoshi/domain/surveys/reach'
import { day } from '@luoshi/domain/kernel/day'
import {
  draftSurvey,
  setSurveyReach,
  startSurvey,
  type SurveyDetail,
} from '../src/contract/surveys.ts'
import { answered, type Browser } from './test-site.ts'

const words = (zh: string, en: string | null = null) => ({ zh, en })
const scale = 'satisfied3' as const

const asked = [
  '依法履职',
  '办事效率',
  '服务态度',
  '政务公开',
  '廉洁自律',
  '解决问题',
  '环境卫生',
  '道路畅通',
]

/** Ten that are counted, one that follows a dissatisfied answer, one free text. */
export const tenQuestions: Questionnaire = {
  title: words('公路局群众评议', 'Judging the roads office'),
  questions: [
    ...asked.map((text, at) => ({
      type: 'scale' as const,
      code: `q${at + 1}`,
      text: words(text, at === 0 ? 'Works by the law' : null),
      scale,
      when: null,
    })),
    {
      type: 'choice',
      code: 'q9',
      text: words('哪些方面要先改？'),
      options: [
        { code: 'holes', text: words('坑洼') },
        { code: 'lights', text: words('路灯') },
        { code: 'signs', text: words('标志') },
      ],
      many: true,
      when: null,
    },
    { type: 'scale', code: 'q10', text: words('总体评价'), scale, when: null },
    {
      type: 'choice',
      code: 'why',
      text: words('不满意在哪里？'),
      options: [
        { code: 'slow', text: words('办得慢') },
        { code: 'rude', text: words('态度差') },
      ],
      many: false,
      when: { question: 'q10', anyOf: ['dissatisfied'] },
    },
    { type: 'text', code: 'say', text: words('您的意见和建议'), when: null },
  ],
}

export const openReach: Reach = {
  populations: [
    {
      code: 'people',
      kind: 'residents',
      name: '城乡居民',
      sizeSource: '统计局2025年公报',
      strata: [
        { code: 'town', name: '城区', size: 60_000, quota: null },
        { code: 'country', name: '乡镇', size: 140_000, quota: null },
      ],
      sampling: { type: 'open' },
    },
  ],
  channels: [
    { code: 'site', kind: 'link', population: 'people', stratum: null, place: '人大网站' },
    { code: 'hall', kind: 'poster', population: 'people', stratum: 'town', place: '政务大厅' },
    { code: 'kiosk', kind: 'counter', population: 'people', stratum: 'town', place: '三号窗口' },
  ],
  from: day('2026-03-02'),
  until: day('2026-03-31'),
}

/** Everybody on a list, each with a code. */
export const invitedReach: Reach = {
  populations: [
    {
      code: 'users',
      kind: 'serviceUsers',
      name: '服务对象',
      sizeSource: '名册',
      strata: [
        { code: 'town', name: '城区', size: 300, quota: null },
        { code: 'country', name: '乡镇', size: 300, quota: null },
      ],
      sampling: { type: 'all' },
    },
  ],
  channels: [{ code: 'letters', kind: 'code', population: 'users', stratum: null, place: '信函' }],
  from: day('2026-03-02'),
  until: day('2026-03-31'),
}

export async function openSurvey(
  clerk: Browser,
  appraisal: string,
  form: Questionnaire = tenQuestions,
  reach: Reach = openReach,
): Promise<SurveyDetail> {
  const { from, until } = reach
  const drafting = { appraisal, matters: [], stage: 'before', form, from, until }
  const drafted = await answered(draftSurvey, await clerk.send('POST', '/api/v1/surveys', drafting))
  const act = (step: string, version: number, body: object = {}) =>
    clerk.send('POST', `/api/v1/surveys/${drafted.id}/${step}`, { version, ...body })
  const reached = await answered(setSurveyReach, await act('set-reach', drafted.version, { reach }))
  return answered(startSurvey, await act('start', reached.version))
}
