/** Source: domain.md §14: the three complaints by name, and demands that say all four. */
import { describe, expect, it } from 'vitest'
import { idOf } from '../kernel/ids.ts'
import { lintWording } from './lint-wording.ts'
import type { LetterContent, LetterItem } from './letter.ts'

const item: LetterItem = {
  matter: idOf('matter', 'matter_lamps'),
  unit: idOf('unit', 'unit_roads'),
  official: null,
  problem: '城北路段路灯半年不亮。',
  request: '',
}

const letter = (more: Partial<LetterContent>): LetterContent => ({
  overall: '',
  achievements: '',
  suggestions: '',
  ballot: '',
  items: [],
  to: [],
  copies: [],
  ...more,
})

const faultsOf = (request: string, more: Partial<LetterItem> = {}) =>
  lintWording(letter({ items: [{ ...item, ...more, request }] })).map(({ fault }) => fault)

describe('vague words', () => {
  it.each(['要进一步提高思想认识', '加大工作力度', '加强组织领导', '高度重视', '尽快整改到位'])(
    'are found with their place and what to write instead: %s',
    (words) => {
      const [found] = lintWording(letter({ suggestions: `建议${words}。` }))
      expect(found).toMatchObject({ place: 'suggestions', part: null, fault: 'vague' })
      expect(words).toContain(found?.quote)
      expect(found?.suggestion.zh).toMatch(/写明/u)
    },
  )

  it('are found every time they are used', () => {
    const twice = lintWording(letter({ overall: '高度重视，仍须高度重视。' }))
    expect(twice).toHaveLength(2)
  })

  it('are not looked for in the result of the ballot', () => {
    expect(lintWording(letter({ ballot: '高度重视 3 票' }))).toEqual([])
  })
})

describe('a demand', () => {
  it('that says who, what, how much and by when is left in peace', () => {
    expect(faultsOf('由公路局于2026年6月30日前修复城北路全部42盏路灯。')).toEqual([])
  })

  it('that says nothing lacks all four', () => {
    expect(faultsOf('', { problem: '路灯不亮。' })).toEqual(['who', 'what', 'howMuch', 'byWhen'])
  })

  it('made of vague words says nothing', () => {
    expect(faultsOf('加强领导，加大力度。')).toEqual([
      'vague',
      'vague',
      'who',
      'what',
      'howMuch',
      'byWhen',
    ])
  })

  it('need not name the doer again when an official answers for the item', () => {
    const official = idOf('official', 'official_chen')
    expect(faultsOf('6月底前修复全部路灯。', { official })).toEqual([])
  })

  it('takes a day for no amount', () => {
    expect(faultsOf('由公路局于6月30日前修复路灯。', { problem: '路灯不亮。' })).toEqual([
      'howMuch',
    ])
  })
})
