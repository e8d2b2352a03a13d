/** Writes the smallest .docx that Word would open, for tests. */
import { strToU8, zipSync, type Zippable } from 'fflate'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export type MinimalDocx = Readonly<{
  /** Inner XML of w:body. */
  body: string
  /** Inner XML of w:numbering. */
  numbering?: string
  styles?: string
  footnotes?: string
  /** Further parts, or others in place of ours. */
  parts?: Zippable
  mainType?: string
}>

export function minimalDocx({
  body,
  numbering,
  styles,
  footnotes,
  parts,
  mainType,
}: MinimalDocx): Uint8Array {
  return zipSync(
    {
      '[Content_Types].xml': strToU8(contentTypes(mainType ?? main, '/word/document.xml')),
      '_rels/.rels': strToU8(relationships([['officeDocument', 'word/document.xml']])),
      'word/document.xml': strToU8(
        `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${word}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`,
      ),
      ...wordPart('numbering', 'numbering', numbering),
      ...wordPart('styles', 'styles', styles),
      ...wordPart('footnotes', 'footnotes', footnotes),
      ...parts,
    },
    { level: 6, mtime: '2026-01-01' },
  )
}

function wordPart(name: string, root: string, inner: string | undefined): Zippable {
  if (inner === undefined) return {}
  return { [`word/${name}.xml`]: strToU8(`<w:${root} xmlns:w="${word}">${inner}</w:${root}>`) }
}

/** A paragraph of plain words, numbered by `list` at `level` when given. */
export function paragraph(text: string, list?: number, level = 0): string {
  const properties =
    list === undefined
      ? ''
      : `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>`
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`
}

export function table(rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]) =>
    row.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')
  return `<w:tbl>${rows.map((row) => `<w:tr>${cells(row)}</w:tr>`).join('')}</w:tbl>`
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}

export function contentTypes(mainType: string, part: string): string {
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="${part}" ContentType="${mainType}"/></Types>`
}

export function relationships(
  targets: readonly (readonly [type: string, target: string])[],
): string {
  const rows = targets.map(
    ([type, target], place) =>
      `<Relationship Id="rId${place + 1}" Type="${office}/${type}" Target="${target}"/>`,
  )
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows.join('')}</Relationships>`
}
