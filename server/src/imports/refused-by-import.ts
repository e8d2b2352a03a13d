import { explainImportRefusal, type ImportRefusal } from '@luoshi/domain/imports/import'
import { refused } from '../execute/refused.ts'

export function refusedByImport(refusal: ImportRefusal) {
  return refused(409, refusal.code, explainImportRefusal(refusal))
}
