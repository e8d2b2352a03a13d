import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compared, comparedList, difference } from './compare.ts'

describe('one round beside the one before', () => {
  it('marks nothing in the first round', () => {
    expect(compared('换泵', null)).toEqual({ value: '换泵', changed: false, was: null })
    expect(comparedList(['换泵'], null).lines).toEqual([{ text: '换泵', added: false }])
    expect(difference(17, undefined)).toBe('')
  })

  it('marks what is new and keeps what was dropped', () => {
    expect(comparedList(['换泵', '修主管'], ['换泵', '限时供水'])).toEqual({
      lines: [
        { text: '换泵', added: false },
        { text: '修主管', added: true },
      ],
      dropped: ['限时供水'],
    })
    expect(compared('五月底', '三月底')).toEqual({ value: '五月底', changed: true, was: '三月底' })
  })

  it('says by how much a count moved', () => {
    expect([difference(17, 12), difference(2, 5), difference(4, 4)]).toEqual(['+5', '−3', ''])
  })

  it('never loses a measure: all of now are shown, all of before are shown or marked dropped', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (now, before) => {
        const { lines, dropped } = comparedList(now, before)
        expect(lines.map(({ text }) => text)).toEqual(now)
        expect(before.every((text) => now.includes(text) || dropped.includes(text))).toBe(true)
      }),
    )
  })
})
