import { describe, expect, it } from 'vitest'
import { readTestdata } from '../testing/read-testdata.ts'
import { cleanText } from './clean-text.ts'
import { flagWords, wordsOfRule } from './cleaning-words.ts'

describe('the words of cleaning', () => {
  it('name every rule of an edit that several rules made', () => {
    expect(wordsOfRule('shifted-bytes+simplified')).toEqual({
      zh: '按字节修复丢失的字，繁体转简体',
      en: 'lost characters repaired from bytes; traditional characters simplified',
    })
  })

  it('exist for all that happens to a damaged text', () => {
    const damaged = readTestdata('closing-words-damaged.txt')
    const { suggestions } = cleanText(damaged)
    const { edits, flags } = cleanText(damaged, { accepted: suggestions.map((one) => one.id) })
    for (const { rule } of edits) expect(wordsOfRule(rule).zh).not.toBe('')
    for (const { kind } of flags) expect(Object.hasOwn(flagWords, kind)).toBe(true)
  })
})
