import { describe, expect, it } from 'vitest'
import { matterDecider } from '../matters/matter-decider.ts'
import { given } from '../testing/given.ts'
import { inDays, upTo } from '../testing/histories.ts'
import { byChairs, he, liu, march1, policy, roads, theMatter, water } from '../testing/samples.ts'

const decider = matterDecider(theMatter, policy)
const today = march1
const working = given(decider, upTo('AcceptPlan'))
const extend = {
  type: 'ExtendDue',
  due: inDays(120),
  reason: '雨季无法施工',
  approval: byChairs,
  today,
} as const

describe('an extension', () => {
  it('moves the day, once, with reasons and an approver', () => {
    expect(working.when(extend).happens('DueExtended')).toMatchObject({
      rounds: [{ due: inDays(120) }],
      extensions: 1,
    })
    working.when({ ...extend, due: inDays(90) }).isRefused('due-not-later')
    working.when({ ...extend, due: inDays(151) }).isRefused('extension-over-cap')
    working
      .when({ ...extend, approval: { ...byChairs, body: 'workingCommittee' } })
      .isRefused('body-may-not-approve')
    const once = given(decider, [...upTo('AcceptPlan'), extend])
    once.when({ ...extend, due: inDays(150) }).isRefused('too-many-extensions')
  })
})

describe('commitments outlive people', () => {
  const move = {
    type: 'MoveResponsibility',
    unit: roads,
    official: he,
    cause: 'unitMerged',
    reason: '机构改革，职责划入',
    today,
  } as const

  it('moves what is owed to the successor and keeps everything else', () => {
    const matter = working.when(move).happens('ResponsibilityMoved')
    expect(matter).toMatchObject({
      status: 'inProgress',
      unit: roads,
      official: he,
      rounds: [{ planAccepted: true }],
    })
  })

  it('is no move when nobody else takes over', () => {
    working.when({ ...move, unit: water, official: liu }).isRefused('same-responsible')
  })

  it('reaches closed matters too: a look-back may reopen them', () => {
    const closed = given(decider, upTo('CloseMatter')).when(move).happens('ResponsibilityMoved')
    expect(closed).toMatchObject({ status: 'closed', unit: roads })
  })
})

describe('chasing', () => {
  it('is on record with its level, and changes nothing else', () => {
    const chased = working
      .when({ type: 'ChaseMatter', level: 'reminder', text: '请报进展', today })
      .happens('MatterChased')
    expect(chased).toMatchObject({ status: 'inProgress', chases: [{ level: 'reminder' }] })
    working
      .when({
        type: 'EscalateMatter',
        measure: 'talk',
        reason: '两轮不满意',
        approval: byChairs,
        today,
      })
      .happens('MatterEscalated')
  })
})
