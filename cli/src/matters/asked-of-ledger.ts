/** Which matters, and as of when: the options that list and export share. */
import { instant, isDay, isInstant, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, isId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { matterStatuses } from '@luoshi/domain/matters/matter'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import { searchable } from '@luoshi/ledger/projections/bigrams'
import { parseStatuses, type MatterFilter } from '@luoshi/server/matters/matter-query'
import type { Options } from '../frame/read-options.ts'
import { officeOptions } from '../running/office.ts'

export const ledgerOptions = {
  ...officeOptions,
  'as-of': 'text',
  where: 'text',
  congress: 'text',
  format: 'text',
  layout: 'text',
  out: 'text',
  preview: 'flag',
  apply: 'text',
  conflicts: 'text',
  as: 'text',
} as const

/** Whoever may read the data folder on this machine sees the whole ledger. */
export const operator = {
  account: idOf('account', 'account_console'),
  name: '本机',
  roles: ['clerk'],
  unit: null,
  official: null,
} as const

export type AskedOfLedger = Readonly<{ filter: MatterFilter; asOf: Instant | undefined }>

/** @returns why the options are not understood, when they are not. */
export function askedOfLedger({ text }: Options): Result<AskedOfLedger, string> {
  const asOf = momentOf(text('as-of'))
  if (asOf === 'unreadable')
    return refuse(
      '--as-of 请写 2026-03-01 或者 2026-03-01T08:00:00.000Z。 Give a day or an instant.',
    )
  const filter = filterOf(text('where'))
  return filter.ok ? accept({ filter: filter.value, asOf }) : filter
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
    if (!one) return refuse(notACondition(part, name.trim()))
    filter = { ...filter, ...one }
  }
  return accept(filter)
}

/** Says what would be understood: the values of a condition that there is, or which conditions there are. */
function notACondition(part: string, name: string): string {
  const [zh, en] = wantedBy(name)
  return `看不懂条件“${part}”：${zh}。 The condition “${part}” is not understood: ${en}.`
}

function wantedBy(name: string): readonly [string, string] {
  switch (name) {
    case 'status':
      return [`status 请写 ${matterStatuses.join('、')}`, `status is ${matterStatuses.join(', ')}`]
    case 'unit':
    case 'appraisal':
      return [
        `${name} 请写编号（${name}_…），luoshi ledger list --json 里有`,
        `${name} wants an id (${name}_…), as luoshi ledger list --json tells it`,
      ]
    case 'phase':
      return [`phase 请写 ${originPhases.join('、')}`, `phase is ${originPhases.join(', ')}`]
    case 'text':
      return ['text 请写要找的字', 'text wants words to look for']
    case 'late':
      return ['late 请写 1（逾期）或 0', 'late is 1 or 0']
    default: {
      const names = ['status', 'unit', 'appraisal', 'phase', 'text', 'late']
      return [`条件有 ${names.join('、')}`, `conditions are ${names.join(', ')}`]
    }
  }
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
      // Signs alone are nothing to look for: they would leave everything standing.
      return searchable(value) === '' ? null : { text: value }
    case 'late':
      return value === '1' || value === '0' ? { late: value === '1' } : null
    default:
      return null
  }
}
