/** The parts of a workbook around its one sheet. Source: ECMA-376 part 1, 18.2 (workbook), part 2 (packages). */
import { xmlText } from './cell-xml.ts'
import { columnLetters } from './column-letters.ts'
import { headRowsOf, type SheetPlan } from './sheet-plan.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'

/** Where a workbook of ours says what it is, for the day it comes back. Hidden from the person. */
export const aboutSheet = '#about'

export function workbookParts(
  plan: SheetPlan,
  rows: number,
  about: string,
): readonly (readonly [name: string, xml: string])[] {
  return [
    ['xl/worksheets/sheet2.xml', aboutXml(about)],
    ['xl/workbook.xml', workbookXml(plan, rows)],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>`,
    ],
  ]
}

function workbookXml(plan: SheetPlan, rows: number): string {
  const sheet = `'${plan.name.replaceAll("'", "''")}'`
  const last = columnLetters(plan.columns.length - 1)
  const headRows = headRowsOf(plan)
  const names = [
    `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${xmlText(sheet)}!$A$${headRows}:$${last}$${headRows + Math.max(rows, 1)}</definedName>`,
    `<definedName name="_xlnm.Print_Titles" localSheetId="0">${xmlText(sheet)}!$3:$${headRows}</definedName>`,
  ]
  return `${head}<workbook xmlns="${main}" xmlns:r="${office}"><bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="${xmlText(plan.name)}" sheetId="1" r:id="rId1"/><sheet name="${aboutSheet}" sheetId="2" state="veryHidden" r:id="rId2"/></sheets><definedNames>${names.join('')}</definedNames></workbook>`
}

function aboutXml(about: string): string {
  return `${head}<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve">${xmlText(about)}</t></is></c></row></sheetData></worksheet>`
}
