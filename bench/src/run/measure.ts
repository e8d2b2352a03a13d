/** Runs operations, floor and ours in turn inside each repeat, and takes processor time, wall time and counts. */
import type { Job, LoadSeen } from '../load/job.ts'
import { machineTime, processorTime, processorTimeOfFamily } from '../machine/processor-time.ts'
import type { LineChild } from './line-child.ts'
import type { Operation } from './operation.ts'
import { quantile, spreadOf, type Spread } from './spread.ts'

export type Side = Readonly<{
  pid: number
  origin: string
  headers: (as: Operation['as']) => Readonly<Record<string, string>>
  /** Writing requests whose rows are found in the database: what it holds now. */
  stored: () => Promise<number>
}>

export type Sides = Readonly<{ ours: Side; floor: Side; postmaster: number; load: LineChild }>

export type SideMeasured = Readonly<{
  /** Per operation, server and database together; null where it cannot be measured. */
  cpuMs: Spread | null
  serverMs: Spread | null
  /** Median latency of one operation. */
  wallMs: Spread
  perSecond: Spread
}>

export type Measured = Readonly<{
  operation: Pick<Operation, 'id' | 'name' | 'target' | 'concurrency'>
  floor: SideMeasured | null
  ours: SideMeasured
  /** Anything that makes the figures worthless. */
  faults: readonly string[]
  /** Processors that others kept busy meanwhile; null where it cannot be known. */
  foreign: number | null
}>

type Run = Readonly<{
  cpu: number | null
  server: number | null
  seen: LoadSeen
  stored: number
  foreign: number | null
}>

type Runs = Readonly<{ operation: Operation; ours: Run[]; floor: Run[] }>

export async function measureAll(
  sides: Sides,
  operations: readonly Operation[],
  repeats: number,
  say: (line: string) => void,
): Promise<readonly Measured[]> {
  const runs = operations.map((operation): Runs => ({ operation, ours: [], floor: [] }))
  // A server that runs all day has compiled what it does all day: measured cold, both sides would tell of the compiler.
  for (const { operation } of runs) {
    const many = Math.max(operation.concurrency, operation.count) * 5
    await warmUp(sides, sides.floor, operation, operation.floor, many)
    await warmUp(sides, sides.ours, operation, operation.ours, many)
  }
  for (let repeat = 1; repeat <= repeats; repeat += 1) {
    for (const { operation, ours, floor } of runs) {
      const both = [
        async () => ours.push(await once(sides, sides.ours, operation, operation.ours)),
        async () => floor.push(await once(sides, sides.floor, operation, operation.floor)),
      ]
      for (const one of repeat % 2 === 0 ? both : both.toReversed()) await one()
    }
    say(`repeat ${repeat} of ${repeats}: ${runs.map(soFar).join(' ')}`)
  }
  return runs.map(({ operation, ours, floor }) => measured(operation, ours, floor))
}

/** Connections that were closed while others were measured are there again, and their plans made. */
async function warmUp(
  { load }: Sides,
  side: Side,
  { concurrency, as }: Operation,
  make: Operation['ours'],
  many = concurrency * 3,
): Promise<void> {
  const flows = make(many)
  await load.ask<LoadSeen>({ origin: side.origin, headers: side.headers(as), concurrency, flows })
}

function soFar({ operation, ours, floor }: Runs): string {
  const median = (all: readonly Run[]) => spreadOf(all.flatMap(({ cpu }) => cpu ?? [])).median
  return `${operation.id} ${median(ours).toFixed(2)}/${median(floor).toFixed(2)}`
}

async function once(
  sides: Sides,
  side: Side,
  operation: Operation,
  make: Operation['ours'],
): Promise<Run> {
  const { postmaster, load } = sides
  await warmUp(sides, side, operation, make)
  const flows = make(operation.count)
  const job: Job = {
    origin: side.origin,
    headers: side.headers(operation.as),
    concurrency: operation.concurrency,
    flows,
  }
  const before = await side.stored()
  const began = clocks(side.pid, postmaster, load.pid)
  const seen = await load.ask<LoadSeen>(job)
  const ended = clocks(side.pid, postmaster, load.pid)
  const stored = (await side.stored()) - before
  if (began === null || ended === null)
    return { cpu: null, server: null, seen, stored, foreign: null }
  const server = ended.server - began.server
  const cpu = server + ended.database - began.database
  const known = cpu + ended.others - began.others
  const foreign = Math.max(0, ended.machine - began.machine - known) / seen.wallMs
  return { cpu: cpu / flows.length, server: server / flows.length, seen, stored, foreign }
}

function clocks(pid: number, postmaster: number, load: number) {
  const [server, database, others] = [pid, postmaster, load].map((one) =>
    one === postmaster ? processorTimeOfFamily(one) : processorTime(one),
  )
  const machine = machineTime()
  const { user, system } = process.cpuUsage()
  if (server == null || database == null || others == null || machine === null) return null
  return { server, database, others: others + (user + system) / 1000, machine }
}

function measured(operation: Operation, ours: readonly Run[], floor: readonly Run[]): Measured {
  const { id, name, target, concurrency } = operation
  return {
    operation: { id, name, target, concurrency },
    floor: summed(floor),
    ours: summed(ours),
    faults: [
      ...new Set([
        ...faultsOf('ours', ours),
        ...faultsOf('floor', floor),
        ...unlike(operation, ours, floor),
      ]),
    ],
    foreign: foreignOf([...ours, ...floor]),
  }
}

function faultsOf(side: string, runs: readonly Run[]): readonly string[] {
  return runs.flatMap(({ seen, stored }) => [
    ...seen.failures.map((failure) => `${side}: ${failure}`),
    ...(seen.acknowledged === stored
      ? []
      : [`${side}: ${seen.acknowledged} acknowledged, ${stored} stored`]),
  ])
}

function unlike(
  { differ }: Operation,
  ours: readonly Run[],
  floor: readonly Run[],
): readonly string[] {
  return ours.flatMap(({ seen }, place) => {
    const other = floor[place]?.seen.sample
    if (!seen.sample || !other) return ['no answer to compare']
    const fault = differ(seen.sample, other)
    return fault === null ? [] : [fault]
  })
}

function summed(runs: readonly Run[]): SideMeasured {
  const all = (pick: (run: Run) => number | null) => {
    const values = runs.flatMap((run) => pick(run) ?? [])
    return values.length < runs.length ? null : spreadOf(values)
  }
  const p50 = ({ seen }: Run) =>
    quantile(
      seen.latencies.toSorted((a, b) => a - b),
      0.5,
    )
  return {
    cpuMs: all(({ cpu }) => cpu),
    serverMs: all(({ server }) => server),
    wallMs: spreadOf(runs.map(p50)),
    perSecond: spreadOf(runs.map(({ seen }) => (seen.latencies.length / seen.wallMs) * 1000)),
  }
}

function foreignOf(runs: readonly Run[]): number | null {
  const known = runs.flatMap(({ foreign }) => foreign ?? [])
  return known.length === 0 ? null : spreadOf(known).median
}
