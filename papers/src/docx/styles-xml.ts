/**
 * The styles of a paper. The size is in the style Normal, not only in the defaults: WPS believes the style. Levels are
 * told by font, never by bold. Source: GB/T 9704-2012, 7.3.1, 7.3.3; documents.md §1.
 */
import { character, fonts, line, sizes, tightening, titleLine } from './standard.ts'
import { fontOf } from './word-xml.ts'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

const exact = (height: number) =>
  `<w:spacing w:before="0" w:after="0" w:line="${height}" w:lineRule="exact"/>`
/** Off the grid of 22 lines, which would round its height up to two of them. */
const loose = '<w:snapToGrid w:val="0"/>'
/** No blank between characters and figures: each has its place in the line of 28. */
const solid = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
const indented = `<w:ind w:firstLineChars="200" w:firstLine="${2 * character}"/>`

type Style = Readonly<{ id: string; name: string; paragraph?: string; run?: string }>

const styles: readonly Style[] = [
  {
    id: 'GwTitle',
    name: '公文标题',
    paragraph: `<w:keepNext/>${loose}${exact(titleLine)}<w:jc w:val="center"/>`,
    run: `${fontOf(fonts.title)}<w:sz w:val="${sizes.title}"/><w:szCs w:val="${sizes.title}"/>`,
  },
  { id: 'GwBody', name: '公文正文', paragraph: indented },
  {
    id: 'GwH1',
    name: '公文一级标题',
    paragraph: `${indented}<w:outlineLvl w:val="0"/>`,
    run: fontOf(fonts.first),
  },
  {
    id: 'GwH2',
    name: '公文二级标题',
    paragraph: `${indented}<w:outlineLvl w:val="1"/>`,
    run: fontOf(fonts.second),
  },
  { id: 'GwH3', name: '公文三级标题', paragraph: `${indented}<w:outlineLvl w:val="2"/>` },
  { id: 'GwH4', name: '公文四级标题', paragraph: `${indented}<w:outlineLvl w:val="3"/>` },
  { id: 'GwFlush', name: '公文顶格' },
  {
    id: 'GwCell',
    name: '公文表格',
    paragraph: `${loose}${exact(400)}<w:jc w:val="left"/>`,
    run: `<w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/>`,
  },
  {
    id: 'GwPage',
    name: '公文页码',
    run: `${fontOf(fonts.number)}<w:spacing w:val="0"/><w:sz w:val="${sizes.small}"/><w:szCs w:val="${sizes.small}"/>`,
  },
]

export function stylesXml(): string {
  const made = styles.map(
    ({ id, name, paragraph = '', run = '' }) =>
      `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`,
  )
  const body = `${fontOf(fonts.body)}<w:color w:val="000000"/><w:spacing w:val="${tightening}"/><w:sz w:val="${sizes.body}"/><w:szCs w:val="${sizes.body}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="${main}"><w:docDefaults><w:rPrDefault><w:rPr>${body}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr><w:widowControl w:val="0"/>${solid}${exact(line)}<w:jc w:val="both"/></w:pPr><w:rPr>${body}</w:rPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>${made.join('')}</w:styles>`
}
