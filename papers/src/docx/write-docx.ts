/** A paper as .docx, to be edited in Word and WPS. Source: ECMA-376 part 1; GB/T 9704-2012, 7.3.7 (attachments), 7.5 (page numbers). */
import { truthPart } from '../identity/file-parts.ts'
import type { PaperMark } from '../identity/paper-mark.ts'
import { lastWords } from '../official/last-words.ts'
import { chartsOf, type OfficialPaper } from '../official/paper.ts'
import { zipStream } from '../sheets/zip-stream.ts'
import { blockXml } from './blocks-xml.ts'
import { chartPart, chartPicture, chartRelation } from './chart-xml.ts'
import {
  attachmentListXml,
  headXml,
  imprintXml,
  noteXml,
  signatureXml,
  titleXml,
} from './frame-xml.ts'
import { draftHeaderXml, markPicture, markRun, propertiesXml, truthXml } from './mark-xml.ts'
import { fonts, line, margins, measure, page } from './standard.ts'
import { stylesXml } from './styles-xml.ts'
import { fontOf, paragraph, run } from './word-xml.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

type Part = readonly [name: string, content: string | Uint8Array]

export function writeDocx(paper: OfficialPaper, mark: PaperMark | null = null): Uint8Array {
  const zip = zipStream()
  for (const [name, content] of parts(paper, mark)) {
    const file = zip.file(name)
    file.write(content)
    file.end()
  }
  zip.end()
  return zip.take()
}

function parts(paper: OfficialPaper, mark: PaperMark | null): readonly Part[] {
  const sealed = mark?.status === 'issued' ? mark.sealed : null
  const isDraft = mark?.status === 'draft'
  const charts = chartsOf(paper)
  const picture = mark === null ? null : markPicture(mark)
  const overrides = [
    ['word/document', 'document.main'],
    ['word/styles', 'styles'],
    ['word/settings', 'settings'],
    ['word/footer1', 'footer'],
    ['word/footer2', 'footer'],
    ...(isDraft ? [['word/header1', 'header']] : []),
  ].map(([name = '', type = '']) => override(`/${name}.xml`, `${word}.${type}+xml`))
  if (sealed) overrides.push(override('/docProps/custom.xml', customType))
  const relations = [
    ['rId1', 'styles', 'styles.xml'],
    ['rId2', 'settings', 'settings.xml'],
    ['rId3', 'footer', 'footer1.xml'],
    ['rId4', 'footer', 'footer2.xml'],
    ...(isDraft ? [['rIdDraft', 'header', 'header1.xml']] : []),
    ...(sealed ? [['rIdTruth', 'customXml', '../customXml/item1.xml']] : []),
    ...(picture ? [['rIdMark', 'image', 'media/mark.emf']] : []),
    ...charts.map((_, at) => [chartRelation(at), 'image', chartPart(at)]),
  ].map(([id = '', type = '', target = '']) => relation(id, type, target))
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="emf" ContentType="image/x-emf"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}${sealed ? relation('rId2', 'custom-properties', 'docProps/custom.xml') : ''}</Relationships>`,
    ],
    [
      'word/_rels/document.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships">${relations.join('')}</Relationships>`,
    ],
    ['word/document.xml', documentXml(paper, mark)],
    ['word/styles.xml', stylesXml()],
    [
      'word/settings.xml',
      `${head}<w:settings xmlns:w="${main}"><w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
    ],
    ['word/footer1.xml', footerXml('right')],
    ['word/footer2.xml', footerXml('left')],
    ...(isDraft ? ([['word/header1.xml', draftHeaderXml()]] as const) : []),
    ...(picture ? ([['word/media/mark.emf', picture]] as const) : []),
    ...charts.map((one, at) => [`word/${chartPart(at)}`, chartPicture(one)] as const),
    ...(sealed
      ? ([
          ['docProps/custom.xml', propertiesXml(sealed)],
          [truthPart, truthXml(sealed.truth)],
        ] as const)
      : []),
  ]
}

const customType = 'application/vnd.openxmlformats-officedocument.custom-properties+xml'

function override(name: string, type: string): string {
  return `<Override PartName="${name}" ContentType="${type}"/>`
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`
}

function documentXml(paper: OfficialPaper, mark: PaperMark | null): string {
  const width = paper.landscape ? page.height - margins.top - margins.bottom : measure
  const charts = chartsOf(paper)
  const { from, parted } = lastWords(paper)
  // Nothing follows the last line to be signed where there is no signature below it.
  const end = paper.signature !== null || paper.attachments.length > 0 ? 0 : 1
  const { note, imprint } = paper
  const isEnd = end === 1 && note === null && imprint === null
  const keeps = (at: number) => (at >= from && at < paper.body.length - end) || at === parted
  const body = paper.body
    .map((block, at) =>
      blockXml(block, width, {
        isKept: keeps(at),
        isEnd: isEnd && at === paper.body.length - 1,
        charts,
      }),
    )
    .join('')
  const attached = paper.attachments.map(({ name, body: blocks }, at) => {
    const label = paper.attachments.length > 1 ? `附件${at + 1}` : '附件'
    return [
      paragraph(run(label, fontOf(fonts.first)), 'GwFlush', '<w:pageBreakBefore/>'),
      paragraph('', 'GwFlush'),
      paragraph(run(name), 'GwTitle'),
      paragraph('', 'GwFlush'),
      ...blocks.map((block) => blockXml(block, width, { charts })),
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
  ].join('')
  const marked = mark === null ? inner : inLastParagraph(inner, markRun(mark, paper.landscape))
  const section = sectionXml(paper.landscape, mark?.status === 'draft')
  return `${head}<w:document xmlns:w="${main}" xmlns:r="${office}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>${marked}${section}</w:body></w:document>`
}

/** The body always ends with a paragraph of its own, never within a table. */
function inLastParagraph(body: string, given: string): string {
  const end = body.lastIndexOf('</w:p>')
  return `${body.slice(0, end)}${given}${body.slice(end)}`
}

/** Lying across, the page is turned with its margins, so that the binding stays on the same edge. */
function sectionXml(landscape: boolean, isDraft: boolean): string {
  const { top, right, bottom, left, footer } = margins
  const size = landscape
    ? `<w:pgSz w:w="${page.height}" w:h="${page.width}" w:orient="landscape"/>`
    : `<w:pgSz w:w="${page.width}" w:h="${page.height}"/>`
  const edges = landscape
    ? `w:top="${left}" w:right="${top}" w:bottom="${right}" w:left="${bottom}"`
    : `w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}"`
  const heads = isDraft
    ? '<w:headerReference w:type="default" r:id="rIdDraft"/><w:headerReference w:type="even" r:id="rIdDraft"/>'
    : ''
  return `<w:sectPr>${heads}<w:footerReference w:type="default" r:id="rId3"/><w:footerReference w:type="even" r:id="rId4"/>${size}<w:pgMar ${edges} w:header="851" w:footer="${landscape ? 900 : footer}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="${line}"/></w:sectPr>`
}

/** — 1 —, one place from the outer edge: odd pages right, even pages left. */
function footerXml(side: 'left' | 'right'): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  const number = `${field('begin')}<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>${field('separate')}<w:r><w:t>1</w:t></w:r>${field('end')}`
  const edge = `<w:ind w:${side}Chars="100" w:${side}="280"/><w:jc w:val="${side}"/>`
  return `${head}<w:ftr xmlns:w="${main}">${paragraph(`${run('— ')}${number}${run(' —')}`, 'GwPage', edge)}</w:ftr>`
}
