/**
 * States a matter may be in before its first round: then it is no business of a unit's yet, however it ended. In every
 * other state it has been handed over. Source: domain.md §9.1, §9.3.
 */
import type { MatterStatus } from './matter.ts'

export function mayBeBeforeRounds(status: MatterStatus): boolean {
  switch (status) {
    case 'drafted':
    case 'approved':
    case 'merged':
    case 'exited':
      return true
    case 'issued':
    case 'misassigned':
    case 'received':
    case 'planned':
    case 'inProgress':
    case 'committed':
    case 'submitted':
    case 'verified':
    case 'satisfied':
    case 'closed':
      return false
  }
}
