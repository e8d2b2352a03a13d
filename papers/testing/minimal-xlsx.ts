/** Writes the smallest .xlsx that Excel would open, for tests. */
import { strToU8, zipSync, type Zippable } from 'fflate'
import { contentTypes, escaped, relationships } from './minimal-docx.ts'

const sheetNames = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'

export type MinimalXlsx = Readonly<{
  /** Inner XML of each worksheet, sheetData and what follows it. */
  sheets: readonly string[]
  sharedStrings?: string
  styles?: string
  since1904?: boolean
  /** States of the sheets, `hidden`. */
  states?: readonly (string | undefined)[]
  parts?: Zippable
  mainType?: string
}>

export function minimalXlsx(book: MinimalXlsx): Uint8Array {
  const { sheets, sharedStrings, styles, parts, mainType } = book
  const targets: [string, string][] = sheets.map((_, place) => [
    'worksheet',
    `worksheets/sheet${place + 1}.xml`,
  ])
  if (sharedStrings !== undefined) targets.push(['sharedStrings', 'sharedStrings.xml'])
  if (styles !== undefined) targets.push(['styles', 'styles.xml'])
  const files: Zippable = {
    '[Content_Types].xml': strToU8(contentTypes(mainType ?? main, '/xl/workbook.xml')),
    '_rels/.rels': strToU8(relationships([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(workbook(book)),
    'xl/_rels/workbook.xml.rels': strToU8(relationships(targets)),
  }
  for (const [place, inner] of sheets.entries()) {
    files[`xl/worksheets/sheet${place + 1}.xml`] = strToU8(root('worksheet', inner))
  }
  if (sharedStrings !== undefined)
    files['xl/sharedStrings.xml'] = strToU8(root('sst', sharedStrings))
  if (styles !== undefined) files['xl/styles.xml'] = strToU8(root('styleSheet', styles))
  return zipSync({ ...files, ...parts }, { level: 6, mtime: '2026-01-01' })
}

function root(name: string, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="${sheetNames}">${inner}</${name}>`
}

function workbook({ sheets, since1904, states }: MinimalXlsx): string {
  const entries = sheets.map((_, place) => {
    const state = states?.[place]
    return `<sheet name="表${place + 1}" sheetId="${place + 1}" ${state === undefined ? '' : `state="${state}"`} r:id="rId${place + 1}"/>`
  })
  const properties = since1904 === true ? '<workbookPr date1904="1"/>' : ''
  return `<?xml version="1.0"?><workbook xmlns="${sheetNames}" xmlns:r="${office}">${properties}<sheets>${entries.join('')}</sheets></workbook>`
}

/** Rows of inline strings, from row 1 and column A on. */
export function sheetOf(rows: readonly (readonly string[])[], after = ''): string {
  const lines = rows.map((cells, row) => {
    const written = cells.map((cell, column) =>
      inlineCell(`${columnName(column + 1)}${row + 1}`, cell),
    )
    return `<row r="${row + 1}">${written.join('')}</row>`
  })
  return `<sheetData>${lines.join('')}</sheetData>${after}`
}

export function inlineCell(reference: string, text: string): string {
  return text === '' ? '' : `<c r="${reference}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
}

export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest === 0 ? '' : columnName(rest)) + String.fromCharCode(65 + ((column - 1) % 26))
}
