/**
 * V1: answers of ten questions taken durably over HTTP, beside the rows a second that the same engine takes in grouped
 * inserts from a bare client on the same table's shape. In processor time an answer, as everything here, with the rate
 * and the latency beside it; the answers acknowledged are looked for in the table afterwards.
 */
import { randomBytes } from 'node:crypto'
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
import { startChild } from './line-child.ts'
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
  say: (line: string) => void
}>

export const surveyFloor = `create table bench_floor.answer (
  survey text not null, id bytea not null, population text not null, stratum text not null,
  answer text not null, batch integer not null, primary key (survey, id))`

export async function measureSurvey(bench: SurveyBench): Promise<readonly Single[]> {
  const { side, owner, postmaster, repeats, answers, say } = bench
  await owner.query(surveyFloor)
  const survey = await openToAll(bench)
  const load = startChild('../load/answer-load.ts')
  const job = (connections: number, count: number): AnswerJob => ({
    port: Number(new URL(side.origin).port),
    host: 'bench.example',
    survey,
    channel: 'site',
    questions,
    options,
    connections,
    answers: count,
  })
  const run = async (connections: number, count = answers) => {
    const before = usedBy(side.pid, postmaster)
    const seen = await load.ask<AnswersSeen>(job(connections, count))
    const cpu = (usedBy(side.pid, postmaster) - before) / Math.max(1, seen.acknowledged)
    if (seen.failures.length > 0) throw new Error(`V1: ${seen.failures.join('; ')}`)
    return { ...seen, cpu, rate: (seen.acknowledged / seen.wallMs) * 1000 }
  }
  const ids: string[] = []
  const sent = { acknowledged: 0, ids }
  const note = (seen: AnswersSeen) => {
    sent.acknowledged += seen.acknowledged
    sent.ids.push(...seen.ids)
  }
  note(await run(64))
  const few: Awaited<ReturnType<typeof run>>[] = []
  const many: Awaited<ReturnType<typeof run>>[] = []
  const floor: Floor[] = []
  const memory = [proportionalMegabytes(side.pid) ?? 0]
  for (let n = 0; n < repeats; n += 1) {
    floor.push(await insertGrouped(owner, postmaster, answers))
    few.push(await run(64))
    many.push(await run(256))
    memory.push(proportionalMegabytes(side.pid) ?? 0)
    say(
      `V1 ${n + 1}/${repeats}: floor ${floor.at(-1)?.rate.toFixed(0)}/s, ours ${many.at(-1)?.rate.toFixed(0)}/s`,
    )
  }
  for (const seen of [...few, ...many]) note(seen)
  await load.end()
  await closeAndCount(bench, survey, sent)
  const p99 = many.map(({ latencies }) =>
    quantile(
      latencies.toSorted((a, b) => a - b),
      0.99,
    ),
  )
  const share = many.map(({ rate }, at) => (rate / (floor[at]?.rate ?? 1)) * 100)
  const notes = `${answers} answers each time, ${sent.acknowledged} in all and all in the table; busy ${many.reduce((sum, { busy }) => sum + busy, 0)}`
  const single = (
    id: string,
    name: string,
    unit: Single['unit'],
    target: number | null,
    ours: readonly number[],
    beside: readonly number[] | null,
    told = '',
  ): Single => ({
    id,
    name,
    unit,
    target,
    floor: beside && spreadOf(beside),
    ours: spreadOf(ours),
    note: told,
  })
  return [
    single(
      'V1',
      'processor time of one answer of ten questions, durable, c=256; floor: grouped inserts',
      'ms',
      0.4,
      many.map(({ cpu }) => cpu),
      floor.map(({ cpu }) => cpu),
      notes,
    ),
    single(
      'V1c',
      'the same, c=64',
      'ms',
      0.4,
      few.map(({ cpu }) => cpu),
      null,
    ),
    single(
      'V1r',
      'answers a second, c=256; floor: rows a second',
      '/s',
      null,
      many.map(({ rate }) => rate),
      floor.map(({ rate }) => rate),
      `share of the floor ${spreadOf(share).median.toFixed(0)} %, at least 60 % and 4,000 a second wanted`,
    ),
    single('V1l', 'p99 of an acknowledgement, c=256', 'ms', 500, p99, null),
    single(
      'V1m',
      'memory of our process while answers come in',
      'MB',
      null,
      memory,
      null,
      `first ${memory[0]?.toFixed(0)}, last ${memory.at(-1)?.toFixed(0)}, peak ${peakMegabytes(side.pid)?.toFixed(0)}`,
    ),
  ]
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
  { acknowledged, ids }: Readonly<{ acknowledged: number; ids: readonly string[] }>,
): Promise<void> {
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
