/** A county's own sheet of opinions with everything that makes one hard to read, for tests and journeys. */
import { inlineCell, columnName, minimalXlsx } from './minimal-xlsx.ts'

type Odd = Readonly<{ unit?: string; heading?: string; opinions?: readonly string[] }>

const told = [
  '石坝镇三个村饮水管网漏损严重，群众用水困难。',
  '河道保洁不到位，清水河段垃圾较多。',
  '部分农村公路坑槽多，修补不及时。',
]

type OddRow = readonly [number, readonly string[], hidden?: boolean]

/** Its rows as they are seen; cells covered by a merged one are empty. */
export function oddRows({ unit = '水利局', heading = '存在问题', opinions = told }: Odd = {}) {
  const [first = '', second = '', third = ''] = opinions
  const rows: readonly OddRow[] = [
    [1, ['清禾县2026年述职评议意见整改台账']],
    [2, ['填报单位：县人大常委会办公室', '', '', '', '', '', '', '2026年3月']],
    [
      3,
      [
        '序号',
        '问题来源',
        heading,
        '责任',
        '',
        '',
        '整改措施',
        '整改时限',
        '包联干部电话',
        '完成情况',
      ],
    ],
    [4, ['', '', '', '单位', '领导', '责任人']],
    [5, ['一、民生方面']],
    [
      6,
      [
        '1',
        '代表',
        first,
        unit,
        '张建国（副县长）',
        '王芳',
        '更换管网12公里',
        '2026年6月30日',
        '0830-2211',
        '已完成3公里',
      ],
    ],
    [7, ['', '', '', '', '', '', '建立漏损台账']],
    [8, ['2', '群众', second, '', '张建国（副县长）', '李强', '定人定段保洁', '6月底', '', '']],
    [9, ['二、交通方面']],
    [
      10,
      ['3', '调查组', third, '交通局', '刘洋（副县长）', '赵敏', '集中修补', '长期坚持', '', ''],
      true,
    ],
    [11, ['合计', '', '3件']],
    [12, ['填表人：周静', '', '', '', '审核人：吴涛']],
  ]
  return rows
}

export const oddMerged = [
  'A1:J1',
  'A3:A4',
  'B3:B4',
  'C3:C4',
  'D3:F3',
  'G3:G4',
  'H3:H4',
  'I3:I4',
  'J3:J4',
  'A5:J5',
  'A6:A7',
  'B6:B7',
  'C6:C7',
  'D6:D8',
  'E6:E7',
  'F6:F7',
  'A9:J9',
] as const

export function oddSheet(odd: Odd = {}) {
  const lines = oddRows(odd).map(([row, cells, hidden]) => {
    const written = cells.map((cell, at) => inlineCell(`${columnName(at + 1)}${row}`, cell))
    return `<row r="${row}"${hidden ? ' hidden="1"' : ''}>${written.join('')}</row>`
  })
  // As Excel and WPS write them: in parts of a sign.
  const cols =
    '<cols><col min="2" max="2" width="33.7578125" customWidth="1"/><col min="9" max="9" width="12" hidden="1" customWidth="1"/></cols>'
  const merges = oddMerged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const sheet = `${cols}<sheetData>${lines.join('')}</sheetData><mergeCells count="${oddMerged.length}">${merges}</mergeCells>`
  const notes = `<sheetData><row r="1">${inlineCell('A1', '本表每月5日前报送')}</row></sheetData>`
  return minimalXlsx({ sheets: [sheet, notes] })
}
