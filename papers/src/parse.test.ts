import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimalDocx, paragraph, table } from '../testing/minimal-docx.ts'
import { minimalXlsx, sheetOf } from '../testing/minimal-xlsx.ts'
import { parseDocument, type ParseOptions } from './parse.ts'

const testdata = (name: string) => readFileSync(new URL(`../testdata/${name}`, import.meta.url))

async function parsed(bytes: Uint8Array, options?: ParseOptions) {
  const result = await parseDocument(bytes, options)
  if (!result.ok) throw new Error(result.refusal.zh)
  return result.value
}

const ofText = (text: string, options?: ParseOptions) =>
  parsed(new TextEncoder().encode(text), options)

describe('a text file', () => {
  it('in GB18030 is read, and its fields found', async () => {
    const paper = await parsed(testdata('停车意见-gb18030.txt'))
    expect(paper.encoding).toBe('gb18030')
    expect(paper.items.map((item) => [item.number, item.text, item.unit, item.due])).toEqual([
      ['1', '老城区停车位严重不足，夜间占道停放挡住消防通道。', undefined, undefined],
      ['2', '县医院周边收费标准不一，同一条街有三种价格。', '县城市管理局', undefined],
      [
        '3',
        '希望在中小学周边划定接送专用车位，2026年8月底前投入使用。',
        undefined,
        '2026年8月底前',
      ],
    ])
  })

  it('is outlined after it was cleaned', async () => {
    const paper = await ofText(
      '⼀、存在的問題\n㈠供水不⾜.\n１．３个站沒有檢測，群眾意見大。\n2.停水頻繁,無人過問。\n',
    )
    expect(paper.nodes.map((node) => [node.label, node.depth])).toEqual([
      ['一、', 1],
      ['（一）', 2],
      ['1.', 3],
      ['2.', 3],
    ])
    expect(paper.items.map((item) => item.text)).toEqual([
      '3个站没有检测，群众意见大。',
      '停水频繁，无人过问。',
    ])
    expect(paper.edits.length).toBeGreaterThan(0)
  })

  it('keeps its losses visible until a person agrees to the repair', async () => {
    const dirty =
      '1、評(píng)議會(huì)結(jié)束后,要抓緊整改??h人大將跟蹤督查。\n2、落實(shí)責(zé)任。'
    const before = await ofText(dirty)
    expect(before.items[0]?.text).toContain('??h人大')
    expect(before.flags.length).toBeGreaterThan(0)
    const after = await ofText(dirty, { acceptedRepairs: before.suggestions.map((one) => one.id) })
    expect(after.items[0]?.text).toContain('整改。县人大')
  })
})

describe('a Word file', () => {
  it('gives opinions from its text and from its tables, in order', async () => {
    const body = [
      paragraph('一、存在的问题'),
      paragraph('1.石坝镇缺水。'),
      table([
        ['序号', '存在问题', '责任单位', '完成时限'],
        ['1', '老城区管网漏损。', '县住建局', '2026年12月31日'],
      ]),
      paragraph('2.云峰镇停水。'),
    ]
    const paper = await parsed(minimalDocx({ body: body.join('') }))
    expect(paper.items.map((item) => [item.number, item.text, item.due])).toEqual([
      ['1', '石坝镇缺水。', undefined],
      ['2', '老城区管网漏损。', '2026-12-31'],
      ['3', '云峰镇停水。', undefined],
    ])
    expect([paper.kind, paper.encoding]).toEqual(['docx', 'utf-8'])
  })
})

describe('a workbook', () => {
  const heading = [
    '序号',
    '问题（建议）来源',
    '名称',
    '具体内容',
    '类别',
    '牵头整改单位',
    '推进情况',
    '人大复核评价',
  ]

  it('with the columns of a 问题（建议）清单 gives an opinion for each row', async () => {
    const rows = [
      ['2026年青禾县人大常委会问题（建议）清单'],
      heading,
      [
        '1',
        '《未成年人保护法》执法检查',
        '校园周边治理',
        '三所小学门口摊贩占道，\n放学时段家长无处停车。',
        '问题类',
        '县城市管理局',
        '已划定停车区',
        '',
      ],
      [
        '2',
        '代表建议',
        '心理健康服务',
        '尽快在各镇设立青少年心理咨询点。',
        '建议类',
        '县卫生健康局、县教育局',
        '',
        '待复核',
      ],
      ['', '', '', '', '', '', '', ''],
      ['填表人：周启明'],
    ]
    const merged = '<mergeCells count="1"><mergeCell ref="A1:H1"/></mergeCells>'
    const paper = await parsed(minimalXlsx({ sheets: [sheetOf(rows, merged)] }))
    expect(paper.items).toMatchObject([
      {
        number: '1',
        path: '1',
        title: '校园周边治理',
        text: '三所小学门口摊贩占道，\n放学时段家长无处停车。',
        source: '《未成年人保护法》执法检查',
        category: 'problem',
        unit: '县城市管理局',
        progress: '已划定停车区',
      },
      {
        number: '2',
        category: 'suggestion',
        units: ['县卫生健康局', '县教育局'],
        extras: { 人大复核评价: '待复核' },
      },
    ])
    expect(paper.leftOut.map((one) => one.reason)).toEqual([
      'table-title',
      'table-heading',
      'table-footer',
    ])
    expect(paper.nodes).toEqual([])
  })

  it('marks the rows that merged and hidden cells touch', async () => {
    const sheet = `<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>问题</t></is></c><c r="B1" t="inlineStr"><is><t>责任单位</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>缺水</t></is></c><c r="B2" t="inlineStr"><is><t>县水利局</t></is></c></row><row r="3" hidden="1"><c r="A3" t="inlineStr"><is><t>停水</t></is></c></row></sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells>`
    const { items } = await parsed(minimalXlsx({ sheets: [sheet] }))
    expect(items.map((item) => [item.unit, [...item.doubts].sort()])).toEqual([
      ['县水利局', []],
      ['县水利局', ['hidden-row', 'merged-cell']],
    ])
  })
})

describe('any paper', () => {
  it('gives the same answer for the same bytes', async () => {
    const bytes = testdata('评议意见书.txt')
    expect(JSON.stringify(await parseDocument(bytes))).toBe(
      JSON.stringify(await parseDocument(new Uint8Array(bytes))),
    )
  })

  it('loses no paragraph between the file and the proposal', async () => {
    const cell = fc.constantFrom('', '1', '缺水', '问题', '责任单位', '县水利局', '合计', '2.停水')
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    const words = fc.constantFrom(
      '一、存在的问题',
      '1.缺水。',
      '县水利局：',
      '（一）停水。',
      '特此报告',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(words, rows), { minLength: 1, maxLength: 8 }),
        async (blocks) => {
          const body = blocks.map((block) =>
            typeof block === 'string' ? paragraph(block) : table(block),
          )
          const result = await parseDocument(minimalDocx({ body: body.join('') }))
          if (!result.ok) {
            // What an assertion returns is nothing a property may judge by.
            expect(['no-text', 'not-text']).toContain(result.refusal.code)
            return
          }
          const { items, leftOut, paragraphs } = result.value
          const taken = new Set(items.flatMap((item) => item.paragraphs))
          const places = [...taken, ...leftOut.map((one) => one.paragraph)].sort((a, b) => a - b)
          expect(places).toEqual(paragraphs.map((one) => one.index))
        },
      ),
      { numRuns: 60 },
    )
  })
})
