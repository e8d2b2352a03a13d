/** The counts of a survey: added to with every batch in its own transaction, read as statistics take them. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { SurveyCounts } from '@luoshi/domain/surveys/survey-counts'
import type { PoolClient } from 'pg'
import type { CongressDb } from '../../execute/congress-db.ts'
import { wordBytes, type AnswerWords } from './answer-words.ts'
import type { SurveyPlace } from './trays.ts'

/** `said`: what was answered, as packed by these words. */
export async function addToCounts(
  client: PoolClient,
  { congress, survey }: SurveyPlace,
  words: AnswerWords,
  said: readonly Buffer[],
): Promise<void> {
  const [cells, answered] = [openSums(), openSums()]
  for (const [way, { times, chosen }] of timesOf(words, said)) {
    const { population, stratum, channel } = words.way(way)
    answered.add([population, stratum, channel], times)
    for (const [number, n] of chosen.entries()) {
      if (n === 0) continue
      const { question, option, kind } = words.choice(number)
      if (kind !== 'none') cells.add([population, stratum, question, option], n)
    }
  }
  await client.query(
    `insert into luoshi.survey_answered as t (congress, survey, population, stratum, channel, n)
      select $1, $2, x.* from unnest($3::text[], $4::text[], $5::text[], $6::bigint[]) x
      on conflict (congress, survey, population, stratum, channel) do update set n = t.n + excluded.n`,
    [congress, survey, ...answered.columns(3)],
  )
  await client.query(
    `insert into luoshi.survey_count as t (congress, survey, population, stratum, question, option, n)
      select $1, $2, x.* from unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[]) x
      on conflict (congress, survey, population, stratum, question, option)
        do update set n = t.n + excluded.n`,
    [congress, survey, ...cells.columns(4)],
  )
}

type Times = { times: number; readonly chosen: Uint32Array }

/** By the number of the way: how many answered, and how often each choice was made. */
function timesOf(words: AnswerWords, said: readonly Buffer[]): ReadonlyMap<number, Times> {
  const all = new Map<number, Times>()
  for (const one of said) {
    const way = one.readUInt16LE()
    const counted = all.get(way) ?? { times: 0, chosen: new Uint32Array(words.choices()) }
    all.set(way, counted)
    counted.times += 1
    for (let at = wordBytes; at < one.length; at += wordBytes) {
      const number = one.readUInt16LE(at)
      counted.chosen[number] = (counted.chosen[number] ?? 0) + 1
    }
  }
  return all
}

/** Sums by several names, in the order of the names. */
function openSums() {
  const sums = new Map<string, number>()
  return {
    add: (names: readonly string[], n: number): void => {
      const key = names.join('\u0000')
      sums.set(key, (sums.get(key) ?? 0) + n)
    },
    columns: (width: number): readonly (readonly (string | number)[])[] => {
      const rows = [...sums].toSorted(([one], [other]) => (one < other ? -1 : 1))
      const names = rows.map(([key]) => key.split('\u0000'))
      return [
        ...Array.from({ length: width }, (_, at) => names.map((parts) => parts[at] ?? '')),
        rows.map(([, n]) => n),
      ]
    },
  }
}

/** Where an answer came from is counted here and kept beside no answer. */
export type AnsweredBy = Readonly<{
  population: string
  stratum: string
  channel: string
  n: number
}>

export function readAnswered(
  db: CongressDb,
  congress: CongressId,
  survey: string,
): Promise<readonly AnsweredBy[]> {
  return db.rows<AnsweredBy>(congress, {
    text: `select population, stratum, channel, n::float8 as n from luoshi.survey_answered
      where congress = $1 and survey = $2 order by population, stratum, channel`,
    values: [congress, survey],
  })
}

type CellRow = Readonly<{
  population: string
  stratum: string
  question: string
  option: string
  n: number
}>

/** By population and stratum. How many there are to be asked is the survey's to say, so it is unknown here. */
export async function readCounts(
  db: CongressDb,
  congress: CongressId,
  survey: string,
): Promise<readonly SurveyCounts[]> {
  const answered = await readAnswered(db, congress, survey)
  const cells = await db.rows<CellRow>(congress, {
    text: `select population, stratum, question, option, n::float8 as n from luoshi.survey_count
      where congress = $1 and survey = $2 order by population, stratum, question, option`,
    values: [congress, survey],
  })
  const populations = [...new Set(answered.map((one) => one.population))]
  return populations.map((population) => {
    const own = answered.filter((one) => one.population === population)
    const keys = [...new Set(own.map((one) => one.stratum))]
    const strata = keys.map((key) => ({
      key,
      populationSize: null,
      answered: own.reduce((sum, one) => sum + (one.stratum === key ? one.n : 0), 0),
      cells: cells
        .filter((one) => one.population === population && one.stratum === key)
        .map(({ question, option, n }) => ({ question, option, n })),
    }))
    return { population, strata }
  })
}
