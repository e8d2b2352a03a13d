/** A roster as it was uploaded: the first sheet that has names in it, its headings and its lines. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { mostRosterRows, missingColumns, type SheetLine } from '@luoshi/domain/people/check-roster'
import { headingRow, proposeColumns, type RosterKind } from '@luoshi/domain/people/roster-columns'
import { tablesInWorker } from '@luoshi/papers/parse-in-worker'
import type { readRoster } from '../contract/rosters.ts'
import type { OutputOf } from '../contract/kit.ts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import { inTwo } from '../http/two-sentences.ts'

/** No roster has more columns; a cell is a name or a title. */
const [mostColumns, mostCharacters] = [64, 500]

export async function readRosterSheet(
  bytes: Uint8Array,
  fileName: string,
  kind: RosterKind,
): Outcome<OutputOf<(typeof readRoster)['answer']>> {
  const read = await tablesInWorker(bytes, fileName)
  if (!read.ok) {
    const { code, zh, en } = read.refusal
    return refused(422, code, inTwo(zh, en))
  }
  for (const { name, rows } of read.value.sheets) {
    const at = headingRow(rows.map(({ cells }) => cells))
    if (at < 0) continue
    const headings = (rows[at]?.cells ?? []).slice(0, mostColumns)
    const below = rows.slice(at + 1)
    if (below.length > mostRosterRows) return tooManyRows(below.length)
    const lines: SheetLine[] = below.map(({ row, cells, doubts }) => ({
      row,
      cells: cells.slice(0, mostColumns).map((cell) => cell.slice(0, mostCharacters)),
      formula: doubts.includes('formula'),
    }))
    const columns = proposeColumns(kind, headings)
    const missing = [...missingColumns(kind, columns)]
    return accept({
      sheet: name,
      headings: headings.map((cell) => cell.slice(0, mostCharacters)),
      columns,
      missing,
      lines: lines.map((line) => ({ ...line, cells: [...line.cells] })),
    })
  }
  return refused(
    422,
    'roster-without-names',
    bilingual(
      '名册中没有找到“姓名”这一列。',
      '请在前20行内写明表头（至少有“姓名”），或者下载 Excel 模板填写。',
      'The roster has no column 姓名.',
      'Give headings within the first twenty rows, or use the template.',
    ),
  )
}

function tooManyRows(rows: number) {
  return refused(
    422,
    'roster-too-long',
    bilingual(
      `名册有${rows}行，一次最多导入${mostRosterRows}行。`,
      '请确认选对了文件；确有这么多人的，请分成几份导入。',
      `The roster has ${rows} rows; at most ${mostRosterRows} are taken at once.`,
      'Check that it is the right file, or split it.',
    ),
  )
}
