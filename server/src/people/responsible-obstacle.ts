/** Rule: a matter goes only to a unit that exists and has not merged, and to an official in post in that unit. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import type { CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Reliance } from '@luoshi/ledger/log/event'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'

type Responsible = Readonly<{ unit: UnitId; official: OfficialId }>
type Found = { kind: 'unit' | 'official'; status: string; unit: string | null; version: number }

/** @returns What was looked at: a commit that relies on it is refused when it has changed by then. */
export async function responsibleObstacle(
  db: CongressDb,
  congress: CongressId,
  { unit, official }: Responsible,
): Outcome<readonly Reliance[]> {
  const found = await db.rows<Found>(congress, {
    name: 'responsible-2',
    text: `select 'unit' as kind, status, id as unit, version from luoshi.unit_view
        where congress = $1 and id = $2 and to_seq is null
      union all
      select 'official', status, unit, version from luoshi.official_view
        where congress = $1 and id = $3 and to_seq is null`,
    values: [congress, unit, official],
  })
  const unitFound = found.find(({ kind }) => kind === 'unit')
  if (unitFound?.status !== 'active') return unitNotActive()
  const person = found.find(({ kind }) => kind === 'official')
  if (person?.status !== 'inPost' || person.unit !== unit) return notInPost()
  return accept([
    { stream: unit, version: unitFound.version },
    { stream: official, version: person.version },
  ])
}

export async function unitObstacle(
  db: CongressDb,
  congress: CongressId,
  unit: UnitId,
): Outcome<true> {
  const [found] = await db.rows<{ status: string }>(congress, {
    name: 'unit-status',
    text: `select status from luoshi.unit_view where congress = $1 and id = $2 and to_seq is null`,
    values: [congress, unit],
  })
  return found?.status === 'active' ? accept(true) : unitNotActive()
}

/** The same for a whole list; where no official is named, the unit alone. */
export async function seatsObstacle(
  db: CongressDb,
  congress: CongressId,
  seats: readonly Readonly<{ unit: UnitId; official: OfficialId | null }>[],
): Outcome<true> {
  const different = new Map(seats.map((one) => [`${one.unit} ${one.official}`, one]))
  for (const { unit, official } of different.values()) {
    const obstacle =
      official === null
        ? await unitObstacle(db, congress, unit)
        : await responsibleObstacle(db, congress, { unit, official })
    if (!obstacle.ok) return obstacle
  }
  return accept(true)
}

export function unitNotActive() {
  return refused(
    409,
    'unit-not-active',
    bilingual(
      '所选单位没有登记，或者已经并入其他单位。',
      '请选择现有的承办单位；新单位请先登记。',
      'The unit is not on record, or has merged into another.',
      'Choose an existing unit; register a new one first.',
    ),
  )
}

function notInPost() {
  return refused(
    409,
    'official-not-in-post',
    bilingual(
      '所选责任人不在该单位任职，或者已经离任。',
      '请选择该单位现任的责任人。',
      'The official is not in post in this unit.',
      'Choose somebody who is.',
    ),
  )
}
