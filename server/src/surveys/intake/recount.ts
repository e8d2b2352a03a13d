/**
 * Whether the counters are what the rows say: counted again from every answer that lies in the table. For whoever runs the
 * machine; it tells only whether they agree, and of what it read nothing leaves.
 */
import type { CongressDb } from '../../execute/congress-db.ts'
import type { SurveyPlace } from './trays.ts'

/** How many cells differ: how often an option was chosen, how many answered. */
export async function recount(db: CongressDb, { congress, survey }: SurveyPlace): Promise<number> {
  const [row] = await db.rows<{ n: number }>(congress, {
    text: `with rows as (
        select population, stratum, e.key as question, o.value as option
        from luoshi.survey_answer a, json_each(a.answer::json) e, lateral (
          select e.value #>> '{}' as value where json_typeof(e.value) <> 'array'
          union all
          select x from json_array_elements_text(
            case when json_typeof(e.value) = 'array' then e.value else '[]'::json end) x
        ) o
        where a.congress = $1 and a.survey = $2
      ), chosen as (
        select population, stratum, question, option, count(*) as n from rows group by 1, 2, 3, 4
      ), answered as (
        select population, stratum, count(*) as n from luoshi.survey_answer
        where congress = $1 and survey = $2 group by 1, 2
      ), kept as (
        select population, stratum, sum(n) as n from luoshi.survey_answered
        where congress = $1 and survey = $2 group by 1, 2
      )
      select (
        (select count(*) from chosen full join (
           select population, stratum, question, option, n from luoshi.survey_count
           where congress = $1 and survey = $2) c using (population, stratum, question, option)
         where chosen.n is distinct from c.n)
        + (select count(*) from answered full join kept using (population, stratum)
           where answered.n is distinct from kept.n)
      )::int as n`,
    values: [congress, survey],
  })
  return row?.n ?? 0
}
