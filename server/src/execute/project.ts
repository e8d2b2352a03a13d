/**
 * The row of a stream as it follows from its events: what a rebuild writes, and what erasing puts in place of what was
 * erased. It goes through the same states and rows as the commands do, so both say the same to the byte.
 */
import { instant } from '@luoshi/domain/kernel/day'
import type { StoredEvent } from '@luoshi/ledger/log/read'
import type { ViewRow } from '@luoshi/ledger/projections/view-row'
import { importRow } from '../imports/import-view-row.ts'
import { recordKinds } from './record-kinds.ts'
import { appraisalOf, importOf, matterOf, officialOf, opinionOf, unitOf } from './load.ts'
import { appraisalRow, matterRow, officialRow, opinionRow, unitRow } from './view-rows.ts'

export function project(stream: string, events: readonly StoredEvent[]): ViewRow | null {
  const last = events.at(-1)
  if (!last) return null
  const kind = stream.slice(0, stream.indexOf('_'))
  switch (kind) {
    case 'matter': {
      const { state } = matterOf(events)
      return state.status === 'none' ? null : matterRow(state, instant(last.at))
    }
    case 'opinion': {
      const { state } = opinionOf(events)
      return state.status === 'none' ? null : opinionRow(state)
    }
    case 'appraisal': {
      const { state } = appraisalOf(events)
      return state.status === 'none' ? null : appraisalRow(state)
    }
    case 'unit': {
      const { state } = unitOf(events)
      return state.status === 'none' ? null : unitRow(state)
    }
    case 'official': {
      const { state } = officialOf(events)
      return state.status === 'none' ? null : officialRow(state)
    }
    case 'import': {
      const { state } = importOf(events)
      return state.status === 'none' ? null : importRow(state)
    }
    default:
      return recordKinds.get(kind)?.project(events) ?? null
  }
}
