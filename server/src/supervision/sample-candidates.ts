/**
 * What a sample is drawn from: closed matters whose look-back is due by their own rule book, and matters in rectification.
 * Computed when asked; a matter looked at since it was closed is due no more.
 */
import { addMonths } from '@luoshi/domain/calendar/add-months'
import { addDays, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type AppraisalId } from '@luoshi/domain/kernel/ids'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { SamplePurpose } from '@luoshi/domain/supervision/sample'
import type { SampleDueRow } from '../contract/samples.ts'
import { todayOf, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'

type Found = {
  id: string
  number: number
  title: string
  unit_name: string | null
  doc: OpenedMatter
}

const statuses: Readonly<Record<SamplePurpose, readonly string[]>> = {
  lookBack: ['closed'],
  spotCheck: ['planned', 'inProgress', 'committed', 'submitted'],
}

const most = 2000

export async function sampleCandidates(
  world: World,
  by: Principal,
  purpose: SamplePurpose,
): Promise<readonly SampleDueRow[]> {
  const rows = await world.db.rows<Found>(by.congress, {
    text: `select m.id, m.number, m.title, u.name as unit_name, m.doc from luoshi.matter_view m
      left join luoshi.unit_view u on u.congress = m.congress and u.id = m.unit and u.to_seq is null
      where m.congress = $1 and m.to_seq is null and m.status = any($2) order by m.number limit ${most}`,
    values: [by.congress, statuses[purpose]],
  })
  const known = new Map<AppraisalId, (closedOn: Day) => Day>()
  const found: SampleDueRow[] = []
  for (const { id, number, title, unit_name: unitName, doc } of rows) {
    const due = purpose === 'lookBack' ? await lookBackDue(world, by, doc, known) : null
    if (purpose === 'lookBack' && due === null) continue
    const row = { id: idOf('matter', id), number, title, unitName: unitName ?? '', due }
    found.push({ ...row, isDue: due === null || due <= todayOf(world) })
  }
  return found
}

/** Null when it was looked at since it was closed. */
async function lookBackDue(
  { policies }: World,
  { congress }: Principal,
  { appraisal, closure, lookBacks }: OpenedMatter,
  known: Map<AppraisalId, (closedOn: Day) => Day>,
): Promise<Day | null> {
  if (closure === null || lookBacks.some(({ on }) => on >= closure.on)) return null
  const after = known.get(appraisal) ?? (await ruleOf())
  known.set(appraisal, after)
  return after(closure.on)

  async function ruleOf() {
    const { settings } = await policies.ruleBookOf(congress, appraisal)
    const { count, unit } = settings.lookBackAfter.value
    return (closedOn: Day) =>
      unit === 'day' ? addDays(closedOn, count) : addMonths(closedOn, count)
  }
}
