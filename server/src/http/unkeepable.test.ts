import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unkeepable } from './unkeepable.ts'

describe('what the store cannot keep', () => {
  it('is found wherever it stands, and named by its place', () => {
    expect(unkeepable({ a: [{ b: '林业局\u0000' }] })).toEqual({ kind: 'character', path: 'a.0.b' })
    expect(unkeepable({ a: '\ud83d' })).toEqual({ kind: 'character', path: 'a' })
    expect(unkeepable({ 'a\u0000': 1 })).toEqual({ kind: 'character', path: '' })
    expect(unkeepable('\u0000')).toEqual({ kind: 'character', path: '' })
  })

  it('is anything too deep, however deep', () => {
    const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000))
    expect(unkeepable({ decisions: deep })).toMatchObject({ kind: 'too-deep' })
  })

  it('is nothing that people write', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.nat()), (text, numbers) => {
        const kept = text.replaceAll('\u0000', '')
        expect(unkeepable({ text: kept, list: numbers, more: [{ emoji: '🌾', none: null }] })).toBe(
          undefined,
        )
      }),
    )
  })
})
