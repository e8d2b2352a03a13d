import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { isBesideSetting } from './beside-setting.ts'
import type { CountyBookEvent } from './county-book.ts'
import type { SettingKey } from './rule-book.ts'

const on = day('2026-11-27')
const changed = (key: SettingKey): CountyBookEvent => {
  return { type: 'SettingChanged', key, settings: {}, on }
}
const named: CountyBookEvent = { type: 'RuleBookNamed', name: '述职评议办法', on }
const approval = { body: 'chairs', on, reference: '第12次主任会议' } as const
const adopted: CountyBookEvent = { type: 'RuleBookAdopted', approval, hash: 'h', on }
const dropped: CountyBookEvent = { type: 'RuleBookDropped', on }

describe('those who write one draft of a 办法', () => {
  it('change each his own setting, whatever the others changed or named', () => {
    const change = { type: 'ChangeSetting', key: 'planDue' } as const
    expect(isBesideSetting(change, [changed('reportDue'), named, changed('axes')])).toBe(true)
    expect(isBesideSetting({ type: 'NameRuleBook' }, [changed('planDue')])).toBe(true)
  })

  it('look again where the same setting or the name was changed, or the draft is none any more', () => {
    const change = { type: 'ChangeSetting', key: 'planDue' } as const
    expect(isBesideSetting(change, [changed('reportDue'), changed('planDue')])).toBe(false)
    expect(isBesideSetting({ type: 'NameRuleBook' }, [named])).toBe(false)
    for (const event of [adopted, dropped]) {
      expect(isBesideSetting(change, [event])).toBe(false)
      expect(isBesideSetting({ type: 'NameRuleBook' }, [event])).toBe(false)
    }
  })

  it('adopt, withdraw and drop only what they have seen', () => {
    for (const type of ['AdoptRuleBook', 'WithdrawRuleBook', 'DropRuleBook'] as const)
      expect(isBesideSetting({ type }, [changed('planDue')])).toBe(false)
  })
})
