import { describe, expect, it } from 'vitest'
import { given } from '../testing/given.ts'
import { inDays, step, upTo } from '../testing/histories.ts'
import { byChairs, he, liu, march1, policy, roads, theMatter, water } from '../testing/samples.ts'
import { matterDecider } from './matter-decider.ts'

const decider = matterDecider(theMatter, policy)
const issued = given(decider, upTo('HandOverMatter'))
const ask = { type: 'AskReassignment', reason: '路面归住建部门管。', today: inDays(10) } as const

describe('handing over', () => {
  it('comes only after the chairs approved the wording', () => {
    given(decider, upTo('OpenMatter')).when(step('HandOverMatter')).isRefused('wrong-status')
    given(decider, upTo('OpenMatter'))
      .when({
        type: 'ApproveMatter',
        approval: { ...byChairs, body: 'deputyDirector' },
        today: march1,
      })
      .isRefused('body-may-not-approve')
    given(decider, upTo('OpenMatter'))
      .when({ type: 'ApproveMatter', approval: { ...byChairs, on: inDays(1) }, today: march1 })
      .isRefused('day-in-the-future')
  })

  it('starts round 1 with the days of the rule book', () => {
    const matter = given(decider, upTo('ApproveMatter'))
      .when(step('HandOverMatter'))
      .happens('MatterHandedOver')
    expect(matter).toMatchObject({
      status: 'issued',
      unit: water,
      official: liu,
      rounds: [{ number: 1, due: inDays(90), planDue: inDays(15) }],
    })
  })

  it('needs the number of the letter', () => {
    given(decider, upTo('ApproveMatter'))
      .when({ ...step('HandOverMatter'), letter: ' ' })
      .isRefused('text-missing')
  })
})

describe('limits that run from receipt', () => {
  const fromReceipt = { plan: true, report: true }
  const counting = matterDecider(theMatter, { ...policy, fromReceipt })
  const handedOver = given(counting, upTo('HandOverMatter'))
  const sign = (on: number) =>
    ({ type: 'SignReceipt', signer: '办公室 王某', today: inDays(on) }) as const

  it('stand as from hand-over until somebody signs, then start anew', () => {
    expect(handedOver.when(sign(4)).happens('ReceiptSigned')).toMatchObject({
      rounds: [{ due: inDays(94), planDue: inDays(19) }],
    })
  })

  it('stay as they are where the county counts from hand-over', () => {
    expect(issued.when(sign(4)).happens('ReceiptSigned')).toMatchObject({
      rounds: [{ due: inDays(90), planDue: inDays(15) }],
    })
  })
})

describe('a wrong assignment', () => {
  it('can be sent back with reasons while the window is open', () => {
    expect(issued.when(ask).happens('ReassignmentAsked').status).toBe('misassigned')
    issued.when({ ...ask, today: inDays(11) }).isRefused('reassign-window-passed')
    issued.when({ ...ask, reason: '' }).isRefused('text-missing')
  })

  it('goes to another unit with fresh days, or stays with reasons', () => {
    const asked = given(decider, [...upTo('HandOverMatter'), ask])
    const granted = asked
      .when({
        type: 'GrantReassignment',
        unit: roads,
        official: he,
        reason: '同意',
        today: inDays(12),
      })
      .happens('ReassignmentGranted')
    expect(granted).toMatchObject({
      status: 'issued',
      unit: roads,
      official: he,
      rounds: [{ due: inDays(102) }],
    })
    const refused = asked
      .when({ type: 'RefuseReassignment', reason: '仍由你单位牵头', today: inDays(12) })
      .happens('ReassignmentRefused')
    expect(refused).toMatchObject({ status: 'received', unit: water })
  })
})
