import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkParts, checkPublished } from './check-published.ts'
import { checkSession } from './check-session.ts'
import { percentUnits, unitsText } from './percent.ts'

function found(percentages: readonly string[], counts: readonly number[], total?: number) {
  return checkPublished(percentages, counts, total).map(({ code, at }) => [code, at])
}

function row(satisfied: number, basically: number, dissatisfied: number) {
  return { satisfied, basically, dissatisfied }
}

describe('published percentages', () => {
  it('are passed over when they follow from the counts', () => {
    expect(found(['71.43%', '25%', '3.57%'], [20, 7, 1])).toEqual([])
    expect(found(['75.4', '22.8', '1.8'], [43, 13, 1], 57)).toEqual([])
    expect(found(['92.47 %', '7.53％'], [86, 7])).toEqual([])
  })

  it('are called nudged where one is a digit off so that all add to 100', () => {
    const counts = [54, 33, 2, 4]
    expect(found(['58.07', '35.48', '2.15', '4.30'], counts, 93)).toEqual([['nudged', 0]])
  })

  it('are called truncated where the last digits were cut off', () => {
    const printed = ['26.8', '27.9', '13.9', '20.4', '4.3', '6.4']
    expect(found(printed, [25, 26, 13, 19, 4, 6], 93)).toEqual([
      ['truncated', 0],
      ['truncated', 1],
      ['truncated', 2],
      ['truncated', 5],
    ])
  })

  it('are called wrong, unreadable or unmatched where nothing else explains them', () => {
    expect(found(['60', '35.48'], [54, 33], 87)).toEqual([
      ['wrong', 0],
      ['wrong', 1],
    ])
    expect(found(['约六成', '38'], [54, 33])).toEqual([['unreadable', 0]])
    expect(found(['62'], [54, 33])).toEqual([['different-lengths', undefined]])
  })

  it('say what the figure should be', () => {
    expect(checkPublished(['58.07'], [54], 93)[1]?.zh).toBe(
      '54/93应为58.06%，公布为58.07，末位相差一，可能为凑足百分之百而调整。',
    )
  })

  it('never warn of a table that was rounded half up', () => {
    const counts = fc.array(fc.nat({ max: 500 }), { minLength: 1, maxLength: 6 })
    const law = fc.property(counts, fc.nat({ max: 4 }), (parts, decimals) => {
      const total = parts.reduce((sum, part) => sum + part, 0)
      fc.pre(total > 0)
      const printed = parts.map((part) => unitsText(percentUnits(part, total, decimals), decimals))
      expect(checkPublished(printed, parts)).toEqual([])
    })
    fc.assert(law, { numRuns: 500 })
  })
})

describe('parts of a total', () => {
  it.each([
    [[8, 1], 9],
    [[3, 11], 14],
    [[17, 39], 56],
    [[18, 13, 11, 6, 5, 2, 2], 57],
  ])('%j make %i', (parts, total) => {
    expect(checkParts(parts, total)).toEqual([])
  })

  it('that do not make it are told', () => {
    expect(checkParts([7], 11)).toMatchObject([{ code: 'parts-do-not-add' }])
  })
})

describe('the rows of one session', () => {
  it('all add up to the voters', () => {
    const rows = [row(28, 1, 0), row(20, 8, 1), row(26, 3, 0), row(29, 0, 0), row(17, 11, 1)]
    expect(checkSession(rows, 29)).toEqual([])
  })

  it('are told where one does not', () => {
    expect(checkSession([row(28, 1, 0), row(20, 8, 2)])).toMatchObject([{ at: 1 }])
  })
})
