import { expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { yearsOfTerm } from './term-years.ts'

it('a term has the years of which more than half is its own', () => {
  const ofTerm = (from: string, until: string) =>
    yearsOfTerm({ from: day(from), until: day(until) })
  expect(ofTerm('2022-01-10', '2027-01-09')).toEqual([2022, 2023, 2024, 2025, 2026])
  expect(ofTerm('2021-10-20', '2026-10-19')).toEqual([2022, 2023, 2024, 2025, 2026])
  // 2022 has 365 days: from 2 July on it is 183, from 3 July 182.
  expect(ofTerm('2022-07-02', '2023-12-31')).toEqual([2022, 2023])
  expect(ofTerm('2022-07-03', '2023-12-31')).toEqual([2023])
  expect(ofTerm('2022-01-01', '2022-12-31')).toEqual([2022])
})
