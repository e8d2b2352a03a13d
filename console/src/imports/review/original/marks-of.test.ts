import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paperOf } from '../model/testing/paper-in.ts'
import { paragraphAt, stretchesOf } from './marks-of.ts'

describe('marking a paragraph', () => {
  const text = '证实了问题'
  const paper = {
    ...paperOf([text, '第二段']),
    edits: [
      { rule: 'simplified', before: '證', after: '证', at: 0 },
      { rule: 'pinyin-glosses', before: '(shí)', after: '', at: 2 },
    ],
    flags: [{ kind: 'lone-question', at: 3, text: '问' }],
  }

  it('shows where an edit was made, what was taken away and what is doubtful', () => {
    const found = stretchesOf(paper, { from: 0, to: 5 })
    expect(found.map(({ text }) => text)).toEqual(['证', '实', '', '了', '问', '题'])
    expect(found.map(({ edit }) => edit?.before ?? null)).toEqual([
      '證',
      null,
      '(shí)',
      null,
      null,
      null,
    ])
    expect(found.filter(({ flag }) => flag !== null).map(({ text }) => text)).toEqual(['问'])
  })

  it('never loses or doubles a letter, whatever is marked', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: fc.nat({ max: 5 }), width: fc.integer({ min: 1, max: 4 }) })),
        (raw) => {
          const flags = raw
            .map(({ at, width }) => ({ kind: 'spam', at, text: 'x'.repeat(width) }))
            .sort((a, b) => a.at - b.at)
          const found = stretchesOf({ ...paper, flags }, { from: 0, to: 5 })
          expect(found.map((one) => one.text).join('')).toBe(text)
        },
      ),
    )
  })

  it('finds the paragraph of a place', () => {
    expect([0, 4, 6, 8].map((at) => paragraphAt(paper, at))).toEqual([0, 0, 1, 1])
  })
})
