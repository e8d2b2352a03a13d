/** A row's columns as the SQL side takes them: searchable text is folded, and its pairs of characters are added. */
import type { JsonObject } from '../log/json.ts'
import { bigrams, searchable } from './bigrams.ts'
import type { ViewRow } from './view-row.ts'

export function rowColumns(row: ViewRow): JsonObject {
  const series = row.number_series === undefined ? {} : { number_series: row.number_series }
  switch (row.view) {
    case 'matter_view': {
      const { search } = row.columns
      return { ...row.columns, ...series, search: searchable(search), grams: bigrams(search) }
    }
    case 'opinion_view':
      return { ...row.columns, ...series, grams: bigrams(row.columns.text) }
    case 'appraisal_view':
    case 'import_view':
    case 'unit_view':
    case 'official_view':
    case 'record_view':
      return { ...row.columns, ...series }
  }
}
