/** A workbook of one sheet, written while its rows arrive: memory does not grow with their number. */
import { sheetEnd, sheetRow, sheetStart } from './sheet-xml.ts'
import type { SheetPlan, SheetValues } from './sheet-plan.ts'
import { stylesXml } from './workbook-looks.ts'
import { workbookParts } from './workbook-parts.ts'
import { zipStream } from './zip-stream.ts'

export type WorkbookWriter = Readonly<{
  /** Takes rows and gives the bytes that are ready. */
  rows: (rows: readonly SheetValues[]) => Uint8Array
  /** The last bytes. */
  end: () => Uint8Array
}>

/** `about` is kept in a hidden sheet, for whoever reads the file again. */
export function writeWorkbook(plan: SheetPlan, about: string): WorkbookWriter {
  const zip = zipStream()
  const sheet = zip.file('xl/worksheets/sheet1.xml')
  sheet.write(sheetStart(plan))
  let written = 0
  return {
    rows: (rows) => {
      let xml = ''
      for (const values of rows) {
        xml += sheetRow(plan, written, values)
        written += 1
      }
      if (xml !== '') sheet.write(xml)
      return zip.take()
    },
    end: () => {
      sheet.write(sheetEnd(plan, written))
      sheet.end()
      const parts = [...workbookParts(plan, written, about), ['xl/styles.xml', stylesXml] as const]
      for (const [name, xml] of parts) {
        const part = zip.file(name)
        part.write(xml)
        part.end()
      }
      zip.end()
      return zip.take()
    },
  }
}
