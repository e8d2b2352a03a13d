/** The row by which a document is listed. */
import type { Import } from '@luoshi/domain/imports/import'
import type { ViewRow } from '@luoshi/ledger/projections/view-row'
import { asJsonObject } from '../execute/as-json.ts'

export function importRow(state: Import): ViewRow {
  if (state.status === 'none') throw new Error('A document that never came in has no row')
  const appraisal = state.status === 'confirmed' ? state.appraisal : null
  const { status, fileName } = state
  const columns = { status, file_name: fileName, appraisal, doc: asJsonObject(state) }
  return { view: 'import_view', columns }
}
