/** The meeting that heard 宁海川: who said what, and how it was voted. */
import type { SpeakerKind, SpeechAct } from '@luoshi/domain/meetings/speech'

/** Absent members, in the order of the roster. */
export const absent: readonly Readonly<{ name: string; reason: string }>[] = [
  { name: '池明礼', reason: '因公出差' },
  { name: '麦静川', reason: '病假' },
  { name: '宓春山', reason: '在外学习' },
  { name: '郁怀谷', reason: '因事请假' },
]

export type Said = Readonly<{
  kind: SpeakerKind
  act: SpeechAct
  speaker: string
  text: string
  /** The title of the matter it becomes on the spot. */
  title?: string
  /** The matter a defence speaks to. */
  about?: string
}>

export const said: readonly Said[] = [
  {
    kind: 'member',
    act: 'remark',
    speaker: '温若兰',
    text: '石桥、白马两个乡镇的客运班线停开半年，群众出行很不方便。',
    title: '农村客运班线停开',
  },
  {
    kind: 'deputy',
    act: 'remark',
    speaker: '丁麦收',
    text: '葫芦沟危桥挂牌三年，年年列计划，年年没有动工，请给一个准确的时间。',
    title: '危桥改造进度慢',
  },
  {
    kind: 'public',
    act: 'remark',
    speaker: '城东社区居民',
    text: '城东路口破损半年没有人修，电动车已经摔过好几个人。',
    title: '城东路口破损',
  },
  {
    kind: 'member',
    act: 'question',
    speaker: '纪长宁',
    text: '农村公路养护资金三个乡镇比例不足，局里掌握这个情况吗？准备怎么补？',
  },
  {
    kind: 'official',
    act: 'answer',
    speaker: '宁海川',
    text: '掌握不全面，是我的责任。下半年调整预算时补足，按季度向县人大常委会报告。',
  },
  {
    kind: 'official',
    act: 'defence',
    speaker: '宁海川',
    text: '检测站夜间值守制度是有的，排班表可以提供；没有落实到位，我承担责任，但不是没有安排。',
    about: '超限检测站形同虚设',
  },
  {
    kind: 'official',
    act: 'reply',
    speaker: '宁海川',
    text: '诚恳接受评议意见，回去立即召开班子会议，逐条制定整改方案，定时间、定任务、定措施、定人员。',
  },
]

export const counters = {
  chief: '顾云章',
  scrutineers: ['樊一舟', '苗秋实'],
  tellers: ['秦小满', '秦岚'],
}

const row = (satisfied: number, basically: number, dissatisfied: number) => {
  return { satisfied, basically, dissatisfied, abstain: 0, unknown: 0, spoiled: 0 }
}

/** One form more in the box than was handed out: void, and voted again. */
export const firstCount = { issued: 28, returned: 29, invalid: 0, rows: [row(13, 12, 4)] }
/** Satisfied, basically satisfied, dissatisfied, as the options of the form stand. */
export const optionsOfSecond = [14, 11, 3] as const
export const secondCount = { issued: 28, returned: 28, invalid: 0, rows: [row(...optionsOfSecond)] }

export const demand =
  '履职测评结果为基本满意。请针对超限治理、客运班线和养护资金三个突出问题集中整改，三个月内报告整改情况。'

/** On rectification: measures, timeliness, quality of each; and the demand where it does not satisfy. */
export const judged: readonly Readonly<{
  title: string
  votes: readonly (readonly [number, number, number])[]
  reasons: string
}>[] = [
  {
    title: '客运站检票口老旧',
    votes: [
      [25, 3, 0],
      [24, 4, 0],
      [26, 2, 0],
    ],
    reasons: '',
  },
  {
    title: '末班公交过早',
    votes: [
      [24, 3, 1],
      [23, 4, 1],
      [24, 4, 0],
    ],
    reasons: '',
  },
  {
    title: '农村公路养护资金',
    votes: [
      [17, 8, 3],
      [9, 8, 11],
      [7, 6, 15],
    ],
    reasons: '补拨资金没有全部到位，两个乡镇仍未落实，请继续整改，直到常委会满意为止。',
  },
]

export const rowsJudged = judged.flatMap(({ votes }) =>
  votes.map(([satisfied, basically, dissatisfied]) => row(satisfied, basically, dissatisfied)),
)
