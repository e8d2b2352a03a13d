import { describe, expect, it } from 'vitest'
import { addDays } from '../kernel/day.ts'
import { matterDecider } from '../matters/matter-decider.ts'
import { given } from '../testing/given.ts'
import { inDays, step, upTo } from '../testing/histories.ts'
import {
  byChairs,
  displeased,
  halfPleased,
  judge,
  march1,
  pleased,
  policy,
  theMatter,
} from '../testing/samples.ts'

const decider = matterDecider(theMatter, policy)
const verified = given(decider, upTo('VerifyMatter'))

describe('judging a verified matter', () => {
  it('is satisfied only when measures, timeliness and quality all are', () => {
    const matter = verified.when(judge({})).happens('MatterJudged')
    expect(matter.status).toBe('satisfied')
  })

  it.each(['measures', 'timeliness', 'quality'] as const)(
    'goes round again when only %s does not satisfy',
    (axis) => {
      const matter = verified
        .when(judge({ [axis]: displeased }))
        .happens('MatterJudged', 'MatterReopened')
      expect(matter).toMatchObject({
        status: 'received',
        rounds: [{ number: 1 }, { number: 2, due: inDays(30) }],
      })
    },
  )

  it('keeps the plan and asks for the rest when it is basically satisfied', () => {
    const matter = verified
      .when(judge({ quality: halfPleased }))
      .happens('MatterJudged', 'MatterReopened')
    expect(matter).toMatchObject({
      status: 'inProgress',
      rounds: [{}, { number: 2, planAccepted: true }],
    })
  })

  it('must say why and what is asked for when it is not satisfied', () => {
    verified.when({ ...judge({ quality: displeased }), reasons: ' ' }).isRefused('text-missing')
    verified.when({ ...judge({}), reasons: '' }).happens('MatterJudged')
  })

  it('names the axis when the forms do not add up', () => {
    const votes = { ...pleased, satisfied: 40 }
    expect(verified.when(judge({ quality: votes })).isRefused('count-refused')).toMatchObject({
      axis: 'quality',
    })
  })

  it('tells the chairs from the warning round on, and never ends by a counter', () => {
    const again = [
      step('RecordMeeting'),
      step('SubmitPlan'),
      step('AcceptPlan'),
      step('SubmitResult'),
      step('VerifyMatter'),
    ]
    const unsatisfied = judge({ quality: displeased })
    const plan = { ...step('SubmitPlan').plan, dueOn: inDays(20) }
    const round = [
      ...again.map((one) => (one.type === 'SubmitPlan' ? { ...one, plan } : one)),
      unsatisfied,
    ]
    const seven = [
      ...upTo('VerifyMatter'),
      unsatisfied,
      ...Array.from({ length: 6 }, () => round).flat(),
    ]
    const matter = given(decider, seven).when(step('RecordMeeting')).happens('LeadershipMet')
    expect(matter).toMatchObject({ status: 'received', warned: true })
    if (matter.status === 'none') throw new Error('lost')
    expect(matter.rounds.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('closing and looking back', () => {
  it('needs a verdict that satisfied, and an approval', () => {
    verified
      .when({ type: 'CloseMatter', approval: byChairs, today: march1 })
      .isRefused('wrong-status')
    const satisfied = given(decider, upTo('JudgeMatter'))
    satisfied
      .when({
        type: 'CloseMatter',
        approval: { ...byChairs, body: 'workingCommittee' },
        today: march1,
      })
      .isRefused('body-may-not-approve')
    satisfied
      .when({ type: 'CloseMatter', approval: { ...byChairs, reference: '' }, today: march1 })
      .isRefused('approval-reference-missing')
    expect(satisfied.when(step('CloseMatter')).happens('MatterClosed').status).toBe('closed')
  })

  it('waits until the public notice is over, where the county has one', () => {
    const noticed = matterDecider(theMatter, { ...policy, closeFrom: (on) => addDays(on, 7) })
    const satisfied = given(noticed, upTo('JudgeMatter'))
    satisfied.when(step('CloseMatter')).isRefused('publicity-running')
    satisfied.when({ ...step('CloseMatter'), today: inDays(7) }).happens('MatterClosed')
  })

  it('reopens the old matter when a relapse is found', () => {
    const closed = given(decider, upTo('CloseMatter'))
    const relapse = {
      type: 'LookBackAtMatter',
      outcome: 'relapsed',
      findings: '又漏了。',
      today: inDays(100),
    } as const
    const matter = closed.when(relapse).happens('LookedBack', 'MatterReopened')
    expect(matter).toMatchObject({ status: 'received', closure: null, rounds: [{}, { number: 2 }] })
  })

  it('stays closed when the fix held', () => {
    const held = {
      type: 'LookBackAtMatter',
      outcome: 'held',
      findings: '没有反弹。',
      today: inDays(100),
    } as const
    expect(given(decider, upTo('CloseMatter')).when(held).happens('LookedBack').status).toBe(
      'closed',
    )
  })
})
