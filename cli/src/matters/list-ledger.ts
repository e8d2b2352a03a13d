/** `luoshi ledger list`: the matters as they stand, or as they stood at a moment. */
import type { Instant } from '@luoshi/domain/kernel/day'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { listMatters } from '@luoshi/server/matters/list-matters'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'
import { congressFor, sayNoCongress, withOffice } from '../running/office.ts'
import { askedOfLedger, operator } from './asked-of-ledger.ts'

const pageSize = 100

export async function listLedger(
  options: Options,
  terminal: Terminal,
  usage: string,
): Promise<ExitCode> {
  const read = askedOfLedger(options)
  if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
  const { filter, asOf } = read.value
  return withOffice(options, terminal, async (office) => {
    const named = options.text('congress')
    const about = await congressFor(office, named)
    if (!about.ok && about.refusal === 'none' && named === undefined)
      return sayNothing(options, terminal, asOf, beforeSetup)
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    const congress = about.value
    const by = { ...operator, congress }
    const asked = { by, filter, sort: 'number', limit: pageSize, asOf } as const
    const rows = []
    let after: string | undefined
    let total = 0
    do {
      const page = await listMatters(office.world, { ...asked, after })
      if (!page.ok)
        return sayRefusal(terminal, options.flag('json'), page.refusal.code, page.refusal.words)
      rows.push(...page.value.rows)
      total = page.value.total.count
      after = page.value.next ?? undefined
    } while (after !== undefined)

    if (total === 0) {
      const isWhole = asOf === undefined && Object.keys(filter).length === 0
      return sayNothing(options, terminal, asOf, isWhole ? beforeImport : noneSuch)
    }
    if (options.flag('json')) {
      terminal.out(JSON.stringify({ total, asOf: asOf ?? null, rows }))
      return 0
    }
    for (const { number, title, status, round, unitName, due } of rows) {
      const turn = round > 1 ? `第${round}轮` : ''
      terminal.out(
        [number, statusLabels[status].zh, turn, title, unitName ?? '', due ?? ''].join('\t'),
      )
    }
    terminal.out(`共 ${total} 件`)
    return 0
  })
}

/** An empty list is an answer and no failure; what to do next is said beside it, away from what programs read. */
function sayNothing(
  { flag }: Options,
  { out, err }: Terminal,
  asOf: Instant | undefined,
  next: string,
): ExitCode {
  out(flag('json') ? JSON.stringify({ total: 0, asOf: asOf ?? null, rows: [] }) : '共 0 件')
  err(next)
  return 0
}

const beforeSetup =
  '这个数据文件夹里还没有台账。请先运行 luoshi serve 完成首次设置，或者运行 luoshi demo 看演示县；台账在别处的，请用 --data 写明。 There is no ledger in this data folder yet: run luoshi serve for the first setup or luoshi demo for a demo county, or name another folder with --data.'
const beforeImport =
  '还没有事项。请在工作台导入意见，或者运行 luoshi import 文件名。 There are no matters yet: import opinions in the console or with luoshi import FILE.'
const noneSuch =
  '没有符合条件的事项，请放宽 --where 或者 --as-of。 No matter is like that; ask for less with --where or --as-of.'
