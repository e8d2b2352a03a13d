/** What V1 tells, line by line. */
import type { AnswersSeen } from '../load/answer-load.ts'
import type { Floor } from './grouped-inserts.ts'
import type { Single } from './single.ts'
import { quantile, spreadOf } from './spread.ts'

/** Processor time an answer, in ms: of the server, of the database and of the client that sends. */
export type Spent = Readonly<{ server: number; engine: number; client: number }>
export type Ran = AnswersSeen & Readonly<{ rate: number; cpu: number; spent: Spent }>

/** Ours with 64 and 256 connections; with 256, servers that only answer, and one that only writes. */
export type SeenKey = 'few' | 'many' | 'http' | 'sockets' | 'plain'

export function p99Of({ latencies }: AnswersSeen): number {
  return quantile(
    latencies.toSorted((a, b) => a - b),
    0.99,
  )
}

export function linesOf(
  { few, many, http, sockets, plain }: Readonly<Record<SeenKey, readonly Ran[]>>,
  floor: readonly Floor[],
  memory: readonly number[],
  peak: number | null,
  all: readonly Ran[],
): readonly Single[] {
  const rateOf = (ran: readonly Readonly<{ rate: number }>[]) => ran.map(({ rate }) => rate)
  const medianOf = (values: readonly number[]) => spreadOf(values).median
  const share = medianOf(many.map(({ rate }, at) => (rate / (floor[at]?.rate ?? 1)) * 100))
  const beside = medianOf(many.map(({ rate }, at) => (rate / (plain[at]?.rate ?? 1)) * 100))
  const rowOf = (part: (one: Floor) => number) => (medianOf(floor.map(part)) * 1000).toFixed(1)
  const engine = medianOf(many.map(({ spent }) => spent.engine)) * 1000
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
    line(
      'V1f',
      'the same beside a plain server: node:http, the same grouped inserts, nothing else; same client',
      '/s',
      null,
      rateOf(many),
      rateOf(plain),
      `share of it ${beside.toFixed(0)} %; the plain one: ${partsOf(plain)}; the database a row: ours ${engine.toFixed(1)} µs, grouped inserts ${rowOf(({ engine: one }) => one)} µs of ${rowOf(({ cpu: one }) => one)}`,
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

export function line(
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
