import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { selfCheckDecider, type SelfCheckCommand } from './self-check-decider.ts'
import { frameworkFault, questionsOf, seedFramework } from './self-check-framework.ts'
import { noSelfCheck, selfCheckFigures, type SelfCheck } from './self-check.ts'

const today = day('2026-03-01')
const opening: SelfCheckCommand = {
  type: 'OpenSelfCheck',
  appraisal: idOf('appraisal', 'appraisal_first'),
  unit: idOf('unit', 'unit_roads'),
  official: idOf('official', 'official_roads'),
  framework: seedFramework,
  due: null,
  today,
}
const questions = questionsOf(seedFramework).map(({ key }) => key)
const gapAt = (question: string, fixed: boolean) => ({
  type: 'NameGap' as const,
  question,
  finding: '处罚告知送达不规范',
  cause: '培训不到位',
  remedy: '修订流程',
  fixedOn: fixed ? today : null,
  evidence: [],
  today,
})
const cleanAt = (question: string) => ({
  type: 'StateNothingFound' as const,
  stated: [{ question, basis: `已查阅${question}的台账` }],
  today,
})
const submitting = { type: 'SubmitSelfCheck', signedBy: '王某', today } as const

function after(commands: readonly SelfCheckCommand[]): SelfCheck {
  let state: SelfCheck = noSelfCheck
  for (const command of commands) {
    const ruling = selfCheckDecider.decide(state, command)
    if (!ruling.ok) throw new Error(ruling.refusal.code)
    state = ruling.value.reduce(selfCheckDecider.evolve, state)
  }
  return state
}

const refusal = (commands: readonly SelfCheckCommand[], command: SelfCheckCommand) => {
  const ruling = selfCheckDecider.decide(after(commands), command)
  return ruling.ok ? null : ruling.refusal.code
}

describe('the self-check', () => {
  it('asks the four parts of the source document', () => {
    expect(seedFramework.map(({ key }) => key)).toEqual([
      'law',
      'administration',
      'diligence',
      'integrity',
    ])
    expect(frameworkFault(seedFramework)).toBeNull()
    expect(frameworkFault([])).toBe('no-question')
  })

  it('“nothing found” is said, never assumed, and never beside a gap', () => {
    const [first = ''] = questions
    expect(refusal([opening], submitting)).toBe('questions-unanswered')
    expect(refusal([opening, gapAt(first, false)], cleanAt(first))).toBe('gap-contradicts')
    const full = [opening, ...questions.map(cleanAt), submitting]
    expect(after(full)).toMatchObject({ status: 'submitted', signedBy: '王某' })
  })

  it('several are stated clean at once, each on its own grounds, never on one for all', () => {
    const [first = '', second = ''] = questions
    const stating = (...stated: { question: string; basis: string }[]) =>
      ({ type: 'StateNothingFound', stated, today }) as const
    const one = { question: first, basis: '抽查执法案卷12件' }
    const two = { question: second, basis: '核对决议落实台账' }
    expect(after([opening, stating(one, two)])).toMatchObject({
      clean: [first, second],
      bases: { [first]: one.basis, [second]: two.basis },
    })
    expect(refusal([opening], stating(one, { ...two, basis: one.basis }))).toBe('basis-repeated')
    expect(refusal([opening], stating(one, { ...two, basis: ' ' }))).toBe('basis-missing')
    expect(refusal([opening], stating())).toBe('basis-missing')
    expect(refusal([opening], stating(one, { ...one, basis: '另一句' }))).toBe('no-such-question')
    expect(refusal([opening, gapAt(second, false)], stating(one, two))).toBe('gap-contradicts')
  })

  it('a gap named later takes back the statement that nothing was found', () => {
    const [first = ''] = questions
    expect(after([opening, cleanAt(first), gapAt(first, true)])).toMatchObject({ clean: [] })
  })

  it('an early fix counts until the team finds otherwise; what was not said fixed is not verified', () => {
    const [first = '', second = '', ...rest] = questions
    const done = [
      opening,
      gapAt(first, true),
      gapAt(second, false),
      ...rest.map(cleanAt),
      submitting,
    ]
    const state = after(done)
    if (state.status === 'none') throw new Error('No self-check')
    expect(selfCheckFigures(state)).toMatchObject({ found: 2, fixed: 1, confirmed: 0 })
    const checked = { type: 'VerifySelfFix', gap: 'g1', findings: '现场仍不规范', today } as const
    const not = after([...done, { ...checked, outcome: 'notConfirmed' }])
    if (not.status === 'none') throw new Error('No self-check')
    expect(selfCheckFigures(not)).toMatchObject({ fixed: 0, confirmed: 0 })
    expect(refusal(done, { ...checked, gap: 'g2', outcome: 'confirmed' })).toBe('not-said-fixed')
    expect(refusal([opening], { ...gapAt(first, true), fixedOn: addDays(today, 1) })).toBe(
      'fixed-in-the-future',
    )
  })

  it('a gap becomes a matter once; then the report is not returned any more', () => {
    const [first = '', ...rest] = questions
    const done = [opening, gapAt(first, false), ...rest.map(cleanAt), submitting]
    const taking = {
      type: 'TakeOverGap',
      gap: 'g1',
      opinion: idOf('opinion', 'opinion_first'),
      matter: idOf('matter', 'matter_first'),
      today,
    } as const
    expect(refusal([...done, taking], taking)).toBe('already-taken-over')
    const back = { type: 'ReturnSelfCheck', comments: '请补充', today } as const
    expect(refusal([...done, taking], back)).toBe('already-taken-over')
    expect(after([...done, back])).toMatchObject({ status: 'filling', returned: '请补充' })
  })
})

it('law: it is submitted exactly when every question has gaps or a statement, never both', () => {
  const answer = fc.constantFrom('gap', 'clean', 'none')
  fc.assert(
    fc.property(
      fc.array(answer, { minLength: questions.length, maxLength: questions.length }),
      (answers) => {
        const told = questions.flatMap((question, at): SelfCheckCommand[] => {
          const one = answers[at]
          if (one === 'none') return []
          return [one === 'gap' ? gapAt(question, false) : cleanAt(question)]
        })
        const isFull = answers.every((one) => one !== 'none')
        expect(refusal([opening, ...told], submitting) === null).toBe(isFull)
      },
    ),
    { numRuns: 50 },
  )
})
