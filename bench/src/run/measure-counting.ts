/** B1v, B1t: three thousand ballots at their worst counted by anybody's verifier; tokens of surveys checked, memory watched. */
import type { CountJob, Counted, TokensChecked } from '../sides/counting.ts'
import { startChild } from './line-child.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

export type CountingBench = Readonly<{ ballots: number; tokens: number; repeats: number }>

export async function measureCounting(bench: CountingBench): Promise<readonly Single[]> {
  const { ballots, repeats: times } = bench
  const counted = await inChild<readonly Counted[]>({ do: 'ballots', ballots, times })
  const wrong = counted.find((one) => one.ballots !== ballots)
  if (wrong) throw new Error(`B1v: ${wrong.ballots} of ${ballots} ballots counted`)
  const seen = await inChild<TokensChecked>({ do: 'tokens', tokens: bench.tokens })
  return [verified(bench, counted), ...checked(seen)]
}

async function inChild<Answer>(job: CountJob): Promise<Answer> {
  const child = startChild('../sides/counting.ts')
  try {
    return await child.ask<Answer>(job)
  } finally {
    await child.end()
  }
}

function verified({ ballots }: CountingBench, counted: readonly Counted[]): Single {
  const cpu = spreadOf(counted.map(({ cpuMs }) => cpuMs / 1000))
  return {
    id: 'B1v',
    name: `${ballots} ballots verified and counted: RSA-3072 by two issuers, two locks, eight questions`,
    unit: 's',
    target: 5,
    floor: null,
    ours: spreadOf(counted.map(({ wallMs }) => wallMs / 1000)),
    note: `processor time ${cpu.median.toFixed(2)} s; ${((counted[0]?.bytes ?? 0) / 1e6).toFixed(2)} MB`,
  }
}

function checked(seen: TokensChecked): readonly Single[] {
  const rate = (cpuMs: number) => spreadOf([(seen.checked / cpuMs) * 1000])
  const [first = 0, last = 0] = [seen.memoryMb[0], seen.memoryMb.at(-1)]
  return [
    {
      id: 'B1t',
      name: 'tokens of a survey checked, a second of one processor; floor: the two signatures alone',
      unit: '/s',
      target: null,
      floor: rate(seen.floorCpuMs),
      ours: rate(seen.cpuMs),
      note: `at least 3,000 wanted; ${seen.checked} checked in ${(seen.wallMs / 1000).toFixed(1)} s`,
    },
    {
      id: 'B1m',
      name: 'memory while tokens are checked',
      unit: 'MB',
      target: null,
      floor: null,
      ours: spreadOf(seen.memoryMb),
      note: `first ${first.toFixed(0)}, last ${last.toFixed(0)}, most ${Math.max(...seen.memoryMb).toFixed(0)}`,
    },
  ]
}
