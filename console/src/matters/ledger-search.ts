/** What the address of the ledger says: filters, sort and the moment looked at, so that every view can be sent as a link. */
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import { isId, type AppraisalId, type UnitId } from '@luoshi/domain/kernel/ids'
import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'
import { originPhases, type OriginPhase } from '@luoshi/domain/opinions/opinion'

export const ledgerSorts = ['newest', 'number', 'due', 'updated'] as const

export type LedgerSort = (typeof ledgerSorts)[number]

export type LedgerSearch = Readonly<{
  text?: string
  appraisal?: AppraisalId
  unit?: UnitId
  /** Several, separated by commas. */
  status?: string
  phase?: OriginPhase
  late?: boolean
  mine?: boolean
  sort?: LedgerSort
  /** The ledger at the end of this day. */
  on?: Day
}>

/** Reads an address; what it does not understand is left out, so an old link still opens. */
export function readLedgerSearch(raw: Readonly<Record<string, unknown>>): LedgerSearch {
  const { text, appraisal, unit, status, phase, late, mine, sort, on } = raw
  const statuses = readStatuses(status)
  const phaseFound = originPhases.find((one) => one === phase)
  const sortFound = ledgerSorts.find((one) => one === sort)
  const words = typeof text === 'number' ? String(text) : text
  return {
    ...(typeof words === 'string' && words.trim() !== '' ? { text: words.slice(0, 100) } : {}),
    ...(typeof appraisal === 'string' && isId('appraisal', appraisal) ? { appraisal } : {}),
    ...(typeof unit === 'string' && isId('unit', unit) ? { unit } : {}),
    ...(statuses.length > 0 ? { status: statuses.join(',') } : {}),
    ...(phaseFound ? { phase: phaseFound } : {}),
    ...(isOn(late) ? { late: true } : {}),
    ...(isOn(mine) ? { mine: true } : {}),
    ...(sortFound && sortFound !== 'newest' ? { sort: sortFound } : {}),
    ...(typeof on === 'string' && isDay(on) ? { on } : {}),
  }
}

function isOn(raw: unknown): boolean {
  return raw === true || raw === 1 || raw === '1'
}

/** The states named in an address, in the order of their way. */
export function readStatuses(raw: unknown): MatterStatus[] {
  const names = typeof raw === 'string' ? raw.split(',') : []
  return matterStatuses.filter((status) => names.includes(status))
}

/** How many filters narrow the list; the sort and the day do not count. */
export function filterCount(search: LedgerSearch): number {
  const { sort: _sort, on: _on, ...filters } = search
  return Object.keys(filters).length
}
