/**
 * The columns of the ledgers that offices keep, by the headings they write over them (domain.md §8.1, §8.2).
 * The order of 问题(建议)来源, 名称, 具体内容, 类别, 牵头整改单位, 推进情况, 人大复核评价 is Yunyang County's.
 */

export type LedgerColumn =
  | 'number'
  | 'source'
  | 'name'
  | 'content'
  | 'category'
  | 'unit'
  | 'co'
  | 'person'
  | 'measure'
  | 'due'
  | 'goal'
  | 'progress'
  | 'review'
  | 'remark'

/** Tried in this order: 问题来源 must not be taken for 问题, nor 牵头领导 for 牵头单位. */
const headings: readonly (readonly [LedgerColumn, RegExp])[] = [
  ['number', /^(?:序号|编号|问题编号|事项编号|问题序号|号码|序)$/],
  ['unit', /^责任单位.*责任人/],
  ['source', /来源$|^提出(?:人|者|单位|渠道)/],
  ['category', /(?:类别|类型|分类|性质)$/],
  ['review', /(?:复核|评价|测评|核查).*$/],
  ['co', /^(?:配合|协办|参与|协助|责任配合).{0,4}(?:单位|部门|科室|股室)$/],
  ['person', /(?:责任人|责任人员|责任领导|分管领导|牵头领导|包抓领导|负责人|联系人)$/],
  [
    'unit',
    /^(?:责任|牵头|承办|主办|主责|整改|办理|落实|被评议).{0,4}(?:单位|部门|科室|股室|主体)$|^单位(?:名称)?$|^部门$/,
  ],
  ['due', /(?:时限|期限|时限要求|完成时间|完成日期|整改时间|办结时间|办理时间)$/],
  ['measure', /措施|整改举措|整改办法|解决办法/],
  ['goal', /目标|整改标准/],
  ['progress', /进展|推进情况|落实情况|完成情况|整改情况|办理情况|整改成效|办理结果/],
  ['remark', /^备注|^说明$/],
  ['name', /^(?:名称|问题名称|问题建议名称|事项名称|事项|标题|问题标题|题目)$/],
  [
    'content',
    /具体内容|存在.{0,4}问题|问题(?:描述|表现|内容|清单|建议)|(?:评议|审议|整改)?意见(?:建议)?(?:原文|内容)?$|^(?:主要|突出|反馈)?问题$|^建议(?:内容)?$|^内容$|整改(?:内容|任务|事项)|^具体问题/,
  ],
]

/** Blanks, line ends and brackets in a heading mean nothing: 问题（建议）来源 is 问题建议来源. */
export function columnOf(heading: string): LedgerColumn | undefined {
  const words = heading.replaceAll(/[\s（）()【】〔〕:：、,，/*]/g, '')
  if (words === '' || words.length > 20) return undefined
  return headings.find(([, pattern]) => pattern.test(words))?.[0]
}
