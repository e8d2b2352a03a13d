import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { minimalPdf, type PlacedText } from '../../../testing/minimal-pdf.ts'
import { parseDocument } from '../../parse.ts'
import { PdfWriter } from '../../pdf/write-pdf.ts'
import { sampleLetter } from '../../testing/sample-letter.ts'
import { readAnySight } from '../../mapping/read-sight.ts'
import { paperOf } from '../../official/paper.ts'
import { readFile } from '../read-file.ts'
import { ruledTables } from './ruled-tables.ts'

async function read(bytes: Uint8Array) {
  const file = await readFile(bytes, '意见.pdf')
  if (!file.ok) throw new Error(file.refusal.code)
  return {
    lines: file.value.text.split('\n').map((line) => line.trim()),
    codes: file.value.warnings.map(({ code }) => code),
  }
}

async function refusalOf(bytes: Uint8Array): Promise<string> {
  const file = await readFile(bytes, '意见.pdf')
  return file.ok ? 'read' : file.refusal.code
}

/** Lines of text one below the other, 28 characters wide at 16 points. */
const column = (lines: readonly string[], x = 80, y = 120, step = 28): PlacedText[] =>
  lines.map((text, at) => ({
    x: x + (text.length - text.trimStart().length) * 16,
    y: y + at * step,
    text: text.trim(),
  }))
const full = (begin: string) => begin.padEnd(27, '水')

describe('a PDF of our own', () => {
  const writer = new PdfWriter({ office: null, system: [], packages: true })
  let bytes: Uint8Array
  beforeAll(async () => {
    const made = await writer.write(sampleLetter)
    if (!made.ok) throw new Error(made.refusal.zh)
    bytes = made.value.bytes
  }, 120_000)
  afterAll(() => writer.close())

  it('gives its paragraphs back as they were, over the end of a page too', async () => {
    const { lines } = await read(bytes)
    expect(lines).toContain('人'.repeat(28 * 30))
    expect(lines).toContain('（一）供水保障不到位。“青石街”一带水管漏损——多次报修。')
    expect(lines).toContain(
      '附件：1.县水务局局长履职情况述职评议问题清单和责任清单（第一批）及有关说明',
    )
  })

  it('sets its page numbers apart, with the reason', async () => {
    const parsed = await parseDocument(bytes)
    if (!parsed.ok) throw new Error(parsed.refusal.code)
    const { leftOut, paragraphs, warnings } = parsed.value
    const numbers = leftOut.filter(({ reason }) => reason === 'page-furniture')
    expect(numbers.map(({ paragraph }) => paragraphs[paragraph]?.text)).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((number) => `┆— ${number} —`),
    )
    expect(warnings.map(({ code }) => code)).toContain('page-furniture')
  })
})

describe('the lines of a PDF', () => {
  it('become paragraphs by indent and full lines, whatever they begin with', async () => {
    const bytes = minimalPdf({
      pages: [
        column([
          '  一、存在的问题',
          full('  （一）石坝镇'),
          `3.5公里管网漏损。`,
          full('  （二）云峰镇'),
          full('停'),
          '水。',
        ]),
      ],
    })
    expect((await read(bytes)).lines).toEqual([
      '一、存在的问题',
      `${full('  （一）石坝镇').trim()}3.5公里管网漏损。`,
      `${full('  （二）云峰镇').trim()}${full('停')}水。`,
    ])
  })

  it('leave heads and feet that repeat, also on left and right pages', async () => {
    const pages = Array.from({ length: 6 }, (_, at) => [
      { x: 80, y: 50, text: at % 2 === 0 ? '青禾县人大常委会' : '评议意见汇编', size: 10 },
      ...column([
        `  ${at + 1}.第${at + 1}个问题没有解决。`,
        `  ${'甲乙丙丁戊己'.charAt(at)}镇群众意见较大。`,
      ]),
      { x: at % 2 === 0 ? 500 : 80, y: 800, text: `${at + 7}`, size: 10 },
    ])
    const { lines } = await read(minimalPdf({ pages }))
    expect(lines.filter((line) => line.startsWith('┆'))).toHaveLength(12)
    expect(lines.filter((line) => !line.startsWith('┆'))).toHaveLength(12)
  })

  it('keep a number at the edge of a page that is no page number', async () => {
    const { lines } = await read(
      minimalPdf({ pages: [column(['  共查处案件', '  2026'], 80, 780)] }),
    )
    expect(lines).toEqual(['共查处案件', '2026'])
  })

  it('are read column by column where a page has two', async () => {
    const left = Array.from({ length: 8 }, (_, at) => `左${at}`.padEnd(12, '水'))
    const right = Array.from({ length: 8 }, (_, at) => `右${at}`.padEnd(12, '火'))
    const { lines, codes } = await read(
      minimalPdf({ pages: [[...column(left, 60), ...column(right, 320)]] }),
    )
    const text = lines.join('')
    expect(text.indexOf('左7')).toBeLessThan(text.indexOf('右0'))
    expect(codes).toContain('two-columns')
  })

  it('count once where bold was printed twice, and stamps across the page stand apart', async () => {
    const { lines, codes } = await read(
      minimalPdf({
        pages: [
          [
            ...column(['  缺水问题']),
            ...column(['  缺水问题'], 80.5),
            { x: 200, y: 500, text: '内部资料', turned: true },
          ],
        ],
      }),
    )
    expect(lines).toEqual(['缺水问题', '┆内部资料'])
    expect(codes).toEqual(['turned-text'])
  })
})

describe('a PDF that cannot be read is refused by name', () => {
  const whole = minimalPdf({ pages: [column(['缺水'])] })
  it.each<[string, Uint8Array, string]>([
    ['a scan', minimalPdf({ pages: [[], []] }), 'scan'],
    ['a file cut off', whole.subarray(0, whole.length - 200), 'damaged-file'],
    ['501 pages', minimalPdf({ pages: Array.from({ length: 501 }, () => []) }), 'too-many-pages'],
    [
      'a password',
      minimalPdf({
        pages: [column(['缺水'])],
        trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`,
      }),
      'encrypted',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code)
  })
})

describe('a ruled table of a PDF', () => {
  const writer = new PdfWriter({ office: null, system: [], packages: true })
  afterAll(() => writer.close())
  const heading = ['序号', '存在问题', '责任单位', '整改措施', '整改时限']
  const rows = Array.from({ length: 40 }, (_, at) => [
    `${at + 1}`,
    `第${at + 1}处支管漏损，群众多次报修没有换，${'水压不足'.repeat(at % 7)}。`,
    ['县水利局', '县住建局', ''][at % 3] ?? '',
    at % 2 === 0 ? '1.检漏到户\n2.更换支管' : '更换支管',
    '2026年6月30日',
  ])
  const paper = paperOf({
    title: '问题清单',
    body: [
      { kind: 'paragraph', text: '问题清单如下。' },
      {
        kind: 'table',
        columns: heading.map((one, at) => ({ heading: one, width: at === 1 ? 6 : 3 })),
        rows,
      },
    ],
  })

  it('comes back cell by cell, over the ends of pages, with its heads once, and is mapped like a workbook', async () => {
    const made = await writer.write(paper)
    if (!made.ok) throw new Error(made.refusal.zh)
    expect(made.value.pages).toBeGreaterThan(2)
    const file = await readFile(made.value.bytes, '清单.pdf')
    if (!file.ok) throw new Error(file.refusal.zh)
    const [table, ...others] = file.value.tables ?? []
    expect(others).toEqual([])
    expect(table?.rows.map(({ cells }) => cells)).toEqual([heading, ...rows])
    expect(file.value.warnings.map(({ code }) => code)).toEqual(['page-furniture', 'ruled-tables'])
    const sight = await readAnySight(made.value.bytes)
    const proposed = sight.ok ? sight.value.sheets[0]?.proposed.mapping : undefined
    expect(proposed?.columns).toEqual(['place', 'opinion', 'unit', 'measures', 'due'])
  })

  it('is left to be read line by line when words cross an edge or cells are no rectangles', () => {
    const across = [0, 50, 100].map((at) => ({ at, from: 0, to: 200 }))
    const down = [0, 100, 200].map((at) => ({ at, from: 0, to: 100 }))
    const piece = (text: string, left: number, baseline: number) => ({
      text,
      left,
      right: left + 40,
      baseline,
      size: 10,
    })
    const four = [piece('甲', 10, 30), piece('乙', 110, 30), piece('丙', 10, 80)]
    const read = ruledTables({ across, down }, four)
    expect(read.tables[0]?.rows).toEqual([
      ['甲', '乙'],
      ['丙', ''],
    ])
    const crossing = [...four, piece('丁', 80, 80)]
    expect(ruledTables({ across, down }, crossing)).toEqual({ tables: [], rest: crossing })
    // An edge that ends half way down: the cell on the right would be an L.
    const bent = [
      { at: 0, from: 0, to: 100 },
      { at: 100, from: 0, to: 50 },
      { at: 200, from: 0, to: 100 },
    ]
    const open = [
      { at: 0, from: 0, to: 200 },
      { at: 50, from: 0, to: 100 },
      { at: 100, from: 0, to: 200 },
    ]
    expect(ruledTables({ across: open, down: bent }, four).tables).toEqual([])
    const wide = ruledTables({ across, down: bent }, [piece('甲', 10, 30), piece('丁', 80, 80)])
    expect(wide.tables[0]).toMatchObject({
      rows: [
        ['甲', ''],
        ['丁', ''],
      ],
      merged: [{ from: { row: 2, column: 1 }, to: { row: 2, column: 2 } }],
    })
  })
})
