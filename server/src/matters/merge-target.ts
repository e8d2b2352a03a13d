/**
 * Rule: a matter may follow only one that is itself still to be answered: not merged, not exited, not closed. So no
 * circle can arise, provided that merges of one congress are decided one after the other.
 * Source: architecture.md (lineage is kept for ever).
 */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { CongressId, MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { isOpen } from '@luoshi/domain/matters/matter'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { refused } from '../execute/refused.ts'

export async function mergeTarget(
  db: CongressDb,
  congress: CongressId,
  into: MatterId,
): Outcome<true> {
  const { state } = await loadMatter(db, congress, into)
  if (isOpened(state) && isOpen(state)) return accept(true)
  return refused(
    409,
    'merge-target-not-open',
    bilingual(
      '所选的主件不存在，或者已经归并、办结、有其他去向，不能再并入。',
      '请选择一件仍在办理的事项作为主件。',
      'The lead matter does not exist, or is itself merged, closed or gone by an exit.',
      'Choose a matter that is still open.',
    ),
  )
}
