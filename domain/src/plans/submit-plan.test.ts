import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matterDecider } from '../matters/matter-decider.ts'
import { given } from '../testing/given.ts'
import { inDays, step, upTo } from '../testing/histories.ts'
import { march1, policy, theMatter, wholePlan } from '../testing/samples.ts'
import { completePlan, missingParts, type PlanDraft } from './plan.ts'

const decider = matterDecider(theMatter, policy)
const met = given(decider, upTo('RecordMeeting'))

describe('submitting a plan', () => {
  it('is accepted with time, task, measure and three people', () => {
    expect(met.when(step('SubmitPlan')).happens('PlanSubmitted').status).toBe('planned')
  })

  it.each([
    ['time', { dueOn: undefined }],
    ['task', { task: '  ' }],
    ['measure', { measures: ['', ' '] }],
    ['oversees', { oversees: { name: '', post: '局长' } }],
    ['leads', { leads: { name: '何志远', post: ' ' } }],
    ['does', { does: undefined }],
    ['analysis', { analysis: '' }],
  ] as const)('says that %s is missing', (part, change) => {
    const plan: PlanDraft = { ...wholePlan, ...change }
    const refusal = met.when({ ...step('SubmitPlan'), plan }).isRefused('plan-incomplete')
    expect(refusal).toMatchObject({ missing: [part] })
  })

  it('waits for the leadership meeting', () => {
    given(decider, upTo('SignReceipt')).when(step('SubmitPlan')).isRefused('meeting-not-recorded')
  })

  it('must be done within the round, and not in the past', () => {
    met
      .when({ ...step('SubmitPlan'), plan: { ...wholePlan, dueOn: inDays(91) } })
      .isRefused('plan-after-due')
    met
      .when({ ...step('SubmitPlan'), plan: { ...wholePlan, dueOn: inDays(-1) } })
      .isRefused('day-in-the-past')
  })

  it('is signed by the official in person', () => {
    met.when({ ...step('SubmitPlan'), signedBy: ' ' }).isRefused('text-missing')
  })

  it('can be returned with comments and submitted again', () => {
    const submitted = given(decider, upTo('SubmitPlan'))
    submitted.when({ type: 'ReturnPlan', comments: '', today: march1 }).isRefused('text-missing')
    const back = submitted
      .when({ type: 'ReturnPlan', comments: '措施太空', today: march1 })
      .happens('PlanReturned')
    expect(back.status).toBe('received')
  })
})

describe('whatever is left out, a plan', () => {
  const said = fc.constantFrom(undefined, '', ' ', '有内容')
  const person = fc.option(
    fc.record({ name: said.map((x) => x ?? ''), post: said.map((x) => x ?? '') }),
    { nil: undefined },
  )
  const draft: fc.Arbitrary<PlanDraft> = fc.record({
    analysis: said,
    task: said,
    measures: fc.option(fc.array(said.map((x) => x ?? '')), { nil: undefined }),
    dueOn: fc.constantFrom(undefined, march1),
    oversees: person,
    leads: person,
    does: person,
  })

  it('is complete exactly when nothing is missing', () => {
    fc.assert(
      fc.property(draft, (one) => (completePlan(one) === null) === missingParts(one).length > 0),
    )
  })
})
