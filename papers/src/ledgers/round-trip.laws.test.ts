/**
 * import(export(x)) = x for ten thousand lines of the worst that people put into cells, and the same after LibreOffice
 * has opened and saved the file, where it is installed.
 */
import { plainCell } from '@luoshi/domain/ledgers/cell-text'
import { layouts } from '@luoshi/domain/ledgers/layouts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hasCalc, resaved } from '../../testing/resaved.ts'
import type { SheetValues } from '../sheets/sheet-plan.ts'
import { writeWorkbook } from '../sheets/write-workbook.ts'
import { aboutText } from './ledger-about.ts'
import { ledgerPlan } from './ledger-sheet.ts'
import { readLedgerFile } from './read-ledger-file.ts'
import { day } from '@luoshi/domain/kernel/day'

const columns = layouts.full.columns.length
const plan = ledgerPlan(layouts.full, { title: '整改台账', note: '' })
const about = {
  congress: 'congress_test0001',
  layout: 'full',
  seq: 1,
  form: 1,
  on: day('2026-11-27'),
  filter: {},
} as const

/** What a county types, pastes and drags into cells. */
const nasty = fc.oneof(
  fc.constantFrom(
    '=HYPERLINK("http://example.org","点我")',
    '=1+1',
    '+86 0830-2211',
    '-2',
    '@SUM(A1)',
    "'单引号开头",
    '\t制表开头',
    '001',
    '1/2',
    '1e5',
    '6月底',
    '2026-06-30',
    '2026年6月30日',
    '长期坚持',
    '堃喆镕昇',
    'שלום مرحبا 从右到左',
    '\u202E倒着写\u202C',
    '😀👨‍👩‍👧‍👦🏳️‍🌈𠮷𡃁',
    '字面 _x000D_ 与 _x0041_',
    `<b>&"'</b>]]>`,
    '﹝2026﹞㎡①½',
    'TRUE',
    '#REF!',
    '100%',
    '１２３',
    'e\u0301 与 é',
    '半个字\uD83D',
    '响铃\u0007、退格\u0008、换页\u000C、零\u0000、\uFFFE',
  ),
  fc
    .tuple(fc.constantFrom('第一行', '=甲', ''), fc.constantFrom('\n', '\r\n', '\r', '\n\n'))
    .map(([head, end]) => `${head}x${end}第二行`),
  fc.constantFrom('末尾空格 ', ' 开头空格', '中间  两个', '末尾换行\n', '\u3000全角空格'),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom('', ''),
)

const cellsOfLine = fc.array(nasty, { minLength: columns, maxLength: columns })
const rows = 10_000

function lines(): readonly (readonly string[])[] {
  const made = fc.sample(cellsOfLine, { numRuns: rows, seed: 20_261_127 })
  const long = '长'.repeat(32_767)
  return made.map((cells, at) =>
    at % 2500 === 7 ? [...cells.slice(0, 3), long, ...cells.slice(4)] : cells,
  )
}

const all = lines()

function written(): Uint8Array {
  const writer = writeWorkbook(
    {
      ...plan,
      columns: plan.columns.map(({ heading, width }) => ({ heading, width, kind: 'text' })),
    },
    aboutText(about, 'a'.repeat(32)),
  )
  const parts: Uint8Array[] = []
  for (let from = 0; from < rows; from += 1000) {
    const some = all.slice(from, from + 1000)
    parts.push(writer.rows(some.map((cells, at): SheetValues => [...cells, `matter_${from + at}`])))
  }
  return Buffer.concat([...parts, writer.end()])
}

function read(bytes: Uint8Array): ReadonlyMap<string, readonly string[]> {
  const file = readLedgerFile(bytes)
  if (!file.ok) throw new Error(file.refusal.zh)
  expect(file.value.about).toMatchObject(about)
  expect(file.value.keyAt).toBe(columns)
  return new Map(
    file.value.rows.map(({ cells }) => [cells[columns] ?? '', cells.slice(0, columns)]),
  )
}

/** Cells that differ, at most a few of them, each as code points. */
function differences(
  back: ReadonlyMap<string, readonly string[]>,
  same: (wrote: string, got: string) => boolean,
) {
  let count = 0
  const few: { wrote: string; got: string }[] = []
  for (const [at, cells] of all.entries()) {
    const got = back.get(`matter_${at}`)
    for (const [place, wrote] of cells.entries()) {
      const cell = got?.[place] ?? ''
      if (same(wrote, cell)) continue
      count += 1
      if (few.length < 5) few.push({ wrote: JSON.stringify(wrote), got: JSON.stringify(cell) })
    }
  }
  return { count, few }
}

const bytes = written()

describe('ten thousand lines of the worst that people write', () => {
  it('come back letter for letter; a cell of blanks alone is an empty one', () => {
    const back = read(bytes)
    expect(back.size).toBe(rows)
    const exactly = (wrote: string, got: string) => got === (wrote.trim() === '' ? '' : wrote)
    expect(differences(back, exactly)).toEqual({ count: 0, few: [] })
  }, 60_000)

  it.skipIf(!hasCalc)(
    'come back as the comparison sees them after LibreOffice has saved the file (skipped where it is not installed)',
    async () => {
      const back = read(await resaved(bytes, 'xlsx', 'xlsx'))
      expect(back.size).toBe(rows)
      const alike = (wrote: string, got: string) => plainCell(got) === plainCell(wrote)
      expect(differences(back, alike)).toEqual({ count: 0, few: [] })
    },
    240_000,
  )
})
