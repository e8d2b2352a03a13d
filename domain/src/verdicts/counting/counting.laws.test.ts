import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CountInput, Votes } from './count-input.ts'
import { countVotes, type Count } from './count-votes.ts'
import { comparators, ruleKeys, type Comparator, type RuleKey } from './rule.ts'
import { countingRules } from './rules.ts'

/** Small enough that ties and boundaries are common, large enough to cover every standing committee. */
const few = fc.nat({ max: 35 })
const each = { satisfied: few, basically: few, dissatisfied: few, abstain: fc.nat({ max: 4 }) }
const rule = fc.constantFrom(...ruleKeys)
const comparator = fc.constantFrom(...comparators)

/** A ballot that stands: at least one vote, a quorum, nobody votes twice. */
const ballot = fc
  .record({ votes: fc.record(each), absent: fc.nat({ max: 20 }), rule, comparator })
  .map(({ votes, absent, rule, comparator }): CountInput => {
    const cast = votes.satisfied + votes.basically + votes.dissatisfied + votes.abstain
    const members = cast + Math.min(absent, Math.max(0, cast - 1))
    return { rule, comparator, members, present: cast, issued: cast, returned: cast, votes }
  })
  .filter(({ present, votes }) => present > (votes.abstain ?? 0))

function counted(input: CountInput): Count {
  const count = countVotes(input)
  if (!count.ok) throw new Error(`refused: ${count.refusal.code} ${JSON.stringify(input)}`)
  return count.value
}

function rankOf({ grade, rule }: Count): number {
  const { steps, otherwise } = countingRules[rule.key]
  const every = [otherwise, ...steps.map((step) => step.grade)]
  return every.find(({ key }) => key === grade)?.rank ?? 0
}

/** The families written a second time, straight from the formulas, over exact rationals in BigInt. */
function byFormula({ rule, comparator = 'ge', members, votes }: CountInput): string {
  const [s, b, d] = [BigInt(votes.satisfied), BigInt(votes.basically), BigInt(votes.dissatisfied)]
  const [n, r] = [BigInt(members), s + b + d + BigInt(votes.abstain ?? 0)]
  const over = (left: bigint, right: bigint) => above(comparator, left, right)
  const formulas: Readonly<Record<RuleKey, () => string>> = {
    'all-members-3': () => {
      if (over(2n * s, n)) return '满意'
      return 2n * (s + b) > n ? '基本满意' : '不满意'
    },
    'all-members-binary': () => (over(2n * s, n) ? '满意' : '不满意'),
    'votes-cast-half': () => (over(2n * s, r) ? '通过' : '不通过'),
    'votes-two-thirds': () => (over(3n * (s + b), 2n * r) ? '通过' : '不通过'),
    'dissatisfied-half': () => (over(2n * d, n) ? '不通过' : '通过'),
    'tiered-share': () => {
      if (over(5n * s, 4n * r)) return '称职'
      return over(2n * s, r) ? '基本称职' : '不称职'
    },
    points: () => {
      const [got, voters] = [100n * s + 70n * b + 30n * d, s + b + d]
      if (over(got, 90n * voters)) return '优秀'
      if (over(got, 70n * voters)) return '称职'
      return over(got, 60n * voters) ? '基本称职' : '不称职'
    },
    'raters-half': () => (over(2n * d, r) ? '不通过' : '通过'),
    'statutory-majority': () => (over(2n * s, n) ? '通过' : '不通过'),
  }
  return formulas[rule]()
}

function above(comparator: Comparator, left: bigint, right: bigint): boolean {
  return comparator === 'gt' ? left > right : left >= right
}

describe('whatever the votes, a count', () => {
  it('gives the grade that the formula gives, exact at every boundary', () => {
    const law = fc.property(ballot, (input) => {
      expect(counted(input).gradeLabel.zh).toBe(byFormula(input))
    })
    fc.assert(law, { numRuns: 3000 })
  })

  it('never falls when one voter turns to 满意', () => {
    const turning = fc.constantFrom('basically' as const, 'dissatisfied' as const)
    const law = fc.property(ballot, turning, (input, from) => {
      fc.pre(input.votes[from] > 0)
      const better: Votes = {
        ...input.votes,
        satisfied: input.votes.satisfied + 1,
        [from]: input.votes[from] - 1,
      }
      const [before, after] = [counted(input), counted({ ...input, votes: better })]
      expect(rankOf(after)).toBeGreaterThanOrEqual(rankOf(before))
    })
    fc.assert(law, { numRuns: 2000 })
  })

  it('never falls when one who stayed away comes and votes 满意', () => {
    const law = fc.property(ballot, (input) => {
      fc.pre(input.present < input.members)
      const present = input.present + 1
      const votes = { ...input.votes, satisfied: input.votes.satisfied + 1 }
      const fuller = { ...input, present, issued: present, returned: present, votes }
      expect(rankOf(counted(fuller))).toBeGreaterThanOrEqual(rankOf(counted(input)))
    })
    fc.assert(law, { numRuns: 2000 })
  })

  it('never hangs on the comparator where half of the denominator is no whole number', () => {
    const halves = fc.constantFrom<RuleKey>(
      'all-members-3',
      'all-members-binary',
      'votes-cast-half',
      'dissatisfied-half',
      'raters-half',
      'statutory-majority',
    )
    const law = fc.property(ballot, halves, (input, rule) => {
      const strict = counted({ ...input, rule, comparator: 'gt' })
      const lenient = counted({ ...input, rule, comparator: 'ge' })
      fc.pre(strict.denominator.value % 2 === 1)
      expect(strict.grade).toBe(lenient.grade)
      expect(strict.rule.comparatorNote.zh).toContain('结果相同')
    })
    fc.assert(law, { numRuns: 1000 })
  })

  it('says so exactly when the comparator decided', () => {
    const law = fc.property(ballot, (input) => {
      const other = input.comparator === 'gt' ? 'ge' : 'gt'
      const one = counted(input)
      const differs = one.grade !== counted({ ...input, comparator: other }).grade
      expect(one.warnings.some(({ code }) => code === 'decided-by-comparator')).toBe(differs)
    })
    fc.assert(law, { numRuns: 1500 })
  })

  it('never throws: it answers with a count or a refusal, whatever comes in', () => {
    const any = fc.oneof(fc.integer(), fc.double(), fc.nat({ max: 50 }), fc.constant(undefined))
    const number = fc.oneof(fc.integer(), fc.double(), fc.nat({ max: 50 }))
    const votes = fc.record({
      satisfied: number,
      basically: number,
      dissatisfied: number,
      abstain: any,
      unknown: any,
    })
    const wild = fc.record({
      rule,
      comparator,
      members: number,
      present: number,
      issued: any,
      returned: any,
      invalid: any,
      votes,
    })
    fc.assert(
      fc.property(wild, (input) => {
        const count = countVotes(input)
        expect(count.ok ? count.value.gradeLabel.zh : count.refusal.code).not.toBe('')
      }),
      { numRuns: 1500 },
    )
  })

  it('accounts for every ballot that came back', () => {
    const law = fc.property(ballot, fc.nat({ max: 5 }), (input, blank) => {
      const cast = input.present + blank
      const whole = { present: cast, issued: cast, returned: cast, members: input.members + blank }
      const { figures } = counted({ ...input, ...whole })
      const { satisfied, basically, dissatisfied, abstain, unknown, invalid, returned } = figures
      expect(satisfied + basically + dissatisfied + abstain + unknown + invalid).toBe(returned)
      expect(invalid).toBe(blank)
    })
    fc.assert(law, { numRuns: 500 })
  })
})
