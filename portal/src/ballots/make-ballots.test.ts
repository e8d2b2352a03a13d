import { expect, it } from 'vitest'
import { hurryBefore, waitByChance, waitsBy } from './make-ballots.ts'

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
  let counter = 0
  const waits = waitsBy(() => counter)
  expect(waits.isOver('a', 60_000, 20_000, null)).toBe(false)
  expect(waits.isOver('a', 60_000, 20_000, 20_000 + hurryBefore + 1)).toBe(false)
  expect(waits.isOver('a', 60_000, 20_000, 20_000 + hurryBefore)).toBe(true)
  counter = 39_999
  expect(waits.isOver('a', 60_000, 59_999, null)).toBe(false)
  counter = 40_000
  expect(waits.isOver('a', 60_000, 60_000, null)).toBe(true)
})

it('waits as long as was drawn, though the clock of the hall is set right meanwhile', () => {
  let counter = 0
  const waits = waitsBy(() => counter)
  // Drawn while the phone believed it ten minutes later than it is.
  expect(waits.isOver('a', 600_000 + 45_000, 600_000, null)).toBe(false)
  counter = 44_999
  expect(waits.isOver('a', 600_000 + 45_000, 44_999, null)).toBe(false)
  counter = 45_000
  expect(waits.isOver('a', 600_000 + 45_000, 45_000, null)).toBe(true)
})

it('never waits longer than the minute the page speaks of, whatever was written down', () => {
  let counter = 0
  const waits = waitsBy(() => counter)
  expect(waits.isOver('a', 900_000, 0, null)).toBe(false)
  counter = 60_000
  expect(waits.isOver('a', 900_000, 60_000, null)).toBe(true)
})
