import { describe, expect, it } from 'vitest'
import { noValues, withText, type FormValues } from '../next/form-values.ts'
import { attendanceFault, attendanceName, sumOf, voteFields, voteName } from './judgement.ts'

const attendance = (members: string, present: string, issued: string, returned: string) =>
  Object.entries({ members, present, issued, returned }).reduce<FormValues>(
    (values, [field, text]) => withText(values, `attendance.${field}`, text),
    noValues,
  )

describe('the figures of a ballot', () => {
  it('are in order when nobody is counted twice', () => {
    expect(attendanceFault(attendance('29', '27', '27', '27'))).toBeNull()
  })

  it('cannot have more present than members, more issued than present, more back than out', () => {
    expect(attendanceFault(attendance('29', '30', '27', '27'))).toBe('presentOver')
    expect(attendanceFault(attendance('29', '27', '28', '27'))).toBe('issuedOver')
    expect(attendanceFault(attendance('29', '27', '26', '27'))).toBe('returnedOver')
  })

  it('say nothing about a number that is not there yet', () => {
    expect(attendanceFault(withText(noValues, attendanceName('present'), '30'))).toBeNull()
  })

  it('add up only once all four counts of an axis are typed', () => {
    const typed = voteFields.reduce<FormValues>(
      (values, field) => withText(values, voteName('quality', field), '5'),
      noValues,
    )
    expect(sumOf(typed, 'quality')).toBe(20)
    expect(sumOf(withText(typed, voteName('quality', 'abstain'), ''), 'quality')).toBeNull()
  })
})
