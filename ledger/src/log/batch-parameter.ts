/**
 * Commits as the SQL side takes them: flat lists, canonical text of facts and words, a fresh salt for every text.
 * See luoshi.append_commits in migrations/sql/0150-door-by-events.sql.
 */
import { rowColumns } from '../projections/row-columns.ts'
import { canonical } from './canonical.ts'
import type { Commit, NewEvent, Reliance } from './event.ts'
import { chance } from './chance.ts'
import { charactersOf, type KeptApart } from './kept-apart.ts'
import type { JsonObject } from './json.ts'

/** One commit made ready: everything that can be wrong with it is found before it is put among others. */
export type Prepared = Readonly<{
  command: string
  streams: readonly string[]
  characters: number
  actor: string
  at: string
  writes: readonly PreparedWrite[]
  relies: readonly Reliance[]
  keeps: readonly KeptApart[]
}>

type EventParameter = Readonly<
  { type: string; facts: string } & ({ words: string; salt: string } | { words?: never })
>

type PreparedWrite = Readonly<{
  stream: string
  expected: number
  events: readonly EventParameter[]
  row: Readonly<{ view: string; series: string | null; columns: JsonObject }> | null
}>

/** @throws when the commit is not one: no events, a stream twice, words that are not Unicode. */
export function prepare({ command, actor, at, writes, relies = [] }: Commit): Prepared {
  const streams = writes.map((one) => one.stream)
  if (writes.length === 0) throw new Error(`Command ${command} writes nothing`)
  if (new Set(streams).size < streams.length)
    throw new Error(`Command ${command} writes a stream twice`)
  let characters = 0
  const prepared = writes.map(({ stream, expected, events, row }) => {
    if (events.length === 0) throw new Error(`Stream ${stream} is written without an event`)
    const ready = events.map(eventParameter)
    for (const { facts, words } of ready) characters += facts.length + (words?.length ?? 0)
    return {
      stream,
      expected,
      events: ready,
      row:
        row === undefined
          ? null
          : { view: row.view, series: row.number_series ?? null, columns: rowColumns(row) },
    }
  })
  const keeps = writes.flatMap((one) => one.keeps ?? [])
  for (const one of keeps) characters += charactersOf(one)
  return { command, streams, characters, actor, at, writes: prepared, relies, keeps }
}

/** 256 bits of salt: nobody finds erased words by hashing guesses. */
function eventParameter({ type, facts, words }: NewEvent): EventParameter {
  const event = { type, facts: canonical(facts) }
  if (words === undefined) return event
  return { ...event, words: canonical(words), salt: chance(32).toString('hex') }
}

/** The arguments of luoshi.append_commits but for the congress. */
export type BatchParameters = readonly [
  commands: readonly string[],
  actors: readonly string[],
  ats: readonly string[],
  asked: string,
]

export function batchParameters(batch: readonly Prepared[]): BatchParameters {
  return [
    batch.map(({ command }) => command),
    batch.map(({ actor }) => actor),
    batch.map(({ at }) => at),
    JSON.stringify(batchLists(batch)),
  ]
}

export type BatchLists = Readonly<{
  events: readonly JsonObject[]
  rows: Readonly<Record<string, readonly JsonObject[]>>
}>

/** @param before - How many events of the same batch went before, where it is sent in parts. */
export function batchLists(batch: readonly Prepared[], before = 0): BatchLists {
  const events: JsonObject[] = []
  const rows: Record<string, JsonObject[]> = {}
  for (const [k, one] of batch.entries()) {
    for (const { stream, expected, events: own, row } of one.writes) {
      for (const [place, event] of own.entries()) {
        const n = before + events.length + 1
        const begun = { n, k, v: place + 1, stream, expected, ...event }
        const last = place === own.length - 1
        events.push(last && row ? { ...begun, view: row.view, series: row.series } : begun)
      }
      if (row)
        (rows[row.view] ??= []).push({ ...row.columns, n: before + events.length, id: stream })
    }
  }
  return { events, rows }
}

/** The further argument of luoshi.append_relying, or null when nothing in the batch relies on anything. */
export function reliedParameter(
  batch: readonly Pick<Prepared, 'relies' | 'streams'>[],
): string | null {
  const versions: JsonObject[] = []
  const leavers: JsonObject[] = []
  for (const [k, { relies, streams }] of batch.entries()) {
    for (const one of relies) {
      if ('stream' in one) versions.push({ k, ...one })
      else leavers.push({ k, column: one.column, id: one.leaver, taken: [...streams] })
    }
  }
  return versions.length + leavers.length === 0 ? null : JSON.stringify({ versions, leavers })
}
