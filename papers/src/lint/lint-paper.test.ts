import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDocx } from '../docx/write-docx.ts'
import { PdfWriter } from '../pdf/write-pdf.ts'
import { sampleLetter } from '../testing/sample-letter.ts'
import type { Finding, LintRule } from './finding.ts'
import { lintInWorker } from './lint-in-worker.ts'
import { lintPaper } from './lint-paper.ts'
import { type PdfLine, readPdfLines, type PdfPages } from './pdf-lines.ts'
import { checkPdf } from './pdf-rules.ts'

const letter = writeDocx(sampleLetter)

async function findingsIn(bytes: Uint8Array): Promise<readonly Finding[]> {
  const report = await lintPaper(bytes, '公文.docx')
  if (!report.ok) throw new Error(report.refusal.code)
  expect(report.value.ok).toBe(report.value.findings.length === 0)
  return report.value.findings
}

/** The letter, with one part of the file changed by somebody's hand. */
function spoiled(part: string, from: string | RegExp, to: string, file = letter): Uint8Array {
  const parts = unzipSync(file)
  const before = new TextDecoder().decode(parts[part])
  const after = before.replace(from, to)
  if (after === before) throw new Error(`nothing was planted in ${part}`)
  return zipSync({ ...parts, [part]: new TextEncoder().encode(after) })
}

const styles = 'word/styles.xml'
const main = 'word/document.xml'

/** One hand spoils more than one thing: a smaller letter leaves room for more of them. */
const alsoTold = new Map<string, readonly LintRule[]>([
  ['letter paper', ['lines-per-page', 'characters-per-line']],
  ['a narrow top', ['lines-per-page']],
  ['body in 宋体', ['level-font']],
  ['body in 四号', ['characters-per-line']],
])

describe('a Word file', () => {
  it('of ours is found to be as the standard says', async () => {
    expect(await findingsIn(letter)).toEqual([])
    expect(await findingsIn(writeDocx({ ...sampleLetter, landscape: true }))).toEqual([])
  })

  it.each<
    readonly [
      fault: string,
      rule: LintRule,
      part: string,
      from: string | RegExp,
      to: string,
      found: string,
    ]
  >([
    [
      'letter paper',
      'page-size',
      main,
      'w:w="11906" w:h="16838"',
      'w:w="12240" w:h="15840"',
      '215.9 毫米 × 279.4 毫米',
    ],
    ['a narrow top', 'margins', main, 'w:top="2098"', 'w:top="1440"', '25.4 毫米'],
    ['27 points a line', 'lines-per-page', styles, /w:line="579"/g, 'w:line="540"', '23 行'],
    [
      'one and a half lines',
      'line-pitch',
      styles,
      /w:line="579" w:lineRule="exact"/g,
      'w:line="360" w:lineRule="auto"',
      '1.5 倍行距',
    ],
    ['no tightening', 'characters-per-line', styles, /<w:spacing w:val="-5"\/>/g, '', '27 字'],
    ['a title in 黑体', 'title-font', styles, /方正小标宋简体/g, '黑体', '黑体'],
    ['a small title', 'title-size', styles, '<w:sz w:val="44"/>', '<w:sz w:val="36"/>', '18 磅'],
    [
      'a bold level',
      'level-bold',
      main,
      '（1）时限不明确。',
      '</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>（1）时限不明确。',
      '加粗',
    ],
    ['a second level in 仿宋', 'level-font', styles, /楷体_GB2312/g, '仿宋_GB2312', '仿宋_GB2312'],
    ['body in 宋体', 'body-font', styles, /仿宋_GB2312/g, '宋体', '宋体'],
    ['body in 四号', 'body-size', styles, /<w:sz w:val="32"\/>/g, '<w:sz w:val="28"/>', '14 磅'],
    [
      'the same side for all page numbers',
      'page-number',
      'word/settings.xml',
      '<w:evenAndOddHeaders/>',
      '',
      '没有另设双页页码',
    ],
    [
      'odd page numbers in the middle',
      'page-number',
      'word/footer1.xml',
      '<w:jc w:val="right"/>',
      '<w:jc w:val="center"/>',
      '对齐方式 center',
    ],
    ['a date with noughts', 'date-form', main, '2026年9月4日', '2026年09月04日', '2026年09月04日'],
    [
      'a date in Han figures',
      'date-form',
      main,
      '2026年9月4日',
      '二〇二六年九月四日',
      '二〇二六年九月四日',
    ],
    ['a half-width colon', 'addressee-colon', main, '县人民政府：', '县人民政府:', '半角冒号'],
    [
      'a stop after an attachment',
      'attachment-form',
      main,
      '2.责任清单',
      '2.责任清单。',
      '末尾有“。”',
    ],
    [
      'a comma after its number',
      'attachment-form',
      main,
      '2.责任清单',
      '2、责任清单',
      '序号后不是“.”',
    ],
  ])(
    'with %s is told so under %s, and no more than that',
    async (fault, rule, part, from, to, found) => {
      const findings = await findingsIn(spoiled(part, from, to))
      expect(new Set(findings.map((one) => one.rule))).toEqual(
        new Set([rule, ...(alsoTold.get(fault) ?? [])]),
      )
      expect(findings.map((one) => one.found).join()).toContain(found)
    },
  )

  it('with quotes in the font of letters is told so, where they stand', async () => {
    const western = spoiled(
      main,
      '“青石街”',
      '</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii="Times New Roman"/></w:rPr><w:t>“青石街”',
      spoiled(styles, / w:hint="eastAsia"/g, ''),
    )
    const [first, ...more] = await findingsIn(western)
    expect(more).toEqual([])
    expect(first).toMatchObject({ rule: 'quotes-font', expected: '与正文相同：楷体_GB2312' })
    expect(first?.where).toContain('供水保障')
  })

  it('is refused when it is something else under this name', async () => {
    const text = await lintPaper(new TextEncoder().encode('关于述职评议的意见'), '意见.docx')
    expect(!text.ok && text.refusal.code).toBe('not-a-paper')
    const workbook = await lintPaper(zipSync({ 'xl/workbook.xml': new Uint8Array(8) }), '表.docx')
    expect(!workbook.ok && workbook.refusal.code).toBe('not-a-paper')
  })
})

describe('a PDF', () => {
  const writer = new PdfWriter({ office: null, system: [], packages: true })
  let bytes: Uint8Array
  let pages: PdfPages
  beforeAll(async () => {
    const made = await writer.write(sampleLetter)
    if (!made.ok) throw new Error(made.refusal.zh)
    bytes = made.value.bytes
    const read = await readPdfLines(bytes)
    if (read === null) throw new Error('our own PDF could not be read')
    pages = read
  }, 120_000)
  afterAll(() => writer.close())

  it('of ours is found to be as the standard says, also in a thread of its own', async () => {
    const report = await lintInWorker(bytes, '公文.pdf')
    expect(report).toEqual({ ok: true, value: { ok: true, findings: [] } })
  })

  const rulesIn = (changed: PdfPages) => [...new Set(checkPdf(changed).map(({ rule }) => rule))]
  const eachLine = (
    change: (line: PdfPages['pages'][number]['lines'][number]) => object,
  ): PdfPages => ({
    ...pages,
    pages: pages.pages.map((page) => ({
      ...page,
      lines: page.lines.map((line) => ({ ...line, ...change(line) })),
    })),
  })

  it('with a planted fault is told so under the right rule', () => {
    expect(rulesIn({ ...pages, fonts: [{ name: 'SimSun', embedded: false }] })).toEqual([
      'fonts-embedded',
    ])
    expect(rulesIn(eachLine(({ left }) => ({ left: left - 20 })))).toContain('margins')
    expect(rulesIn(eachLine(({ text }) => ({ text: text.replace(/^— (\d+) —$/, '$1') })))).toEqual([
      'page-number',
    ])
    expect(rulesIn(eachLine(({ baseline }) => ({ baseline: baseline * 0.966 + 4 })))).toEqual([
      'lines-per-page',
    ])
    expect(
      rulesIn(eachLine(({ text }) => ({ text: /^人{28}$/.test(text) ? text.slice(1) : text }))),
    ).toEqual(['characters-per-line'])
    const letterPaper = pages.pages.map((page) => ({ ...page, width: 612, height: 792 }))
    expect(rulesIn({ ...pages, pages: letterPaper })).toContain('page-size')
    const swapped = pages.pages.toSpliced(0, 1)
    expect(rulesIn({ ...pages, pages: swapped })).toEqual(['page-number'])
    expect(
      rulesIn({ ...pages, pages: [{ width: 595, height: 842, lines: [], tight: [] }] }),
    ).toEqual(['no-text'])
  })

  it('with words in the wrong face or form is told so, too', () => {
    const refaced = (of: RegExp, font: string) =>
      eachLine(({ runs }) => ({
        runs: runs.map((one) => (of.test(one.text) ? { ...one, font } : one)),
      }))
    const body = pages.pages[1]?.lines[0]?.runs[0]?.font ?? ''
    expect(rulesIn(refaced(/^一、/, body))).toEqual(['level-font'])
    expect(rulesIn(refaced(/^1\./, '别的字体'))).toEqual(['level-font'])
    const alone = eachLine(({ text, runs }) => ({
      runs: text.startsWith('以上意见') ? [...runs, { text: '“”', font: 'Times' }] : runs,
    }))
    expect(rulesIn(alone)).toEqual(['quotes-font'])
    const dated = eachLine(({ text }) => ({ text: text.replace('2026年9月4日', '2026年09月04日') }))
    expect(rulesIn(dated)).toEqual(['date-form'])
  })

  it('with pages of nothing but a table is not measured by the words of its cells', () => {
    const cell = (line: PdfLine): PdfLine => ({
      ...line,
      text: '第5号事项：整改质量和完成时间',
      left: line.left + 4.25,
      size: 12,
      parts: 1,
    })
    const tables = pages.pages.map((page, at) =>
      at % 2 === 1 ? { ...page, lines: page.lines.map(cell) } : page,
    )
    const told = rulesIn({ ...pages, pages: tables })
    expect(told).not.toContain('body-size')
    expect(told).not.toContain('characters-per-line')
  })

  it('whose signature is alone on a page, or whose words lie on each other, is told so', () => {
    const last = pages.pages.findIndex(({ lines }) =>
      lines.some(({ text }) => text.startsWith('2026年')),
    )
    const bare = pages.pages.map((page, at) => ({
      ...page,
      lines: page.lines.filter(({ left }) => at !== last || left > page.width * 0.4),
    }))
    expect(rulesIn({ ...pages, pages: bare })).toContain('signature-alone')
    const [first] = pages.pages
    if (first === undefined) throw new Error('no page')
    const twice = first.lines.map((line) => ({ ...line, baseline: line.baseline + 4 }))
    const doubled = {
      ...first,
      lines: first.lines.flatMap((line, at) => [line, twice[at] ?? line]),
    }
    expect(rulesIn({ ...pages, pages: [doubled, ...pages.pages.slice(1)] })).toContain(
      'overlapping-text',
    )
    expect(rulesIn(eachLine(() => ({ overlap: 0.4 })))).toEqual(['overlapping-text'])
    const tight = pages.pages.map((page) => ({ ...page, tight: [{ text: 'WM', by: 400 }] }))
    expect(rulesIn({ ...pages, pages: tight })).toEqual(['overlapping-text'])
  })

  it('that is none is refused', async () => {
    const broken = await lintInWorker(new TextEncoder().encode('%PDF-1.7 and no more'), '坏.pdf')
    expect(!broken.ok && broken.refusal.code).toBe('damaged-file')
  })

  it('that takes too long is left', async () => {
    const late = await lintInWorker(bytes, '公文.pdf', { milliseconds: 1, heapMegabytes: 512 })
    expect(!late.ok && late.refusal.code).toBe('took-too-long')
  })
})
