/** The brakes of open surveys: so many an address and so many alike within ten minutes, and again when these are over. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openBrakes } from './brakes.ts'
import { lately } from './counted-lately.ts'
import { secretHash } from './secret-hash.ts'

const minute = 60_000
const begin = Date.parse('2026-03-02T09:00:00Z')

function asking(mayCome: ReturnType<typeof openBrakes>) {
  let asked = 0
  return (address: string, answer: string | Buffer, now: number) => {
    asked += 1
    return mayCome({ survey: 'survey_a', address, id: `id${asked}`, answer, now })
  }
}

describe('the brakes', () => {
  it('let an address come so often within ten minutes, and again ten minutes later', () => {
    const may = asking(openBrakes({ minutes: 10, anAddress: 3, alike: 9 }))
    const come = (after: number) => may('203.0.113.7', `answer ${after}`, begin + after * minute)
    expect([0, 1, 2, 3, 9].map(come)).toEqual([true, true, true, false, false])
    expect(may('203.0.113.8', 'answer', begin)).toBe(true)
    expect([10, 10.5, 11].map(come)).toEqual([true, false, true])
  })

  it('let fewer come that are alike to the word, as text or as bytes', () => {
    const may = asking(openBrakes({ minutes: 10, anAddress: 9, alike: 2 }))
    for (const answer of ['same', Buffer.from('bytes')]) {
      const come = () => may('203.0.113.7', answer, begin)
      expect([come(), come(), come()]).toEqual([true, true, false])
    }
    expect(may('203.0.113.7', 'other', begin)).toBe(true)
    expect(may('198.51.100.1', 'same', begin)).toBe(true)
  })

  it('do not hold up what is sent again', () => {
    const mayCome = openBrakes({ minutes: 10, anAddress: 1, alike: 1 })
    const one = { survey: 'survey_a', address: '203.0.113.7', id: 'one', answer: 'a', now: begin }
    expect([mayCome(one), mayCome(one), mayCome({ ...one, id: 'two' })]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('the table behind them', () => {
  it('counts as a list of all moments does, as long as there is room', () => {
    const step = fc.record({ thing: fc.constantFrom(8, 16, 24, 2 ** 52), on: fc.nat(3) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const table = lately(64, 5)
        const moments: { thing: number; minute: number }[] = []
        let now = 1_000
        for (const { thing, on } of steps) {
          now += on
          const recent = moments.filter((one) => one.thing === thing && now - one.minute < 5)
          expect(table.count(thing, now)).toBe(recent.length)
          expect(table.once(thing, 4, now)).toBe(recent.length < 4)
          if (recent.length < 4) moments.push({ thing, minute: now })
        }
      }),
    )
  })

  it('forgets what was not seen for longest when there is none', () => {
    const table = lately(8, 5)
    for (let thing = 1; thing <= 8; thing += 1) table.once(thing, 1, 100 + thing)
    table.once(9, 1, 109)
    expect(table.count(2, 109)).toBe(0)
    expect([table.once(1, 1, 109), table.once(8, 1, 109), table.once(9, 1, 109)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

it('hashes of other texts, or of the same by another secret, are other ones', () => {
  const [hashed, others] = [secretHash(), secretHash()]
  const texts = Array.from({ length: 20_000 }, (_, at) => `10.0.${at >> 8}.${at & 255}`)
  const hashes = new Set(texts.map((text) => hashed(0, text)))
  expect(hashes.size).toBe(texts.length)
  expect([...hashes].every((one) => Number.isSafeInteger(one) && one > 0)).toBe(true)
  expect(texts.filter((text) => others(0, text) === hashed(0, text))).toEqual([])
  expect(hashed(hashed(0, 'a'), 'b')).not.toBe(hashed(hashed(0, 'b'), 'a'))
  expect(hashed(0, Buffer.from('abc'))).toBe(hashed(0, 'abc'))
})
