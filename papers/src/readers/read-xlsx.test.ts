import { describe, expect, it } from 'vitest'
import { inlineCell, type MinimalXlsx, minimalXlsx, sheetOf } from '../../testing/minimal-xlsx.ts'
import { readAtOnce } from './read-at-once.ts'

function read(book: MinimalXlsx) {
  const file = readAtOnce(minimalXlsx(book), 'zip')
  if (!file.ok) throw new Error(file.refusal.zh)
  return file.value
}

const linesOf = (book: MinimalXlsx) => read(book).text.split('\n')
const codesOf = (book: MinimalXlsx) => read(book).warnings.map((warning) => warning.code)
const cells = (inner: string, row = '') => `<sheetData><row r="1" ${row}>${inner}</row></sheetData>`

describe('cells of a workbook', () => {
  it('hold shared strings without their phonetic guides, and inline strings', () => {
    const sharedStrings =
      '<si><t>缺水</t></si><si><r><t>石坝</t></r><r><t>镇</t></r><rPh sb="0" eb="1"><t>shí</t></rPh></si>'
    const sheets = [
      cells(`<c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>${inlineCell('C1', '停水')}`),
    ]
    expect(linesOf({ sheets, sharedStrings })).toEqual(['│石坝镇│缺水│停水│'])
  })

  it('show days as days, percentages as percentages', () => {
    const styles =
      '<numFmts><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="176"/></cellXfs>'
    const row =
      '<c r="A1"><v>12.5</v></c><c r="B1" s="1"><v>46326</v></c><c r="C1" s="2"><v>0.351</v></c><c r="D1" s="3"><v>46326.75</v></c>'
    expect(linesOf({ sheets: [cells(row)], styles })).toEqual([
      '│12.5│2026-10-31│35.1%│2026-10-31│',
    ])
  })

  it('count days from 1904 where the workbook does', () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    expect(
      linesOf({ sheets: [cells('<c r="A1" s="0"><v>44864</v></c>')], styles, since1904: true }),
    ).toEqual(['│2026-10-31│'])
  })

  it('show the stored result of a formula, and errors, and say so', () => {
    const book = {
      sheets: [cells('<c r="A1" t="str"><f>A2</f><v>缺水</v></c><c r="B1" t="e"><v>#REF!</v></c>')],
    }
    expect(linesOf(book)).toEqual(['│缺水│#REF!│'])
    expect(read(book).rowNotes).toEqual([['formula', 'error-value']])
    expect(codesOf(book)).toEqual(['error-values', 'formulas'])
  })

  it('are blank, and marked, where a formula has no stored result', () => {
    const book = { sheets: [cells(`<c r="A1"><f>B1</f></c>${inlineCell('B1', '缺水')}`)] }
    expect(linesOf(book)).toEqual(['││缺水│'])
    expect(read(book).rowNotes).toEqual([['formula']])
  })

  it('keep line ends, escapes and the reader’s own sign harmless', () => {
    const text =
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve">一行\n二行_x0041_│</t></is></c>'
    expect(linesOf({ sheets: [cells(text)] })).toEqual(['│一行⏎二行A|│'])
  })
})

describe('rows and sheets', () => {
  it('fill merged cells downwards and mark the rows', () => {
    const sheet = sheetOf(
      [
        ['序号', '责任单位', '问题'],
        ['1', '县水利局', '缺水'],
        ['2', '', '停水'],
      ],
      '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>',
    )
    const file = read({ sheets: [sheet] })
    expect(file.text.split('\n')).toEqual([
      '│序号│责任单位│问题│',
      '│1│县水利局│缺水│',
      '│2│县水利局│停水│',
    ])
    expect(file.rowNotes).toEqual([[], [], ['merged-cell']])
  })

  it('read hidden rows and mark them; skip hidden sheets and say so', () => {
    const book = {
      sheets: [
        cells(inlineCell('A1', '缺水'), 'hidden="1"'),
        sheetOf([['字典']]),
        sheetOf([['停水']]),
      ],
      states: [undefined, 'veryHidden', undefined],
    }
    expect(linesOf(book)).toEqual(['│缺水│', '', '│停水│'])
    expect(codesOf(book)).toEqual(['hidden-rows', 'hidden-sheet'])
  })

  it('pass over cells that only have a style, however far out', () => {
    const sheet = `<sheetData><row r="1">${inlineCell('A1', '缺水')}</row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>`
    expect(linesOf({ sheets: [sheet] })).toEqual(['│缺水│'])
  })
})
