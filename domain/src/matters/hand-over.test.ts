import { describe, expect, it } from 'vitest'
import { given } from '../testing/given.ts'
import { inDays, step, upTo } from '../testing/histories.ts'
import { byChairs, liu, march1, policy, theMatter, water } from '../testing/samples.ts'
import { matterDecider } from './matter-decider.ts'

const decider = matterDecider(theMatter, policy)
const issued = given(decider, upTo('HandOverMatter'))

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
  const fromReceipt = { plan: true, report: true, reassign: false }
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
