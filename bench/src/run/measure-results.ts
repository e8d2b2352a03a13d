/**
 * V2: a survey of ten questions in twenty strata with a hundred thousand, a million and, when asked for, ten million answers:
 * the coverage board while it is open, the close, the page of results when it is closed, beside a scan that counts the same
 * rows. Ours reads the counters that the intake keeps, so none may grow with the answers. In processor time of the server and
 * the database, as everything here, the clock beside it; all sizes in turn within each repeat. Ours and the scan must
 * find the same counts.
 */
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import { getCoverage } from '@luoshi/server/contract/survey-coverage'
import { getSurveyResults } from '@luoshi/server/contract/survey-results'
import type { Pool } from 'pg'
import type { County } from '../data/county.ts'
import { processorTime, processorTimeOfFamily } from '../machine/processor-time.ts'
import type { Side } from './measure.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'
import { closeBenchSurvey, openBenchSurvey, options, questions } from './survey-scene.ts'

const readsAtOnce = 15
const strata = 20

export type ResultsBench = Readonly<{
  side: Pick<Side, 'origin' | 'pid' | 'headers'>
  county: County
  appraisal: AppraisalId
  owner: Pool
  postmaster: number
  repeats: number
  /** How many answers, one after the other. */
  sizes: readonly number[]
  say: (line: string) => void
}>

type Read = Readonly<{ cpu: number; wall: readonly number[] }>

type Size = Readonly<{
  answers: number
  survey: Id<'survey'>
  board: Read[]
  first: Read[]
  ours: Read[]
  scans: Read[]
}>

/** A scan of ten million takes a minute: once is enough of what only grows. */
const scannedOften = 1_000_000

export async function measureResults(bench: ResultsBench): Promise<readonly Single[]> {
  const sizes: Size[] = []
  for (const answers of bench.sizes) {
    const survey = await answeredBy(bench, answers)
    sizes.push({ answers, survey, board: [], first: [], ours: [], scans: [] })
    bench.say(`V2 ${answers} filled`)
  }
  for (const { survey } of sizes) await isHeldBack(bench, survey)
  for (let n = 0; n < bench.repeats; n += 1)
    for (const { survey, board } of inTurn(sizes, n))
      board.push(await timesOf(bench, readsAtOnce, () => boardOf(bench.side, survey)))
  const closes = []
  for (const { survey } of sizes)
    closes.push(await timesOf(bench, 1, () => closeBenchSurvey(bench.side, survey)))
  for (const { survey, answers, first } of sizes) {
    first.push(await timesOf(bench, 1, () => resultsOf(bench.side, survey)))
    await agrees(bench, survey, answers)
  }
  for (let n = 0; n < bench.repeats; n += 1) {
    for (const { answers, survey, ours, scans } of inTurn(sizes, n)) {
      if (n === 0 || answers <= scannedOften) scans.push(await scanned(bench, survey))
      ours.push(await timesOf(bench, readsAtOnce, () => resultsOf(bench.side, survey)))
    }
    bench.say(`V2 ${n + 1}/${bench.repeats}`)
  }
  const boards = sizes.map(({ board }) => board)
  return [
    ...sizes.map(lineOf),
    growth(
      'V2g',
      'results',
      sizes.map(({ ours }) => ours),
    ),
    growth('V2o', 'the coverage board while it is open', boards),
    growth(
      'V2c',
      'the close',
      closes.map((one) => [one]),
    ),
  ]
}

/** Nobody is always first after the other's work. */
function inTurn(sizes: readonly Size[], n: number): readonly Size[] {
  return n % 2 === 0 ? sizes : sizes.toReversed()
}

/** Within the harness any size is allowed; the targets are those of a hundred thousand and a million. */
function targetOf(answers: number): number | null {
  return answers <= 100_000 ? 20 : answers <= 1_000_000 ? 300 : null
}

function lineOf({ answers, first, ours, scans }: Size): Single {
  const wall = spreadOf(ours.flatMap((one) => one.wall))
  const slowest = Math.max(...ours.flatMap((one) => one.wall))
  const scan = spreadOf(scans.flatMap((one) => one.wall))
  return {
    id: `V2-${answers}`,
    name: `results of ten questions over ${answers} answers, over HTTP; floor: the rows scanned`,
    unit: 'ms',
    target: targetOf(answers),
    floor: spreadOf(scans.map(({ cpu }) => cpu)),
    ours: spreadOf(ours.map(({ cpu }) => cpu)),
    note: `by the clock ${wall.median.toFixed(1)} ms (${wall.low.toFixed(1)}–${wall.high.toFixed(1)}, slowest ${slowest.toFixed(0)}, the very first ${first[0]?.wall[0]?.toFixed(0)}), the scan ${scan.median.toFixed(0)}`,
  }
}

function growth(id: string, name: string, reads: readonly (readonly Read[])[]): Single {
  const medians = reads.map((some) => spreadOf(some.map(({ cpu }) => cpu)).median)
  const walls = reads.map((some) => spreadOf(some.flatMap(({ wall }) => wall)).median)
  const times = Math.max(...medians) / (medians[0] ?? 1)
  const said = (all: readonly number[]) => all.map((one) => `${one.toFixed(1)} ms`).join(', ')
  return {
    id,
    name: `${name}: the dearest size beside the smallest`,
    unit: 'times',
    target: 3,
    floor: null,
    ours: spreadOf([times]),
    note: `${said(medians)}; by the clock ${said(walls)}`,
  }
}

/** Open, with its rows and, counted from these very rows, its counters and batches. */
async function answeredBy(bench: ResultsBench, answers: number): Promise<Id<'survey'>> {
  const { county, appraisal, owner } = bench
  const codes = Array.from({ length: strata }, (_, at) => `s${at}`)
  const population = {
    code: 'residents',
    kind: 'residents',
    name: '城乡居民',
    sizeSource: '名册',
    strata: codes.map((code) => ({ code, name: code, size: answers, quota: null })),
    sampling: { type: 'all' },
  } as const
  const channel = {
    code: 'paper',
    kind: 'paper',
    population: 'residents',
    stratum: null,
    place: '',
  } as const
  const survey = await openBenchSurvey({ county, appraisal, population, channel })
  const given = questions.map(
    (key, at) => `'${key}', ('{${options.join()}}'::text[])[1 + (i / ${at + 1}) % 4]`,
  )
  await owner.query(
    `insert into luoshi.survey_answer
      select $1, $2, decode(md5($2 || i::text), 'hex'), 'residents', 's' || i % ${strata},
        json_build_object(${given.join()})::text, 1 + i / 10000
      from generate_series(1, $3::int) i`,
    [county.congress, survey, answers],
  )
  await owner.query(
    `insert into luoshi.survey_answered
      select congress, survey, population, stratum, 'paper', count(*) from luoshi.survey_answer
      where survey = $1 group by 1, 2, 3, 4`,
    [survey],
  )
  await owner.query(
    `insert into luoshi.survey_count
      select congress, survey, population, stratum, key, value, count(*)
      from luoshi.survey_answer, json_each_text(answer::json) where survey = $1
      group by 1, 2, 3, 4, 5, 6`,
    [survey],
  )
  await owner.query(
    `insert into luoshi.survey_batch
        (congress, survey, kind, batch, record, row_count, root, announced)
      select congress, survey, 'answers', batch, 'surveybatch_' || substr(md5(survey || batch), 1, 20),
        count(*), decode(repeat('00', 32), 'hex'), true
      from luoshi.survey_answer where survey = $1 group by congress, survey, batch`,
    [survey],
  )
  await owner.query(
    'vacuum analyze luoshi.survey_answer, luoshi.survey_count, luoshi.survey_answered',
  )
  return survey
}

async function timesOf(
  { side, postmaster }: ResultsBench,
  times: number,
  act: () => Promise<unknown>,
): Promise<Read> {
  const used = () => (processorTime(side.pid) ?? 0) + (processorTimeOfFamily(postmaster) ?? 0)
  const wall: number[] = []
  const before = used()
  for (let n = 0; n < times; n += 1) {
    const began = performance.now()
    await act()
    wall.push(performance.now() - began)
  }
  return { cpu: (used() - before) / times, wall }
}

async function resultsOf(side: ResultsBench['side'], survey: Id<'survey'>) {
  const path = getSurveyResults.path.replace(':survey', survey)
  const answer = await fetch(`${side.origin}${path}`, { headers: side.headers('clerk') })
  if (!answer.ok) throw new Error(`V2: ${answer.status} ${await answer.text()}`)
  return getSurveyResults.answer.parse(await answer.json())
}

async function boardOf(side: ResultsBench['side'], survey: Id<'survey'>) {
  const path = getCoverage.path.replace(':survey', survey)
  const answer = await fetch(`${side.origin}${path}`, { headers: side.headers('clerk') })
  if (!answer.ok) throw new Error(`V2: ${answer.status} ${await answer.text()}`)
  return getCoverage.answer.parse(await answer.json())
}

/** While it is open there are no results, at any size. */
async function isHeldBack({ side }: ResultsBench, survey: Id<'survey'>): Promise<void> {
  const path = getSurveyResults.path.replace(':survey', survey)
  const { status } = await fetch(`${side.origin}${path}`, { headers: side.headers('clerk') })
  if (status !== 409) throw new Error(`V2: results of an open survey: ${status}`)
}

const scan = `select key, value, count(*)::int as n
  from luoshi.survey_answer, json_each_text(answer::json) where survey = $1 group by 1, 2`

async function scanned({ owner, postmaster }: ResultsBench, survey: Id<'survey'>): Promise<Read> {
  const before = processorTimeOfFamily(postmaster) ?? 0
  const began = performance.now()
  await owner.query(scan, [survey])
  const wall = performance.now() - began
  return { cpu: (processorTimeOfFamily(postmaster) ?? 0) - before, wall: [wall] }
}

async function agrees({ side, owner }: ResultsBench, survey: Id<'survey'>, answers: number) {
  const [told] = (await resultsOf(side, survey)).populations
  const { rows } = await owner.query<{ key: string; value: string; n: number }>(scan, [survey])
  for (const { key, value, n } of rows) {
    const asked = told?.questions.find((one) => one.key === key)?.whole?.options
    const found = asked?.find(({ option }) => option === value)?.n
    if (found !== n) throw new Error(`V2: ${key} ${value}: ${found} told, ${n} rows`)
  }
  if (told?.answered !== answers) throw new Error(`V2: ${told?.answered} of ${answers} answered`)
}
