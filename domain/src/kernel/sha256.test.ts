import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from './sha256.ts'

const platform = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

it('is the SHA-256 of FIPS 180-4', () => {
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})

it('agrees with the platform for every text, at block borders too', () => {
  for (const length of [0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128])
    expect(sha256Hex('x'.repeat(length))).toBe(platform('x'.repeat(length)))
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 130 }), (text) => {
      expect(sha256Hex(text)).toBe(platform(text))
    }),
  )
})
