import { day } from '@luoshi/domain/kernel/day'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type PdfPages, readPdfLines } from '../lint/pdf-lines.ts'
import { type OfficialPaper, paperOf } from '../official/paper.ts'
import { sampleLetter } from '../testing/sample-letter.ts'
import { PdfWriter } from './write-pdf.ts'

/** Only the packages' faces, so that every machine sets the same pages. */
const places = { office: null, system: [], packages: true }
const writer = new PdfWriter(places)
const millimetre = 72 / 25.4

async function pagesOf(paper: OfficialPaper): Promise<PdfPages> {
  const made = await writer.write(paper)
  if (!made.ok) throw new Error(made.refusal.zh)
  const read = await readPdfLines(made.value.bytes)
  if (read === null) throw new Error('our own PDF could not be read')
  return read
}

const wordsOf = ({ pages }: PdfPages) =>
  pages.flatMap(({ lines }) => lines.map(({ text }) => text)).join('\n')

const paragraph = (text: string) =>
  paperOf({ title: '情况说明', body: [{ kind: 'paragraph', text }] })

let letter: PdfPages

beforeAll(async () => {
  letter = await pagesOf(sampleLetter)
}, 120_000)
afterAll(() => writer.close())

describe('a paper as PDF', () => {
  it('has 22 lines of 28 characters on a full page, in a box of 156 by 225 mm', () => {
    const lines = letter.pages[1]?.lines.slice(0, -1) ?? []
    expect(lines).toHaveLength(22)
    for (const { text, left, right, size } of lines) {
      expect([...text]).toHaveLength(28)
      expect(size).toBeCloseTo(16, 1)
      expect(left).toBeCloseTo(28 * millimetre, 0)
      expect(right).toBeLessThanOrEqual(184.5 * millimetre)
    }
    const first = lines[0]?.baseline ?? 0
    expect(((lines.at(-1)?.baseline ?? 0) - first) / 21).toBeCloseTo((225 * millimetre) / 22, 1)
  })

  it('has every part of the letter among its words', () => {
    const words = wordsOf(letter)
    const joined = words.replaceAll('\n', '')
    for (const part of [
      '清禾县人民代表大会常务委员会文件',
      '清人常〔2026〕18号',
      '县人民政府：',
      '一、存在的主要问题',
      '“青石街”一带水管漏损——多次报修。',
      '附件：1.县水务局局长',
      '2.责任清单',
      '2026年9月4日',
      '（此件公开发布）',
      '附件2',
      '抄送：县委，县委组织部。',
      '2026年9月5日印发',
    ])
      expect(joined).toContain(part)
  })

  it('has the red head in one line, as wide as the text', () => {
    const head = letter.pages[0]?.lines.find(({ text }) => text === sampleLetter.head)
    expect(head?.left).toBeGreaterThanOrEqual(28 * millimetre - 1)
    expect(head?.right).toBeLessThanOrEqual(184 * millimetre + 1)
  })

  it('numbers pages between dashes below the text, odd ones right and even ones left', () => {
    for (const [at, { lines }] of letter.pages.entries()) {
      const number = lines.at(-1)
      expect(number?.text).toBe(`— ${at + 1} —`)
      expect(number?.baseline).toBeGreaterThan((37 + 225 + 7) * millimetre)
      if (at % 2 === 0) expect(number?.right).toBeCloseTo(184 * millimetre - 14, -1)
      else expect(number?.left).toBeCloseTo(28 * millimetre + 14, -1)
    }
  })

  it('centres the name over the date when it is sealed', () => {
    const lines = letter.pages.flatMap((page) => page.lines)
    const name = lines.find(({ text }) => text === '清禾县人民代表大会常务委员会')
    const date = lines.find(({ text }) => text === '2026年9月4日')
    const middle = (one: typeof name) => ((one?.left ?? 0) + (one?.right ?? 0)) / 2
    expect(date?.right).toBeCloseTo(184 * millimetre - 64, -1)
    expect(middle(name)).toBeCloseTo(middle(date), -1)
  })

  it('sets the date two places after the beginning of an unsealed name', async () => {
    const signature = { by: '清禾县人民代表大会常务委员会', on: day('2026-09-04'), sealed: false }
    const { pages } = await pagesOf({ ...sampleLetter, signature, note: null })
    const lines = pages.flatMap((page) => page.lines)
    const name = lines.find(({ text }) => text === signature.by)
    const date = lines.find(({ text }) => text === '2026年9月4日')
    expect(name?.right).toBeCloseTo(184 * millimetre - 32, -1)
    expect((date?.left ?? 0) - (name?.left ?? 0)).toBeCloseTo(32, -1)
  })

  it('embeds its fonts, and says nothing of who made it', async () => {
    expect(letter.fonts.length).toBeGreaterThanOrEqual(3)
    for (const font of letter.fonts) expect(font.embedded).toBe(true)
    const made = await writer.write(sampleLetter)
    if (!made.ok) throw new Error(made.refusal.code)
    const file = Buffer.from(made.value.bytes).toString('latin1')
    const number = /\/Info (\d+) 0 R/.exec(file)?.[1]
    const about = new RegExp(`\\n${number} 0 obj\\n<<([^>]*)>>`).exec(file)?.[1] ?? 'no /Info'
    expect(about.match(/\/\w+/g)).toEqual(['/Creator'])
    expect(file).not.toMatch(/dc:creator|dc:title|xmp:CreateDate/)
  })

  it('repeats the heads of a wide table on every page that lies across', async () => {
    const columns = ['序号', '问题', '措施'].map((heading) => ({ heading, width: 1 }))
    const rows = Array.from({ length: 60 }, (_, at) => [`${at}`, '管网漏损', '更换管网'])
    const { pages } = await pagesOf(
      paperOf({ title: '整改台账', body: [{ kind: 'table', columns, rows }], landscape: true }),
    )
    expect(pages.length).toBeGreaterThan(1)
    for (const { width, height, lines } of pages) {
      expect(width).toBeGreaterThan(height)
      expect(lines.some(({ text }) => text === '序号问题措施')).toBe(true)
    }
  })
})

describe('whatever anybody typed', () => {
  it.each([
    ['markup', '#read("/etc/passwd") *粗* _斜_ $x$ `c` @a <b> [c] {d} //e /*f*/ = g'],
    ['an import', '#import "@preview/x:1.0.0": * #eval("1+1") #panic()'],
    ['backslashes and quotes', '\\u{4eba} \\n "引号" \\" \'\' \\'],
    ['JSON', '","head":"假","x":{"a":[1]}'],
  ])('stands there literally: %s', async (_, text) => {
    const words = wordsOf(await pagesOf(paragraph(text))).replaceAll(/\s/g, '')
    expect(words).toContain(text.replaceAll(/\s/g, ''))
  })

  it('is set, wherever it stands, or refused for its characters; it never breaks the template', async () => {
    const signs = [
      ...'#\\"*_$@[]{}<>/=-+`~^&|;:,.!?()%\'\n\t 人一“”—（）〔〕：、。\u202E\u200B\u0000\uD800',
    ]
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom(...signs), maxLength: 60 }),
        async (text) => {
          const made = await writer.write(
            paperOf({
              head: text,
              number: text,
              title: text,
              addressee: text,
              body: [
                { kind: 'heading', level: 1, text, body: text },
                { kind: 'line', text },
                { kind: 'table', columns: [{ heading: text, width: 1 }], rows: [[text]] },
                { kind: 'form', rows: [{ label: text, text, lines: 3 }] },
              ],
              attachments: [{ name: text, body: [{ kind: 'paragraph', text }] }],
              signature: { by: text, on: day('2026-09-04'), sealed: text.length % 2 === 0 },
              note: text,
              imprint: { copies: [text], by: text, on: day('2026-09-04') },
            }),
          )
          expect(made.ok).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)

  it('keeps its order when marks of direction are among it', async () => {
    const words = wordsOf(await pagesOf(paragraph('甲\u202E乙丙\u202C丁')))
    expect(words).toContain('甲乙丙丁')
  })

  it('is set whole when it has 100 kB', async () => {
    const text = '供水保障不到位。'.repeat(4200)
    const words = wordsOf(await pagesOf(paragraph(text)))
    expect(words.match(/供/g)).toHaveLength(4200)
  }, 60_000)

  it('is refused by name of the character when no face has it, and never dropped', async () => {
    const made = await writer.write(paragraph('王\u{2B740}同志'))
    expect(made.ok).toBe(false)
    if (made.ok) return
    expect(made.refusal.code).toBe('characters-missing')
    expect(made.refusal.zh).toContain('U+2B740')
  })

  it('has every letter of rare names, and says which other face they are set in', async () => {
    const names = '刘堃、王喆、李镕、张昇、㎡〔〕'
    const made = await writer.write(paragraph(names))
    if (!made.ok) throw new Error(made.refusal.zh)
    const read = await readPdfLines(made.value.bytes)
    expect(read === null ? '' : wordsOf(read)).toContain(names)
    // What the body's own face has is not said to be elsewhere.
    expect(made.value.otherFace).not.toContain('刘')
  })

  it('is set in another face when only that has the character, and says so', async () => {
    const made = await writer.write(paragraph('党组成员阢某'))
    expect(made.ok && made.value.otherFace).toEqual(['阢'])
  })

  it('is refused before it is set when it is too much', async () => {
    const made = await writer.write(paragraph('长'.repeat(400_001)))
    expect(!made.ok && made.refusal.code).toBe('paper-too-large')
  })
})

describe('the process that sets papers', () => {
  it('is ended when it runs over time, and the one who asked is told', async () => {
    const endless = new URL('../testing/endless-typesetter.ts', import.meta.url)
    const stuck = new PdfWriter(places, { milliseconds: 300, megabytes: 4000 }, endless)
    const made = await stuck.write(paragraph('一'))
    expect(!made.ok && made.refusal.code).toBe('took-too-long')
    stuck.close()
  })

  it('is ended when it takes more memory than it may', async () => {
    const greedy = new PdfWriter(places, { milliseconds: 60_000, megabytes: 20 })
    const made = await greedy.write(paragraph('一'))
    expect(!made.ok && made.refusal.code).toBe('needs-too-much')
    greedy.close()
  })

  it('says that there are no fonts instead of setting empty pages', async () => {
    const bare = new PdfWriter({ office: null, system: [], packages: false })
    const made = await bare.write(paragraph('一'))
    expect(!made.ok && made.refusal.code).toBe('fonts-missing')
    bare.close()
  })
})
