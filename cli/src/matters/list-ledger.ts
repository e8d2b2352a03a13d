/** `luoshi ledger list`: the matters as they stand, or as they stood at a moment. */
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
    const about = await congressFor(office, options.text('congress'))
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
