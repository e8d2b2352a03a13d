/** The matters of an appraisal in the order of their numbers, as whoever asks may see them now. */
import { idOf, type AppraisalId, type MatterId, type UnitId } from '@luoshi/domain/kernel/ids'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { LedgerEntry } from '@luoshi/domain/ledgers/ledger-entry'
import { headSeq } from '@luoshi/ledger/log/read'
import { todayOf, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { ledgerEntries } from '../ledgers/ledger-entries.ts'
import { questionAt } from '../ledgers/question-at.ts'
import { conditions, parameters, type MatterFilter } from '../matters/matter-query.ts'

export type MatterOnPaper = Readonly<{
  id: MatterId
  number: number
  matter: OpenedMatter
  unitName: string
  officialName: string
}>

type Row = {
  id: string
  number: number
  doc: OpenedMatter
  unit_name: string | null
  official_name: string | null
}

type Which = Readonly<{ appraisal: AppraisalId; unit?: UnitId | undefined }>

export async function mattersOnPaper(
  world: World,
  by: Principal,
  filter: Which & Pick<MatterFilter, 'statuses'>,
): Promise<readonly MatterOnPaper[]> {
  const given = parameters()
  const today = todayOf(world)
  const where = conditions(
    { by, congress: by.congress, filter, today, seq: null, candidates: null },
    given,
  )
  const rows = await world.db.rows<Row>(by.congress, {
    text: `select m.id, m.number, m.doc, u.name as unit_name, o.name as official_name
      from luoshi.matter_view m
      left join luoshi.unit_view u on u.congress = $1 and u.id = m.unit and u.to_seq is null
      left join luoshi.official_view o on o.congress = $1 and o.id = m.official and o.to_seq is null
      where ${where} order by m.number limit 2000`,
    values: given.values,
  })
  return rows.map(({ id, number, doc, unit_name, official_name }) => ({
    id: idOf('matter', id),
    number,
    matter: doc,
    unitName: unit_name ?? '',
    officialName: official_name ?? '',
  }))
}

/** As lines of the offices' ledgers. */
export async function entriesOnPaper(
  world: World,
  by: Principal,
  filter: Which,
): Promise<readonly LedgerEntry[]> {
  const seq = await headSeq(world.db.pool, by.congress)
  const question = questionAt(by, filter, { seq, today: todayOf(world) })
  const all: LedgerEntry[] = []
  for await (const batch of ledgerEntries(world.db, question)) all.push(...batch)
  return all
}
