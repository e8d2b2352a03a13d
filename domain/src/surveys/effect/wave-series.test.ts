import { describe, expect, it } from 'vitest'
import { isEnough } from '../statistics/enough-evidence.ts'
import { simpleShare } from '../statistics/wilson.ts'
import { seriesEffect, type WavePoint } from './wave-series.ts'

function point(
  wave: number,
  hits: number,
  n: number,
  stage: WavePoint['stage'] = 'after',
): WavePoint {
  const share = simpleShare(hits, n, null)
  return { wave, stage, again: null, figure: share && { share, isEnough: isEnough(share) } }
}

describe('a question asked again', () => {
  it('is not compared until it was asked twice', () => {
    const none = { effect: null, steps: [], relapse: null }
    expect(seriesEffect([], true)).toEqual(none)
    expect(seriesEffect([point(1, 120, 240, 'before')], true)).toEqual(none)
    expect(seriesEffect([point(1, 120, 240), { ...point(2, 1, 1), figure: null }], true)).toEqual(
      none,
    )
  })

  it('is compared from the wave before rectification to the last, in whatever order they are given', () => {
    const { effect } = seriesEffect(
      [point(3, 170, 240), point(1, 200, 240, 'single'), point(2, 120, 240, 'before')],
      true,
    )
    expect(effect).toMatchObject({ before: { p: 0.5 }, verdict: 'improved' })
  })

  it('has gone back when it is worse than a wave that had been better', () => {
    const rise = [point(1, 120, 240, 'before'), point(2, 180, 240)]
    expect(seriesEffect([...rise, point(3, 175, 240)], true).relapse).toBeNull()
    const { effect, relapse } = seriesEffect([...rise, point(3, 130, 240)], true)
    expect(effect?.verdict).toBe('no evidence')
    expect(relapse).toMatchObject({ wave: 2, effect: { verdict: 'worse' } })
  })

  it('is held against the wave it asks again, and a relapse mended since stays in sight', () => {
    const waves = [point(1, 120, 240, 'before'), point(2, 180, 240), point(3, 120, 240)]
    const { steps, relapse } = seriesEffect(
      [...waves, { ...point(4, 182, 240), again: 2 }, point(5, 183, 240)],
      true,
    )
    expect(steps.map(({ from, to, effect: { verdict } }) => [from, to, verdict])).toEqual([
      [1, 2, 'improved'],
      [2, 3, 'worse'],
      [2, 4, 'no evidence'],
      [4, 5, 'no evidence'],
    ])
    expect(relapse).toBeNull()
    // A wave of which nothing is told is nobody's measure.
    const hidden = { ...point(2, 1, 1), figure: null }
    const after = { ...point(3, 180, 240), again: 2 }
    expect(seriesEffect([point(1, 120, 240), hidden, after], true).steps).toMatchObject([
      { from: 1, to: 3 },
    ])
  })

  it('gives no evidence where anybody could come, however far apart', () => {
    const { effect } = seriesEffect([point(1, 100, 1000), point(2, 900, 1000)], false)
    expect(effect?.verdict).toBe('no evidence')
  })
})
