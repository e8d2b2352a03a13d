/** Why a paragraph is no opinion, in words. The reader gives the codes; a person may write a reason of her own. */
import type { Language } from '../words/language.ts'

const reasons: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  title: { zh: '文件标题', en: 'Title of the paper' },
  addressee: { zh: '主送机关', en: 'Addressee' },
  preamble: { zh: '正文开头的说明', en: 'Introduction' },
  heading: { zh: '小标题', en: 'Heading' },
  'lead-in': { zh: '引出下文的总述', en: 'Words that lead into a list' },
  'general-section': {
    zh: '总体要求、组织领导等不提意见的部分',
    en: 'Section that raises nothing',
  },
  chair: { zh: '主持人的开场和小结', en: 'What the chair said' },
  closing: { zh: '结束语、客套话', en: 'Closing words' },
  signature: { zh: '落款和日期', en: 'Signature and date' },
  attachment: { zh: '附件说明', en: 'List of attachments' },
  'no-opinion': { zh: '注明没有意见', en: 'Says that there is no opinion' },
  praise: { zh: '肯定成绩、总体评价', en: 'Praise or overall assessment' },
  duplicate: { zh: '与已列意见重复', en: 'Repeats an opinion already listed' },
  'shared-field': {
    zh: '整个部分共用的责任单位、时限等',
    en: 'Field that holds for a whole section',
  },
  empty: { zh: '空行', en: 'Empty line' },
  contents: { zh: '目录', en: 'Table of contents' },
  'page-furniture': { zh: '页眉、页脚或页码', en: 'Head, foot or number of a page' },
  'table-title': { zh: '表格标题', en: 'Title of a table' },
  'table-heading': { zh: '表头', en: 'Headings of a table' },
  'table-footer': { zh: '合计、填表人等表尾', en: 'Foot of a table' },
  'table-row': { zh: '没有意见内容的表格行', en: 'Row of a table without an opinion' },
  'table-group': { zh: '表内分组标题行', en: 'Heading of a group of rows' },
  'sheet-not-taken': { zh: '没有选取的工作表', en: 'Sheet that was not taken' },
  'unknown-table': { zh: '认不出表头的表格', en: 'Table whose headings are not known' },
}

/** Those a person is offered first. */
export const commonReasons = [
  'title',
  'heading',
  'preamble',
  'lead-in',
  'praise',
  'general-section',
  'closing',
  'signature',
  'attachment',
  'duplicate',
] as const

/** A reason that is no code is a person's own words. */
export function reasonText(reason: string, language: Language): string {
  return reasons[reason]?.[language] ?? reason
}
