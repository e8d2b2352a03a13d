import { expect, it } from 'vitest'
import { chance } from './chance.ts'

it('gives pieces of the length asked for, none of them twice, however many and however long', () => {
  const lengths = Array.from({ length: 2000 }, (_, n) => 16 + (n % 40))
  const pieces = [...lengths, 4096, 4097, 10_000].map((bytes) => chance(bytes).toString('hex'))
  expect(pieces.map((piece) => piece.length / 2)).toEqual([...lengths, 4096, 4097, 10_000])
  expect(new Set(pieces.map((piece) => piece.slice(0, 32))).size).toBe(pieces.length)
})

it('never gives a piece that was not filled', () => {
  for (let n = 0; n < 1000; n += 1) expect(chance(32).some((byte) => byte !== 0)).toBe(true)
})
