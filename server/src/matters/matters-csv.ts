/**
 * A list of matters as a file for spreadsheets, written while it is read. Cells that a spreadsheet would run as a
 * formula are disarmed with an apostrophe (CWE-1236); a BOM tells Excel that it is UTF-8; lines end as RFC 4180 says.
 */
import { originPhaseLabels } from './origin-phase-labels.ts'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import type { MatterRow } from '../contract/matter-row.ts'
import type { World } from '../execute/context.ts'
import { questionOf, matterRowOf, pageOf, type ListAsked } from './list-matters.ts'
import { orders } from './page-cursor.ts'

const heading = [
  '编号',
  '事项',
  '状态',
  '轮次',
  '责任单位',
  '责任人',
  '方案期限',
  '办理期限',
  '逾期天数',
  '提出阶段',
  '评议',
  '立项日期',
  '更新时间',
]

function cells(row: MatterRow): readonly (string | number)[] {
  return [
    row.number,
    row.title,
    statusLabels[row.status].zh,
    row.round,
    row.unitName ?? '',
    row.officialName ?? '',
    row.planDue ?? '',
    row.due ?? '',
    row.late,
    originPhaseLabels[row.phase].zh,
    row.appraisalTitle,
    row.openedOn,
    row.updatedAt,
  ]
}

export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const rowsATime = 1000

export async function* mattersCsv(
  world: World,
  asked: Omit<ListAsked, 'after' | 'limit'>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(heading)}`
  const question = await questionOf(world, asked)
  let keys: readonly unknown[] | null = null
  for (;;) {
    const rows = await pageOf(world.db, question, asked.sort, keys, rowsATime)
    yield rows.map((row) => csvLine(cells(matterRowOf(row, question.today)))).join('')
    const last = rows.at(-1)
    if (!last || rows.length < rowsATime) return
    keys = orders[asked.sort].keys(last)
  }
}
