/**
 * V1: answers of ten questions taken durably over HTTP, beside the rows a second that the same engine takes in grouped
 * inserts from a bare client on the same table's shape, and beside servers that do nothing but answer, asked by the same
 * client: no server can take more than these. In processor time an answer, as everything here, with the rate and the
 * latency beside it; the answers acknowledged are looked for in the table afterwards. With `long`, as many answers once
 * more in one go, and the memory of our process after each tenth.
 */
import { randomBytes } from 'node:crypto'
import { loadavg } from 'node:os'
import { addDays } from '@luoshi/domain/kernel/day'
import type { AppraisalId, Id } from '@luoshi/domain/kernel/ids'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import { draftSurvey, startSurvey, stepOnSurvey } from '@luoshi/server/surveys/survey-steps'
import type { Pool } from 'pg'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import type { AnswerJob, AnswersSeen } from '../load/answer-load.ts'
import {
  peakMegabytes,
  processorTime,
  processorTimeOfFamily,
  proportionalMegabytes,
} from '../machine/processor-time.ts'
import { startChild, type LineChild } from './line-child.ts'
import type { Side } from './measure.ts'
import type { Single } from './single.ts'
import { quantile, spreadOf } from './spread.ts'

const questions = Array.from({ length: 10 }, (_, at) => `q${at + 1}`)
const options = ['satisfied', 'mostly', 'dissatisfied', 'unknown']
/** Rows of one statement of the floor, and how many clients send them: about what our trays hold at 256 connections. */
const [grouped, clients] = [256, 2]

export type SurveyBench = Readonly<{
  side: Pick<Side, 'origin' | 'pid' | 'headers'>
  county: County
  appraisal: AppraisalId
  owner: Pool
  postmaster: number
  repeats: number
  answers: number
  /** 0: not at all. */
  long: number
  say: (line: string) => void
}>

export const surveyFloor = `create table bench_floor.answer (
  survey text not null, id bytea not null, population text not null, stratum text not null,
  answer text not null, batch integer not null, primary key (survey, id))`

/** Processor time an answer, in ms: of the server, of the database and of the client that sends. */
type Spent = Readonly<{ server: number; engine: number; client: number }>
type Ran = AnswersSeen & Readonly<{ rate: number; cpu: number; spent: Spent }>
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
  const seen: Record<'few' | 'many' | 'http' | 'sockets', Ran[]> = {
    few: [],
    many: [],
    http: [],
    sockets: [],
  }
  const all: Ran[] = [await ours(64, answers)]
  const floor: Floor[] = []
  const memory = [proportionalMegabytes(side.pid) ?? 0]
  for (let n = 0; n < repeats; n += 1) {
    floor.push(await insertGrouped(owner, postmaster, answers))
    seen.http.push(await http(256, answers))
    seen.few.push(await ours(64, answers))
    seen.sockets.push(await sockets(256, answers))
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

function p99Of({ latencies }: AnswersSeen): number {
  return quantile(
    latencies.toSorted((a, b) => a - b),
    0.99,
  )
}

function linesOf(
  {
    few,
    many,
    http,
    sockets,
  }: Readonly<Record<'few' | 'many' | 'http' | 'sockets', readonly Ran[]>>,
  floor: readonly Floor[],
  memory: readonly number[],
  peak: number | null,
  all: readonly Ran[],
): readonly Single[] {
  const rateOf = (ran: readonly Readonly<{ rate: number }>[]) => ran.map(({ rate }) => rate)
  const medianOf = (values: readonly number[]) => spreadOf(values).median
  const share = medianOf(many.map(({ rate }, at) => (rate / (floor[at]?.rate ?? 1)) * 100))
  const possible = medianOf(http.map(({ rate }, at) => (rate / (floor[at]?.rate ?? 1)) * 100))
  const busy = many.reduce((sum, one) => sum + one.busy, 0)
  const total = all.reduce((sum, one) => sum + one.acknowledged, 0)
  const partsOf = (ran: readonly Ran[]) =>
    (['server', 'engine', 'client'] as const)
      .map(
        (part) => `${part} ${(medianOf(ran.map(({ spent }) => spent[part])) * 1000).toFixed(0)} µs`,
      )
      .join(', ')
  const cpu = 'processor time of one answer of ten questions, durable'
  const empty = (name: string) => `${name} that answers and does nothing, c=256`
  return [
    line(
      'V1',
      `${cpu}, c=256; floor: grouped inserts`,
      'ms',
      0.4,
      many.map(({ cpu }) => cpu),
      floor.map(({ cpu }) => cpu),
      `${partsOf(many)}; ${total} in all and all in the table; busy ${busy}`,
    ),
    line(
      'V1c',
      `${cpu}, c=64`,
      'ms',
      0.4,
      few.map(({ cpu }) => cpu),
      null,
      partsOf(few),
    ),
    line(
      'V1r',
      'answers a second, c=256; floor: rows a second',
      '/s',
      null,
      rateOf(many),
      rateOf(floor),
      `share of the floor ${share.toFixed(0)} %, at least 60 % and 4,000 a second wanted; an empty server reaches ${possible.toFixed(0)} %`,
    ),
    line('V1e', empty("a server by node's HTTP"), '/s', null, rateOf(http), null, partsOf(http)),
    line(
      'V1s',
      empty('a server by sockets alone'),
      '/s',
      null,
      rateOf(sockets),
      null,
      partsOf(sockets),
    ),
    line('V1l', 'p99 of an acknowledgement, c=256', 'ms', 500, many.map(p99Of), null),
    line(
      'V1m',
      'memory of our process while answers come in',
      'MB',
      null,
      memory,
      null,
      `first ${memory[0]?.toFixed(0)}, last ${memory.at(-1)?.toFixed(0)}, peak ${peak?.toFixed(0)}`,
    ),
  ]
}

function line(
  id: string,
  name: string,
  unit: Single['unit'],
  target: number | null,
  ours: readonly number[],
  beside: readonly number[] | null,
  note = '',
): Single {
  return { id, name, unit, target, floor: beside && spreadOf(beside), ours: spreadOf(ours), note }
}

type Floor = Readonly<{ rate: number; cpu: number }>

/** The client's own share counts as the server's does in ours. */
async function insertGrouped(owner: Pool, postmaster: number, count: number): Promise<Floor> {
  const answer = JSON.stringify(Object.fromEntries(questions.map((one) => [one, 'satisfied'])))
  let left = Math.max(1, Math.floor(count / grouped))
  const groups = left
  const before = usedBy(process.pid, postmaster)
  const began = performance.now()
  const client = async () => {
    while (left > 0) {
      left -= 1
      const ids = Array.from({ length: grouped }, () => randomBytes(16).toString('hex'))
      await owner.query(
        `insert into bench_floor.answer select 'one', decode(x.id, 'hex'), 'people', x.stratum, x.answer, 1
          from unnest($1::text[], $2::text[], $3::text[]) x (id, stratum, answer)`,
        [ids, ids.map(() => 'town'), ids.map(() => answer)],
      )
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const wallMs = performance.now() - began
  const rows = groups * grouped
  return { rate: (rows / wallMs) * 1000, cpu: (usedBy(process.pid, postmaster) - before) / rows }
}

function usedBy(pid: number, postmaster: number): number {
  return (processorTime(pid) ?? 0) + (processorTimeOfFamily(postmaster) ?? 0)
}

async function openToAll({ county, appraisal }: SurveyBench): Promise<Id<'survey'>> {
  const { world, clerk: by, today: from } = county
  const form: Questionnaire = {
    title: { zh: '十题', en: null },
    questions: questions.map((code) => ({
      type: 'scale',
      code,
      text: { zh: code, en: null },
      scale: 'satisfied3',
      when: null,
    })),
  }
  const until = addDays(from, 30)
  const strata = ['town', 'country'].map((code) => ({ code, name: code, size: null, quota: null }))
  const population = {
    code: 'people',
    kind: 'residents',
    name: '居民',
    sizeSource: '',
    strata,
    sampling: { type: 'open' },
  } as const
  const channels = [
    { code: 'site', kind: 'link', population: 'people', stratum: null, place: '' },
  ] as const
  const reach = { populations: [population], channels, from, until }
  const drafted = must(
    await draftSurvey(world, { by, appraisal, matters: [], stage: 'single', form, from, until }),
  )
  const step = async (version: number, told: Parameters<typeof stepOnSurvey>[1]['told']) =>
    must(await stepOnSurvey(world, { by, survey: drafted.id, version, told }))
  await step(1, { type: 'SetSurveyReach', reach })
  must(await startSurvey(world, { by, survey: drafted.id, version: 2 }))
  return drafted.id
}

/** Closed as a clerk does; then what was acknowledged is there, all of it and once. */
async function closeAndCount(
  { side, owner, county }: SurveyBench,
  survey: Id<'survey'>,
  all: readonly Ran[],
): Promise<void> {
  const acknowledged = all.reduce((sum, one) => sum + one.acknowledged, 0)
  const ids = all.flatMap((one) => one.ids)
  const closed = await fetch(`${side.origin}/api/v1/surveys/${survey}/close`, {
    method: 'POST',
    headers: { ...side.headers('clerk'), 'content-type': 'application/json' },
    body: JSON.stringify({ version: 3, reason: '测完' }),
  })
  if (!closed.ok) throw new Error(`V1: ${closed.status} ${await closed.text()}`)
  const { rows } = await owner.query<{ n: number; found: number }>(
    `select count(*)::int as n, count(*) filter (where encode(id, 'hex') = any($2))::int as found
      from luoshi.survey_answer where congress = $1 and survey = $3`,
    [county.congress, ids, survey],
  )
  const [row] = rows
  if (row?.n !== acknowledged || row.found !== ids.length)
    throw new Error(`V1: ${row?.n} rows of ${acknowledged} acknowledged`)
}
