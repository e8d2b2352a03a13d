import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { belowThreshold, bottomOf, notYetThisTerm } from './choose-subjects.ts'
import { yearPlanDecider, type YearPlanCommand } from './year-plan-decider.ts'
import { noYearPlan, type YearPlan } from './year-plan.ts'

const today = day('2026-03-01')
const chairs = { body: 'chairs', on: today, reference: '第12次主任会议' } as const
const drafting: YearPlanCommand = { type: 'DraftYearPlan', year: 2026, title: '', today }
const subject = {
  kind: 'person',
  unit: idOf('unit', 'unit_roads'),
  official: idOf('official', 'official_roads'),
  selection: 'rotation',
  drawing: null,
  reason: '本届尚未评议',
} as const
const planning: YearPlanCommand = {
  type: 'PlanSubjects',
  subjects: [subject],
  approval: null,
  today,
}
const consent: YearPlanCommand = {
  type: 'RecordPartyConsent',
  body: '县委',
  number: '县委〔2026〕30号',
  on: today,
  today,
}
const adoption: YearPlanCommand = { type: 'AdoptYearPlan', approval: chairs, today }
const opening: YearPlanCommand = {
  type: 'OpenFromPlan',
  subject: 's1',
  appraisal: idOf('appraisal', 'appraisal_first'),
  today,
}

function after(commands: readonly YearPlanCommand[]): YearPlan {
  let state: YearPlan = noYearPlan
  for (const command of commands) {
    const ruling = yearPlanDecider.decide(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    state = ruling.value.reduce(yearPlanDecider.evolve, state)
  }
  return state
}

const refusal = (commands: readonly YearPlanCommand[], command: YearPlanCommand) => {
  const ruling = yearPlanDecider.decide(after(commands), command)
  return ruling.ok ? null : ruling.refusal.code
}

describe('the annual plan', () => {
  it('goes from draft by Party consent to adoption, and only then opens appraisals, each once', () => {
    expect(refusal([drafting, planning], adoption)).toBe('party-consent-missing')
    expect(refusal([drafting, consent], adoption)).toBe('no-subject')
    expect(refusal([drafting, planning, consent], opening)).toBe('plan-not-adopted')
    const all = [drafting, planning, consent, adoption, opening]
    expect(after(all)).toMatchObject({ subjects: [{ appraisal: 'appraisal_first' }] })
    expect(refusal(all, opening)).toBe('subject-already-opened')
  })

  it('says of everybody why; nobody twice; a lot names its drawing', () => {
    const blank = { ...planning, subjects: [{ ...subject, reason: ' ' }] }
    expect(refusal([drafting], blank)).toBe('reason-missing')
    expect(refusal([drafting, planning], planning)).toBe('subject-twice')
    const lot = { ...planning, subjects: [{ ...subject, selection: 'lot' as const }] }
    expect(refusal([drafting], lot)).toBe('lot-without-drawing')
  })

  it('changes after adoption only by decision, and keeps the change with its reason', () => {
    const adopted = [drafting, planning, consent, adoption]
    const leaving = { type: 'WithdrawSubject', subject: 's1', reason: '已调离', today } as const
    expect(refusal(adopted, { ...leaving, approval: null })).toBe('change-needs-decision')
    expect(after([...adopted, { ...leaving, approval: chairs }])).toMatchObject({
      subjects: [{ isWithdrawn: true }],
      changes: [{ what: 'withdrawn', subject: 's1', reason: '已调离' }],
    })
  })
})

describe('whom the figures point to', () => {
  const rated = [
    { who: '甲', satisfied: 180, raters: 200 },
    { who: '乙', satisfied: 150, raters: 200 },
    { who: '丙', satisfied: 120, raters: 160 },
    { who: '丁', satisfied: 199, raters: 200 },
  ]
  it('the bottom two of the ranking; equal shares are never told apart by chance', () => {
    const listed = (n: number) =>
      bottomOf(rated, n, 90).rows.flatMap(({ who, isListed }) => (isListed ? [who] : []))
    expect(listed(2)).toEqual(['乙', '丙'])
    expect(listed(1)).toEqual(['乙', '丙'])
    expect(bottomOf(rated, 1, null).hasTies).toBe(true)
  })
  it('nobody when everybody reaches ninety per cent; only those below a threshold', () => {
    expect(bottomOf(rated.slice(0, 1), 1, 90)).toMatchObject({ isSpared: true, hasTies: false })
    expect(belowThreshold(rated, 90).map(({ isListed }) => isListed)).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
  it('law: nobody who is not listed has a lower share than somebody who is', () => {
    const row = fc.record({
      who: fc.nat(),
      satisfied: fc.nat(50),
      raters: fc.integer({ min: 50, max: 60 }),
    })
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        (all, n) => {
          const { rows } = bottomOf(all, n, null)
          const share = (one: (typeof rows)[number]) => one.satisfied / one.raters
          const listed = rows.filter(({ isListed }) => isListed).map(share)
          const spared = rows.filter(({ isListed }) => !isListed).map(share)
          expect(Math.max(...listed)).toBeLessThan(Math.min(...spared, 2))
          expect(listed.length).toBeGreaterThanOrEqual(Math.min(n, all.length))
        },
      ),
    )
  })
  it('those not yet appraised this term, the longest waiting first', () => {
    const all = [
      { who: '甲', lastOn: day('2024-05-01'), times: 1 },
      { who: '乙', lastOn: day('2019-05-01'), times: 2 },
      { who: '丙', lastOn: null, times: 0 },
    ]
    expect(notYetThisTerm(all, day('2022-01-01')).map(({ who }) => who)).toEqual(['丙', '乙'])
  })
})
