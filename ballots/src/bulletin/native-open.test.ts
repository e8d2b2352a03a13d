/** The quick way of opening a box and the library's agree on everything: what opens, to what, and what does not. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, fromHex, joined, toHex, type Bytes } from '../protocol/bytes.ts'
import { countKeyFrom, newCountKey, opened, sealed } from '../protocol/sealed-box.ts'
import { vector } from '../../testing/rfc-9180-vector.ts'
import { openBase, openNatively } from './native-open.ts'

const keys = [await newCountKey(), await newCountKey()]
const locks = keys.map(({ point }) => point)
const binding = bytesOf('binding')
const whole = await sealed(locks, binding, bytesOf('一张选票，三十二个字节长'))
const once = await sealed(locks.slice(0, 1), binding, bytesOf('一张选票'))

async function both(content: Bytes, count: number, bound = binding) {
  const [ours, theirs] = [
    await openNatively(keys.slice(0, count), bound, content),
    await opened(keys.slice(0, count), bound, content),
  ]
  return [ours && toHex(ours), theirs && toHex(theirs)]
}

describe('opening by the machine’s own cryptography', () => {
  it('opens the first box of RFC 9180, A.3.1', async () => {
    const key = await countKeyFrom(fromHex(vector.skRm), fromHex(vector.pkRm))
    const [first] = vector.boxes
    if (!key || !first) throw new Error('no vector')
    const box = joined(fromHex(vector.enc), fromHex(first.ct))
    const plain = openBase(key, fromHex(vector.info), fromHex(first.aad), box)
    expect(toHex(plain)).toBe(vector.plain)
  })

  it('opens what the library seals, with one lock and with two, and under no other binding', async () => {
    const [ours, theirs] = await both(whole, 2)
    expect(ours).toBe(toHex(bytesOf('一张选票，三十二个字节长')))
    expect(theirs).toBe(ours)
    expect(await both(once, 1)).toEqual([toHex(bytesOf('一张选票')), toHex(bytesOf('一张选票'))])
    expect(await both(whole, 2, bytesOf('Binding'))).toEqual([undefined, undefined])
    expect(await both(whole, 1)).toEqual([undefined, undefined])
  })

  it('says of every box that was changed, cut or made up what the library says', async () => {
    const place = fc.nat({ max: whole.length - 1 })
    const byte = fc.integer({ min: 0, max: 255 })
    await fc.assert(
      fc.asyncProperty(place, byte, fc.boolean(), async (at, other, cut) => {
        const changed = cut ? whole.slice(0, at) : Uint8Array.from(whole)
        if (!cut) changed[at] = other
        const [ours, theirs] = await both(changed, 2)
        expect(ours).toBe(theirs)
      }),
      { numRuns: 150 },
    )
  })

  it.each([
    [
      'written in the hybrid way',
      (box: Bytes) => joined(Uint8Array.of(6 + ((box[64] ?? 0) & 1)), box.slice(1)),
    ],
    ['compressed', (box: Bytes) => joined(Uint8Array.of(2 + ((box[64] ?? 0) & 1)), box.slice(1))],
    ['at infinity', (box: Bytes) => joined(new Uint8Array(65), box.slice(65))],
    [
      'off the curve',
      (box: Bytes) => joined(Uint8Array.of(4), new Uint8Array(64).fill(7), box.slice(65)),
    ],
    [
      'beyond the field',
      (box: Bytes) => joined(Uint8Array.of(4), new Uint8Array(64).fill(255), box.slice(65)),
    ],
  ])('a point %s is judged alike', async (_, change) => {
    const [ours, theirs] = await both(change(once), 1)
    expect(ours).toBe(theirs)
  })
})
