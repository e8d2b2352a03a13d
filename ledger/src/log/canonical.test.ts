import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical } from './canonical.ts'
import type { JsonValue } from './json.ts'

describe('canonical JSON', () => {
  it('sorts keys by their UTF-16 code units, as RFC 8785 §3.2.3 shows', () => {
    const keys = {
      '€': 'Euro',
      '\r': 'return',
      '\ufb33': 'Hebrew',
      '1': 'one',
      '😀': 'smile',
      '\u0080': 'control',
      ö: 'o',
    }
    const order = ['return', 'one', 'control', 'o', 'Euro', 'smile', 'Hebrew']
    expect(
      Object.values(
        JSON.parse(
          `[${canonical(keys)
            .slice(1, -1)
            .replaceAll(/"[^"]*":/gu, '')}]`,
        ),
      ),
    ).toEqual(order)
  })

  it('writes no white space and escapes as JSON.stringify does', () => {
    expect(canonical({ b: [1, null, true], a: '\u000a"落实"' })).toBe(
      String.raw`{"a":"\n\"落实\"","b":[1,null,true]}`,
    )
  })

  it.each<[string, JsonValue]>([
    ['a fraction', 0.5],
    ['a number beyond counting', 2 ** 53],
    ['no number', Number.NaN],
    ['half a character', '\ud800'],
    ['a null character', 'a\0b'],
  ])('refuses %s', (_, value) => {
    expect(() => canonical({ value })).toThrow(/Not/u)
  })

  it('gives the same text for the same value, whatever the order of its keys, and the value back', () => {
    const { value } = fc.letrec<{ value: JsonValue }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom(null, true, false),
        fc.maxSafeInteger().map((n) => (n === 0 ? 0 : n)),
        fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')),
        fc.array(tie('value'), { maxLength: 4 }),
        fc.dictionary(
          fc
            .string({ unit: 'binary' })
            .filter((k) => k.isWellFormed() && !k.includes('\0') && k !== '__proto__'),
          tie('value'),
          { maxKeys: 4, noNullPrototype: true },
        ),
      ),
    }))
    const law = fc.property(value, (one) => {
      const text = canonical(one)
      const back: JsonValue = JSON.parse(text)
      expect(back).toEqual(one)
      expect(canonical(reversed(back))).toBe(text)
    })
    fc.assert(law, { numRuns: 300 })
  })
})

function reversed(value: JsonValue): JsonValue {
  if (typeof value !== 'object' || value === null) return value
  if (isList(value)) return value.map(reversed)
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, one]) => [key, reversed(one)]),
  )
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value)
}
