/** What the investigation teams of the demo county did and heard. */
import type { FindingKind } from '@luoshi/domain/inquiries/inquiry'
import type { Method } from '@luoshi/domain/inquiries/methods'
import type { Ratings } from '@luoshi/domain/inquiries/ratings'
import { usualGrades, usualItems } from '@luoshi/domain/inquiries/ratings'

type Noted = Readonly<{
  kind: FindingKind
  heading: string
  text: string
  /** Of the matter, for problems. */
  title: string
}>

export type Held = Readonly<{
  method: Method
  /** Days after the appraisal was opened. */
  after: number
  place: string
  whom: string
  protectedName: string | null
  found: string
  ratings: Ratings | null
  noted: readonly Noted[]
}>

export const teamOnPaper = '蓝晓峰'

const none = { whom: '', protectedName: null, ratings: null, noted: [] } as const

export const heldAtTransport: readonly Held[] = [
  {
    ...none,
    method: 'interview',
    after: 20,
    place: '县交通运输局三楼会议室',
    protectedName: '路政中队一名同志',
    found: '谈话对象反映，石桥超限检测站夜间经常没有人值守，重载货车提前得到消息绕行村道。',
    noted: [
      {
        kind: 'fact',
        heading: 'administration',
        text: '检测站夜间排班表有签名，但与监控记录对不上。',
        title: '',
      },
    ],
  },
  {
    ...none,
    method: 'covertVisit',
    after: 22,
    place: '石桥超限检测站',
    found: '连续两个夜晚二十二时至次日二时蹲点，站内无人，过往重载货车十一辆。',
    noted: [
      {
        kind: 'problem',
        heading: 'administration',
        text: '暗访两个夜晚，石桥超限检测站无人值守，重载货车绕行村道。',
        title: '超限检测站形同虚设',
      },
    ],
  },
  {
    ...none,
    method: 'visit',
    after: 24,
    place: '石桥乡、白马乡',
    whom: '村民十六户、客运班线司机三名',
    found: '通组路硬化到户，群众满意；两条客运班线停开，赶集要自己找车。',
    noted: [
      {
        kind: 'achievement',
        heading: 'hotspots',
        text: '通组硬化路全覆盖，走访的十六户都表示满意。',
        title: '',
      },
    ],
  },
  {
    ...none,
    method: 'fileCheck',
    after: 26,
    place: '县交通运输局档案室',
    found:
      '抽查农村公路养护资金台账五份、行政处罚案卷二十件。案卷归档规范，养护资金三个乡镇比例不足。',
    noted: [
      {
        kind: 'problem',
        heading: 'law',
        text: '抽查五个乡镇，有三个没有按规定比例安排农村公路日常养护资金。',
        title: '农村公路养护资金',
      },
      {
        kind: 'achievement',
        heading: 'administration',
        text: '二十件行政处罚案卷归档规范，没有发现超期办案。',
        title: '',
      },
    ],
  },
  {
    ...none,
    method: 'survey',
    after: 28,
    place: '县交通运输局机关及下属单位',
    found: '召开民主测评会，对局领导班子主要负责人进行测评。',
    ratings: {
      enrolled: 68,
      took: 61,
      grades: [...usualGrades],
      rows: usualItems.map((item, at) => ({ item, counts: [32 - at, 21 + at, 6, 2] })),
    },
  },
]

export const heldAtHealth: readonly Held[] = [
  {
    ...none,
    method: 'forum',
    after: 20,
    place: '柳河镇卫生院',
    whom: '乡村医生九名、患者家属六名',
    found: '反映夜间急诊要等值班医生从家里赶来，有时超过四十分钟。',
    noted: [
      {
        kind: 'fact',
        heading: 'hotspots',
        text: '六家乡镇卫生院中，四家夜间只有护士值班。',
        title: '',
      },
    ],
  },
  {
    ...none,
    method: 'visit',
    after: 27,
    place: '县人民医院',
    whom: '住院患者二十名',
    found: '检查结果互认做得好，患者少跑路；出院结算窗口排队时间长。',
    noted: [
      {
        kind: 'achievement',
        heading: 'hotspots',
        text: '县乡检查结果互认，走访的患者普遍满意。',
        title: '',
      },
    ],
  },
]

/** The worded sections of the report, by the usual headings. */
export const reportWords: Readonly<Record<string, string>> = {
  law: '总体上能够贯彻执行公路法律法规，但农村公路日常养护资金没有全部落实到位。',
  resolutions: '县人大常委会关于农村公路建设的决议基本落实，建设任务超额完成。',
  suggestions: '代表建议按时办结率百分之九十二，校车站点的建议一度超期，评议前已经改正。',
  administration: '行政处罚案卷规范；超限治理流于形式，夜间值守制度没有落实。',
  hotspots: '通组硬化路群众满意；部分乡镇客运班线停开，群众出行不便。',
  integrity: '未发现违反廉洁自律规定的情况。',
}

export const accusationAtTransport =
  '有人检举：某养护工程分包时收受好处。检举内容不作为评议意见，按规定密封移送。'

export const accusationAtHealth = '有人检举：某设备采购存在指定品牌的问题，要求保密。'
