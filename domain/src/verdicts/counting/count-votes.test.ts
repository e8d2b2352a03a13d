import { describe, expect, it } from 'vitest'
import type { CountInput } from './count-input.ts'
import { countReport, type CountReport } from './count-report.ts'
import { countVotes } from './count-votes.ts'
import { ruleKeys } from './rule.ts'
import { countingRules } from './rules.ts'

const committee = { members: 33, present: 29 }
const none = { satisfied: 0, basically: 0, dissatisfied: 0 }

function votes(satisfied: number, basically: number, dissatisfied: number, abstain = 0) {
  return { votes: { satisfied, basically, dissatisfied, abstain } }
}

function reported(input: CountInput): CountReport {
  const report = countReport(input)
  if (!report.ok) throw new Error(`refused: ${report.refusal.code}`)
  return report.value
}

function gradeOf(input: CountInput): string {
  return reported(input).grade
}

function codes(input: CountInput): readonly string[] {
  return reported(input).warnings.map(({ code }) => code)
}

describe('three grades of all members', () => {
  const rule = 'all-members-3' as const
  const seventeen = { rule, present: 29, ...votes(17, 11, 1) }

  it('is 满意 when 17 of 33 are satisfied', () => {
    expect(gradeOf({ ...seventeen, members: 33 })).toBe('满意')
    expect(codes({ ...seventeen, members: 33 })).toEqual([])
  })

  it('hangs on the comparator when 17 of 34 are satisfied, and says so', () => {
    expect(gradeOf({ ...seventeen, members: 34, comparator: 'ge' })).toBe('满意')
    expect(gradeOf({ ...seventeen, members: 34, comparator: 'gt' })).toBe('基本满意')
    expect(gradeOf({ ...seventeen, members: 34 })).toBe('满意')
    expect(codes({ ...seventeen, members: 34 })).toEqual(['decided-by-comparator'])
  })

  it('is 基本满意 when 17 of 35 are satisfied and 28 at least basically', () => {
    expect(gradeOf({ ...seventeen, members: 35 })).toBe('基本满意')
  })

  it('is 不满意 when exactly half are at least basically satisfied, as the notice says', () => {
    const half = { rule, members: 34, present: 29, ...votes(5, 12, 12) }
    expect(gradeOf({ ...half, comparator: 'ge' })).toBe('不满意')
    expect(codes(half)).toEqual(['exactly-at-pinned-line'])
  })

  it.each([
    [28, 1, 0],
    [20, 8, 1],
    [26, 3, 0],
    [29, 0, 0],
    [17, 11, 1],
  ])('finds the published district rows %i/%i/%i satisfied', (s, b, d) => {
    expect(gradeOf({ rule, ...committee, ...votes(s, b, d) })).toBe('满意')
  })
})

describe('a ballot of 12 满意, 12 基本满意, 2 不满意', () => {
  const ballot = { members: 26, present: 26, issued: 26, returned: 26, ...votes(12, 12, 2) }

  it('fails where half of the votes cast must be 满意', () => {
    expect(reported({ rule: 'votes-cast-half', ...ballot })).toMatchObject({
      grade: '不通过',
      gradeKey: 'notPassed',
      passed: false,
      denominator: 'returned',
      denominatorValue: 26,
    })
  })

  it('is 基本满意 where all members are counted in three grades', () => {
    expect(reported({ rule: 'all-members-3', ...ballot })).toMatchObject({
      grade: '基本满意',
      passed: true,
      denominator: 'allMembers',
    })
  })

  it('passes with one vote more, exactly at half', () => {
    expect(gradeOf({ rule: 'votes-cast-half', ...ballot, ...votes(13, 11, 2) })).toBe('通过')
  })
})

describe('the other families', () => {
  it('binary: 17 of 34 is not more than half', () => {
    const rule = 'all-members-binary' as const
    expect(gradeOf({ rule, members: 34, present: 34, ...votes(17, 0, 17) })).toBe('不满意')
    expect(gradeOf({ rule, members: 34, present: 34, ...votes(18, 0, 16) })).toBe('满意')
  })

  it('two thirds: exactly two thirds do not exceed two thirds', () => {
    const rule = 'votes-two-thirds' as const
    expect(gradeOf({ rule, members: 30, present: 30, ...votes(10, 10, 10) })).toBe('不通过')
    expect(gradeOf({ rule, members: 30, present: 30, ...votes(10, 11, 9) })).toBe('通过')
    expect(
      gradeOf({ rule, members: 30, present: 30, ...votes(10, 10, 10), comparator: 'ge' }),
    ).toBe('通过')
  })

  it('sent back by half: the provincial ballot of 59 and 2 passes', () => {
    const rule = 'dissatisfied-half' as const
    const report = reported({ rule, members: 61, present: 61, ...votes(59, 2, 0) })
    expect(report.passed).toBe(true)
    expect(report.figures.shares.satisfied?.percent).toBe('96.72%')
    expect(report.figures.shares.basically?.percent).toBe('3.28%')
    expect(gradeOf({ rule, members: 60, present: 60, ...votes(30, 0, 30) })).toBe('不通过')
    expect(gradeOf({ rule, members: 60, present: 60, ...votes(30, 0, 30), comparator: 'gt' })).toBe(
      '通过',
    )
  })

  it.each([
    [40, '称职'],
    [39, '基本称职'],
    [25, '基本称职'],
    [24, '不称职'],
  ])('share of votes: %i of 50 is %s', (competent, grade) => {
    const rule = 'tiered-share' as const
    const ballot = { rule, members: 50, present: 50, ...votes(competent, 0, 50 - competent) }
    expect(gradeOf(ballot)).toBe(grade)
  })

  it('points: blanks, abstentions and 不了解 leave the mean alone', () => {
    const rule = 'points' as const
    const ballot = { satisfied: 2, basically: 1, dissatisfied: 0, abstain: 3, unknown: 4 }
    const report = reported({ rule, members: 12, present: 12, returned: 12, votes: ballot })
    expect(report).toMatchObject({ grade: '优秀', denominator: 'valid', denominatorValue: 3 })
    expect(report.figures).toMatchObject({ invalid: 2, valid: 3 })
  })

  it('points: everybody dissatisfied is 不称职 by default and 基本称职 by the 100/80/60 scale', () => {
    const ballot = { rule: 'points', members: 10, present: 10, ...votes(0, 0, 10) } as const
    expect(gradeOf(ballot)).toBe('不称职')
    const lenient = { satisfied: 100, basically: 80, dissatisfied: 60 }
    expect(gradeOf({ ...ballot, points: lenient })).toBe('基本称职')
  })

  it('raters: half of those who take part send it back', () => {
    const rule = 'raters-half' as const
    expect(gradeOf({ rule, members: 400, present: 100, ...votes(30, 20, 50) })).toBe('不通过')
    expect(gradeOf({ rule, members: 400, present: 100, ...votes(31, 20, 49) })).toBe('通过')
  })

  it('statute: more than half of all members, not of those present', () => {
    const rule = 'statutory-majority' as const
    expect(gradeOf({ rule, members: 34, present: 29, ...votes(17, 0, 12) })).toBe('不通过')
    expect(gradeOf({ rule, members: 34, present: 29, ...votes(18, 0, 11) })).toBe('通过')
  })
})

describe('the denominator', () => {
  const ballot = { rule: 'votes-cast-half', members: 33, present: 30, ...votes(14, 0, 14) } as const

  it('can be chosen, and the departure is told', () => {
    const chosen = { ...ballot, issued: 30, returned: 28, base: 'issued' } as const
    expect(reported(chosen)).toMatchObject({ passed: false, denominatorValue: 30 })
    expect(codes(chosen)).toContain('base-departs')
  })

  it('cannot be the issued ballots when nobody counted them', () => {
    expect(countVotes({ ...ballot, base: 'issued' })).toMatchObject({
      ok: false,
      refusal: { code: 'issued-missing' },
    })
  })
})

describe('a ballot that cannot stand', () => {
  const good = {
    rule: 'all-members-3',
    ...committee,
    issued: 29,
    returned: 29,
    ...votes(17, 11, 1),
  } as const

  it.each([
    [{ returned: 30 }, 'over-returned'],
    [{ present: 16, issued: 16, returned: 16 }, 'no-quorum'],
    [{ present: 34 }, 'more-present-than-members'],
    [{ issued: 40, returned: 35 }, 'more-votes-than-present'],
    [{ returned: 28 }, 'more-votes-than-returned'],
    [{ invalid: 1 }, 'does-not-add-up'],
    [{ votes: none, returned: 0 }, 'nobody-voted'],
    [{ members: 0, present: 0 }, 'no-members'],
    [{ members: -1 }, 'not-a-count'],
    [{ present: 29.5 }, 'not-a-count'],
    [{ issued: Number.NaN }, 'not-a-count'],
    [{ returned: Number.POSITIVE_INFINITY }, 'not-a-count'],
    [{ votes: { ...none, satisfied: -1 } }, 'not-a-count'],
    [{ votes: { ...none, satisfied: 1, unknown: 1e9 } }, 'not-a-count'],
  ])('with %j is refused as %s', (change, code) => {
    expect(countVotes({ ...good, ...change })).toMatchObject({ ok: false, refusal: { code } })
  })

  it('with exactly half of the members present has no quorum', () => {
    const even = { rule: 'all-members-3', members: 34, ...votes(10, 0, 0) } as const
    expect(countVotes({ ...even, present: 17 })).toMatchObject({ refusal: { code: 'no-quorum' } })
    expect(countVotes({ ...even, present: 18 }).ok).toBe(true)
  })

  it('with points that fall the wrong way is refused', () => {
    const points = { satisfied: 10, basically: 20, dissatisfied: 0 }
    expect(countVotes({ ...good, rule: 'points', points })).toMatchObject({
      refusal: { code: 'scale-not-rising' },
    })
  })
})

describe('what the clerk is told to look at', () => {
  const rule = 'all-members-3' as const

  it('names blank and void ballots, ballots kept back, and ballots for the absent', () => {
    const ballot = { rule, ...committee, issued: 30, returned: 28, ...votes(17, 8, 1) }
    expect(codes(ballot)).toEqual([
      'blank-or-invalid',
      'not-all-returned',
      'issued-differs-from-present',
    ])
    expect(reported(ballot).figures).toMatchObject({ invalid: 2, valid: 26 })
  })

  it('names those present who did not vote, when no ballots were counted', () => {
    expect(codes({ rule, ...committee, ...votes(17, 8, 1) })).toEqual(['present-did-not-vote'])
  })

  it('names a comparator that is not the published one', () => {
    expect(codes({ rule, ...committee, ...votes(17, 11, 1), comparator: 'gt' })).toEqual([
      'comparator-departs',
    ])
  })

  it('names a vote that is not on the ballot', () => {
    const binary = { rule: 'all-members-binary', ...committee, ...votes(17, 11, 1) } as const
    expect(codes(binary)).toEqual(['vote-not-on-ballot'])
  })

  it('names a rule whose source nobody has read', () => {
    expect(codes({ rule: 'votes-two-thirds', ...committee, ...votes(17, 11, 1) })).toEqual([
      'source-unverified',
    ])
  })
})

describe('the report', () => {
  it('shows the rule, its words and its reckoning beside the figure', () => {
    const report = reported({ rule: 'all-members-3', ...committee, ...votes(17, 11, 1) })
    expect(report).toMatchObject({
      rule: 'all-members-3',
      comparator: 'ge',
      comparatorWords: '半数以上（含半数）',
      denominatorLabel: '全体组成人员',
      denominatorValue: 33,
    })
    expect(report.ruleText).toContain('全体组成人员半数以上')
    expect(report.ruleSource.ref).toContain('镇海')
    expect(report.words).toContain('17×2＝34，34＞33')
    expect(report.steps.join('')).toBe(report.words)
    expect(report.comparatorNote).toContain('结果相同')
    expect(report.figures.shares.satisfied).toMatchObject({ exact: '17/33', percent: '51.52%' })
  })

  it('says at which count the comparators differ', () => {
    const even = reported({
      rule: 'all-members-binary',
      members: 34,
      present: 29,
      ...votes(20, 0, 9),
    })
    expect(even.comparatorWords).toBe('超过半数')
    expect(even.comparatorNote).toContain('只有恰为17票时')
  })

  it.each(ruleKeys)('survives JSON unchanged under %s', (rule) => {
    const report = reported({ rule, ...committee, issued: 29, returned: 29, ...votes(17, 8, 1, 2) })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  it.each(ruleKeys)('names text and source of %s', (rule) => {
    const { text, source, key } = countingRules[rule]
    expect(key).toBe(rule)
    expect(text.length).toBeGreaterThan(15)
    expect(source.ref).not.toBe('')
  })
})
