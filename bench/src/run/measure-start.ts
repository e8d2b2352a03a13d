/** R1: from nothing to the first answer, on a data folder that is already filled, with and without its engine running. */
import { setTimeout } from 'node:timers/promises'
import type { ClientConfig } from 'pg'
import { proportionalMegabytes } from '../machine/processor-time.ts'
import { launcherFlags, startChild } from './line-child.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

/** A server gives back what loading has left behind a moment after its start; a bare one may do likewise. */
export const settledMs = 4_000

type Started = Readonly<{
  seconds: number
  /** Right after the first answer. */
  first: number | null
  megabytes: number | null
}>

export type Starts = Readonly<{ ours: readonly Started[]; floor: readonly Started[] }>

/** While another process holds the engine. */
export async function startWarm(
  dataDir: string,
  floor: Readonly<{ config: ClientConfig; congress: string }>,
  repeats: number,
  settleMs: number,
): Promise<Starts> {
  const [ours, floors]: [Started[], Started[]] = [[], []]
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    floors.push(await start('../sides/floor-server.ts', floor, '/all', settleMs))
    ours.push(await start('../sides/our-server.ts', { dataDir }, '/healthz', settleMs))
  }
  return { ours, floor: floors }
}

/** Nobody else holds the engine: it is started and stopped each time. */
export async function startCold(dataDir: string, repeats: number): Promise<readonly Started[]> {
  const seen: Started[] = []
  for (let repeat = 0; repeat < repeats; repeat += 1)
    seen.push(await start('../sides/our-server.ts', { dataDir }, '/healthz', 0))
  return seen
}

async function start(
  script: '../sides/our-server.ts' | '../sides/floor-server.ts',
  given: unknown,
  path: string,
  settleMs: number,
): Promise<Started> {
  const began = performance.now()
  const child = startChild(script, script === '../sides/our-server.ts' ? launcherFlags : [])
  try {
    const { origin } = await child.ask<{ origin: string }>(given)
    const answer = await fetch(`${origin}${path}`)
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    await answer.text()
    const seconds = (performance.now() - began) / 1000
    const first = proportionalMegabytes(child.pid)
    await setTimeout(settleMs)
    return { seconds, first, megabytes: proportionalMegabytes(child.pid) }
  } finally {
    await child.end()
  }
}

function firstOf({ ours }: Starts): string {
  const spread = spreadOf(ours.flatMap((one) => one.first ?? []))
  return spread.n === 0 ? 'not known' : `${spread.median.toFixed(0)} MB`
}

export function startLines(warm: Starts, cold: readonly Started[]): readonly Single[] {
  const seconds = (all: readonly Started[]) => spreadOf(all.map((one) => one.seconds))
  const memory = (all: readonly Started[]) => spreadOf(all.flatMap((one) => one.megabytes ?? []))
  return [
    {
      id: 'R1',
      name: 'start of the server to its first answer, engine running',
      unit: 's',
      target: 0.6,
      floor: seconds(warm.floor),
      ours: seconds(warm.ours),
      note: '',
    },
    {
      id: 'R1e',
      name: 'the same with the start of the engine',
      unit: 's',
      target: 3,
      floor: null,
      ours: seconds(cold),
      note: '',
    },
    {
      id: 'R1m',
      name: 'memory of the idle server process, 4 s after its first answer (PSS)',
      unit: 'MB',
      target: 110,
      floor: memory(warm.floor),
      ours: memory(warm.ours),
      note: `right after its first answer: ${firstOf(warm)}; the thread that reads documents starts when somebody opens the imports`,
    },
  ]
}
