/** What the demo county asks, whom, and what people there wrote. All invented. */
import type { Population } from '@luoshi/domain/surveys/population'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { wording } from '@luoshi/domain/surveys/wording'

const satisfied = (code: string, zh: string, en: string) =>
  ({ type: 'scale', code, text: wording(zh, en), scale: 'satisfied3', when: null }) as const

/** Asked before rectification, and again after it. */
export const waterForm: Questionnaire = {
  title: wording('城乡供水服务群众评议', 'Water supply: what households say'),
  questions: [
    satisfied('quality', '自来水的水质（颜色、气味）', 'Quality of the water: colour, smell'),
    satisfied('repair', '水管漏损的抢修', 'Repair of leaking pipes'),
    satisfied('supply', '水压和停水通知', 'Pressure, and notice before it is cut off'),
    satisfied('fees', '水费和水质公开', 'Openness of fees and of tests'),
    satisfied('overall', '对供水服务的总体评价', 'Overall'),
    {
      type: 'choice',
      code: 'overall-why',
      text: wording('总体上不满意，主要是：', 'What mainly makes you dissatisfied'),
      options: [
        { code: 'muddy', text: wording('水浑、有味', 'Muddy, smells') },
        { code: 'leaks', text: wording('漏水没人修', 'Leaks nobody repairs') },
        { code: 'cuts', text: wording('停水不通知', 'Cut off without notice') },
        { code: 'fees', text: wording('收费不清楚', 'Unclear fees') },
      ],
      many: true,
      when: { question: 'overall', anyOf: ['dissatisfied'] },
    },
    {
      type: 'text',
      code: 'say',
      text: wording('您还有什么意见建议？', 'What else would you like to say?'),
      when: null,
    },
  ],
}

/** Of a hundred who were asked: satisfied, mostly satisfied, dissatisfied; the rest do not know. */
export type Shares = Readonly<Record<string, readonly [number, number, number]>>

export const before: Shares = {
  quality: [14, 29, 52],
  repair: [11, 24, 55],
  supply: [22, 38, 34],
  fees: [18, 33, 31],
  overall: [15, 31, 50],
}

/** The water is clear, pipes are repaired; about fees nobody can tell yet. */
export const after: Shares = {
  quality: [38, 44, 15],
  repair: [35, 40, 19],
  supply: [31, 41, 24],
  fees: [20, 35, 30],
  overall: [34, 45, 18],
}

const villages = [
  { code: 'liuhe', name: '柳河镇', size: 118 },
  { code: 'qingshi', name: '青石街道', size: 94 },
  { code: 'baima', name: '白马乡', size: 76 },
] as const

export const households: Population = {
  code: 'households',
  kind: 'serviceUsers',
  name: '供水改造范围内的用水户',
  sizeSource: '县自来水公司2026年一季度用户台账',
  strata: villages.map((one) => ({ ...one, quota: null })),
  sampling: { type: 'interval', most: 140 },
}

/** As the water company handed it over: a household is named by its meter. */
export function householdList(): string {
  const lines = villages.flatMap(({ name, size }) =>
    Array.from(
      { length: size },
      (_, at) => `${name}水表${String(at + 1).padStart(4, '0')}号,,${name}`,
    ),
  )
  return ['姓名,联系方式,分层', ...lines].join('\n')
}

/** Whoever came by the poster: told apart, and never added to those who were drawn. */
export const passers: Population = {
  code: 'passers',
  kind: 'residents',
  name: '其他群众',
  sizeSource: '',
  strata: [{ code: 'all', name: '全部', size: null, quota: null }],
  sampling: { type: 'open' },
}

export type Said = Readonly<{ text: string; reply: string }>

export const saidBefore: readonly Said[] = [
  {
    text: '夏天一下雨水就黄，要接一桶沉一沉才能做饭。',
    reply: '您反映的问题已列入“自来水浑浊”事项，交县水利局整改，办理情况可在征求意见页面查询。',
  },
  {
    text: '抢修电话中午打不通，打了三次才有人接。',
    reply: '已列入“抢修电话打不通”事项一并整改。',
  },
  {
    text: '水厂的师傅上门态度很好，谢谢。',
    reply: '感谢您的来言，已转告被评议单位。',
  },
]

export const saidAfter: readonly Said[] = [
  {
    text: '水清了，路也不漏水了，就是水费单还是看不懂。',
    reply: '水费公示已列入“水费收缴不公开”事项，请县水利局在各村张贴计费办法。',
  },
]

export const doctors: Population = {
  code: 'doctors',
  kind: 'subordinates',
  name: '乡村医生',
  sizeSource: '县卫生健康局2026年在岗乡村医生名册',
  strata: [{ code: 'all', name: '全部', size: 64, quota: null }],
  sampling: { type: 'random', count: 40 },
}

export function doctorList(): string {
  const lines = Array.from({ length: 64 }, (_, at) => `村卫生室${String(at + 1).padStart(2, '0')},`)
  return ['姓名,联系方式', ...lines].join('\n')
}

export const patients: Population = {
  code: 'patients',
  kind: 'serviceUsers',
  name: '就诊患者和家属',
  sizeSource: '',
  strata: [
    { code: 'county', name: '县级医院', size: null, quota: null },
    { code: 'town', name: '乡镇卫生院', size: null, quota: null },
  ],
  sampling: { type: 'open' },
}

export const saidOfHealth: readonly string[] = [
  '出院结算窗口只开一个，排了一个多小时。',
  '卫生院晚上没有医生，只能往县里跑。',
  '导诊的小姑娘很耐心。',
]
