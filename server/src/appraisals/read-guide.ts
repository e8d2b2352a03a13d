/** Where an appraisal stands, computed from its stream, the counts of its matters and the rows of its parts. */
import type { Appraisal } from '@luoshi/domain/appraisals/appraisal'
import {
  appraisalGuide,
  type Guide,
  type PartRecord,
} from '@luoshi/domain/appraisals/appraisal-guide'
import { chinaCalendar } from '@luoshi/domain/calendar/china-holidays'
import { isDay } from '@luoshi/domain/kernel/day'
import { recordKinds, type AppraisalId, type CongressId } from '@luoshi/domain/kernel/ids'
import { todayOf, type World } from '../execute/context.ts'
import { loadAppraisal } from '../execute/load.ts'

export type FoundGuide = Readonly<{
  appraisal: Exclude<Appraisal, Readonly<{ status: 'none' }>>
  version: number
  guide: Guide
  matters: Readonly<{ all: number; open: number }>
}>

export async function guideOf(
  world: World,
  congress: CongressId,
  id: AppraisalId,
): Promise<FoundGuide | null> {
  const [{ state, version }, records, matters] = await Promise.all([
    loadAppraisal(world.db, congress, id),
    recordsOf(world, congress, id),
    mattersOf(world, congress, id),
  ])
  if (state.status === 'none') return null
  const today = todayOf(world)
  const input = { appraisal: state, records, matters, calendar: chinaCalendar, today }
  return { appraisal: state, version, guide: appraisalGuide(input), matters }
}

async function recordsOf(
  { db }: World,
  congress: CongressId,
  id: AppraisalId,
): Promise<readonly PartRecord[]> {
  const rows = await db.rows<{ kind: string; status: string; on: string | null; number: number }>(
    congress,
    {
      text: `select kind, status, on_day::text as on, number from luoshi.record_view
        where congress = $1 and appraisal = $2 and to_seq is null
        order by kind, on_day desc nulls last, id desc`,
      values: [congress, id],
    },
  )
  return rows.flatMap(({ kind, status, on, number }) => {
    const known = recordKinds.find((one) => one === kind)
    return known ? [{ kind: known, status, on: on !== null && isDay(on) ? on : null, number }] : []
  })
}

async function mattersOf({ db }: World, congress: CongressId, id: AppraisalId) {
  const [row] = await db.rows<{ all: number; open: number }>(congress, {
    text: `select coalesce(sum(n), 0)::int as all,
        coalesce(sum(n) filter (where status not in ('closed', 'merged', 'exited')), 0)::int as open
      from luoshi.matter_count where congress = $1 and appraisal = $2`,
    values: [congress, id],
  })
  return row ?? { all: 0, open: 0 }
}
