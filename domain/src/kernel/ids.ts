declare const kind: unique symbol

/** A string of one kind. Only its own guard can make one, so a UnitId never passes for a MatterId. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type CongressId = Id<'congress'>
export type AppraisalId = Id<'appraisal'>
export type OpinionId = Id<'opinion'>
export type MatterId = Id<'matter'>
export type UnitId = Id<'unit'>
export type OfficialId = Id<'official'>
export type AccountId = Id<'account'>
export type ImportId = Id<'import'>

/** Things of a campaign that are kept as records: one list, one table, each with rules of its own. */
export const recordKinds = [
  'book', // 办法
  'holidays', // 节假日安排
  'term', // 届
  'session', // 常委会会议、主任会议
  'person', // 花名册人员
  'handover', // 责任交接
  'delegation', // 委托办理
  'recusal', // 回避
  'yearplan', // 年度计划
  'drawing', // 抽签
  'framework', // 自查提纲
  'selfcheck', // 自查
  'inquiry', // 调查记录
  'call', // 征求意见公告
  'voice', // 群众来言
  'inquiryplan', // 调查方案
  'inquiryreport', // 调查报告
  'meeting', // 评议会
  'speech', // 发言
  'ballot', // 测评票与计票结果
  'survey', // 问卷调查
  'surveyframe', // 抽样名单
  'surveypaper', // 纸质问卷录入批次
  'surveybatch', // 答卷批次
  'indicator', // 行政指标
  'letter', // 评议意见书
  'report', // 整改情况报告
  'defence', // 书面申辩
  'notice', // 催办、督办文书
  'spotcheck', // 抽查
  'briefing', // 通报
  'measure', // 监督措施
  'consequence', // 监督措施阶梯
  'lookback', // 回头看安排
  'template', // 文书模板
  'layout', // 本县表样
  'comeback', // 回导的台账
  'paper', // 出文登记
] as const

export type RecordKind = (typeof recordKinds)[number]

const idKinds = [
  'congress',
  'appraisal',
  'opinion',
  'matter',
  'unit',
  'official',
  'account',
  'import',
  'envelope',
  ...recordKinds,
] as const

export type IdKind = (typeof idKinds)[number]

/** Ids read `<kind>_<lower-case letters and digits>`, 4 to 40 of them after the underscore. */
const shapes: ReadonlyMap<IdKind, RegExp> = new Map(
  idKinds.map((one) => [one, new RegExp(`^${one}_[a-z0-9]{4,40}$`)]),
)

/** The only way to an {@link Id}: the text is written like one of this kind. That there is such a thing it does not say. */
export function isId<Kind extends IdKind>(wanted: Kind, raw: string): raw is Id<Kind> {
  return shapes.get(wanted)?.test(raw) === true
}

/** @throws when the text is no such id: for ids that are already known to be right, in code and tests. */
export function idOf<Kind extends IdKind>(wanted: Kind, raw: string): Id<Kind> {
  if (!isId(wanted, raw)) throw new Error(`Not a ${wanted} id: ${raw}`)
  return raw
}
