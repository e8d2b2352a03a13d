/** Answers as bytes: what goes in comes out to the letter, also from the parts of a run with other numbers, or an older one. */
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerWords } from './answer-words.ts'
import { packedRows } from './packed-rows.ts'
import { answerPacking, rowsOf, textPacking } from './packing.ts'

const code = fc.stringMatching(/^[a-z][a-z0-9.]{0,5}$/)
const given = fc.oneof(code, fc.uniqueArray(code, { maxLength: 4 }))
const answer = fc
  .array(fc.tuple(code, given), { maxLength: 12 })
  .map((members) => JSON.stringify(Object.fromEntries(members)))
const entry = fc.record({ population: code, stratum: code, channel: code, answer })

const newId = () => randomBytes(16)

describe('an answer as bytes', () => {
  it('is the same text again, to the letter', () => {
    const words = answerWords()
    fc.assert(
      fc.property(entry, (one) => {
        const said = words.pack(one)
        const { population, stratum, channel } = one
        expect(words.answerIn(said)).toBe(one.answer)
        expect(words.way(said.readUInt16LE())).toEqual({ population, stratum, channel })
      }),
    )
  })

  it('of ten questions takes 22 bytes', () => {
    const answers = Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`q${at}`, 'fair']))
    const text = JSON.stringify(answers)
    const told = { population: 'people', stratum: 'town', channel: 'qr', answer: text }
    expect(answerWords().pack(told)).toHaveLength(22)
  })
})

describe('a part of a tray', () => {
  it('is read by a run that numbers its words in another order', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 9 }),
        fc.array(entry, { maxLength: 5 }),
        (all, had) => {
          const [before, after] = [answerPacking(), answerPacking()]
          for (const one of had) after.words.pack(one)
          const rows = packedRows(16)
          for (const one of all) rows.add(newId(), before.words.pack(one))
          const read = after.read(before.part(rows))
          expect(read.map(({ said }) => after.words.answerIn(said))).toEqual(
            all.map((one) => one.answer),
          )
          const strata = read.map(({ said }) => after.words.way(said.readUInt16LE()).stratum)
          expect(strata).toEqual(all.map(({ stratum }) => stratum))
        },
      ),
    )
  })

  it('of the first version, a list as JSON, is read as well', () => {
    const old = {
      id: newId().toString('hex'),
      population: 'people',
      stratum: 'town',
      channel: 'qr',
      answer: '{"q1":"fair","q2":["a","b"]}',
    }
    const { read, words } = answerPacking()
    const [row] = read(Buffer.from(JSON.stringify([old])))
    expect(row?.id.toString('hex')).toBe(old.id)
    expect(row && words.answerIn(row.said)).toBe(old.answer)
    const text = { id: randomBytes(32).toString('hex'), box: randomBytes(90).toString('base64') }
    const [told] = textPacking().read(Buffer.from(JSON.stringify([text])))
    expect(told?.said.toString('base64')).toBe(text.box)
  })

  it('holds a row that was sent twice once', () => {
    const row = { id: newId(), said: Buffer.from([1, 2]) }
    expect(rowsOf(16, [row, { id: newId(), said: Buffer.alloc(0) }, row]).size()).toBe(2)
  })
})

describe('rows', () => {
  it('are found by their ids among thousands, in the order in which they were put in, and not after clearing', () => {
    const rows = packedRows(16)
    const ids = Array.from({ length: 3_000 }, newId)
    for (const [at, id] of ids.entries()) rows.add(id, Buffer.from(`row ${at}`))
    const places = ids.map((id) => rows.find(id))
    expect(rows.places()).toEqual(places)
    expect(places.map((at) => rows.saidAt(at).toString())).toEqual(ids.map((_, at) => `row ${at}`))
    expect(places.map((at) => rows.idAt(at))).toEqual(ids)
    expect(rows.find(newId())).toBe(-1)
    rows.clear()
    expect(ids.map((id) => rows.find(id)).every((at) => at === -1)).toBe(true)
  })
})
