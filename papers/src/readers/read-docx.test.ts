import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type MinimalDocx, minimalDocx, paragraph, table } from '../../testing/minimal-docx.ts'
import { readAtOnce } from './read-at-once.ts'

function read(docx: MinimalDocx) {
  const file = readAtOnce(minimalDocx(docx), 'zip')
  if (!file.ok) throw new Error(file.refusal.zh)
  return file.value
}

const linesOf = (docx: MinimalDocx) => read(docx).text.split('\n')
const codesOf = (docx: MinimalDocx) => read(docx).warnings.map((warning) => warning.code)
const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const list = (id: number, abstract: number, inner = '') =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${inner}</w:num>`
const run = (inner: string) => `<w:r>${inner}</w:r>`

describe('automatic lists of Word', () => {
  const official = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimalEnclosedCircle', '%4')}</w:abstractNum>${list(1, 0)}`

  it('get the labels that stand nowhere in the text', () => {
    const body = [
      paragraph('存在的问题', 1, 0),
      paragraph('供水不足', 1, 1),
      paragraph('石坝镇缺水', 1, 2),
      paragraph('3个站没有检测', 1, 2),
      paragraph('一组', 1, 3),
      paragraph('排水不畅', 1, 1),
      paragraph('雨污混流', 1, 2),
      paragraph('改进建议', 1, 0),
    ]
    expect(linesOf({ body: body.join(''), numbering: official })).toEqual([
      '一、存在的问题',
      '（一）供水不足',
      '1. 石坝镇缺水',
      '2. 3个站没有检测',
      '①一组',
      '（二）排水不畅',
      '1. 雨污混流',
      '二、改进建议',
    ])
  })

  it.each([
    ['chineseCounting', 11, '十一'],
    ['chineseCountingThousand', 25, '二十五'],
    ['japaneseCounting', 3, '三'],
    ['ideographTraditional', 2, '乙'],
    ['ideographZodiac', 3, '寅'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['decimalEnclosedCircle', 21, '㉑'],
    ['decimalEnclosedCircleChinese', 9, '⑨'],
    ['decimalZero', 7, '07'],
    ['upperLetter', 27, 'AA'],
    ['upperRoman', 14, 'XIV'],
    ['ideographDigital', 10, '一〇'],
  ])('write %s %i as %s', (format, value, label) => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, format, '%1、').replace('<w:start w:val="1"/>', `<w:start w:val="${value}"/>`)}</w:abstractNum>${list(1, 0)}`
    expect(linesOf({ body: paragraph('缺水', 1), numbering })).toEqual([`${label}、缺水`])
  })

  it('write 1.1 under 一、 where the level is legal', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>${list(1, 0)}`
    expect(linesOf({ body: paragraph('供水', 1) + paragraph('缺水', 1, 1), numbering })).toEqual([
      '一、供水',
      '1.1 缺水',
    ])
  })

  it('go on in another list of the same kind, and begin again where it says so', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1、')}</w:abstractNum>${list(1, 0)}${list(2, 0)}${list(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')}`
    const body = [paragraph('甲', 1), paragraph('乙', 2), paragraph('丙', 3), paragraph('丁', 3)]
    expect(linesOf({ body: body.join(''), numbering })).toEqual([
      '1、甲',
      '2、乙',
      '1、丙',
      '2、丁',
    ])
  })

  it('come from the style, and can be switched off in a paragraph', () => {
    const styles =
      '<w:style w:styleId="base"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="item"><w:basedOn w:val="base"/></w:style>'
    const styled = (inner: string) =>
      `<w:p><w:pPr><w:pStyle w:val="item"/>${inner}</w:pPr>${run('<w:t>缺水</w:t>')}</w:p>`
    const off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    expect(
      linesOf({ body: styled('') + styled(off) + styled(''), styles, numbering: official }),
    ).toEqual(['一、缺水', '缺水', '二、缺水'])
  })

  it('are found through the style that links two lists', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="official"/>${level(0, 'chineseCounting', '（%1）')}</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="official"/></w:abstractNum>${list(1, 1)}`
    expect(linesOf({ body: paragraph('缺水', 1) + paragraph('停水', 1), numbering })).toEqual([
      '（一）缺水',
      '（二）停水',
    ])
  })

  it('leave bullets without a label, and empty paragraphs uncounted', () => {
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uf06c')}</w:abstractNum>${list(1, 0)}`
    expect(linesOf({ body: paragraph('缺水', 1), numbering })).toEqual(['缺水'])
    expect(
      linesOf({
        body: paragraph('缺水', 1) + paragraph('', 1) + paragraph('停水', 1),
        numbering: official,
      }),
    ).toEqual(['一、缺水', '', '二、停水'])
  })
})

describe('revisions and hidden things', () => {
  it('takes insertions and drops deletions, and says so', () => {
    const body = `<w:p><w:ins>${run('<w:t>新增</w:t>')}</w:ins><w:del>${run('<w:delText>删去</w:delText>')}</w:del><w:moveFrom>${run('<w:t>移走</w:t>')}</w:moveFrom>${run('<w:t>留下</w:t>')}</w:p>`
    expect(linesOf({ body })).toEqual(['新增留下'])
    expect(codesOf({ body })).toEqual(['deleted-text'])
  })

  it('shows each revision, and reads the document as it was before one that is refused', () => {
    const by = (name: string) => `w:author="${name}" w:date="2026-03-01T08:00:00Z"`
    const body = `<w:p>${run('<w:t>限</w:t>')}<w:del ${by('周启明')}>${run('<w:delText>三</w:delText>')}${run('<w:delText>个月</w:delText>')}</w:del><w:ins ${by('周启明')}>${run('<w:t>六</w:t>')}</w:ins><w:ins ${by('周启明')}>${run('<w:t>个月</w:t>')}</w:ins>${run('<w:t>内完成</w:t>')}</w:p>`
    const accepted = read({ body })
    expect(accepted.text).toBe('限六个月内完成')
    expect(accepted.revisions).toEqual([
      {
        id: 'revision-1',
        kind: 'deleted',
        words: '三个月',
        by: '周启明',
        on: '2026-03-01',
        refused: false,
      },
      {
        id: 'revision-2',
        kind: 'inserted',
        words: '六个月',
        by: '周启明',
        on: '2026-03-01',
        refused: false,
      },
    ])
    const before = readAtOnce(minimalDocx({ body }), 'zip', new Set(['revision-1', 'revision-2']))
    expect(before.ok && before.value.text).toBe('限三个月内完成')
    const both = readAtOnce(minimalDocx({ body }), 'zip', new Set(['revision-1']))
    expect(both.ok && both.value.text).toBe('限三个月六个月内完成')
  })

  it('parts paragraphs again when the deletion of their border is refused', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('<w:t>石坝镇</w:t>')}</w:p>${paragraph('缺水')}`
    const before = readAtOnce(minimalDocx({ body }), 'zip', new Set(['revision-1']))
    expect(before.ok && before.value.text).toBe('石坝镇\n缺水')
  })

  it('takes one of several alternatives, and no table of contents', () => {
    const choice = (words: string) =>
      `<mc:Choice Requires="x">${run(`<w:t>${words}</w:t>`)}</mc:Choice>`
    const body = `<w:p><w:pPr><w:pStyle w:val="11"/></w:pPr>${run('<w:t>一、问题\t3</w:t>')}</w:p><w:p><mc:AlternateContent>${choice('甲')}${choice('乙')}</mc:AlternateContent></w:p>`
    const styles = '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    expect(linesOf({ body, styles })).toEqual(['甲'])
    expect(codesOf({ body, styles })).toEqual(['contents-list'])
  })

  it('joins paragraphs whose border was deleted', () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('<w:t>石坝镇</w:t>')}</w:p>${paragraph('缺水')}`
    expect(linesOf({ body })).toEqual(['石坝镇缺水'])
  })

  it('skips hidden text, and says so', () => {
    const body = `<w:p>${run('<w:rPr><w:vanish/></w:rPr><w:t>内部</w:t>')}${run('<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>公开</w:t>')}</w:p>`
    expect(linesOf({ body })).toEqual(['公开'])
    expect(codesOf({ body })).toEqual(['hidden-text'])
  })

  it('reads the base of ruby, the choice of alternatives, soft breaks and tabs', () => {
    const body = `<w:p><w:r><w:ruby><w:rt>${run('<w:t>yǎn</w:t>')}</w:rt><w:rubyBase>${run('<w:t>䶮</w:t>')}</w:rubyBase></w:ruby></w:r><mc:AlternateContent><mc:Choice Requires="wps">${run('<w:t>甲</w:t>')}</mc:Choice><mc:Fallback>${run('<w:t>乙</w:t>')}</mc:Fallback></mc:AlternateContent>${run('<w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t>')}</w:p>`
    expect(linesOf({ body })).toEqual(['䶮甲上', '下\t右'])
  })

  it('puts a text box after its paragraph and notes apart', () => {
    const box = `<w:p>${run('<w:t>正文</w:t>')}${run(`<w:drawing><w:txbxContent>${paragraph('框内')}</w:txbxContent></w:drawing>`)}${run('<w:t>继续</w:t>')}</w:p>`
    const file = read({
      body: box,
      footnotes: `<w:footnote>${paragraph('数据截至8月')}</w:footnote>`,
    })
    expect(file.text).toBe('正文继续\n框内')
    expect(file.footnotes).toEqual(['数据截至8月'])
    expect(file.warnings.map((warning) => warning.code)).toContain('footnotes')
  })

  it('reads a document with other prefixes', () => {
    const xml = `<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>缺水</d:t></d:r></d:p></d:body></d:document>`
    expect(linesOf({ body: '', parts: { 'word/document.xml': strToU8(xml) } })).toEqual(['缺水'])
  })
})

describe('tables of Word', () => {
  it('become lines of cells, parted from the next table', () => {
    const body =
      paragraph('附表') +
      table([
        ['序号', '问题'],
        ['1', '缺|水│'],
      ]) +
      table([['甲', '']])
    expect(linesOf({ body })).toEqual(['附表', '│序号│问题│', '│1│缺|水|│', '', '│甲││'])
  })

  it('keep the places of rows that begin further to the right', () => {
    const row = `<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>${paragraph('县水利局')}</w:tc></w:tr>`
    expect(linesOf({ body: `<w:tbl>${row}</w:tbl>` })).toEqual(['│││县水利局│'])
  })

  it('keep columns under merged cells, and mark what was filled down', () => {
    const cell = (properties: string, text: string) =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
    const rows = [
      `<w:tr>${cell('<w:gridSpan w:val="2"/>', '标题')}${cell('', '单位')}</w:tr>`,
      `<w:tr>${cell('', '1')}${cell('', '缺水')}${cell('<w:vMerge w:val="restart"/>', '县水利局')}</w:tr>`,
      `<w:tr>${cell('', '2')}${cell('', '停水')}${cell('<w:vMerge/>', '')}</w:tr>`,
    ]
    const file = read({ body: `<w:tbl>${rows.join('')}</w:tbl>` })
    expect(file.text.split('\n')).toEqual([
      '│标题││单位│',
      '│1│缺水│县水利局│',
      '│2│停水│县水利局│',
    ])
    expect(file.rowNotes).toEqual([[], [], ['merged-cell']])
  })
})
