/** What the clerk may issue next, by the ladder: one proposal a matter, none for what has its days still. Nothing is stored. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { nextPaper } from '@luoshi/domain/supervision/next-paper'
import type { Proposal } from '../contract/supervision.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { watchAll } from './watch-matters.ts'

export async function readProposals(
  world: World,
  congress: CongressId,
): Promise<readonly Proposal[]> {
  const today = todayOf(world)
  const { rows, rules } = await watchAll(world, congress, { unit: null, appraisal: null })
  return rows.flatMap((row): readonly Proposal[] => {
    const graceDays = rules.get(row.appraisal)?.remindDays ?? 0
    const level = nextPaper(row, graceDays, today)
    return level === null ? [] : [{ ...row, propose: level }]
  })
}

const mostShown = 500

export async function listProposals(
  world: World,
  by: Principal,
): Outcome<{ rows: Proposal[]; more: number }> {
  if (!may(by, 'IssueNotice', null)) return forbidden()
  const all = await readProposals(world, by.congress)
  const ordered = all.toSorted((a, b) => b.daysLate - a.daysLate || a.number - b.number)
  return accept({
    rows: ordered.slice(0, mostShown),
    more: Math.max(0, ordered.length - mostShown),
  })
}
