/**
 * The newest matters with some words, and how many there are, up to two hundred, in one trip and without looking at all
 * that have them: the index of words goes from stretch to stretch of numbers, the newest first, until it has enough
 * (`0310-words-newest-first.sql`). So what a search costs does not grow with the years.
 */
import type { CongressDb } from '../execute/congress-db.ts'
import { mostCountedWithWords as most } from './count-matters.ts'
import { onlyWords, parameters, wordsOf, type MatterQuestion } from './matter-query.ts'
import { columns, named, names, pageIn, type PageAndTotal, type Row } from './page-of-matters.ts'
import { pairsOf } from './search-candidates.ts'

/** Null when more than words is asked for, or words too short for the index. @param keys - Where the page before ended. */
export async function newestWithWords(
  db: CongressDb,
  question: MatterQuestion,
  keys: readonly unknown[] | null,
  limit: number,
): Promise<PageAndTotal | null> {
  if (!onlyWords(question)) return null
  const pairs = pairsOf(question.filter.text)
  if (pairs.length === 0) return null
  const { values, add } = parameters()
  const congress = add(question.congress)
  const asked = `${add(pairs)}::int[], ${add(wordsOf(question.filter.text))}::text[]`
  const newest = (below: string, enough: number) =>
    `materialized (select luoshi.newest_with(${asked}, ${below}, ${add(enough)}::int) as numbers)`
  const counted = `hit as ${newest('null', Math.max(limit, most + 1))}`
  const [further] = keys ?? []
  const shown = keys === null ? 'hit' : 'further'
  const found =
    keys === null ? counted : `${counted}, further as ${newest(`${add(further)}::int`, limit)}`
  const text = `with ${found}
    select least(cardinality(hit.numbers), ${add(most + 1)}::int) as counted, p.*, ${names} from hit
    left join (select ${columns}, row_number() over () as place from (
      select m.* from luoshi.matter_view m where m.congress = ${congress} and m.to_seq is null
        and m.number = any((select numbers[1:${add(limit)}::int] from ${shown})::int[])
      order by m.number desc) m) p on true ${named}`
  return pageIn(await db.rows<Row>(question.congress, { text, values }), most)
}
