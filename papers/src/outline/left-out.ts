/** Why a paragraph became no opinion. Every paragraph of a paper is in an opinion or here: none can vanish. */

export const leftOutReasons = {
  empty: { zh: '空行', en: 'Empty line' },
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
  closing: { zh: '结束语', en: 'Closing words' },
  signature: { zh: '落款和日期', en: 'Signature and date' },
  attachment: { zh: '附件说明', en: 'List of attachments' },
  'no-opinion': { zh: '注明没有意见', en: 'Says that there is no opinion' },
  'shared-field': {
    zh: '整个部分共用的责任单位、时限等',
    en: 'Field that holds for a whole section',
  },
  contents: { zh: '目录', en: 'Table of contents' },
  'page-furniture': { zh: '页眉、页脚或页码', en: 'Head, foot or number of a page' },
  'table-title': { zh: '表格标题', en: 'Title of a table' },
  'table-heading': { zh: '表头', en: 'Headings of a table' },
  'table-footer': { zh: '合计、填表人等表尾', en: 'Foot of a table' },
  'table-row': { zh: '没有意见内容的表格行', en: 'Row of a table without an opinion' },
  'table-group': { zh: '表内分组标题行', en: 'Heading of a group of rows' },
  'sheet-not-taken': { zh: '没有选取的工作表', en: 'Sheet that was not taken' },
  'unknown-table': { zh: '认不出表头的表格', en: 'Table whose headings are not known' },
} as const

export type LeftOutReason = keyof typeof leftOutReasons

export type LeftOut = Readonly<{ paragraph: number; reason: LeftOutReason }>
