/** The harness, not the figures: both sides are asked, their answers agree, and what was acknowledged is stored. */
import { beforeAll, describe, expect, it } from 'vitest'
import { reportLines } from './report.ts'
import { runBench, type BenchReport } from './run-bench.ts'

const operations = 'L1 L1u L2 L3 L4 L5 I1 S1 S2 X1 X2 W1 W1h W2 W3'.split(' ')

/** By the operation they are asked for. */
const singles = {
  M1: ['M1'],
  V1: ['V1', 'V1c', 'V1r', 'V1e', 'V1s', 'V1f', 'V1l', 'V1m', 'V1M', 'V1Mr'],
  V2: ['V2-1000', 'V2-10000', 'V2g', 'V2o', 'V2c'],
  X3: ['X3', 'X3r'],
  D1: ['D1', 'D1t', 'D2', 'D2c', 'D2n', 'D2p'],
  B1: ['B1', 'B1l', 'B1c', 'B1r', 'B1s', 'B1v', 'B1t', 'B1m'],
  P1: ['P1', 'P1m'],
  IM: ['IM', 'IMm'],
  R1: ['R1', 'R1e', 'R1m'],
}

let report: BenchReport
const found = (id: string) => report.singles.find((one) => one.id === id)

beforeAll(async () => {
  const only = [...operations, ...Object.keys(singles)]
  const say = () => undefined
  report = await runBench({ repeats: 1, scale: 0.01, answers: 500, sizes: [100, 200], only, say })
}, 300_000)

describe('the bench on a tiny set', () => {
  it('measures each operation on both sides without a fault, at each size', () => {
    const [small, large] = report.sizes
    expect(large?.operations.map(({ operation, faults }) => [operation.id, faults])).toEqual(
      operations.map((id) => [id, []]),
    )
    const growing = ['L1', 'L3', 'I1', 'S1', 'W1']
    expect(small?.operations.map(({ operation }) => operation.id)).toEqual(growing)
    for (const { ours, floor } of large?.operations ?? []) {
      expect(ours.wallMs.median).toBeGreaterThan(0)
      expect(floor?.wallMs.median).toBeGreaterThan(0)
    }
  })

  it('measures meeting, surveys, ballots, scans, exports, proof, import and start, none left out', () => {
    expect(report.singles.map(({ id }) => id)).toEqual(Object.values(singles).flat())
    const nothing = report.singles.filter(({ ours }) => !(ours.median > 0)).map(({ id }) => id)
    expect(nothing).toEqual([])
  })

  it('a line at the meeting is heard over the stream of the big screen', () => {
    expect(found('M1')?.ours.n).toBe(20)
  })

  it('says how it grew, and that what was acknowledged is there', () => {
    const text = reportLines(report).join('\n')
    expect(text).toContain('G1 growth from 100 to 200 matters')
    expect(text).not.toContain('FAULT')
  })
})
