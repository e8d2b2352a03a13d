/** The counts of a survey: added to with every batch in its own transaction, read as statistics take them. */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { SurveyCounts } from '@luoshi/domain/surveys/survey-counts'
import type { PoolClient } from 'pg'
import type { CongressDb } from '../../execute/congress-db.ts'
import { wordBytes, type AnswerWords } from './answer-words.ts'
import type { SurveyPlace } from './trays.ts'

export type Times = Readonly<{
  /** Counts what was answered, as packed; answers which of {@link ways} it is. */
  add: (said: Buffer) => number
  /** The numbers of the ways, as they first came. */
  ways: () => readonly number[]
  /** Of one of them: how many answered, and how often each choice was made, by its number. */
  of: (way: number) => Readonly<{ answered: number; chosen: Uint32Array }>
}>

/** How often each thing was said. */
export function openTimes(words: AnswerWords): Times {
  const ways: number[] = []
  const counts: { answered: number; readonly chosen: Uint32Array }[] = []
  function openWay(way: number): number {
    ways.push(way)
    return counts.push({ answered: 0, chosen: new Uint32Array(words.choices()) }) - 1
  }
  return {
    add: (said) => {
      const way = said.readUInt16LE()
      const known = ways.indexOf(way)
      const place = known < 0 ? openWay(way) : known
      const count = counts[place]
      if (!count) throw new Error('A way has no counts')
      count.answered += 1
      const { chosen } = count
      for (let at = wordBytes; at < said.length; at += wordBytes) {
        const number = said.readUInt16LE(at)
        chosen[number] = (chosen[number] ?? 0) + 1
      }
      return place
    },
    ways: () => ways,
    of: (way) => counts[ways.indexOf(way)] ?? { answered: 0, chosen: new Uint32Array() },
  }
}

export async function addToCounts(
  client: PoolClient,
  { congress, survey }: SurveyPlace,
  words: AnswerWords,
  times: Times,
): Promise<void> {
  const [cells, answered] = [openSums(), openSums()]
  for (const way of times.ways()) {
    const { population, stratum, channel } = words.way(way)
    const { answered: n, chosen } = times.of(way)
    answered.add([population, stratum, channel], n)
    for (const [number, n] of chosen.entries()) {
      const { question, option, kind } = words.choice(number)
      if (n > 0 && kind !== 'none') cells.add([population, stratum, question, option], n)
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
