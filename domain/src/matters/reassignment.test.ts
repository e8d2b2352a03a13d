import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import { given } from '../testing/given.ts'
import { inDays, step, upTo } from '../testing/histories.ts'
import { displeased, he, judge, policy, roads, theMatter, water } from '../testing/samples.ts'
import type { MatterCommand } from './commands.ts'
import { matterDecider } from './matter-decider.ts'
import { reassignmentWindow } from './reassignment.ts'

const decider = matterDecider(theMatter, policy)
const issued = given(decider, upTo('HandOverMatter'))
const received = given(decider, upTo('SignReceipt'))
const askOn = (today: Day) =>
  ({ type: 'AskReassignment', reason: '路面归住建部门管。', today }) as const
const ask = askOn(inDays(10))
const refuse = { type: 'RefuseReassignment', reason: '仍由你单位牵头', today: inDays(12) } as const
const grant = {
  type: 'GrantReassignment',
  unit: roads,
  official: he,
  reason: '同意',
  today: inDays(12),
} as const

describe('a wrong assignment', () => {
  it.each([
    ['before anybody has signed for it', issued],
    ['after the unit has signed for it', received],
    ['while its leadership has met', given(decider, upTo('RecordMeeting'))],
  ])('can be sent back with reasons while the window is open, %s', (_, state) => {
    expect(state.when(ask).happens('ReassignmentAsked').status).toBe('misassigned')
    state.when(askOn(inDays(11))).isRefused('reassign-window-passed')
    state.when({ ...ask, reason: '' }).isRefused('text-missing')
  })

  it('is the committee’s to judge once the plan is in, and the unit’s again when the plan comes back', () => {
    given(decider, upTo('SubmitPlan')).when(ask).isRefused('wrong-status')
    const back = { type: 'ReturnPlan', comments: '与职责不符', today: inDays(5) } as const
    given(decider, [...upTo('SubmitPlan'), back])
      .when(ask)
      .happens('ReassignmentAsked')
    given(decider, upTo('AcceptPlan')).when(ask).isRefused('wrong-status')
  })

  it('goes to another unit with fresh days and an empty round', () => {
    const granted = given(decider, [...upTo('RecordMeeting'), ask]).when(grant)
    const now = granted.happens('ReassignmentGranted')
    expect(now).toMatchObject({ status: 'issued', unit: roads, official: he })
    expect(now).toMatchObject({
      rounds: [{ due: inDays(102), planDue: inDays(27), meeting: null }],
    })
    expect(now).toMatchObject({ handOver: { on: inDays(12), signedOn: null } })
  })

  it('opens a window of its own for the unit it went to', () => {
    const there = given(decider, [...upTo('SignReceipt'), ask, grant])
    there.when(askOn(inDays(22))).happens('ReassignmentAsked')
    there.when(askOn(inDays(23))).isRefused('reassign-window-passed')
  })

  it.each([
    ['before receipt', upTo('HandOverMatter')],
    ['after receipt', upTo('SignReceipt')],
  ])('that was refused, asked for %s, stays and is not asked again', (_, before) => {
    const refused = given(decider, [...before, askOn(inDays(2)), { ...refuse, today: inDays(3) }])
    const again = refused.when(askOn(inDays(4)))
    again.isRefused('reassign-refused-before')
    const met = refused
      .when({ ...step('RecordMeeting'), today: inDays(4) })
      .happens('LeadershipMet')
    expect(met).toMatchObject({ status: 'received', unit: water, reassignReason: null })
  })

  it('is not asked for in a further round, however long the window', () => {
    const endless = matterDecider(theMatter, { ...policy, reassignUntil: () => 'awaitsSession' })
    const judged = judge({ quality: displeased })
    const again: readonly MatterCommand[] = [...upTo('VerifyMatter'), judged]
    given(endless, again).when(ask).isRefused('reassign-after-verdict')
    given(endless, upTo('SignReceipt'))
      .when(askOn(inDays(400)))
      .happens('ReassignmentAsked')
  })

  it('that was signed for is not recalled with its letter', () => {
    const recall = { type: 'RecallMatter', reason: '送错', today: inDays(10) } as const
    given(decider, [...upTo('SignReceipt'), ask])
      .when(recall)
      .isRefused('wrong-status')
    given(decider, [...upTo('HandOverMatter'), ask])
      .when(recall)
      .happens('MatterRecalled')
  })
})

describe('a window that runs from receipt', () => {
  const fromReceipt = { ...policy.fromReceipt, reassign: true }
  const counting = matterDecider(theMatter, { ...policy, fromReceipt })
  const signed = { type: 'SignReceipt', signer: '办公室 王某', today: inDays(4) } as const

  it('has not begun while nobody has signed, and then runs from that day', () => {
    given(counting, upTo('HandOverMatter'))
      .when(askOn(inDays(13)))
      .happens('ReassignmentAsked')
    const since = given(counting, [...upTo('HandOverMatter'), signed])
    since.when(askOn(inDays(14))).happens('ReassignmentAsked')
    since.when(askOn(inDays(15))).isRefused('reassign-window-passed')
  })

  it('is shown from the day it runs from', () => {
    const days = { fromReceipt, reassignUntil: policy.reassignUntil }
    const handOver = { letter: '3号', on: inDays(0), signedBy: null, signedOn: null }
    expect(reassignmentWindow({ handOver }, days)).toBeNull()
    const late = { ...handOver, signedBy: '王某', signedOn: inDays(4) }
    expect(reassignmentWindow({ handOver: late }, days)).toBe(inDays(14))
    expect(reassignmentWindow({ handOver: late }, policy)).toBe(inDays(10))
  })
})
