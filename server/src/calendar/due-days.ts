/** How the days of one matter came about: for its page, beside the days themselves. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { dueDaysOf, meetingState } from '@luoshi/domain/matters/due-days'
import { currentRound } from '@luoshi/domain/matters/matter'
import { maySee } from '@luoshi/domain/people/may-see'
import type { DueDays } from '../contract/calendar.ts'
import { shownDay, undeterminedOf } from '../contract/limit.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { answeringUnit } from '../matters/answering-unit.ts'

export async function readDueDays(world: World, by: Principal, id: MatterId): Outcome<DueDays> {
  const { state } = await loadMatter(world.db, by.congress, id)
  if (!isOpened(state) || !maySee(by, answeringUnit(state))) return notFound()
  const [book, { calendar, sessions }] = await Promise.all([
    world.policies.ruleBookOf(by.congress, state.appraisal),
    world.calendar.of(by.congress),
  ])
  const rows = dueDaysOf(state, { book, calendar, sessions })
  const round = currentRound(state)
  const limit = rows.find(({ kind }) => kind === 'meeting')
  return accept({
    rows: rows.map(({ kind, start, due, counted, skipped, uncertain, words }) => ({
      kind,
      start,
      uncertain,
      words: { ...words },
      due: shownDay(due),
      dueUndetermined: undeterminedOf(due),
      counted: shownDay(counted),
      skipped: [...skipped],
    })),
    meeting: round && limit ? meetingState(round, limit.due, todayOf(world)) : null,
  })
}
