/** What the clerk says about a line of a roster, and whether that is enough. */
import { isId, type Id } from '@luoshi/domain/kernel/ids'
import type { CheckedLineRow } from '@luoshi/server/contract/rosters'

export type RosterChoice = 'another' | 'skip' | Id<'person'>

export function isDecided({ verdict }: CheckedLineRow, choice: RosterChoice | undefined): boolean {
  if (verdict === 'wrong') return choice === 'skip'
  return verdict !== 'doubtful' || choice !== undefined
}

export function writes({ verdict }: CheckedLineRow, choice: RosterChoice | undefined): boolean {
  if (choice === 'skip') return false
  return verdict === 'doubtful' ? choice !== undefined : verdict === 'new' || verdict === 'changed'
}

export function rosterChoice(raw: string): RosterChoice | null {
  if (raw === 'another' || raw === 'skip') return raw
  return isId('person', raw) ? raw : null
}
