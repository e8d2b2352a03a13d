/** A row's columns as the SQL side takes them: searchable text is folded, and its pairs of characters are added. */
import type { JsonObject } from '../log/json.ts'
import { bigrams, searchable } from './bigrams.ts'
import type { ViewRow } from './view-row.ts'

export function rowColumns(row: ViewRow): JsonObject {
  switch (row.view) {
    case 'matter_view': {
      const { search } = row.columns
      return { ...row.columns, search: searchable(search), grams: listed(bigrams(search)) }
    }
    case 'opinion_view':
    case 'appraisal_view':
    case 'import_view':
    case 'unit_view':
    case 'official_view':
    case 'record_view':
      return { ...row.columns }
  }
}

/** As PostgreSQL writes arrays: read at once, where a list in JSON is read number by number. */
function listed(numbers: readonly number[]): string {
  return `{${numbers.join(',')}}`
}
