import { day } from '@luoshi/domain/kernel/day'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from '../parse.ts'
import { openPackage } from '../readers/office-package.ts'
import { readXml } from '../readers/read-xml.ts'
import { paperOf, type OfficialPaper } from '../official/paper.ts'
import { placesOf } from '../official/paper-words.ts'
import { widthsOf } from './blocks-xml.ts'
import { writeDocx } from './write-docx.ts'

const letter = paperOf({
  head: '清禾县人民代表大会常务委员会文件',
  number: '清人常〔2026〕18号',
  title: '关于对某某同志述职评议的意见',
  addressee: '县人民政府',
  body: [
    { kind: 'heading', level: 1, text: '一、存在的主要问题' },
    {
      kind: 'heading',
      level: 2,
      text: '（一）供水保障不到位。',
      body: '“青石街”一带水管漏损——多次报修。',
    },
    { kind: 'heading', level: 3, text: '1.措施不具体。' },
    { kind: 'paragraph', text: '请在收到本意见之日起15日内报送整改方案。' },
    {
      kind: 'table',
      columns: [
        { heading: '序号', width: 1, align: 'center' },
        { heading: '问题', width: 5 },
      ],
      rows: [['1', '供水管网漏损']],
    },
    { kind: 'form', rows: [{ label: '签收人', text: '', lines: 2 }] },
  ],
  attachments: [
    { name: '问题清单', body: [{ kind: 'paragraph', text: '见表。' }] },
    { name: '责任清单', body: [{ kind: 'line', text: '见表。' }] },
  ],
  signature: { by: '清禾县人民代表大会常务委员会', on: day('2026-09-04'), sealed: true },
  note: '此件公开发布',
  imprint: { copies: ['县委', '县委组织部'], by: '县人大常委会办公室', on: day('2026-09-05') },
})

function partOf(paper: OfficialPaper, name: string): string {
  const pack = openPackage(writeDocx(paper))
  const part = pack.ok ? pack.value.read(name) : pack
  if (!part.ok || part.value === undefined) throw new Error(`no part ${name}`)
  return new TextDecoder().decode(part.value)
}

const documentOf = (paper: OfficialPaper) => partOf(paper, 'word/document.xml')

describe('a paper as .docx', () => {
  it('comes back through our own reader with its numbering and every word', async () => {
    const read = await parseDocument(writeDocx(letter))
    if (!read.ok) throw new Error(read.refusal.code)
    const { nodes, text } = read.value
    expect(nodes.map(({ label, depth }) => [label, depth])).toEqual([
      ['一、', 1],
      ['（一）', 2],
      ['1.', 3],
    ])
    for (const words of [
      '清人常〔2026〕18号',
      '“青石街”',
      '2026年9月4日',
      '抄送：县委，县委组织部。',
    ])
      expect(text).toContain(words)
  })

  it('keeps the measures of the standard: the page, 22 lines of 28 characters, the margins', () => {
    const xml = documentOf(letter)
    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838"/>')
    expect(xml).toContain('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"')
    expect(xml).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
    const height = 16_838 - 2098 - 1984
    expect(Math.floor(height / 579)).toBe(22)
    const width = (11_906 - 1588 - 1474) / 20
    expect(Math.floor(width / (16 - 5 / 20))).toBe(28)
  })

  it('tells levels by font, never by bold, and has Chinese quotes in the Chinese font', () => {
    const styles = partOf(letter, 'word/styles.xml')
    expect(styles).not.toContain('<w:b/>')
    expect(styles).toMatch(/GwH1.*?黑体/)
    expect(styles).toMatch(/GwH2.*?楷体_GB2312/)
    const runs = documentOf(letter).match(/<w:r><w:rPr>.*?<\/w:rPr>/g) ?? []
    expect(runs.length).toBeGreaterThan(10)
    for (const one of runs) expect(one).toContain('w:hint="eastAsia"')
  })

  it('numbers its pages on the outer edge', () => {
    expect(partOf(letter, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    expect(partOf(letter, 'word/footer1.xml')).toContain('<w:jc w:val="right"/>')
    expect(partOf(letter, 'word/footer2.xml')).toContain('<w:jc w:val="left"/>')
  })

  it('ends with a form without a page of its own for the paragraph that stands behind it', () => {
    const form = { kind: 'form', rows: [{ label: '签收人', text: '', lines: 2 }] } as const
    const lastOf = (xml: string) => xml.slice(xml.lastIndexOf('</w:tbl>'))
    expect(lastOf(documentOf(paperOf({ title: '表', body: [form] })))).toContain('w:line="15"')
    const signed = { by: '县水利局', on: day('2026-09-04'), sealed: true }
    const followed = paperOf({ title: '表', body: [form], signature: signed })
    expect(lastOf(documentOf(followed))).not.toContain('w:line="15"')
  })

  it('has no part that was not asked for', () => {
    const bare = documentOf(
      paperOf({ title: '会议须知', body: [{ kind: 'line', text: '一句话' }] }),
    )
    for (const word of ['FF0000', '附件', '抄送', '印发']) expect(bare).not.toContain(word)
  })

  it('lies across when it is wide', () => {
    const wide = documentOf(paperOf({ title: '台账', body: [], landscape: true }))
    expect(wide).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
  })

  it('is well-formed whatever anybody typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = documentOf(
          paperOf({
            title: text,
            addressee: text,
            body: [
              { kind: 'paragraph', text },
              { kind: 'table', columns: [{ heading: text, width: 1 }], rows: [[text]] },
            ],
            signature: { by: text, on: day('2026-09-04'), sealed: false },
            imprint: { copies: [text], by: text, on: day('2026-09-04') },
          }),
        )
        expect(readXml(new TextEncoder().encode(xml), {})).toBeUndefined()
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  it('shares a width to the last twentieth of a point', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), (shares) => {
        const widths = widthsOf(shares, 8844)
        expect(widths.reduce((sum, one) => sum + one, 0)).toBe(8844)
      }),
    )
  })

  it('counts places as the standard does', () => {
    expect(placesOf('2026年9月4日')).toBe(6)
    expect(placesOf('“县”')).toBe(3)
  })
})
