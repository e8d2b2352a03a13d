/** What a step on a letter must look at beyond the letter: the matters of its appraisal, and the other letters. */
import type { KnownLetter, LetterId } from '@luoshi/domain/letters/letter'
import { isLive, liveItems } from '@luoshi/domain/letters/letter'
import type { AppraisalSeen } from '@luoshi/domain/letters/whole-appraisal'
import {
  idOf,
  type AppraisalId,
  type CongressId,
  type MatterId,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export type LetterRow = Readonly<{
  id: LetterId
  version: number
  number: number | null
  letter: KnownLetter
}>

/** All letters of an appraisal as they stand, newest first. */
export async function lettersOf(
  db: CongressDb,
  congress: CongressId,
  appraisal: AppraisalId,
): Promise<readonly LetterRow[]> {
  const rows = await db.rows<{
    id: string
    version: number
    number: number | null
    doc: KnownLetter
  }>(congress, {
    text: `select id, version, number, doc from luoshi.record_view
      where congress = $1 and kind = 'letter' and appraisal = $2 and to_seq is null
      order by on_day desc, id desc`,
    values: [congress, appraisal],
  })
  return rows.map(({ id, version, number, doc }) => {
    return { id: idOf('letter', id), version, number, letter: doc }
  })
}

export async function appraisalSeen(
  db: CongressDb,
  congress: CongressId,
  appraisal: AppraisalId,
  except: LetterId | null,
): Promise<AppraisalSeen> {
  const [matters, letters] = await Promise.all([
    db.rows<{ id: string; number: number; status: string; unit: UnitId | null }>(congress, {
      text: `select id, number, status, unit from luoshi.matter_view
        where congress = $1 and appraisal = $2 and to_seq is null order by number`,
      values: [congress, appraisal],
    }),
    lettersOf(db, congress, appraisal),
  ])
  return {
    matters: matters.map(({ id, ...seen }) => {
      return { id: idOf('matter', id), ...seen }
    }),
    others: letters.flatMap(({ id, letter }) => (id === except ? [] : [letter])),
  }
}

/** The letter that holds a matter now, if any does. */
export async function letterHolding(
  db: CongressDb,
  congress: CongressId,
  appraisal: AppraisalId,
  matter: MatterId,
): Promise<LetterRow | null> {
  const letters = await lettersOf(db, congress, appraisal)
  const holding = letters.find(
    ({ letter }) => isLive(letter) && liveItems(letter).some((item) => item.matter === matter),
  )
  return holding ?? null
}
