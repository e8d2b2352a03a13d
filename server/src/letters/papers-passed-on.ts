/**
 * What a unit that merges has to do with letters passes to the unit it merges into, in the same commit: the receipt it did
 * not give yet, and its reports. What it has signed stays signed, and is kept by whoever answers for its matters now.
 * Source: issue text “commitments outlive people”; domain.md §9.2.
 */
import { idOf, type CongressId, type UnitId } from '@luoshi/domain/kernel/ids'
import { decideLetter } from '@luoshi/domain/letters/letter-decider'
import { decideReport } from '@luoshi/domain/letters/report-decider'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { todayOf, type World } from '../execute/context.ts'
import { letterKind } from './letter-kind.ts'
import { reportKind } from './report-kind.ts'

type Merging = Readonly<{ from: UnitId; to: UnitId }>

export async function papersPassedOn(
  world: World,
  congress: CongressId,
  { from, to }: Merging,
): Promise<readonly StreamWrite[]> {
  const rows = await world.db.rows<{ id: string; kind: string }>(congress, {
    text: `select id, kind from luoshi.record_view
      where congress = $1 and to_seq is null and (
        kind = 'letter' and status in ('delivered', 'received')
          and (doc -> 'items' @> jsonb_build_array(jsonb_build_object('unit', $2::text))
            or doc -> 'heirs' @> jsonb_build_array(jsonb_build_object('to', $2::text)))
        or kind = 'report' and unit = $2)
      order by id`,
    values: [congress, from],
  })
  const today = todayOf(world)
  const writes: StreamWrite[] = []
  for (const { id, kind } of rows)
    writes.push(kind === 'letter' ? await letterWrite(id) : await reportWrite(id))
  return writes

  async function letterWrite(raw: string): Promise<StreamWrite> {
    const id = idOf('letter', raw)
    const before = await letterKind.load(world.db, congress, id)
    const ruling = decideLetter(before.state, { type: 'PassLetterOn', from, to, today })
    if (!ruling.ok) throw new Error(`${raw} cannot be passed on: ${ruling.refusal.code}`)
    return letterKind.write(id, before, ruling.value)
  }

  async function reportWrite(raw: string): Promise<StreamWrite> {
    const id = idOf('report', raw)
    const before = await reportKind.load(world.db, congress, id)
    const ruling = decideReport(before.state, { type: 'PassReportOn', to, today })
    if (!ruling.ok) throw new Error(`${raw} cannot be passed on: ${ruling.refusal.code}`)
    return reportKind.write(id, before, ruling.value)
  }
}
