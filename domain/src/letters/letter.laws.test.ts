/**
 * Laws of the letters of one appraisal, on whatever clerks, chairs and units try in any order:
 *  - no matter is in two letters that stand;
 *  - when a letter is handed over, every approved matter is in a letter that bears a number;
 *  - a letter handed over held only approved matters, each with somebody who answers.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { idOf } from '../kernel/ids.ts'
import type { MatterId } from '../kernel/ids.ts'
import { day } from '../kernel/day.ts'
import { evolveLetter } from './evolve-letter.ts'
import { decideLetter, type LetterCommand } from './letter-decider.ts'
import { liveItems, type KnownLetter, type Letter, type LetterId } from './letter.ts'
import { heldTwice, issuedOf, leftOut, type AppraisalSeen } from './whole-appraisal.ts'

const today = day('2026-03-10')
const appraisal = idOf('appraisal', 'appraisal_laws')
const [roads, water] = [idOf('unit', 'unit_roads'), idOf('unit', 'unit_water')]
const matterIds = Array.from({ length: 5 }, (_, at) => idOf('matter', `matter_laws${at}`))
const letterIds = Array.from({ length: 3 }, (_, at) => idOf('letter', `letter_laws${at}`))
const approval = { body: 'chairs', on: today, reference: '第12次主任会议' } as const

/** The letters and matters of one appraisal, as the server carries them on. */
class Appraisal {
  readonly letters = new Map<LetterId, KnownLetter>()
  readonly matters = new Map<MatterId, string>(matterIds.map((id) => [id, 'drafted']))

  seenFrom(except: LetterId | null): AppraisalSeen {
    const matters = [...this.matters].map(([id, status], at) => {
      return { id, number: at + 1, status, unit: null }
    })
    const others = [...this.letters].flatMap(([id, letter]) => (id === except ? [] : [letter]))
    return { matters, others }
  }

  /** What was handed over, judged at that moment; null when the step was refused or is another one. */
  take(id: LetterId, command: LetterCommand): KnownLetter | null {
    const before: Letter = this.letters.get(id) ?? { status: 'none' }
    const ruling = decideLetter(before, command)
    if (!ruling.ok) return null
    const after = ruling.value.reduce(evolveLetter, before)
    if (after.status === 'none') throw new Error('a letter cannot vanish')
    const handedOver = command.type === 'HandOverLetter' ? this.judged(id, after) : null
    this.letters.set(id, after)
    this.follow(after, command)
    return handedOver
  }

  private judged(id: LetterId, after: KnownLetter): KnownLetter {
    const seen = this.seenFrom(id)
    expect(leftOut(seen, [after, ...issuedOf(seen.others)])).toEqual([])
    for (const { matter, official } of liveItems(after)) {
      expect(this.matters.get(matter)).toBe('approved')
      expect(official).not.toBeNull()
    }
    return after
  }

  private follow(letter: KnownLetter, command: LetterCommand): void {
    const moves: Partial<Record<LetterCommand['type'], readonly [string, string]>> = {
      ApproveLetter: ['drafted', 'approved'],
      HandOverLetter: ['approved', 'issued'],
      WithdrawLetter: ['issued', 'approved'],
    }
    const [from, to] = moves[command.type] ?? []
    if (from === undefined || to === undefined) return
    for (const { matter } of liveItems(letter))
      if (this.matters.get(matter) === from) this.matters.set(matter, to)
  }
}

type Try = Readonly<{ letter: number; what: number; matters: readonly number[]; unit: boolean }>

const tries = fc.array(
  fc.record({
    letter: fc.nat({ max: letterIds.length - 1 }),
    // Onward steps more often than the others, so that many letters come as far as a hand-over.
    what: fc.constantFrom(0, 0, 2, 2, 4, 4, 4, 5, 5, 5, 5, 1, 3, 6, 7, 8),
    matters: fc.array(fc.nat({ max: matterIds.length - 1 }), { minLength: 1, maxLength: 4 }),
    unit: fc.boolean(),
  }),
  { minLength: 10, maxLength: 60, size: 'max' },
)

function commandOf(world: Appraisal, id: LetterId, { what, matters, unit }: Try): LetterCommand {
  const seen = world.seenFrom(id)
  const content = {
    overall: '总体较好',
    achievements: '',
    suggestions: '',
    ballot: '',
    to: ['公路局'],
    copies: [],
    items: matters.map((at) => ({
      matter: matterIds[at] ?? idOf('matter', 'matter_laws0'),
      unit: unit ? roads : water,
      official: at === 4 ? null : idOf('official', 'official_liu1'),
      problem: '路灯不亮',
      request: '修复',
    })),
  }
  const [matter = idOf('matter', 'matter_laws0')] = content.items.map((item) => item.matter)
  const reason = '送错单位'
  const choices: readonly LetterCommand[] = [
    { type: 'DraftLetter', appraisal, replaces: null, content, seen, today },
    { type: 'ReviseLetter', content, seen, today },
    {
      type: 'ApproveLetter',
      approval,
      minutes: '',
      changes: '',
      approvers: ['chairs'],
      seen,
      today,
    },
    { type: 'ReturnLetter', reason, today },
    { type: 'IssueLetter', prefix: '云常评意', seen, today },
    { type: 'HandOverLetter', how: 'paper', by: '机要', seen, today },
    { type: 'SignLetter', unit: unit ? roads : water, signer: '王某', today },
    { type: 'WithdrawLetter', reason, today },
    { type: 'VoidItem', matter, reissue: idOf('letter', 'letter_again'), reason, today },
  ]
  return choices[what] ?? { type: 'IssueLetter', prefix: '云常评意', seen, today }
}

describe('the letters of an appraisal', () => {
  it('never hold a matter twice, and leave no approved matter behind at a hand-over', () => {
    let handedOver = 0
    fc.assert(
      fc.property(tries, (attempts) => {
        const world = new Appraisal()
        // A matter approved by itself, outside any letter: the one that is easily forgotten.
        world.matters.set(matterIds[3] ?? idOf('matter', 'matter_laws3'), 'approved')
        for (const one of attempts) {
          const id = letterIds[one.letter] ?? idOf('letter', 'letter_laws0')
          if (world.take(id, commandOf(world, id, one))) handedOver += 1
          expect(heldTwice([...world.letters.values()])).toEqual([])
        }
      }),
      { numRuns: 1500 },
    )
    // A law that nobody ever comes under would say nothing.
    expect(handedOver).toBeGreaterThan(20)
  })
})
