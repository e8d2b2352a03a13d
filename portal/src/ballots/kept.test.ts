import type { MadeBallot } from '@luoshi/ballots/voting/cast-ballot'
import type { Token } from '@luoshi/ballots/voting/take-token'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hallClock } from './hall-clock.ts'
import {
  forNext,
  goneOf,
  mayUndo,
  nothingKept,
  undone,
  withGone,
  withSteps,
  wouldBeLost,
  type Kept,
  type Step,
} from './kept.ts'
import { whichScreen } from './which-screen.ts'

const tokenOf = (c: number): Token => ({ c, secret: `secret${c}`, pk: '', pre: '', tok: [] })
const ballotOf = (c: number): MadeBallot => ({ id: `id${9 - c}`, text: `text${c}`, checkCode: '' })
const made = (c: number): Step => ({
  at: 'made',
  token: tokenOf(c),
  marks: [1],
  ballot: ballotOf(c),
  leaves: 5,
})
const sent = (c: number): Step => ({ at: 'sent', c, id: `id${9 - c}`, text: `text${c}` })
const held = (c: number): Step => ({ at: 'token', token: tokenOf(c), marks: [2] })
const keeping = (...steps: readonly Step[]): Kept =>
  withSteps(
    nothingKept('mh', 'ballot'),
    steps.map((step, c) => [c, step]),
  )

describe('what a device keeps', () => {
  it('is taken back as a whole, and only while nothing has left', () => {
    const all = keeping(made(0), made(1))
    expect(mayUndo(all)).toBe(true)
    expect(undone(all).steps[1]).toEqual({ at: 'token', token: tokenOf(1), marks: [1] })
    const gone = keeping(sent(0), made(1))
    expect(mayUndo(gone)).toBe(false)
    expect(undone(gone)).toBe(gone)
  })

  it('stays on a hall tablet as sealed text alone, in no order of people', () => {
    const next = forNext(keeping(made(0), sent(1), made(2)))
    expect(next.steps).toEqual({})
    expect(next.left.map(({ id, at }) => [id, at])).toEqual([
      ['id7', 'waiting'],
      ['id8', 'sent'],
      ['id9', 'waiting'],
    ])
    expect(JSON.stringify(next)).not.toMatch(/secret\d|marks/)
    expect(wouldBeLost(keeping(held(0)))).toBe(true)
    expect(wouldBeLost(keeping(made(0)))).toBe(false)
  })

  it('never loses a ballot that has left, whatever happens to it and however often the tablet turns', () => {
    const turns = fc.array(fc.constantFrom('next', 'receipt', 'found'), { maxLength: 30 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), turns, (count, acts) => {
        let kept = keeping(...Array.from({ length: count }, (_, c) => (c % 2 ? made(c) : sent(c))))
        const ids = () => goneOf(forNext(kept)).map(({ id }) => id)
        const before = ids()
        for (const act of acts) {
          const [one] = goneOf(kept)
          if (act === 'next') kept = forNext(kept)
          else if (one) {
            const { c, id, text } = one
            const at = act === 'receipt' ? 'received' : 'found'
            kept = withGone(kept, { at, c, id, text, receipt: { id, sig: '' } })
          }
          expect(ids()).toEqual(before)
        }
      }),
    )
  })
})

describe('the clock of the hall', () => {
  it('is the server’s, whatever the phone’s own says and is set to', () => {
    let [counter, own] = [1_000, 5_000_000]
    const clock = hallClock(
      () => counter,
      () => own,
    )
    clock.heard(90_000, 900, 1_100)
    expect(clock.now()).toBe(90_000)
    own = 0
    counter += 2_000
    expect(clock.now()).toBe(92_000)
    // A slow answer tells the time worse than the quick one before it; later it is better than nothing.
    clock.heard(80_000, 3_000, 9_000)
    expect(clock.now()).toBe(92_000)
    counter = 80_000
    clock.heard(300_000, 76_000, 80_000)
    expect(clock.now()).toBe(302_000)
  })
})

describe('the screen that is due', () => {
  const at = { aside: 'none', question: 0 } as const
  const none = nothingKept('mh', 'ballot')
  it.each([
    ['preparing', none, at, 'preparing'],
    ['issuing', none, at, 'check-in'],
    ['issuing', keeping(held(0)), at, 'holding'],
    ['issuing', keeping(held(0)), { ...at, aside: 'qr' }, 'qr'],
    ['voting', none, at, 'no-token'],
    ['voting', none, { ...at, aside: 'load' }, 'load'],
    ['voting', keeping(held(0)), at, 'mark'],
    ['voting', keeping(held(0)), { ...at, question: 1 }, 'review'],
    ['voting', keeping(held(0)), { ...at, aside: 'give-up' }, 'give-up'],
    ['voting', keeping(made(0)), { ...at, aside: 'qr' }, 'sending'],
    ['voting', keeping(sent(0)), at, 'sending'],
    ['closed', keeping(sent(0)), at, 'ended'],
    ['closed', keeping(held(0)), at, 'unused'],
    ['opened', none, at, 'over'],
    ['void', keeping(sent(0)), at, 'void'],
  ] as const)('%s', (phase, kept, place, screen) => {
    expect(whichScreen({ phase }, kept, place, 1)).toBe(screen)
  })
})
