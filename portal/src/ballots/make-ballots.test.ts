import { expect, it } from 'vitest'
import { hurryBefore, isDue, waitByChance } from './make-ballots.ts'

it('59 a ballot leaves at a moment of the next minute that chance alone decides', () => {
  const waits = Array.from({ length: 1_000 }, waitByChance)
  expect(waits.every((wait) => wait >= 0 && wait < 60_000)).toBe(true)
  // Of each quarter of the minute about a quarter of them: less than a sixth comes once in many millions of runs.
  const quarters = [0, 1, 2, 3].map(
    (quarter) => waits.filter((wait) => Math.floor(wait / 15_000) === quarter).length,
  )
  expect(Math.min(...quarters)).toBeGreaterThan(1_000 / 6)
})

it('leaves when its moment has come, and at once in the last half minute before the close', () => {
  expect(isDue(60_000, 59_999, null)).toBe(false)
  expect(isDue(60_000, 60_000, null)).toBe(true)
  expect(isDue(60_000, 20_000, 20_000 + hurryBefore + 1)).toBe(false)
  expect(isDue(60_000, 20_000, 20_000 + hurryBefore)).toBe(true)
})
