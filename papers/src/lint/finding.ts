/** What the layout linter finds: which rule of the standard, where, what stands there, what should. */
export type LintRule =
  | 'page-size'
  | 'margins'
  | 'lines-per-page'
  | 'characters-per-line'
  | 'line-pitch'
  | 'body-font'
  | 'body-size'
  | 'title-font'
  | 'title-size'
  | 'level-font'
  | 'level-bold'
  | 'quotes-font'
  | 'page-number'
  | 'date-form'
  | 'signature-alone'
  | 'overlapping-text'
  | 'addressee-colon'
  | 'attachment-form'
  | 'fonts-embedded'
  | 'no-text'

export type Finding = Readonly<{
  rule: LintRule
  where: string
  found: string
  expected: string
}>

export type LintReport = Readonly<{ ok: boolean; findings: readonly Finding[] }>

/** Where in the standard each rule stands (GB/T 9704-2012), and what a clerk calls it. */
export const lintRules: Readonly<Record<LintRule, Readonly<{ zh: string; source: string }>>> = {
  'page-size': { zh: '纸张', source: '5.1' },
  margins: { zh: '页边与版心', source: '5.2.1' },
  'lines-per-page': { zh: '每面行数', source: '5.2.3' },
  'characters-per-line': { zh: '每行字数', source: '5.2.3' },
  'line-pitch': { zh: '行距', source: '5.2.3' },
  'body-font': { zh: '正文字体', source: '5.2.2' },
  'body-size': { zh: '正文字号', source: '5.2.2' },
  'title-font': { zh: '标题字体', source: '7.3.1' },
  'title-size': { zh: '标题字号', source: '7.3.1' },
  'level-font': { zh: '结构层次字体', source: '7.3.3' },
  'level-bold': { zh: '结构层次加粗', source: '7.3.3' },
  'quotes-font': { zh: '引号和破折号', source: '5.2.2' },
  'page-number': { zh: '页码', source: '7.5' },
  'date-form': { zh: '成文日期', source: '7.3.5.4' },
  'signature-alone': { zh: '落款位置', source: '7.3.5.5' },
  'overlapping-text': { zh: '文字重叠', source: '5.2.2' },
  'addressee-colon': { zh: '主送机关', source: '7.3.2' },
  'attachment-form': { zh: '附件说明', source: '7.3.4' },
  'fonts-embedded': { zh: '字体嵌入', source: '6' },
  'no-text': { zh: '文字层', source: '6' },
}
