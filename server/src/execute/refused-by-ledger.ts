/** What the log itself refuses, in words. */
import type { AppendRefusal } from '@luoshi/ledger/log/event'
import { clockSetBack, closingNotEarned, versionConflict } from './refused.ts'

export function refusedByLedger(refusal: AppendRefusal) {
  switch (refusal.code) {
    case 'version-conflict':
      return versionConflict()
    case 'closing-not-earned':
      return closingNotEarned()
    case 'clock-set-back':
      return clockSetBack(refusal.today, refusal.last)
  }
}
