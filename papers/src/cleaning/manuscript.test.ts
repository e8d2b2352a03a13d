import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RuleName } from './cleaned.ts'
import { editsOf } from './edits-of.ts'
import { inputPosition } from './input-position.ts'
import { manuscript, remark, type Replacement, rewrite } from './manuscript.ts'
import { undoEdits } from './undo-edits.ts'

const rules: readonly RuleName[] = ['blanks', 'full-width', 'simplified', 'web-lines']

/** Any disjoint replacements of a text, from numbers that fast-check can shrink. */
function replacementsIn(text: string, steps: readonly (readonly [number, number, string])[]) {
  const found: Replacement[] = []
  let at = 0
  for (const [gap, length, after] of steps) {
    at += gap
    if (at + length > text.length) break
    if (length > 0 || after !== '') found.push({ at, length, after })
    at += length
    if (length === 0) at += 1
  }
  return found
}

const step = fc.tuple(fc.nat(3), fc.nat(3), fc.string({ maxLength: 3 }))
const passes = fc.array(fc.array(step, { maxLength: 12, size: 'max' }), { maxLength: 4 })

function pass(input: string, all: readonly (readonly (readonly [number, number, string])[])[]) {
  return all.reduce(
    (paper, steps, index) =>
      rewrite(paper, rules[index] ?? 'blanks', replacementsIn(paper.text, steps)),
    manuscript(input),
  )
}

describe('a manuscript', () => {
  it('gives its input back from its text and edits, whatever rules did', () => {
    const law = fc.property(fc.string({ maxLength: 30, size: 'max' }), passes, (input, all) => {
      const paper = pass(input, all)
      const edits = editsOf(paper)
      expect(undoEdits({ text: paper.text, edits })).toBe(input)
      let end = 0
      for (const edit of edits) {
        expect(paper.text.slice(edit.at, edit.at + edit.after.length)).toBe(edit.after)
        expect(edit.at).toBeGreaterThanOrEqual(end)
        expect(edit.before).not.toBe(edit.after)
        end = edit.at + edit.after.length
      }
    })
    fc.assert(law, { numRuns: 1500 })
  })

  it('knows where each letter it never touched came from', () => {
    const input = fc.uniqueArray(fc.integer({ min: 0x4e00, max: 0x9000 }), { maxLength: 30 })
    const latin = fc.array(
      fc.array(fc.tuple(fc.nat(3), fc.nat(2), fc.constantFrom('', 'a', 'bc')), { maxLength: 9 }),
      { maxLength: 4 },
    )
    const law = fc.property(input, latin, (codes, all) => {
      const original = String.fromCharCode(...codes)
      const paper = pass(original, all)
      for (const [at, letter] of Array.from(paper.text).entries()) {
        const from = original.indexOf(letter)
        if (from >= 0) expect(inputPosition(paper, at)).toBe(from)
      }
    })
    fc.assert(law, { numRuns: 1000 })
  })

  it('names both rules where they worked on the same letters, and only the deletion otherwise', () => {
    const wide = rewrite(manuscript('第１条'), 'full-width', [{ at: 1, length: 1, after: '1' }])
    const both = rewrite(wide, 'blanks', [{ at: 1, length: 1, after: '一' }])
    expect(editsOf(both)).toEqual([{ rule: 'full-width+blanks', before: '１', after: '一', at: 1 }])
    const gone = rewrite(wide, 'web-lines', [{ at: 0, length: 3, after: '' }])
    expect(editsOf(gone)).toEqual([{ rule: 'web-lines', before: '第１条', after: '', at: 0 }])
  })

  it('carries remarks along with their letters and drops them with their letters', () => {
    const paper = remark(manuscript('甲乙丙丁'), [
      { kind: 'open-gap', start: 2, end: 3 },
      { kind: 'open-gap', start: 3, end: 4 },
    ])
    const moved = rewrite(paper, 'web-lines', [
      { at: 0, length: 1, after: 'xyz' },
      { at: 3, length: 1, after: '' },
    ])
    expect(moved.remarks).toEqual([{ kind: 'open-gap', start: 4, end: 5 }])
    expect(moved.text.slice(4, 5)).toBe('丙')
  })

  it('leaves damaged places alone', () => {
    const paper = { ...manuscript('甲??乙??丙'), untouched: [{ start: 1, end: 3 }] }
    const all = [
      { at: 0, length: 2, after: '' },
      { at: 2, length: 1, after: '' },
      { at: 4, length: 2, after: '' },
    ]
    expect(rewrite(paper, 'blanks', all).text).toBe('甲??乙丙')
  })
})
