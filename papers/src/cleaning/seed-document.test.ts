import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'
import { undoEdits } from './undo-edits.ts'

/** The document the product was commissioned from; it is not ours, so it is not in the repository. */
const file = new URL('../../../../shared/mission/seed-raw.txt', import.meta.url)
const read = () => readFileSync(file, 'utf8')

describe.runIf(existsSync(file))('the document this product was commissioned from', () => {
  it('becomes readable, and can be taken back letter by letter', () => {
    const cleaned = cleanText(read())
    expect(undoEdits(cleaned)).toBe(read())
    expect(cleaned.text).toContain('2、制定工作方案，保证整改工作落到实处。评议会结束后，')
    expect(cleaned.text).toContain('随着依法治国的深入实施')
    expect(cleaned.text).toContain('对照检查')
    expect(cleaned.text.endsWith('谢谢大家！')).toBe(true)
    expect(cleanText(read())).toEqual(cleaned)
  })

  it('is changed by so many edits of each rule', () => {
    const counts = Object.groupBy(cleanText(read()).edits, (one) => one.rule)
    const sizes = Object.entries(counts).map(([rule, edits = []]) => [rule, edits.length])
    expect(Object.fromEntries(sizes)).toEqual({
      'pinyin-glosses': 276,
      simplified: 579,
      'chinese-punctuation': 126,
      'web-lines': 1,
    })
  })

  it('shows its losses and guesses none', () => {
    const { text, flags, suggestions } = cleanText(read())
    expect(flags.map((one) => [one.kind, one.text])).toEqual([
      ['open-gap', '??傊饔嘘P(guān)'],
      ['repairable-gap', '??h'],
      ['gloss-tone', '績(jī)'],
      ['repairable-gap', '??h'],
      ['merged-punctuation', '盛'],
      ['gloss-tone', '績(jī)'],
      ['gloss-tone', '績(jī)'],
    ])
    expect(suggestions.map((one) => [one.before, one.after, one.certain])).toEqual([
      ['??傊饔嘘P(guān)', '。总□…□有关', false],
      ['??h', '。县', true],
      ['??h', '。县', true],
      ['自盛自警', '自省、自警', false],
    ])
    for (const { at, before } of suggestions)
      expect(text.slice(at, at + before.length)).toBe(before)
  })
})
