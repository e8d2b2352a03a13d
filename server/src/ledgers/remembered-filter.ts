/** The filter of an exported ledger: kept in the file as plain words, read back from it with care. */
import { isId } from '@luoshi/domain/kernel/ids'
import { originPhases } from '@luoshi/domain/opinions/opinion'
import type { statusLabels } from '@luoshi/domain/matters/status-labels'
import { parseStatuses, type MatterFilter } from '../matters/matter-query.ts'
import { originPhaseLabels } from '../matters/origin-phase-labels.ts'

export function rememberedFilter(filter: MatterFilter): Readonly<Record<string, string>> {
  const { appraisal, unit, statuses, phase, text } = filter
  const late = filter.late === true ? '1' : undefined
  const all = { appraisal, unit, status: statuses?.join(','), phase, text, late }
  return Object.fromEntries(
    Object.entries(all).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  )
}

/** What does not belong in a filter is left out: the file may have been written by anybody. */
export function filterFrom(remembered: Readonly<Record<string, string>>): MatterFilter {
  const { appraisal = '', unit = '', status, text, late } = remembered
  const phase = originPhases.find((one) => one === remembered['phase'])
  const statuses = parseStatuses(status)
  return {
    ...(isId('appraisal', appraisal) ? { appraisal } : {}),
    ...(isId('unit', unit) ? { unit } : {}),
    ...(statuses && statuses.length > 0 ? { statuses } : {}),
    ...(phase ? { phase } : {}),
    ...(late === '1' ? { late: true } : {}),
    ...(text === undefined || text.length > 100 ? {} : { text }),
  }
}

/** The filter in words, for the line under the title. */
export function filterWords(
  { statuses, phase, text, late }: MatterFilter,
  labels: typeof statusLabels,
): string {
  return [
    statuses?.map((one) => labels[one].zh).join('、'),
    phase && originPhaseLabels[phase].zh,
    text && `含“${text}”`,
    late === true ? '已逾期' : undefined,
  ]
    .filter((one) => one !== undefined && one !== '')
    .join('；')
}
