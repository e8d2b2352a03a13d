/** Every published result whose counts are known, reckoned again from its counts. Source: domain.md §15 (T1 to T14). */
import { describe, expect, it } from 'vitest'
import { checkParts, checkPublished } from './check-published.ts'
import { checkSession } from './check-session.ts'
import type { CountInput } from './count-input.ts'
import { countReport } from './count-report.ts'
import { percentText } from './percent.ts'

const row = (satisfied: number, basically: number, dissatisfied: number) => ({
  satisfied,
  basically,
  dissatisfied,
})

function gradeOf(input: CountInput): string {
  const report = countReport(input)
  if (!report.ok) throw new Error(report.refusal.code)
  return report.value.grade
}

describe('T1, a district’s eight items of 2022: 29 present, three grades of all members', () => {
  const published = [
    row(28, 1, 0),
    row(20, 8, 1),
    row(26, 3, 0),
    row(29, 0, 0),
    row(17, 11, 1),
    row(26, 3, 0),
    row(17, 11, 1),
    row(28, 1, 0),
  ]
  const inCommitteeOf = (members: number) =>
    published.map((votes) => gradeOf({ rule: 'all-members-3', members, present: 29, votes }))

  it('adds up to the voters in every row', () => {
    expect(checkSession(published, 29)).toEqual([])
  })

  it('gives the eight published grades up to 33 members', () => {
    for (const members of [29, 31, 33])
      expect(inCommitteeOf(members)).toEqual(published.map(() => '满意'))
  })

  it('hangs on the comparator at 34 and drops two rows to 基本满意 at 35', () => {
    const gt = published.map((votes) =>
      gradeOf({ rule: 'all-members-3', members: 34, present: 29, votes, comparator: 'gt' }),
    )
    expect(gt.filter((grade) => grade === '基本满意')).toHaveLength(2)
    expect(inCommitteeOf(35).filter((grade) => grade === '基本满意')).toHaveLength(2)
  })
})

describe('T2, announcement no. 60 of 2019: 28 issued, 28 returned', () => {
  it('has seven items, each judged by the same 28', () => {
    const items = [
      row(25, 3, 0),
      row(26, 2, 0),
      row(20, 8, 0),
      row(20, 7, 1),
      row(26, 2, 0),
      row(20, 8, 0),
      row(23, 5, 0),
    ]
    expect(checkSession(items, 28)).toEqual([])
    for (const votes of items)
      expect(gradeOf({ rule: 'all-members-3', members: 28, present: 28, issued: 28, votes })).toBe(
        '满意',
      )
  })

  it.each([
    [
      [25, 3],
      ['89.29%', '10.71%'],
    ],
    [
      [26, 2],
      ['92.86%', '7.14%'],
    ],
    [
      [20, 8],
      ['71.43%', '28.57%'],
    ],
    [
      [20, 7, 1],
      ['71.43%', '25%', '3.57%'],
    ],
    [
      [23, 5],
      ['82.14%', '17.86%'],
    ],
  ])('%j is printed %j', (counts, printed) => {
    expect(counts.map((count) => percentText(count, 28, 'trimmed'))).toEqual(printed)
    expect(checkPublished(printed, counts, 28)).toEqual([])
  })
})

describe('T4, a provincial committee of 2011: 61 ballots', () => {
  it('is 96.72 % and 3.28 %, and together all', () => {
    expect([59, 2, 61].map((count) => percentText(count, 61, 'trimmed'))).toEqual([
      '96.72%',
      '3.28%',
      '100%',
    ])
  })

  it('is sent back only by half or more dissatisfied', () => {
    const rule = 'dissatisfied-half' as const
    const voted = (votes: CountInput['votes']) => {
      const report = countReport({ rule, members: 61, present: 61, votes })
      return report.ok && report.value.passed
    }
    expect(voted(row(59, 2, 0))).toBe(true)
    expect(voted(row(30, 0, 31))).toBe(false)
  })
})

describe('T5, six bureaus of 2022', () => {
  it('has 17 done and 39 in progress of 56 that were fed back', () => {
    expect(checkParts([17, 39], 56)).toEqual([])
    expect([17, 39].map((count) => percentText(count, 56))).toEqual(['30.36%', '69.64%'])
  })

  it('must not be added to the 48 that the bureaus found themselves', () => {
    expect(checkParts([48, 56], 56)).toMatchObject([{ code: 'parts-do-not-add' }])
  })
})

describe('T10, a county of 2022 to 2025', () => {
  it('has nine units and fourteen officials whose grades add up', () => {
    expect(checkParts([8, 1], 9)).toEqual([])
    expect(checkParts([4, 10], 14)).toEqual([])
    expect(checkParts([3, 11], 14)).toEqual([])
    expect(checkParts([4, 2], 6)).toEqual([])
  })

  it('has one passage that does not: seven departments, and eleven of which seven', () => {
    expect(checkParts([7], 11)).toMatchObject([{ code: 'parts-do-not-add' }])
  })
})

describe('T12, a city’s 93 suggestions', () => {
  it('adds up by class and by subject', () => {
    expect(checkParts([54, 33, 2, 4], 93)).toEqual([])
    expect(checkParts([25, 26, 13, 19, 4, 6], 93)).toEqual([])
  })

  it('prints classes nudged to make 100, and subjects cut off', () => {
    const classes = checkPublished(['58.07', '35.48', '2.15', '4.30'], [54, 33, 2, 4], 93)
    expect(classes.map(({ code }) => code)).toEqual(['nudged'])
    const subjects = checkPublished(
      ['26.8', '27.9', '13.9', '20.4', '4.3', '6.4'],
      [25, 26, 13, 19, 4, 6],
      93,
    )
    expect(new Set(subjects.map(({ code }) => code))).toEqual(new Set(['truncated']))
  })

  it('is 92.47 % satisfied at first: 86 of 93', () => {
    expect([86, 7].map((count) => percentText(count, 93))).toEqual(['92.47%', '7.53%'])
  })
})

describe('T14, a city’s 57 of 2023', () => {
  it('adds up, and is printed to one place without a fault', () => {
    expect(checkParts([43, 13, 1], 57)).toEqual([])
    expect(checkParts([18, 13, 11, 6, 5, 2, 2], 57)).toEqual([])
    expect(checkPublished(['75.4%', '22.8%', '1.8%'], [43, 13, 1], 57)).toEqual([])
  })
})

describe('two questions to 220 deputies in 2017: how it was handled, and what came of it', () => {
  it('are two rows of one ballot, and the result pleases fewer than the process', () => {
    expect([215, 198].map((count) => percentText(count, 220, 'trimmed'))).toEqual(['97.73%', '90%'])
    const others = [220 - 215, 220 - 198]
    const rows = [row(215, 0, others[0] ?? 0), row(198, 0, others[1] ?? 0)]
    expect(checkSession(rows, 220)).toEqual([])
  })
})

describe('the ballot of 12, 12 and 2 of 2019', () => {
  const input = { members: 26, present: 26, votes: row(12, 12, 2) }

  it('failed where half of the votes cast must be 满意, and would be 基本满意 elsewhere', () => {
    const cast = countReport({ rule: 'votes-cast-half', ...input })
    expect(cast.ok && cast.value.passed).toBe(false)
    expect(gradeOf({ rule: 'all-members-3', ...input })).toBe('基本满意')
  })
})
