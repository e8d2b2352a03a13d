/**
 * Very many matters fast, for the operations that only read what stands now: rows that the rules and the append function
 * wrote are copied, each copy with ids and a number of its own, as the rules would have written it for another opinion of
 * the same kind. The log is not copied, so nothing that reads the log may be measured on it.
 */
import type { Pool } from 'pg'
import type { County } from './county.ts'

const copiesAtATime = 5

/** From the matters there are to about `rows` of them; the watched and the working unit keep what they have. */
export async function multiply(
  owner: Pool,
  { congress, watched, working }: County,
  rows: number,
  say: (line: string) => void,
): Promise<void> {
  const own = [watched.unit, working.unit]
  const { rows: counts } = await owner.query<{ now: number; kinds: number }>(
    `select count(*)::int as now, (count(*) filter (where unit <> all ($2)))::int as kinds
      from luoshi.matter_view where congress = $1 and to_seq is null`,
    [congress, own],
  )
  const { now = 0, kinds = 0 } = counts[0] ?? {}
  const copies = kinds === 0 ? 0 : Math.max(0, Math.ceil((rows - now) / kinds))
  for (let first = 1; first <= copies; first += copiesAtATime) {
    const last = Math.min(copies, first + copiesAtATime - 1)
    const copying = [congress, own, first, last, now]
    await owner.query(copiedMatters, copying)
    await owner.query(copiedOpinions, copying)
    say(`${now + last * kinds} matters, copied`)
  }
  await owner.query(
    `insert into luoshi.matter_count
      select congress, appraisal, coalesce(unit, ''), status, count(*)
        from luoshi.matter_view where congress = $1 and to_seq is null group by 1, 2, 3, 4
      on conflict (congress, appraisal, unit, status) do update set n = excluded.n`,
    [congress],
  )
}

const originals = `congress = $1 and to_seq is null and unit <> all ($2) and number <= $5::int`

const copiedMatters = `insert into luoshi.matter_view (congress, id, from_seq, version, number, appraisal,
    opinion, status, round, unit, official, title, due, plan_due, phase, warned, opened_on, updated_at,
    search, grams, doc)
  select congress, id || 'c' || copy, from_seq, version, number + $5::int * copy, appraisal,
    opinion || 'c' || copy, status, round, unit, official, title, due, plan_due, phase, warned, opened_on,
    updated_at, search, grams, doc || jsonb_build_object('opinion', opinion || 'c' || copy)
  from generate_series($3::int, $4::int) copy,
    (select * from luoshi.matter_view where ${originals}) original`

const copiedOpinions = `insert into luoshi.opinion_view (congress, id, from_seq, version, number, appraisal,
    status, matter, exit, received_on, channel, text, doc)
  select o.congress, o.id || 'c' || copy, o.from_seq, o.version, o.number, o.appraisal,
    o.status, o.matter || 'c' || copy, o.exit, o.received_on, o.channel, o.text,
    o.doc || jsonb_build_object('matter', o.matter || 'c' || copy)
  from generate_series($3::int, $4::int) copy,
    (select opinion from luoshi.matter_view where ${originals}) m
    join luoshi.opinion_view o on o.congress = $1 and o.id = m.opinion and o.to_seq is null`
