import { day, instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import type { MatterRow } from '@luoshi/server/contract/matter-row'

/** A row of the ledger for tests, in a given state. */
export function matterRowIn(status: MatterStatus, number: number): MatterRow {
  return {
    id: idOf('matter', `matter_000${number}`),
    number,
    version: 1,
    title: '桥面破损',
    status,
    round: 1,
    unit: null,
    unitName: null,
    official: null,
    officialName: null,
    due: null,
    dueUndetermined: null,
    planDue: null,
    planDueUndetermined: null,
    late: 0,
    phase: 'after',
    warned: false,
    appraisal: idOf('appraisal', 'appraisal_0001'),
    appraisalTitle: '评议',
    openedOn: day('2026-03-01'),
    updatedAt: instant('2026-03-01T00:00:00.000Z'),
  }
}
