import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bigrams, searchable } from './bigrams.ts'

describe('pairs of characters', () => {
  it('are 32-bit integers, sorted, each once', () => {
    const pairs = bigrams('污水管网污水𠮷野')
    expect(pairs).toHaveLength(6)
    expect(pairs).toEqual([...new Set(pairs)].sort((a, b) => a - b))
    for (const one of pairs) expect(one).toBe(one | 0)
  })

  it('do not mind width, case and punctuation', () => {
    expect(bigrams('Ａ１，路灯')).toEqual(bigrams('a1 路灯'))
    expect(searchable(' 青禾路（北段）——积水。')).toBe('青禾路 北段 积水')
  })

  it('of one character, or none, there are not', () => {
    expect([bigrams('水'), bigrams(''), bigrams('，。')]).toEqual([[], [], []])
  })

  it('of a piece are among those of the whole', () => {
    const text = fc.string({ unit: fc.constantFrom(...'青禾路段积水严重请尽快整修，。 aB1') })
    const law = fc.property(text, text, text, (before, piece, after) => {
      const whole = new Set(bigrams(before + piece + after))
      expect(bigrams(piece).filter((one) => !whole.has(one))).toEqual([])
    })
    fc.assert(law)
  })
})
