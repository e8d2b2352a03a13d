/**
 * V1: answers of ten questions taken durably over HTTP, beside the rows a second that the same engine takes in grouped
 * inserts from a bare client on the same table's shape, and beside servers that do nothing but answer, asked by the same
 * client: no server can take more than these; and beside a plain node:http server that writes the same grouped inserts and
 * nothing else, asked by the same client on the same two processors. In processor time an answer, as everything here, with the rate and the
 * latency beside it; the answers acknowledged are looked for in the table afterwards. With `long`, as many answers once
 * more in one go, and the memory of our process after each tenth.
 */
import { loadavg } from 'node:os'
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import type { Pool, PoolConfig } from 'pg'
import type { County } from '../data/county.ts'
import type { AnswerJob, AnswersSeen } from '../load/answer-load.ts'
import {
  peakMegabytes,
  processorTime,
  processorTimeOfFamily,
  proportionalMegabytes,
} from '../machine/processor-time.ts'
import { insertGrouped, surveyFloor, type Floor } from './grouped-inserts.ts'
import { startChild, type LineChild } from './line-child.ts'
import type { Side } from './measure.ts'
import type { Single } from './single.ts'
import { closeBenchSurvey, openBenchSurvey, options, questions } from './survey-scene.ts'
import { line, linesOf, p99Of, type Ran, type SeenKey } from './survey-lines.ts'

export type SurveyBench = Readonly<{
  side: Pick<Side, 'origin' | 'pid' | 'headers'>
  county: County
  appraisal: AppraisalId
  owner: Pool
  /** How the plain server gets at the database. */
  config: PoolConfig
  postmaster: number
  repeats: number
  answers: number
  /** 0: not at all. */
  long: number
  say: (line: string) => void
}>

type Run = (connections: number, count: number) => Promise<Ran>

export async function measureSurvey(bench: SurveyBench): Promise<readonly Single[]> {
  const { side, owner, postmaster, repeats, answers, say } = bench
  await owner.query(surveyFloor)
  const survey = await openToAll(bench)
  const load = startChild('../load/answer-load.ts')
  const empty = startChild('../sides/empty-server.ts')
  const runOn = (port: number, pid: number): Run => runs({ load, survey, port, pid, postmaster })
  const ours = runOn(Number(new URL(side.origin).port), side.pid)
  const emptyOf = async (kind: 'http' | 'sockets') => {
    const { port } = await empty.ask<{ port: number }>({ kind })
    return runOn(port, empty.pid)
  }
  const [http, sockets] = [await emptyOf('http'), await emptyOf('sockets')]
  const writing = startChild('../sides/grouping-server.ts')
  const { port } = await writing.ask<{ port: number }>({ config: bench.config })
  const plain = runOn(port, writing.pid)
  const seen: Record<SeenKey, Ran[]> = { few: [], many: [], http: [], sockets: [], plain: [] }
  const all: Ran[] = [await ours(64, answers)]
  const floor: Floor[] = []
  const memory = [proportionalMegabytes(side.pid) ?? 0]
  for (let n = 0; n < repeats; n += 1) {
    floor.push(await insertGrouped(owner, postmaster, answers))
    seen.http.push(await http(256, answers))
    seen.few.push(await ours(64, answers))
    seen.sockets.push(await sockets(256, answers))
    seen.plain.push(await plain(256, answers))
    seen.many.push(await ours(256, answers))
    memory.push(proportionalMegabytes(side.pid) ?? 0)
    const last = (one: readonly Readonly<{ rate: number }>[]) => one.at(-1)?.rate.toFixed(0)
    say(
      `V1 ${n + 1}/${repeats}: floor ${last(floor)}/s, ours ${last(seen.many)}/s, empty ${last(seen.http)}/s, ${last(seen.sockets)}/s; load ${loadavg()[0]?.toFixed(1)}`,
    )
  }
  all.push(...seen.few, ...seen.many)
  const long = bench.long > 0 ? await runLong(bench, ours, all) : []
  await load.end()
  await empty.end()
  await writing.end()
  await closeAndCount(bench, survey, all)
  return [...linesOf(seen, floor, memory, peakMegabytes(side.pid), all), ...long]
}

type RunsOn = Readonly<{
  load: LineChild
  survey: Id<'survey'>
  port: number
  pid: number
  postmaster: number
}>

function runs({ load, survey, port, pid, postmaster }: RunsOn): Run {
  return async (connections, count) => {
    const job: AnswerJob = {
      port,
      host: 'bench.example',
      survey,
      channel: 'site',
      questions,
      options,
      connections,
      answers: count,
    }
    const usage = () => [pid, load.pid].map((one) => processorTime(one) ?? 0)
    const [server = 0, client = 0] = usage()
    const engine = processorTimeOfFamily(postmaster) ?? 0
    const seen = await load.ask<AnswersSeen>(job)
    if (seen.failures.length > 0) throw new Error(`V1: ${seen.failures.join('; ')}`)
    const each = Math.max(1, seen.acknowledged)
    const [serverAfter = 0, clientAfter = 0] = usage()
    const spent = {
      server: (serverAfter - server) / each,
      engine: ((processorTimeOfFamily(postmaster) ?? 0) - engine) / each,
      client: (clientAfter - client) / each,
    }
    const rate = (seen.acknowledged / seen.wallMs) * 1000
    return { ...seen, rate, spent, cpu: spent.server + spent.engine }
  }
}

/** In tenths, so that the memory in between is seen. */
async function runLong(
  { side, long, say }: SurveyBench,
  ours: Run,
  all: Ran[],
): Promise<readonly Single[]> {
  const rates: number[] = []
  const memory = [proportionalMegabytes(side.pid) ?? 0]
  let worst = 0
  for (let n = 0; n < 10; n += 1) {
    const ran = await ours(256, Math.round(long / 10))
    all.push(ran)
    rates.push(ran.rate)
    memory.push(proportionalMegabytes(side.pid) ?? 0)
    worst = Math.max(worst, p99Of(ran))
    say(`V1M ${n + 1}/10: ${ran.rate.toFixed(0)}/s, ${memory.at(-1)?.toFixed(0)} MB`)
  }
  const told = memory.map((one) => one.toFixed(0)).join(', ')
  return [
    line('V1M', `memory while ${long} answers come in one go`, 'MB', null, memory, null, told),
    line(
      'V1Mr',
      'answers a second meanwhile',
      '/s',
      null,
      rates,
      null,
      `p99 at worst ${worst.toFixed(0)} ms`,
    ),
  ]
}

async function openToAll({ county, appraisal }: SurveyBench): Promise<Id<'survey'>> {
  const strata = ['town', 'country'].map((code) => ({ code, name: code, size: null, quota: null }))
  const population = {
    code: 'people',
    kind: 'residents',
    name: '居民',
    sizeSource: '',
    strata,
    sampling: { type: 'open' },
  } as const
  const channel = {
    code: 'site',
    kind: 'link',
    population: 'people',
    stratum: null,
    place: '',
  } as const
  return openBenchSurvey({ county, appraisal, population, channel })
}

/** Closed as a clerk does; then what was acknowledged is there, all of it and once. */
async function closeAndCount(
  { side, owner, county }: SurveyBench,
  survey: Id<'survey'>,
  all: readonly Ran[],
): Promise<void> {
  const acknowledged = all.reduce((sum, one) => sum + one.acknowledged, 0)
  const ids = all.flatMap((one) => one.ids)
  await closeBenchSurvey(side, survey)
  const { rows } = await owner.query<{ n: number; found: number }>(
    `select count(*)::int as n, count(*) filter (where encode(id, 'hex') = any($2))::int as found
      from luoshi.survey_answer where congress = $1 and survey = $3`,
    [county.congress, ids, survey],
  )
  const [row] = rows
  if (row?.n !== acknowledged || row.found !== ids.length)
    throw new Error(`V1: ${row?.n} rows of ${acknowledged} acknowledged`)
}
