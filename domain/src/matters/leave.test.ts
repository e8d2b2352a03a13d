import { describe, expect, it } from 'vitest'
import { given } from '../testing/given.ts'
import { inDays, step, upTo } from '../testing/histories.ts'
import { byChairs, march1, otherMatter, policy, theMatter } from '../testing/samples.ts'
import { matterDecider } from './matter-decider.ts'

const decider = matterDecider(theMatter, policy)
const today = march1
const drafted = given(decider, upTo('OpenMatter'))
const working = given(decider, upTo('AcceptPlan'))

describe('an exit', () => {
  const exit = {
    type: 'ExitMatter',
    exit: 'notWithinOurPower',
    reason: '属省级事权',
    approval: byChairs,
    today,
  } as const

  it('needs a reason and an approver, and never counts as satisfied', () => {
    drafted.when({ ...exit, reason: '' }).isRefused('text-missing')
    drafted
      .when({ ...exit, approval: { ...byChairs, body: 'workingCommittee' } })
      .isRefused('body-may-not-approve')
    const matter = working.when(exit).happens('MatterExited')
    expect(matter).toMatchObject({
      status: 'exited',
      closure: null,
      exit: { exit: 'notWithinOurPower' },
    })
  })

  it('is not a way round closing', () => {
    given(decider, upTo('JudgeMatter')).when(exit).isRefused('wrong-status')
    given(decider, upTo('CloseMatter')).when(exit).isRefused('wrong-status')
  })
})

describe('a merger', () => {
  const merge = {
    type: 'MergeMatter',
    into: otherMatter,
    reason: '同一件事',
    approval: byChairs,
    today,
  } as const

  it('follows another matter, before the plan is made', () => {
    expect(drafted.when(merge).happens('MatterMerged')).toMatchObject({
      status: 'merged',
      mergedInto: otherMatter,
    })
    working.when(merge).isRefused('wrong-status')
  })

  it('is never with itself', () => {
    drafted.when({ ...merge, into: theMatter }).isRefused('merge-into-itself')
  })
})

describe('a commitment across years', () => {
  const commit = {
    type: 'CommitMatter',
    until: inDays(400),
    stages: '年底前完成立项',
    approval: byChairs,
    today,
  } as const

  it('stays owed until its day, and is reported and judged like any other', () => {
    const matter = working.when(commit).happens('MatterCommitted')
    expect(matter).toMatchObject({ status: 'committed', rounds: [{ due: inDays(400) }] })
    const reported = given(decider, [...upTo('AcceptPlan'), commit]).when(step('SubmitResult'))
    expect(reported.happens('ResultSubmitted').status).toBe('submitted')
  })
})
