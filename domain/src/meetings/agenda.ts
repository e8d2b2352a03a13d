/**
 * The agenda of an appraisal meeting, in the order that places have in common; a county changes it as it likes. Who speaks
 * to a point is named in words only.
 *
 * Source: domain.md §5 phase 3 (Tongshan, Hengyang, Wenzhou, Guang'an: ① to ⑨).
 */
export const agendaParts = [
  'attendance', // ① 清点人数
  'dutyReport', // ② 述职
  'inquiryReport', // ③ 调查组报告
  'speeches', // ④ 审议发言
  'questions', // ⑤ 询问和答复
  'reply', // ⑥ 表态
  'ballot', // ⑦ 投票、计票、宣布
  'government', // ⑧ 政府负责人讲话
  'closing', // ⑨ 主任讲话
  'other',
] as const

export type AgendaPart = (typeof agendaParts)[number]

export type AgendaPoint = Readonly<{ part: AgendaPart; text: string; speaker: string }>

export const usualAgenda: readonly Readonly<{ part: AgendaPart; zh: string; en: string }>[] = [
  { part: 'attendance', zh: '清点到会人数', en: 'Attendance' },
  { part: 'dutyReport', zh: '述职人员作述职报告', en: 'Duty report' },
  { part: 'inquiryReport', zh: '评议调查组报告调查情况', en: 'Report of the investigation' },
  { part: 'speeches', zh: '组成人员、代表、服务对象审议发言', en: 'Speeches' },
  { part: 'questions', zh: '现场询问和答复', en: 'Questions and answers' },
  { part: 'reply', zh: '述职人员表态', en: 'The official replies' },
  { part: 'ballot', zh: '投票测评、计票、当场宣布结果', en: 'Ballot, count, announcement' },
  { part: 'government', zh: '政府负责人讲话', en: 'The government speaks' },
  { part: 'closing', zh: '常委会主任讲话', en: 'The director closes' },
]

/** How a meeting ended that was not held to its end. */
export const adjournments = ['postponed', 'brokenOff', 'cancelled'] as const

export type Adjournment = (typeof adjournments)[number]

export const adjournmentLabels: Readonly<
  Record<Adjournment, Readonly<{ zh: string; en: string }>>
> = {
  postponed: { zh: '改期', en: 'Postponed' },
  brokenOff: { zh: '中途休会', en: 'Broken off' },
  cancelled: { zh: '流会、取消', en: 'Cancelled' },
}
