/** What the log itself refuses, in words. */
import type { AppendRefusal } from '@luoshi/ledger/log/event'
import { closingNotEarned, versionConflict } from './refused.ts'

export function refusedByLedger(code: AppendRefusal['code']) {
  switch (code) {
    case 'version-conflict':
      return versionConflict()
    case 'closing-not-earned':
      return closingNotEarned()
  }
}
