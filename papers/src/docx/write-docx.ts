/** A paper as .docx, to be edited in Word and WPS. Source: ECMA-376 part 1; GB/T 9704-2012, 7.3.7 (attachments), 7.5 (page numbers). */
import type { OfficialPaper } from '../official/paper.ts'
import { zipStream } from '../sheets/zip-stream.ts'
import { blockXml } from './blocks-xml.ts'
import {
  attachmentListXml,
  headXml,
  imprintXml,
  noteXml,
  signatureXml,
  titleXml,
} from './frame-xml.ts'
import { fonts, line, margins, measure, page } from './standard.ts'
import { stylesXml } from './styles-xml.ts'
import { fontOf, paragraph, run } from './word-xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export function writeDocx(paper: OfficialPaper): Uint8Array {
  const zip = zipStream()
  for (const [name, xml] of parts(paper)) {
    const file = zip.file(name)
    file.write(xml)
    file.end()
  }
  zip.end()
  return zip.take()
}

function parts(paper: OfficialPaper): readonly (readonly [name: string, xml: string])[] {
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${word}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${word}.styles+xml"/><Override PartName="/word/settings.xml" ContentType="${word}.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="${word}.footer+xml"/><Override PartName="/word/footer2.xml" ContentType="${word}.footer+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${office}/settings" Target="settings.xml"/><Relationship Id="rId3" Type="${office}/footer" Target="footer1.xml"/><Relationship Id="rId4" Type="${office}/footer" Target="footer2.xml"/></Relationships>`,
    ],
    ['word/document.xml', documentXml(paper)],
    ['word/styles.xml', stylesXml()],
    [
      'word/settings.xml',
      `${head}<w:settings xmlns:w="${main}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
    ['word/footer1.xml', footerXml('right')],
    ['word/footer2.xml', footerXml('left')],
  ]
}

function documentXml(paper: OfficialPaper): string {
  const width = paper.landscape ? page.height - margins.top - margins.bottom : measure
  const isSigned = paper.signature !== null || paper.attachments.length > 0
  const body = paper.body
    .map((block, at) => blockXml(block, width, isSigned && at === paper.body.length - 1))
    .join('')
  const attached = paper.attachments.map(({ name, body: blocks }, at) => {
    const label = paper.attachments.length > 1 ? `附件${at + 1}` : '附件'
    return [
      paragraph(run(label, fontOf(fonts.first)), 'GwFlush', '<w:pageBreakBefore/>'),
      paragraph('', 'GwFlush'),
      paragraph(run(name), 'GwTitle'),
      paragraph('', 'GwFlush'),
      ...blocks.map((block) => blockXml(block, width)),
    ].join('')
  })
  const inner = [
    headXml(paper),
    titleXml(paper),
    body,
    attachmentListXml(paper),
    signatureXml(paper.signature),
    noteXml(paper),
    ...attached,
    imprintXml(paper),
    sectionXml(paper.landscape),
  ]
  return `${head}<w:document xmlns:w="${main}" xmlns:r="${office}"><w:body>${inner.join('')}</w:body></w:document>`
}

/** Lying across, the page is turned with its margins, so that the binding stays on the same edge. */
function sectionXml(landscape: boolean): string {
  const { top, right, bottom, left, footer } = margins
  const size = landscape
    ? `<w:pgSz w:w="${page.height}" w:h="${page.width}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`
  const edges = landscape
    ? `w:top="${left}" w:right="${top}" w:bottom="${right}" w:left="${bottom}"`
    : `w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}"`
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>${size}<w:pgMar ${edges} w:header="851" w:footer="${landscape ? 900 : footer}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${line}"/></w:sectPr>`
}

/** — 1 —, one place from the outer edge: odd pages right, even pages left. */
function footerXml(side: 'left' | 'right'): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const number = `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}`
  const edge = `<w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/>`
  return `${head}<w:ftr xmlns:w="${main}">${paragraph(`${run('— ')}${number}${run(' —')}`, 'GwPage', edge)}</w:ftr>`
}
