/** Everything around one matter that its page shows beside the events: in one query, by keys only. */
import type { AppraisalId, CongressId, MatterId, OpinionId } from '@luoshi/domain/kernel/ids'
import type { CongressDb } from '../execute/congress-db.ts'

export type Surrounding = Readonly<{
  kind:
    | 'unit'
    | 'official'
    | 'account'
    | 'appraisal'
    | 'self'
    | 'into'
    | 'from'
    | 'sibling'
    | 'opinion'
  id: string
  /** Name or title. */
  label: string
  number: number | null
  unit: string | null
  round: number
  doc: unknown
}>

export type Around = Readonly<{
  matter: MatterId
  opinion: OpinionId
  appraisal: AppraisalId
  mergedInto: MatterId | null
  units: readonly string[]
  officials: readonly string[]
  accounts: readonly string[]
}>

const text = `with recursive said as (
    select o.id, o.text, o.doc, 0 as depth from luoshi.opinion_view o
      where o.congress = $1 and o.id = $2 and o.to_seq is null
    union all
    select o.id, o.text, o.doc, s.depth + 1 from said s join luoshi.opinion_view o
      on o.congress = $1 and o.id = s.doc ->> 'partOf' and o.to_seq is null
  )
  select 'unit' as kind, id, name as label, null::int as number, null::text as unit, 0 as round,
      null::jsonb as doc, 0 as depth
    from luoshi.unit_view where congress = $1 and id = any($3) and to_seq is null
  union all
  select 'official', id, name, null, null, 0, null, 0
    from luoshi.official_view where congress = $1 and id = any($4) and to_seq is null
  union all
  select 'account', id, name, null, null, 0, null, 0
    from luoshi.account where congress = $1 and id = any($5)
  union all
  select 'appraisal', id, title, null, phase, 0, null, 0
    from luoshi.appraisal_view where congress = $1 and id = $6 and to_seq is null
  union all
  select case when id = $7 then 'self' else 'into' end, id, title, number, unit, round, null, 0
    from luoshi.matter_view where congress = $1 and id = any(array[$7, $8]) and to_seq is null
  union all
  select 'from', id, title, number, unit, round, null, 0 from luoshi.matter_view
    where congress = $1 and doc ->> 'mergedInto' = $7 and to_seq is null and status = 'merged'
  union all
  select 'sibling', m.id, m.title, m.number, m.unit, m.round, null, 0
    from said s
    join luoshi.opinion_view p on p.congress = $1 and p.doc ->> 'partOf' = s.doc ->> 'partOf'
      and p.to_seq is null and p.doc ->> 'partOf' is not null
    join luoshi.matter_view m on m.congress = $1 and m.id = p.matter and m.to_seq is null
    where s.depth = 0 and m.id <> $7
  union all
  select 'opinion', id, text, null, null, 0, doc, depth from said
  order by kind, depth, number`

export async function matterSurroundings(
  db: CongressDb,
  congress: CongressId,
  around: Around,
): Promise<readonly Surrounding[]> {
  const { matter, opinion, appraisal, mergedInto, units, officials, accounts } = around
  return db.rows<Surrounding>(congress, {
    name: 'matter-surroundings',
    text,
    values: [congress, opinion, units, officials, accounts, appraisal, matter, mergedInto],
  })
}
