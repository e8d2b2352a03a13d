import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf } from '../kernel/ids.ts'
import {
  explainRollRefusal,
  rollCounts,
  rollOf,
  rollStandings,
  type RollTold,
} from './ballot-roll.ts'

const person = (at: number) => idOf('person', `person_qinghe${String(at).padStart(3, '0')}`)
const members = Array.from({ length: 7 }, (_, at) => {
  return { person: person(at), account: null, name: `组成人员${at}` }
})
const told = (at: number, more: Partial<RollTold> = {}): RollTold => {
  return { person: person(at), standing: 'present', reason: '', ...more }
}
const everybody = members.map((_, at) => told(at))
const nearTo = { person: person(2), account: null, reason: '与述职人员系亲属' }

describe('the roll of a ballot', () => {
  it('takes the recused out of those who get a form, with the reason on record', () => {
    const roll = rollOf(members, everybody, [nearTo])
    if (!roll.ok) throw new Error(roll.refusal.code)
    expect(rollCounts(roll.value)).toEqual({ members: 7, present: 7, recused: 1 })
    expect(roll.value[2]).toMatchObject({ isRecused: true, reason: nearTo.reason })
  })

  it('counts out, whoever is where: members are all, and nobody recused is counted as away twice', () => {
    const standing = fc.constantFrom(...rollStandings)
    const places = fc.array(standing, { minLength: 7, maxLength: 7 })
    fc.assert(
      fc.property(places, fc.subarray([0, 1, 2, 3, 4, 5, 6]), (standings, near) => {
        const said = standings.map((one, at) => told(at, { standing: one, reason: '因公' }))
        const recused = near.map((at) => ({ ...nearTo, person: person(at) }))
        const roll = rollOf(members, said, recused)
        if (!roll.ok) throw new Error(roll.refusal.code)
        const counts = rollCounts(roll.value)
        const here = standings.flatMap((one, at) => (one === 'present' ? [at] : []))
        expect(counts).toEqual({
          members: 7,
          present: here.length,
          recused: here.filter((at) => near.includes(at)).length,
        })
      }),
    )
  })

  it.each([
    ['roll-incomplete', everybody.slice(1)],
    ['roll-of-strangers', [...everybody, told(9)]],
    ['roll-of-strangers', [...everybody, told(0)]],
    ['roll-leave-unexplained', [told(0, { standing: 'onLeave' }), ...everybody.slice(1)]],
  ] as const)('is refused as %s', (code, said) => {
    const roll = rollOf(members, said, [])
    if (roll.ok) throw new Error('was taken')
    expect(roll.refusal.code).toBe(code)
    expect(explainRollRefusal(roll.refusal).zh.fix).not.toBe('')
  })
})
