/** The matters whose limits end at a session, when the session changes: written in the same commit as the session. */
import type { Day } from '@luoshi/domain/kernel/day'
import { idOf, type AppraisalId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import type { SessionNews } from '@luoshi/domain/matters/events'
import { followSession } from '@luoshi/domain/matters/follow-session'
import type { Matter } from '@luoshi/domain/matters/matter'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { write } from '../execute/commit.ts'
import { todayOf, type World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { matterRow } from '../execute/view-rows.ts'

export type SessionsChange = Readonly<{
  session: Id<'session'>
  why: SessionNews
  before: readonly Day[]
  after: readonly Day[]
}>

export async function limitsFollowing(
  world: World,
  congress: CongressId,
  { session, why, before, after }: SessionsChange,
): Promise<readonly StreamWrite[]> {
  const { calendar } = await world.calendar.of(congress)
  const writes: StreamWrite[] = []
  for (const appraisal of await bySession(world, congress)) {
    const book = await world.policies.ruleBookOf(congress, appraisal)
    for (const id of await underWay(world, congress, appraisal)) {
      const { state, version } = await loadMatter(world.db, congress, id)
      if (!isOpened(state)) continue
      const today = todayOf(world)
      const asked = { book, calendar, before, after, session, why, today }
      const events = followSession(state, asked)
      if (events.length === 0) continue
      const moved = events.reduce<Matter>(evolveMatter, state)
      if (!isOpened(moved)) throw new Error('A session left no matter')
      writes.push(write(id, version, events, matterRow(moved, world.now())))
    }
  }
  return writes
}

/** Appraisals with open matters by whose rule book some limit ends at a session. */
async function bySession(world: World, congress: CongressId): Promise<readonly AppraisalId[]> {
  const rows = await world.db.rows<{ appraisal: string }>(congress, {
    text: `select distinct appraisal from luoshi.matter_count where congress = $1 and n > 0
      and status not in ('drafted', 'approved', 'closed', 'merged', 'exited') order by appraisal`,
    values: [congress],
  })
  const found: AppraisalId[] = []
  for (const row of rows) {
    const appraisal = idOf('appraisal', row.appraisal)
    const { settings } = await world.policies.ruleBookOf(congress, appraisal)
    const limits = [settings.planDue, settings.reportDue, settings.redoDue]
    if (limits.some(({ value }) => value.unit === 'session')) found.push(appraisal)
  }
  return found
}

async function underWay({ db }: World, congress: CongressId, appraisal: AppraisalId) {
  const rows = await db.rows<{ id: string }>(congress, {
    text: `select id from luoshi.matter_view where congress = $1 and appraisal = $2 and to_seq is null
      and status in ('issued', 'received', 'planned', 'inProgress') order by number`,
    values: [congress, appraisal],
  })
  return rows.map(({ id }) => idOf('matter', id))
}
