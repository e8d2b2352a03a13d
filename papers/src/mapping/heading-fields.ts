/**
 * What a heading means, by the words that offices write over their columns (domain.md §8.1–8.3). The first list is
 * exact: a heading that is only those words; the second is a likeness.
 */
import type { SheetField } from '@luoshi/domain/ledgers/sheet-fields'

/** Tried in this order: 问题来源 must not be taken for 问题, nor 牵头领导 for 牵头单位. */
const known: readonly (readonly [SheetField, exact: RegExp, like: RegExp])[] = [
  ['place', /^(?:序号|序|顺序号|项次)$/, /^序号/],
  ['number', /^(?:问题|事项|台账|意见)?编号$|^问题序号$/, /编号$/],
  ['source', /^(?:问题|意见|建议|问题建议|线索)?来源$/, /来源|^提出(?:人|者|单位|渠道)/],
  ['category', /^(?:问题|意见)?(?:类别|类型|分类|性质)$/, /类别|类型|分类|性质$/],
  ['satisfaction', /^满意度$|^满意度?测评(?:结果)?$|^测评结果$|^测评等次$/, /满意|测评/],
  ['review', /^(?:人大)?(?:复核|核查|验收)(?:评价|意见|情况)?$/, /复核|核查|验收|评价$/],
  ['closedOn', /^销号(?:日期|时间)$|^办结(?:日期)$/, /销号/],
  ['evidence', /^佐证(?:材料|资料)?$|^证明材料$/, /佐证|证明材料|印证/],
  [
    'co',
    /^(?:配合|协办|参与|协助|责任配合)(?:单位|部门|科室|股室)?$/,
    /^(?:配合|协办|参与|协助|责任配合)/,
  ],
  [
    'oversees',
    /^(?:责任|分管|包抓|包联|挂点|督办|包保)(?:县|市|区)?领导$/,
    /(?:责任|分管|包抓|包联|包保|督办)(?:县|市|区)?领导/,
  ],
  ['leads', /^牵头(?:领导|人|负责人)$/, /牵头(?:领导|人|负责人)|主要负责(?:人|同志)|分管负责人/],
  ['section', /^(?:责任|承办|具体)?(?:科室|股室|处室)$/, /(?:科室|股室|处室)$/],
  [
    'unit',
    /^(?:(?:责任|牵头|承办|主办|主责|整改|办理|落实|被评议)(?:整改|责任|办理)?(?:单位|部门|主体))$|^单位(?:名称)?$|^部门$/,
    /(?:责任|牵头|承办|主办|主责|整改|办理|落实|被评议).{0,6}(?:单位|部门|主体)|^单位/,
  ],
  [
    'does',
    /^(?:具体|直接|整改)?责任人(?:员)?$|^(?:具体)?(?:经办人|联系人|负责人)$/,
    /责任人|负责人|联系人|经办人/,
  ],
  [
    'due',
    /^(?:整改|完成|办理|办结)?(?:时限|期限)(?:要求)?$|^(?:完成|整改|办结|办理)(?:时间|日期)$/,
    /时限|期限|完成时间|办结时间|整改时间/,
  ],
  ['cause', /^(?:原因|问题)?(?:原因|成因)(?:分析)?$|^原因分析$/, /原因|成因/],
  [
    'measures',
    /^(?:整改|具体|解决|落实)?(?:措施|举措|办法)$/,
    /措施|举措|整改办法|解决办法|整改任务/,
  ],
  ['goal', /^(?:整改|工作)?目标(?:标准)?$|^整改标准$/, /目标|标准$/],
  [
    'resultClass',
    /^(?:办理|整改|完成)?结果(?:类别|分类)?$|^是否(?:完成|办结|销号)$/,
    /结果|是否(?:完成|办结)/,
  ],
  [
    'progress',
    /^(?:进展|推进|落实|完成|整改|办理)(?:情况|进展|成效)(?:情况)?$|^(?:目前|当前|最新)?进展$/,
    /进展|推进情况|落实情况|完成情况|整改情况|办理情况|整改成效/,
  ],
  ['status', /^(?:当前|办理|整改)?状态$/, /状态$/],
  ['remark', /^备注$|^说明$/, /^备注/],
  ['title', /^(?:名称|问题名称|问题建议名称|事项名称|标题|问题标题|题目)$/, /(?:名称|标题)$/],
  [
    'opinion',
    /^(?:评议|审议|整改|反馈)?意见(?:和?建议)?(?:原文|内容)?$|^(?:存在|主要|突出|反馈|具体)(?:的)?(?:问题|不足)$|^问题(?:描述|表现|内容)?$|^具体内容$|^内容$/,
    /具体内容|存在.{0,4}(?:问题|不足)|问题|意见|建议|内容$|整改事项|不足/,
  ],
]

export type HeadingMeaning = Readonly<{ field: SheetField; exact: boolean }>

/** Tried from the whole (责任 + 单位) to its last part alone. */
export function meaningOf(words: readonly string[]): HeadingMeaning | undefined {
  const parts = words.map(bare)
  const ways = [parts.at(-1) ?? '', parts.slice(-2).join(''), parts.slice(-3, -1).join('')]
  const tried = ways.filter((one) => one !== '' && one.length <= 20)
  for (const one of tried) {
    const exact = known.find(([, only]) => only.test(one))
    if (exact) return { field: exact[0], exact: true }
  }
  for (const one of tried) {
    const like = known.find(([, , likeness]) => likeness.test(one))
    if (like) return { field: like[0], exact: false }
  }
  return undefined
}

/** Blanks, line ends and brackets in a heading mean nothing: 问题（建议）来源 is 问题建议来源. */
function bare(text: string): string {
  return text.replaceAll(/[\s（）()【】〔〕:：、,，/*·]/g, '')
}
