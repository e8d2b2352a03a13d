import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { percentText, percentUnits } from './percent.ts'

describe('a percentage', () => {
  it.each([
    [25, 28, '89.29%'],
    [3, 28, '10.71%'],
    [26, 28, '92.86%'],
    [20, 28, '71.43%'],
    [1, 28, '3.57%'],
    [23, 28, '82.14%'],
    [7, 28, '25.00%'],
    [17, 56, '30.36%'],
    [39, 56, '69.64%'],
    [28, 28, '100.00%'],
    [0, 28, '0.00%'],
  ])('%i of %i is %s', (count, base, text) => {
    expect(percentText(count, base)).toBe(text)
  })

  it('drops trailing zeros where the county prints it so', () => {
    expect(percentText(7, 28, 'trimmed')).toBe('25%')
    expect(percentText(28, 28, 'trimmed')).toBe('100%')
    expect(percentText(1, 8, 'trimmed')).toBe('12.5%')
    expect(percentText(23, 28, 'trimmed')).toBe('82.14%')
  })

  it('is rounded half up, exactly, whatever the counts', () => {
    const base = fc.integer({ min: 1, max: 1_000_000 })
    const law = fc.property(
      base,
      fc.nat({ max: 1_000_000 }),
      fc.nat({ max: 4 }),
      (of, n, digits) => {
        const scaled = BigInt(n) * 100n * 10n ** BigInt(digits)
        const exact = (2n * scaled + BigInt(of)) / (2n * BigInt(of))
        expect(BigInt(percentUnits(n, of, digits))).toBe(exact)
      },
    )
    fc.assert(law, {
      numRuns: 2000,
      examples: [
        [32, 1, 2],
        [200, 1, 0],
        [8, 1, 1],
      ],
    })
  })
})
