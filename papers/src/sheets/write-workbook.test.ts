import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openPackage } from '../readers/office-package.ts'
import { readXlsx } from '../readers/read-xlsx.ts'
import type { SheetPlan, SheetValues } from './sheet-plan.ts'
import { writeWorkbook } from './write-workbook.ts'

const plan: SheetPlan = {
  name: '整改台账',
  title: '云溪县评议整改台账',
  note: '截至2026年11月26日',
  columns: [
    { heading: '序号', kind: 'count', width: 6 },
    { heading: '评议意见原文', kind: 'text', width: 40 },
    { heading: '整改措施', kind: 'text', width: 40 },
    { heading: '完成时限', kind: 'day', width: 12 },
    { heading: '类别', kind: 'text', width: 8, choices: ['A', 'B', 'C', 'D'] },
    { heading: '标识', kind: 'text', width: 8, hidden: true },
  ],
}

function bytesOf(rows: readonly SheetValues[], piece = 1000): Uint8Array {
  const writer = writeWorkbook(plan, '{"kind":"ledger"}')
  const parts: Uint8Array[] = []
  for (let from = 0; from < rows.length; from += piece)
    parts.push(writer.rows(rows.slice(from, from + piece)))
  return Buffer.concat([...parts, writer.end()])
}

function read(bytes: Uint8Array) {
  const pack = openPackage(bytes)
  if (!pack.ok) throw new Error(pack.refusal.code)
  const content = readXlsx(pack.value)
  if (!content.ok) throw new Error(content.refusal.code)
  return content.value
}

/** Rows as they come back: every value as the text that is shown. */
function rowsOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const [sheet] = read(bytes).sheets
  return (sheet?.rows ?? [])
    .slice(3)
    .map(({ cells }) => plan.columns.map((_, at) => cells[at] ?? ''))
}

const nasty = [
  '=HYPERLINK("http://example.org")',
  '+1',
  '-2',
  '@SUM(A1)',
  '\t缩进',
  '字面 _x000D_ 不是回车',
  '<b>&"\'</b>',
  '末尾空格 ',
  '响铃\u0007',
  '😀𠮷堃喆镕昇',
  '001',
  '2026-01-01',
  '1/2',
  '1e5',
  '第一行\n第二行',
  '﹝2026﹞㎡①',
  '半个字\uD83D',
  '字'.repeat(3000),
] as const

describe('a workbook of ours', () => {
  it('comes back as it was written, whatever stood in it', () => {
    const rows = nasty.map((text, at) => [at + 1, text, text, '2026-10-31', 'B', `m${at}`])
    expect(rowsOf(bytesOf(rows))).toEqual(rows.map((row) => row.map(String)))
  })

  it('comes back for any text at all, in any number of pieces', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...nasty)).filter(
      // A cell of blanks only counts as empty, as people see it.
      (one) => one.trim() !== '',
    )
    const row = fc.tuple(fc.nat(), text, text, fc.constant('2027-02-28'), text, text)
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1 }),
        fc.integer({ min: 1, max: 5 }),
        (rows, piece) => {
          expect(rowsOf(bytesOf(rows, piece))).toEqual(rows.map((one) => one.map(String)))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('says what it is in a sheet that nobody sees, and is no workbook with something hidden', () => {
    const { about, warnings, sheets } = read(bytesOf([[1, '缺水', '修管', null, '', 'm1']]))
    expect(about).toBe('{"kind":"ledger"}')
    expect(warnings).toEqual([])
    expect(sheets.map(({ name }) => name)).toEqual(['整改台账'])
  })

  it('has its title, its note and its headings on top', () => {
    const [sheet] = read(bytesOf([])).sheets
    expect(sheet?.rows.map(({ cells }) => cells[0])).toEqual([plan.title, plan.note, '序号'])
  })

  it('cuts what no cell can hold and says so in the cell', () => {
    const [row] = rowsOf(bytesOf([[1, '长'.repeat(40_000), '', null, '', 'm1']]))
    expect(row?.[1]).toHaveLength(32_767)
    expect(row?.[1]).toMatch(/（本格未完，全文见台账）$/)
  })

  it('keeps text that looks like a formula as text even after an edit', () => {
    const pack = openPackage(bytesOf([[1, '=1+1', '平常', null, '', 'm1']]))
    const part = pack.ok ? pack.value.read('xl/worksheets/sheet1.xml') : pack
    const xml = part.ok ? new TextDecoder().decode(part.value) : ''
    expect(xml).toContain('<c r="B4" s="5" t="inlineStr">')
    expect(xml).toContain('<c r="C4" s="4" t="inlineStr">')
    expect(xml).not.toContain('<f>')
  })
})
