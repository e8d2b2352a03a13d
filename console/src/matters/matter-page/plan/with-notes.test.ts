import { day } from '@luoshi/domain/kernel/day'
import { describe, expect, it } from 'vitest'
import { noValues } from '../next/form-values.ts'
import { withNotes } from './with-notes.ts'

const noted = {
  measures: '1.换管\n2.建漏损台账',
  dueOn: day('2026-06-30'),
  oversees: '甲（副县长）',
  does: '丙',
  section: '供水科',
}
const limit = { from: day('2026-03-01'), until: day('2026-06-30') }

describe('what a sheet says, taken into the form of the plan', () => {
  it('fills what is empty and never what was typed', () => {
    const typed = {
      ...noValues,
      texts: { 'plan.oversees.name': '乙' },
      lists: { 'plan.measures': ['先查漏点'] },
    }
    const { texts, lists } = withNotes(typed, noted, limit)
    expect(texts).toEqual({
      'plan.oversees.name': '乙',
      'plan.oversees.post': '副县长',
      'plan.does.name': '丙',
      'plan.does.post': '供水科',
      'plan.dueOn': '2026-06-30',
    })
    expect(lists['plan.measures']).toEqual(['先查漏点'])
    expect(withNotes(noValues, noted, limit).lists['plan.measures']).toEqual(['换管', '建漏损台账'])
  })

  it('leaves a day that is past, or over the limit of the round, to the person', () => {
    for (const dueOn of [day('2026-02-28'), day('2026-07-01')])
      expect(withNotes(noValues, { dueOn }, limit).texts).toEqual({})
  })
})
