/** What can be done with many matters at once, and what it will do to each of those selected, before anything is sent. */
import { stepNeeds } from '@luoshi/domain/matters/steps'
import type { MatterStatus } from '@luoshi/domain/matters/matter'
import type { MatterRow } from '@luoshi/server/contract/matter-row'

export const bulkSteps = ['ApproveMatter', 'HandOverMatter', 'ChaseMatter'] as const

export type BulkStep = (typeof bulkSteps)[number]

/** Where a matter stands afterwards; null when the step does not move it. */
export const leadsTo: Readonly<Record<BulkStep, MatterStatus | null>> = {
  ApproveMatter: 'approved',
  HandOverMatter: 'issued',
  ChaseMatter: null,
}

export type BulkPreview = Readonly<{
  ready: readonly MatterRow[]
  /** Not at this step: left alone. */
  skipped: readonly MatterRow[]
}>

/** The same table of steps that the rules check decides who is ready. */
export function previewBulk(step: BulkStep, rows: readonly MatterRow[]): BulkPreview {
  const isReady = (row: MatterRow) => stepNeeds[step].includes(row.status)
  return { ready: rows.filter(isReady), skipped: rows.filter((row) => !isReady(row)) }
}
