/** Changes one cell of a workbook of ours as somebody at a spreadsheet would, for tests and journeys. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escaped } from './minimal-docx.ts'

const part = 'xl/worksheets/sheet1.xml'

/** In the line that holds `name`, the cell of `column` (a letter); `change` is given its words. */
export function editCell(
  bytes: Uint8Array,
  { name, column }: Readonly<{ name: string; column: string }>,
  change: (words: string) => string,
): Uint8Array {
  const files = unzipSync(bytes)
  const xml = strFromU8(files[part] ?? new Uint8Array())
  const edited = xml.replaceAll(/<row [^>]*>.*?<\/row>/gs, (row) => {
    if (!row.includes(name)) return row
    const cell = new RegExp(`<c r="(${column}\\d+)" s="(\\d+)"(?:/>|[^>]*>(.*?)</c>)`, 's')
    return row.replace(cell, (_, reference: string, look: string, inner = '') => {
      const words = /<t[^>]*>(.*?)<\/t>/s.exec(String(inner))?.[1] ?? ''
      return `<c r="${reference}" s="${look}" t="inlineStr"><is><t xml:space="preserve">${escaped(change(words))}</t></is></c>`
    })
  })
  return zipSync({ ...files, [part]: strToU8(edited) })
}
