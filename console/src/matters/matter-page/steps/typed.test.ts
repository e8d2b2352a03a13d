import { missingParts, planParts } from '@luoshi/domain/plans/plan'
import { describe, expect, it } from 'vitest'
import { noValues, withList, withText } from '../next/form-values.ts'
import { namesIn, planTyped, typedOf } from './typed.ts'

describe('what was typed', () => {
  it('parts names however they were pasted', () => {
    expect(namesIn(['周岚、陈立', ' 何静 ', '', '刘明远，孙桂'])).toEqual([
      '周岚',
      '陈立',
      '何静',
      '刘明远',
      '孙桂',
    ])
  })

  it('reads an open unit as none', () => {
    expect(typedOf(noValues).idOrNull('unit', 'unit')).toBeNull()
  })

  it('lacks every part of a plan while nothing is written', () => {
    expect(missingParts(planTyped(noValues))).toEqual(planParts)
  })

  it('does not take a blank measure for a measure', () => {
    const typed = withList(withText(noValues, 'plan.task', '修好水管'), 'plan.measures', ['  '])
    expect(missingParts(planTyped(typed))).toContain('measure')
    expect(missingParts(planTyped(typed))).not.toContain('task')
  })
})
