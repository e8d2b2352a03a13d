import { describe, expect, it } from 'vitest'
import { countOf, draftOf, emptyDraft, figureOf, withCell, withForm } from './ballot-draft.ts'

const asked = ['satisfied', 'basically', 'dissatisfied', 'abstain', 'spoiled'] as const

describe('figures while they are typed', () => {
  it('are a count only when every grade is written, be it 0', () => {
    const forms = withForm(withForm(emptyDraft(1), 'issued', '28'), 'returned', '28')
    const two = withCell(withCell(forms, 0, 'satisfied', '17'), 0, 'basically', '11')
    expect(countOf(two, asked)).toBeNull()
    expect(countOf(withCell(two, 0, 'dissatisfied', '0'), asked)).toMatchObject({
      issued: 28,
      invalid: 0,
      rows: [{ satisfied: 17, basically: 11, dissatisfied: 0, abstain: 0, spoiled: 0 }],
    })
  })

  it('read full-width digits and nothing that is not a number', () => {
    expect(figureOf('１７')).toBe(17)
    expect(['', '-1', '1.5', '17票'].map(figureOf)).toEqual([null, null, null, null])
  })

  it('of a kind the form does not have are never sent', () => {
    const count = {
      issued: 1,
      returned: 1,
      invalid: 0,
      rows: [{ satisfied: 1, basically: 0, dissatisfied: 0, abstain: 0, unknown: 5, spoiled: 0 }],
    }
    expect(countOf(draftOf(count), asked)?.rows[0]?.unknown).toBe(0)
  })
})
