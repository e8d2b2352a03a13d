import { describe, expect, it } from 'vitest'
import { contradictionsOf } from './contradictions.ts'
import { neutral } from './neutral.ts'
import { countOfficialBallot, type OfficialBallot, type Voters } from './official-ballot.ts'
import { profileOf, resolveRuleBook, seedRuleBook } from './resolve-rule-book.ts'
import type { RuleBook, Selecting } from './rule-book.ts'
import { settingLines } from './setting-words.ts'

const usual = neutral.officialBallot.value
const box = { members: 33, present: 29, issued: 29, returned: 29 }
const votes = { satisfied: 17, basically: 11, dissatisfied: 1 }

function counted(ballot: OfficialBallot, invalid = 0) {
  const cast = { ...votes, dissatisfied: votes.dissatisfied - invalid }
  const result = countOfficialBallot(ballot, { ...box, invalid, votes: cast })
  return result.ok ? result.value : result.refusal
}

describe('the ballot on the official', () => {
  it('is counted by the county’s rule, and each grade leads where the county says', () => {
    expect(counted(usual)).toMatchObject({
      grade: '满意',
      denominatorValue: 33,
      outcome: 'satisfied',
    })
    expect(counted({ ...usual, lines: [60, 50] })).toMatchObject({
      grade: '基本满意',
      outcome: 'conditional',
    })
  })

  it('says a county’s own lines in words, not the published ones', () => {
    const own = counted({ ...usual, lines: [60, 50] })
    expect(own).toMatchObject({
      ruleText:
        '满意票占全体组成人员60%以上（含60%）的，为满意；满意票加基本满意票占全体组成人员半数以上（含半数）的，为基本满意；其余为不满意（分界按本级办法）',
    })
  })

  it('takes a spoilt paper as the county does', () => {
    const ofValid = { ...usual, base: 'valid' } as const
    expect(counted(ofValid, 1)).toMatchObject({ denominatorValue: 28 })
    expect(counted({ ...ofValid, invalid: 'asAbstain' }, 1)).toMatchObject({ denominatorValue: 29 })
    const neither = { ...ofValid, invalid: 'asAbstain', abstain: 'excluded' } as const
    expect(counted(neither, 1)).toMatchObject({ denominatorValue: 28 })
  })

  it('is not counted with lines it has no grades for, nor with more papers than were handed out', () => {
    expect(counted({ ...usual, lines: [60] })).toMatchObject({ code: 'lines-unfit' })
    expect(counted({ ...usual, lines: [120, 50] })).toMatchObject({ code: 'lines-unfit' })
    const over = countOfficialBallot(usual, { ...box, issued: 28, votes })
    expect(over).toMatchObject({ refusal: { code: 'over-returned' } })
  })

  it('gives no grade that leads nowhere', () => {
    expect(counted({ ...usual, grades: [] })).toEqual({
      code: 'grade-without-outcome',
      grade: 'satisfied',
    })
  })

  it('reads as a county would say it', () => {
    const said = settingLines(seedRuleBook()).find(({ key }) => key === 'officialBallot')
    expect(said?.value.zh).toBe(
      '无记名投票；全体组成人员三等次（全体组成人员，半数以上（含半数））；满意：通过；基本满意：限期完善后再测评；不满意：不通过，重新报告；弃权计入有效票；空白、多选的作无效票，不计入；收回多于发出的，作废重投',
    )
  })
})

const source = { text: '本县办法第十二条', ref: '本县办法', verified: true }

function faultsOf(settings: Partial<RuleBook['settings']>) {
  const seed = seedRuleBook()
  const found = contradictionsOf({ ...seed, settings: { ...seed.settings, ...settings } })
  return found.map(({ key, zh }) => `${key} ${zh}`)
}

const ballot = (change: Partial<OfficialBallot>) =>
  faultsOf({ officialBallot: { value: { ...usual, ...change }, source } })
const voters = (value: Voters) => faultsOf({ voters: { value, source } })
const selecting = (change: Partial<Selecting>) =>
  faultsOf({ selecting: { value: { ...neutral.selecting.value, ...change }, source } })

describe('a ballot that contradicts itself', () => {
  it('has a line over 100 %, too few lines, or a lower grade that begins higher', () => {
    expect(ballot({ lines: [120, 50] })).toEqual([
      'officialBallot 对述职人员的测评的分界为120%，超过100%，永远达不到。',
    ])
    expect(ballot({ lines: [60] })[0]).toContain('各写一条')
    expect(ballot({ lines: [60, 70] })[0]).toContain('永远得不到')
    expect(ballot({ lines: [60, 60] })).toEqual([])
  })

  it('has the same on an axis of the rectification', () => {
    const value = { ...neutral.axes.value, quality: { ...usual } }
    const quality = {
      rule: usual.rule,
      comparator: usual.comparator,
      base: usual.base,
      lines: [150, 50],
    }
    expect(faultsOf({ axes: { value: { ...value, quality }, source } })).toEqual([
      'axes 整改质量的分界为150%，超过100%，永远达不到。',
    ])
  })

  it('has no grade, one without an outcome, or one its rule cannot give', () => {
    const [first, ...rest] = usual.grades
    if (!first) throw new Error('no grade')
    expect(ballot({ grades: [] })).toEqual(['officialBallot 对述职人员的测评没有等次。'])
    expect(ballot({ grades: rest })[0]).toContain('没有写明“满意”的后果')
    expect(
      ballot({ grades: [...usual.grades, { grade: 'passed', outcome: 'satisfied' }] })[0],
    ).toContain('“通过”不是')
    expect(ballot({ grades: [...usual.grades, first] })[0]).toContain('写了两次')
  })

  it('passes the worst and not the best', () => {
    const turned = usual.grades.map(
      ({ grade }) =>
        ({
          grade,
          outcome: grade === 'dissatisfied' ? 'satisfied' : 'unsatisfied',
        }) as const,
    )
    expect(ballot({ grades: turned })[0]).toContain('颠倒')
  })

  it('is decided by nobody, or counted on two denominators at once', () => {
    expect(voters([{ group: 'members', base: 'allMembers', decides: false }])[0]).toContain(
      '决定等次',
    )
    expect(voters([{ group: 'members', base: 'present', decides: true }])[0]).toContain('不一致')
  })
})

describe('choosing subjects contradicts itself', () => {
  it('with a threshold over 100 % or below the line that spares all', () => {
    expect(selecting({ modes: ['threshold'], threshold: 120 })).toEqual([
      'selecting 评议对象的门槛为120%，超过100%。',
    ])
    expect(selecting({ modes: ['threshold'], threshold: 95, sparedFrom: 90 })[0]).toContain(
      '免评线',
    )
  })

  it('without a way, or a way without its number', () => {
    expect(selecting({ modes: [] })).toHaveLength(1)
    expect(selecting({ modes: ['threshold'] })[0]).toContain('没有写明门槛')
    expect(selecting({ modes: ['ranking'], rankingBottom: 0 })[0]).toContain('末位数为零')
  })
})

describe('what places say about their ballots', () => {
  it('goes only as far as the source: 南雄 does not say how papers are cast', () => {
    const nanxiong = profileOf('nanxiong')
    if (!nanxiong) throw new Error('no nanxiong')
    const { officialBallot, selecting: chosen } = resolveRuleBook(nanxiong).settings
    expect(officialBallot.source.verified).toBe(false)
    expect(chosen.value).toMatchObject({ rankingBottom: 2, sparedFrom: 90 })
  })
})
