/** A row as the SQL side takes it: searchable text is folded, and its pairs of characters are added. */
import type { JsonObject } from '../log/json.ts'
import { bigrams, searchable } from './bigrams.ts'
import type { ViewRow } from './view-row.ts'

export function rowParameter(row: ViewRow): JsonObject {
  const series = row.number_series === undefined ? {} : { number_series: row.number_series }
  switch (row.view) {
    case 'matter_view': {
      const { search } = row.columns
      const columns = { ...row.columns, search: searchable(search), grams: bigrams(search) }
      return { view: row.view, columns, ...series }
    }
    case 'opinion_view':
      return {
        view: row.view,
        columns: { ...row.columns, grams: bigrams(row.columns.text) },
        ...series,
      }
    case 'appraisal_view':
    case 'import_view':
    case 'unit_view':
    case 'official_view':
      return { view: row.view, columns: row.columns, ...series }
  }
}
