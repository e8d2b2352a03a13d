/** The harness, not the figures: both sides are asked, their answers agree, and what was acknowledged is stored. */
import { describe, expect, it } from 'vitest'
import { reportLines } from './report.ts'
import { runBench } from './run-bench.ts'

const asked = { repeats: 1, scale: 0.02, answers: 0, say: () => undefined }

describe('the bench on a tiny set', () => {
  it('measures the desk and the scan of deadlines, and the scan misses nothing', async () => {
    const report = await runBench({ ...asked, sizes: [100], only: ['D1', 'D2'] })
    const ids = ['D1', 'D1t', 'D2', 'D2c', 'D2n', 'D2p']
    expect(report.singles.map(({ id }) => id)).toEqual(ids)
    expect(report.singles.every(({ ours }) => ours.median > 0)).toBe(true)
  }, 180_000)

  it('measures the meeting over the stream that the big screen listens to', async () => {
    const { singles } = await runBench({ ...asked, sizes: [100], only: ['M1'] })
    expect(singles.map(({ id }) => id)).toEqual(['M1'])
    expect(singles[0]?.ours.n).toBe(20)
  }, 180_000)

  it('measures answers of a survey, and finds every acknowledged one in the table', async () => {
    const { singles } = await runBench({ ...asked, sizes: [100], only: ['V1'], answers: 500 })
    expect(singles.map(({ id }) => id)).toEqual([
      ...'V1 V1c V1r V1e V1s V1l V1m'.split(' '),
      'V1M',
      'V1Mr',
    ])
    expect(singles.every(({ ours }) => ours.median > 0)).toBe(true)
  }, 180_000)

  it('measures a ballot in the hall: every vote is counted and every phone has its receipt', async () => {
    const { singles } = await runBench({ ...asked, sizes: [100], only: ['B1'] })
    const ids = ['B1', 'B1l', 'B1c', 'B1r', 'B1s', 'B1v', 'B1t', 'B1m']
    expect(singles.map(({ id }) => id)).toEqual(ids)
    expect(singles.every(({ ours }) => ours.median > 0)).toBe(true)
    expect(singles.map(({ note }) => note).join()).not.toContain('FAULT')
  }, 180_000)

  it('measures what pages wait while workbooks are written', async () => {
    const { singles } = await runBench({ ...asked, sizes: [100], only: ['X3'] })
    expect(singles.map(({ id, ours }) => [id, ours.median > 0])).toEqual([
      ['X3', true],
      ['X3r', true],
    ])
  }, 180_000)

  it('measures each operation on both sides without a fault, at each size', async () => {
    const only = [
      'L1',
      'L1u',
      'L2',
      'L3',
      'L4',
      'L5',
      'I1',
      'S1',
      'S2',
      'X1',
      'X2',
      'W1',
      'W1h',
      'W2',
      'W3',
    ]
    const report = await runBench({ ...asked, sizes: [100, 200], only })
    const [small, large] = report.sizes
    expect(large?.operations.map(({ operation, faults }) => [operation.id, faults])).toEqual(
      only.map((id) => [id, []]),
    )
    expect(small?.operations.map(({ operation }) => operation.id)).toEqual([
      'L1',
      'L3',
      'I1',
      'S1',
      'W1',
    ])
    for (const { ours, floor } of large?.operations ?? []) {
      expect(ours.wallMs.median).toBeGreaterThan(0)
      expect(floor?.wallMs.median).toBeGreaterThan(0)
    }
    const text = reportLines(report).join('\n')
    expect(text).toContain('G1 growth from 100 to 200 matters')
    expect(text).not.toContain('FAULT')
  }, 180_000)

  it('measures proof, import and start, each in a process of its own', async () => {
    const { singles } = await runBench({ ...asked, sizes: [100], only: ['P1', 'IM', 'R1'] })
    expect(singles.map(({ id }) => id)).toEqual(['P1', 'P1m', 'IM', 'IMm', 'R1', 'R1e', 'R1m'])
    for (const { ours } of singles) expect(ours.n).toBe(1)
  }, 180_000)
})
