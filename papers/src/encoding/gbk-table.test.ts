import { describe, expect, it } from 'vitest'
import { gbkCharacter, gbkLead, gbkPair, gbkTrail, isCommonHan } from './gbk-table.ts'

describe('the GBK table', () => {
  it.each([
    ['县', 0xcfd8],
    ['縣', 0xbf68],
    ['？', 0xa3bf],
    ['。', 0xa1a3],
    ['\u3000', 0xa1a1],
  ])('%s stands for two bytes', (character, pair) => {
    expect(gbkPair(character)).toBe(pair)
    expect(gbkCharacter(gbkLead(pair), gbkTrail(pair))).toBe(character)
  })

  it('gives back what the decoder of the platform reads, for every pair of bytes', () => {
    const decoder = new TextDecoder('gb18030')
    for (let lead = 0x81; lead <= 0xfe; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        if (trail === 0x7f) continue
        const character = decoder.decode(Uint8Array.of(lead, trail))
        expect(gbkCharacter(lead, trail)).toBe(character)
        if (lead * 256 + trail !== 0xa3a0) expect(gbkPair(character)).toBe(lead * 256 + trail)
      }
    }
  })

  it('has no pair for ASCII, for four-byte characters and for surrogate pairs', () => {
    expect(['a', 'ñ', '😀', '𠮷', ''].map(gbkPair)).toEqual(Array(5).fill(undefined))
    expect(gbkCharacter(0xa1, 0x3f)).toBeUndefined()
    expect(gbkCharacter(0xa1, 0x7f)).toBeUndefined()
    expect(gbkCharacter(0x41, 0x41)).toBeUndefined()
  })

  it('knows the common simplified characters', () => {
    expect([...'县人大的整改'].every(isCommonHan)).toBe(true)
    expect([...'縣傊饔，a'].some(isCommonHan)).toBe(false)
  })
})
