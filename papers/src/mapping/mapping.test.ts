/** A county's odd sheet, as one really looks: title, place and date, two heading rows, groups, merges, a foot. */
import { describe, expect, it } from 'vitest'
import { minimalXlsx, sheetOf } from '../../testing/minimal-xlsx.ts'
import { oddDocument, oddPage } from '../../testing/odd-document.ts'
import { oddSheet } from '../../testing/odd-sheet.ts'
import { parseDocument } from '../parse.ts'
import { readSight } from './read-sight.ts'

function sightOf(bytes: Uint8Array) {
  const read = readSight(bytes)
  if (!read.ok) throw new Error(read.refusal.zh)
  return read.value
}

function firstOf(bytes: Uint8Array) {
  const [sheet] = sightOf(bytes).sheets
  if (!sheet) throw new Error('No sheet')
  return sheet
}

async function parsedWith(bytes: Uint8Array) {
  const mapping = [firstOf(bytes).proposed.mapping]
  const parsed = await parseDocument(bytes, { mapping })
  if (!parsed.ok) throw new Error(parsed.refusal.zh)
  return parsed.value
}

describe('a county’s own sheet', () => {
  it('has its headings found over two rows, and each column proposed with how sure it is', async () => {
    const { proposed } = firstOf(oddSheet())
    expect(proposed.mapping).toMatchObject({ headFrom: 3, headTo: 4 })
    expect(
      proposed.columns.map(({ heading, field, confidence }) => [heading, field, confidence]),
    ).toEqual([
      ['序号', 'place', 'sure'],
      ['问题来源', 'source', 'sure'],
      ['存在问题', 'opinion', 'sure'],
      ['责任·单位', 'unit', 'sure'],
      ['责任·领导', 'oversees', 'sure'],
      ['责任·责任人', 'does', 'sure'],
      ['整改措施', 'measures', 'sure'],
      ['整改时限', 'due', 'sure'],
      ['包联干部电话', null, 'none'],
      ['完成情况', 'progress', 'sure'],
    ])
  })

  it('gives one opinion for each row, with merged units, and one for rows of a merged opinion', async () => {
    const { items } = await parsedWith(oddSheet())
    expect(
      items.map(({ path, text, unit, due, person }) => ({ path, text, unit, due, person })),
    ).toEqual([
      {
        path: '1',
        text: '石坝镇三个村饮水管网漏损严重，群众用水困难。',
        unit: '水利局',
        due: '2026-06-30',
        person: '王芳',
      },
      {
        path: '2',
        text: '河道保洁不到位，清水河段垃圾较多。',
        unit: '水利局',
        due: '6月底',
        person: '李强',
      },
      {
        path: '3',
        text: '部分农村公路坑槽多，修补不及时。',
        unit: '交通局',
        due: '长期坚持',
        person: '赵敏',
      },
    ])
    expect(items[0]).toMatchObject({
      measure: '更换管网12公里\n建立漏损台账',
      extras: { 责任·领导: '张建国（副县长）', 包联干部电话: '0830-2211' },
    })
    expect(items[0]?.doubts).toContain('merged-cell')
  })

  it('accounts for every row: in an opinion, or left out with the reason', async () => {
    const { items, leftOut, paragraphs, sheetRows } = await parsedWith(oddSheet())
    const mapped = new Set(items.flatMap((item) => item.paragraphs))
    const left = leftOut.map(({ paragraph }) => paragraph)
    expect([...mapped, ...left].sort((a, b) => a - b)).toEqual(paragraphs.map(({ index }) => index))
    const rowOf = (paragraph: number) => sheetRows?.[paragraph]?.row
    expect(
      leftOut
        .filter(({ reason }) => reason !== 'empty')
        .map(({ paragraph, reason }) => [rowOf(paragraph), reason]),
    ).toEqual([
      [1, 'table-title'],
      [2, 'table-title'],
      [3, 'table-heading'],
      [4, 'table-heading'],
      [5, 'table-group'],
      [9, 'table-group'],
      [11, 'table-footer'],
      [12, 'table-footer'],
      [1, 'sheet-not-taken'],
    ])
  })

  it('has the same name for the same headings, whatever stands below, and another for others', async () => {
    const print = firstOf(oddSheet()).proposed.print
    expect(firstOf(oddSheet({ unit: '教育局' })).proposed.print).toBe(print)
    expect(firstOf(oddSheet({ heading: '存在的不足' })).proposed.print).not.toBe(print)
  })

  it('shows hidden rows and columns as such, and still reads them', async () => {
    const sheet = firstOf(oddSheet())
    expect(sheet.hiddenColumns).toEqual([9])
    expect(sheet.rows.filter(({ hidden }) => hidden).map(({ row }) => row)).toEqual([10])
    expect(sightOf(oddSheet()).warnings.map(({ code }) => code)).toContain('hidden-rows')
  })

  it('is read as the clerk says, also against what is proposed', async () => {
    const bytes = minimalXlsx({
      sheets: [
        sheetOf([
          ['甲', '乙'],
          ['水管漏水，半年没有修。', '水利局'],
          ['路灯不亮，夜里难走。', '住建局'],
        ]),
      ],
    })
    const mapping = [
      { sheet: 0, headFrom: 1, headTo: 1, lastRow: 2, columns: ['opinion', 'unit'] },
    ] as const
    const parsed = await parseDocument(bytes, { mapping })
    if (!parsed.ok) throw new Error('refused')
    expect(parsed.value.items).toMatchObject([{ text: '水管漏水，半年没有修。', unit: '水利局' }])
    expect(parsed.value.leftOut.map(({ reason }) => reason)).toEqual([
      'table-heading',
      'table-footer',
    ])
  })
})

describe('the same sheet as a web page or a Word document', () => {
  const told = ({ items }: Awaited<ReturnType<typeof parsedWith>>) =>
    items.map(({ path, text, units, due, person, measure, extras }) => ({
      path,
      text,
      units,
      due,
      person,
      measure,
      extras,
    }))

  it.each([
    ['a web page', oddPage()],
    ['a Word document', oddDocument()],
  ])('%s is mapped as the workbook is: headings, merges, groups and foot', async (_, bytes) => {
    const { proposed } = firstOf(bytes)
    const asSheet = firstOf(oddSheet())
    expect(proposed.mapping).toEqual({ ...asSheet.proposed.mapping, sheet: 0 })
    expect(proposed.print).toBe(asSheet.proposed.print)
    const parsed = await parsedWith(bytes)
    const sheet = await parsedWith(oddSheet())
    expect(told(parsed)).toEqual(told(sheet))
    expect(parsed.leftOut.map(({ reason }) => reason)).toEqual(
      sheet.leftOut.slice(0, parsed.leftOut.length).map(({ reason }) => reason),
    )
    const rows = parsed.sheetRows?.flatMap((one) => one ?? []) ?? []
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  it('is read as it stands when the words around it are more than the table', async () => {
    const report = oddPage('县人大常委会组成人员对水利工作提出以下意见，请研究处理。'.repeat(40))
    const parsed = await parseDocument(report)
    expect(parsed.ok && parsed.value.sheetRows).toBeUndefined()
    const items = parsed.ok ? parsed.value.items : []
    expect(items.map(({ path }) => path)).toEqual(expect.arrayContaining(['1', '2', '3']))
    const sight = readSight(report)
    expect(!sight.ok && sight.refusal.code).toBe('no-table')
  })
})
