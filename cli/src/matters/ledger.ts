/** `luoshi ledger list`: the matters as they stand, or as they stood at a moment. */
import { instant, isDay, isInstant, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, isId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { statusLabels } from '@luoshi/domain/matters/status-labels'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import { listMatters } from '@luoshi/server/matters/list-matters'
import { parseStatuses, type MatterFilter } from '@luoshi/server/matters/matter-query'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'
import { congressFor, officeOptions, sayNoCongress, withOffice } from '../running/office.ts'

const usage =
  'luoshi ledger list [--as-of TIME] [--where "status=issued,received;unit=unit_…;text=水;phase=during;late=1"] [--json] [--data DIR] [--congress ID]'

const kinds = { ...officeOptions, 'as-of': 'text', where: 'text', congress: 'text' } as const

/** Whoever may read the data folder on this machine sees the whole ledger. */
const operator = {
  account: idOf('account', 'account_console'),
  name: '本机',
  roles: ['clerk'],
  unit: null,
  official: null,
} as const

const pageSize = 100

export const ledgerCommand: Command = {
  summary: '查台账 · list matters',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, kinds)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    if (options.words.join(' ') !== 'list') {
      return sayNotUnderstood(terminal, '请写 ledger list。 Say: ledger list.', usage)
    }
    const asOf = momentOf(options.text('as-of'))
    if (asOf === 'unreadable') {
      return sayNotUnderstood(
        terminal,
        '--as-of 请写 2026-03-01 或者 2026-03-01T08:00:00.000Z。 Give a day or an instant.',
        usage,
      )
    }
    const filter = filterOf(options.text('where'))
    if (!filter.ok) return sayNotUnderstood(terminal, filter.refusal, usage)

    return withOffice(options, terminal, async (office) => {
      const about = await congressFor(office, options.text('congress'))
      if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
      const congress = about.value
      const by = { ...operator, congress }
      const asked = { by, filter: filter.value, sort: 'number', limit: pageSize, asOf } as const
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
  },
}

/** A day means its last moment in China. */
function momentOf(raw: string | undefined): Instant | undefined | 'unreadable' {
  if (raw === undefined) return undefined
  if (isDay(raw)) return instant(`${raw}T15:59:59.999Z`)
  if (isInstant(raw)) return raw
  if (!moment.test(raw) || !isDay(raw.slice(0, 10))) return 'unreadable'
  const parsed = new Date(/(Z|[+-]\d{2}:\d{2})$/.test(raw) ? raw : `${raw}+08:00`)
  return Number.isNaN(parsed.getTime()) ? 'unreadable' : instant(parsed.toISOString())
}

/** A moment as people and programs write it; without an offset it is China's. `Date` alone would read `5` as a year. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?$/

function filterOf(where: string | undefined): Result<MatterFilter, string> {
  let filter: MatterFilter = {}
  for (const part of (where ?? '').split(/[;&]/).filter((one) => one.trim() !== '')) {
    const [name = '', ...rest] = part.split('=')
    const value = rest.join('=').trim()
    const one = conditionOf(name.trim(), value)
    if (!one) return refuse(`看不懂条件“${part}”。 The condition “${part}” is not understood.`)
    filter = { ...filter, ...one }
  }
  return accept(filter)
}

function conditionOf(name: string, value: string): MatterFilter | null {
  switch (name) {
    case 'status': {
      const statuses = parseStatuses(value)
      return statuses && statuses.length === value.split(',').length ? { statuses } : null
    }
    case 'unit':
      return isId('unit', value) ? { unit: value } : null
    case 'appraisal':
      return isId('appraisal', value) ? { appraisal: value } : null
    case 'phase': {
      const phase = originPhases.find((one) => one === value)
      return phase ? { phase } : null
    }
    case 'text':
      return value === '' ? null : { text: value }
    case 'late':
      return value === '1' || value === '0' ? { late: value === '1' } : null
    default:
      return null
  }
}
