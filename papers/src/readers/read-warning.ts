/** What the reader of a file passed over or could not take as it stands. It stops nothing; the clerk should know. */

const warnings = {
  'hidden-text': { zh: '文档里有隐藏文字，没有读入。', en: 'Hidden text was skipped.' },
  'deleted-text': {
    zh: '文档里有修订删除的文字，已按删除处理；可以在“修订”里逐处改回。',
    en: 'Text deleted under revision was skipped; each revision can be refused.',
  },
  'contents-list': {
    zh: '文档里的目录没有读入。',
    en: 'The table of contents was not read.',
  },
  'hidden-columns': {
    zh: '有隐藏的列，已照样读入，请核对。',
    en: 'Hidden columns were read all the same.',
  },
  comments: { zh: '文档带有批注，批注没有读入。', en: 'Comments were not read.' },
  footnotes: {
    zh: '脚注和尾注单独列出，没有并入正文。',
    en: 'Notes are listed apart from the text.',
  },
  'page-furniture': {
    zh: '各页重复的页眉、页脚和页码已单列，不算正文。',
    en: 'Heads, feet and page numbers were set apart from the text.',
  },
  'pages-without-text': {
    zh: '有的页没有文字：可能是空白页，也可能是扫描的图片，图片上的字没有读入，请对照原件。',
    en: 'Some pages hold no text: blank pages, or scanned pictures that were not read.',
  },
  'two-columns': {
    zh: '有的页分两栏，已按先左后右的顺序读入，请核对。',
    en: 'Some pages have two columns; the left was read before the right.',
  },
  'laid-out-table': {
    zh: 'PDF 里有的表格没有完整的表线，或者文字跨过了表线，分不清哪些字在哪一格：这样的表格按一行一行的文字读入，没有还原成格子，请对照原件；有 .docx 或 .xlsx 的请用它们导入。',
    en: 'Some tables of the PDF have no rules all around, or words that cross them, so that nobody can tell which words are in which cell. They were read line by line. Use the .docx or .xlsx where there is one.',
  },
  'ruled-tables': {
    zh: 'PDF 里有表线的表格已按表线还原成格子，跨页的已经接上，请对照原件核对。',
    en: 'Ruled tables of the PDF were read cell by cell, and joined over the ends of pages. Compare them with the original.',
  },
  'turned-text': {
    zh: '有的文字与正文方向不同（如水印、竖排的边注），已单列，不算正文。',
    en: 'Words that run another way than the text, such as watermarks, were set apart.',
  },
  'page-navigation': {
    zh: '网页的导航栏没有读入。',
    en: 'The navigation of the page was not read.',
  },
  pictures: {
    zh: '文档里有图片，图片上的文字读不出来。',
    en: 'Pictures were skipped; text on them is not read.',
  },
  'external-links': {
    zh: '文件引用了外部链接，没有访问，也没有读入。',
    en: 'External links were neither opened nor read.',
  },
  'embedded-files': { zh: '文件里嵌有其他文件，没有读入。', en: 'Embedded files were not read.' },
  'hidden-sheet': { zh: '有隐藏的工作表，没有读入。', en: 'Hidden sheets were not read.' },
  'hidden-rows': { zh: '有隐藏的行，已读入并标出。', en: 'Hidden rows were read and marked.' },
  'merged-cells': {
    zh: '合并的单元格已向下填充并标出，请核对。',
    en: 'Merged cells were filled down and marked.',
  },
  formulas: {
    zh: '含公式的单元格取文件里存的结果，没有存结果的按空白读，请核对。',
    en: 'Formulas were read as their stored results, or as blank where none is stored.',
  },
  'error-values': {
    zh: '有单元格是错误值（如 #REF!），请核对。',
    en: 'Some cells hold error values such as #REF!.',
  },
} as const

export type ReadWarningCode = keyof typeof warnings

export type ReadWarning = Readonly<{ code: ReadWarningCode; zh: string; en: string }>

export function readWarnings(codes: Iterable<ReadWarningCode>): readonly ReadWarning[] {
  return [...new Set(codes)].sort().map((code) => ({ code, ...warnings[code] }))
}
