/**
 * A list of matters as a file for spreadsheets, written while it is read. Cells that a spreadsheet would run as a
 * formula are disarmed with an apostrophe (CWE-1236); a BOM tells Excel that it is UTF-8; lines end as RFC 4180 says.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import {
  awaitsSession,
  daysLate,
  undeterminedWords,
  type Limit,
} from '@luoshi/domain/matters/limit'
import { originPhaseLabels } from './origin-phase-labels.ts'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import type { World } from '../execute/context.ts'
import { limitsOf, phaseOf, questionOf, type ListAsked } from './list-matters.ts'
import { pageOf, type Found } from './page-of-matters.ts'
import { isMatterStatus } from './matter-status.ts'
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

/** Straight from the row: ten thousand of them are one file, and ids are not shown. */
function cells(row: Found, today: Day): readonly (string | number)[] {
  const status = isMatterStatus(row.status) ? row.status : null
  const limits = status === null ? null : limitsOf({ ...row, status })
  return [
    row.number,
    row.title,
    status === null ? row.status : statusLabels[status].zh,
    row.round,
    row.unit_name ?? '',
    row.official_name ?? '',
    limitCell(limits?.planDue ?? null),
    limitCell(limits?.due ?? null),
    status === null || limits === null ? 0 : daysLate({ status, ...limits }, today),
    originPhaseLabels[phaseOf(row.phase)].zh,
    row.appraisal_title ?? '',
    row.opened_on,
    row.updated_at.toISOString(),
  ]
}

function limitCell(limit: Limit | null): string {
  if (limit === null) return ''
  return limit === awaitsSession ? undeterminedWords.zh.short : limit
}

export function csvLine(values: readonly (string | number)[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const rowsATime = 4000

export async function* mattersCsv(
  world: World,
  asked: Omit<ListAsked, 'after' | 'limit'>,
): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(heading)}`
  const question = await questionOf(world, asked)
  let keys: readonly unknown[] | null = null
  for (;;) {
    const rows = await pageOf(world.db, question, asked.sort, keys, rowsATime)
    yield rows.map((row) => csvLine(cells(row, question.today))).join('')
    const last = rows.at(-1)
    if (!last || rows.length < rowsATime) return
    keys = orders[asked.sort].keys(last)
  }
}
