/** Appraisals with their counts. A unit's people see those in which their unit has been handed something. */
import { phases } from '@luoshi/domain/appraisals/phases'
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import type { Official } from '@luoshi/domain/people/directory'
import { postAtTheTime } from '@luoshi/domain/people/post-at-the-time'
import { idOf, type AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { AppraisalRow } from '../contract/appraisals.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { standingSeat } from '../people/standing-seat.ts'
import { statusCounts } from '../matters/status-counts.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

type Found = {
  id: string
  version: number
  title: string
  status: string
  phase: string
  unit: string
  unit_name: string | null
  official: string
  official_name: string | null
  official_doc: Exclude<Official, Readonly<{ status: 'none' }>> | null
  unit_status: string | null
  session: string
  opened_on: string
  is_suspended: boolean
  book_key: string
  book_name: string
  counts: Readonly<Record<string, number>> | null
}

const counted = {
  all: `select jsonb_object_agg(status, n) from (select status, sum(n)::int as n
    from luoshi.matter_count c where c.congress = a.congress and c.appraisal = a.id group by status) k`,
  unit: `select jsonb_object_agg(status, n) from (select status, count(*)::int as n
    from luoshi.matter_view c where c.congress = a.congress and c.appraisal = a.id and c.unit = $3
      and c.round > 0 and c.to_seq is null group by status) k`,
}

export async function readAppraisals(
  world: World,
  by: Principal,
  only: AppraisalId | null = null,
): Promise<readonly AppraisalRow[]> {
  const { db } = world
  const scope = scopeOf(by)
  if (scope.sees === 'none') return []
  const counts = scope.sees === 'all' ? counted.all : counted.unit
  const own = scope.sees === 'unit' ? [scope.unit] : []
  const visible =
    scope.sees === 'all'
      ? 'true'
      : `exists (select from luoshi.matter_view v where v.congress = a.congress and v.to_seq is null
          and v.unit = $3 and v.appraisal = a.id and v.round > 0)
        or a.unit = $3 and a.phase <> 'planned'
        or exists (select from luoshi.record_view r where r.congress = a.congress and r.to_seq is null
          and r.kind = 'selfcheck' and r.appraisal = a.id and r.unit = $3)`
  const rows = await db.rows<Found>(by.congress, {
    name: `appraisals-2-${scope.sees}`,
    text: `select a.id, a.version, a.title, a.status, a.phase, a.unit, a.official,
        u.name as unit_name, u.status as unit_status, o.name as official_name, o.doc as official_doc, a.doc ->> 'session' as session,
        a.doc ->> 'openedOn' as opened_on,
        coalesce(a.doc -> 'suspension' <> 'null', false) as is_suspended, a.doc -> 'ruleBook' ->> 'key' as book_key,
        a.doc -> 'ruleBook' ->> 'name' as book_name, (${counts}) as counts
      from luoshi.appraisal_view a
      left join luoshi.unit_view u
        on u.congress = a.congress and u.id = a.unit and u.to_seq is null
      left join luoshi.official_view o
        on o.congress = a.congress and o.id = a.official and o.to_seq is null
      where a.congress = $1 and a.to_seq is null and ($2::text is null or a.id = $2) and (${visible})
      order by a.doc ->> 'openedOn' desc, a.id`,
    values: [by.congress, only, ...own],
  })
  return Promise.all(rows.map(async (row) => rowOf(row, await answersNow(world, by, row))))
}

/** Only looked for where it is somebody else, which is seldom. */
async function answersNow(
  world: World,
  { congress }: Principal,
  { status, official_doc: appraised, unit_status, ...row }: Found,
): Promise<AppraisalRow['answersNow']> {
  const inPost = appraised?.status === 'inPost' && appraised.unit === row.unit
  if (status === 'archived' || (inPost && unit_status === 'active')) return null
  const named = { unit: idOf('unit', row.unit), official: idOf('official', row.official) }
  const { unit, official, keptFor } = await standingSeat(world, congress, named)
  const [found] = await world.db.rows<{ unit: string; name: string | null; post: string | null }>(
    congress,
    {
      text: `select u.name as unit, o.name, o.post from luoshi.unit_view u
        left join luoshi.official_view o on o.congress = u.congress and o.id = $3 and o.to_seq is null
        where u.congress = $1 and u.id = $2 and u.to_seq is null`,
      values: [congress, unit, official],
    },
  )
  return {
    official,
    name: found?.name ?? '',
    post: found?.post ?? '',
    unitName: found?.unit ?? '',
    caretaker: keptFor !== null,
  }
}

function rowOf(row: Found, now: AppraisalRow['answersNow']): AppraisalRow {
  const phase = phases.find((one) => one === row.phase)
  if (!phase || !isDay(row.opened_on)) throw new Error(`Unknown appraisal row ${row.id}`)
  const { post, leftOn } = appraisedPost(row, row.opened_on)
  return {
    id: idOf('appraisal', row.id),
    version: row.version,
    title: row.title,
    status: row.status === 'archived' ? 'archived' : 'running',
    phase,
    unit: idOf('unit', row.unit),
    unitName: row.unit_name ?? '',
    official: idOf('official', row.official),
    officialName: row.official_name ?? '',
    post,
    leftOn,
    answersNow: now,
    session: row.session,
    openedOn: row.opened_on,
    isSuspended: row.is_suspended,
    ruleBook: { key: row.book_key, name: row.book_name },
    counts: statusCounts(new Map(Object.entries(row.counts ?? {}))),
  }
}

function appraisedPost({ official_doc, unit }: Found, openedOn: Day) {
  if (official_doc === null) return { post: '', leftOn: null }
  return postAtTheTime(official_doc, idOf('unit', unit), openedOn)
}

export async function readAppraisal(
  world: World,
  by: Principal,
  id: AppraisalId,
): Outcome<AppraisalRow> {
  const [row] = await readAppraisals(world, by, id)
  return row ? accept(row) : notFound()
}
