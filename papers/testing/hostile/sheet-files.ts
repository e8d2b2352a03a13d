/** Workbooks with cells in absurd places, merges without end, and formulas that want to be run. */
import { columnName, inlineCell, minimalXlsx, type MinimalXlsx, sheetOf } from '../minimal-xlsx.ts'
import { bytesOf, hostile, type HostileFile, words } from './hostile-file.ts'

const book =
  (inner: string, more: Partial<MinimalXlsx> = {}) =>
  () =>
    minimalXlsx({ sheets: [inner], ...more })
const cells = (inner: string, after = '') =>
  `<sheetData><row r="1">${inner}</row></sheetData>${after}`
const sound = inlineCell('A1', words)
const at = (reference: string) => book(cells(inlineCell(reference, words)))
const valued = (type: string, value: string, style = '') =>
  book(cells(`${sound}<c r="B1" t="${type}" ${style}><v>${value}</v></c>`))
const holds = { holds: '缺水' }
const rows = (count: number) => Array.from({ length: count }, (_, row) => [`${row}`])

const places: readonly HostileFile[] = [
  ...['XFD1048576', 'XFD1', 'A1048576', 'IW1', 'A200001', 'ZZZZ1'].map((place) =>
    hostile(`a cell at ${place}`, at(place), ['sheet-too-large', 'read']),
  ),
  ...['A0', 'A-1', '1A', 'a1', '', 'A99999999999999999999', '甲1', 'A1:B2'].map((place) =>
    hostile(`a cell at ${JSON.stringify(place)}`, at(place), [
      'read',
      'sheet-too-large',
      'no-text',
    ]),
  ),
  hostile('a dimension that lies', book(`<dimension ref="A1:XFD1048576"/>${cells(sound)}`), holds),
  hostile(
    'a check on whole columns',
    book(
      cells(
        sound,
        '<dataValidations><dataValidation sqref="A1:XFD1048576" type="list"/></dataValidations>',
      ),
    ),
    holds,
  ),
  hostile(
    'colours on whole columns',
    book(
      cells(
        sound,
        '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression"/></conditionalFormatting>',
      ),
    ),
    holds,
  ),
  hostile(
    'columns from far below zero',
    book(`<cols><col min="-1000000000000" max="3" hidden="1"/></cols>${cells(sound)}`),
    holds,
  ),
  hostile(
    'columns without end',
    book(`<cols><col min="1" max="1000000000000" width="9"/></cols>${cells(sound)}`),
    holds,
  ),
  hostile(
    'a row with the number of a thousand million',
    book(
      `<sheetData><row r="1000000000"><c t="inlineStr"><is><t>${words}</t></is></c></row></sheetData>`,
    ),
    'sheet-too-large',
  ),
  hostile('one cell twice', book(cells(sound + sound)), holds),
]

const merges: readonly HostileFile[] = [
  hostile(
    'a merge over the whole sheet',
    book(cells(sound, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    holds,
  ),
  hostile(
    'a merge from below to above',
    book(cells(sound, '<mergeCells><mergeCell ref="B9:A1"/></mergeCells>')),
    holds,
  ),
  hostile(
    '20,000 merges over one another',
    book(
      `${sheetOf([[words], ...rows(500)])}<mergeCells>${'<mergeCell ref="A1:A500"/>'.repeat(20_000)}</mergeCells>`,
    ),
    ['read', 'not-text', 'inflates-too-much'],
  ),
  hostile(
    'a long cell told to stand in 3,000 rows',
    book(
      `<sheetData><row r="1">${inlineCell('A1', words.repeat(1000))}</row>${Array.from({ length: 3000 }, (_, row) => `<row r="${row + 2}">${inlineCell(`B${row + 2}`, '1')}</row>`).join('')}</sheetData><mergeCells><mergeCell ref="A1:A3001"/></mergeCells>`,
    ),
    'text-too-long',
  ),
  hostile(
    'a merge that is none',
    book(cells(sound, '<mergeCells><mergeCell ref="缺水"/></mergeCells>')),
    holds,
  ),
]

const values: readonly HostileFile[] = [
  hostile(
    'a formula that calls a program',
    book(cells(`${sound}<c r="B1"><f>cmd|' /C calc'!A0</f><v>1</v></c>`)),
    { holds: '缺水', lacks: 'calc', warns: 'formulas' },
  ),
  hostile(
    'a formula that fetches',
    book(cells(`${sound}<c r="B1"><f>WEBSERVICE("http://example.invalid")</f></c>`)),
    { holds: '缺水', lacks: 'example' },
  ),
  hostile(
    'words that begin like a formula',
    book(cells(inlineCell('A1', `=HYPERLINK("http://example.invalid","${words}")`))),
    { holds: '缺水' },
  ),
  hostile('words that begin with a minus', book(cells(inlineCell('A1', `-2+3+cmd|缺水`))), {
    holds: '缺水',
  }),
  ...['1e308', '-1e308', 'NaN', 'Infinity', '1e-999', '0x10', '', '99999999999999999999', '-1'].map(
    (value) =>
      hostile(`the number ${JSON.stringify(value)}`, valued('n', value), {
        holds: '缺水',
        lacks: 'Infinity年',
      }),
  ),
  ...['-1', '2958466', '1e15', '0', '60'].map((value) =>
    hostile(
      `the date ${value}`,
      () =>
        minimalXlsx({
          sheets: [cells(`${sound}<c r="B1" s="1"><v>${value}</v></c>`)],
          styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>',
        }),
      { holds: '缺水', lacks: 'NaN' },
    ),
  ),
  hostile('a string that is not in the list', valued('s', '999999'), holds),
  hostile('a string before the list', valued('s', '-1'), holds),
  hostile('a look that is not in the list', valued('n', '1', 's="99999"'), holds),
  hostile('an error', valued('e', '#REF!'), { holds: '缺水', warns: 'error-values' }),
  hostile('a cell of 40,000 characters', book(cells(inlineCell('A1', '水'.repeat(40_000)))), [
    'cell-too-long',
    'inflates-too-much',
  ]),
  hostile(
    'only a hidden sheet',
    () => minimalXlsx({ sheets: [cells(sound)], states: ['hidden'] }),
    'no-text',
  ),
  hostile(
    'only a very hidden sheet',
    () => minimalXlsx({ sheets: [cells(sound)], states: ['veryHidden'] }),
    'no-text',
  ),
  hostile(
    'a sheet that is not there',
    () =>
      minimalXlsx({ sheets: [cells(sound)], parts: { 'xl/worksheets/sheet1.xml': bytesOf('') } }),
    ['damaged-file', 'no-text'],
  ),
  hostile(
    '300 sheets',
    () => minimalXlsx({ sheets: Array.from({ length: 300 }, () => cells(sound)) }),
    holds,
  ),
  hostile('30,000 rows', book(sheetOf(rows(30_000))), ['too-many-lines', 'inflates-too-much']),
  hostile(
    '256 columns wide',
    book(
      cells(
        Array.from({ length: 256 }, (_, column) =>
          inlineCell(`${columnName(column + 1)}1`, '缺水'),
        ).join(''),
      ),
    ),
    holds,
  ),
]

export const sheetFiles: readonly HostileFile[] = [...places, ...merges, ...values]
