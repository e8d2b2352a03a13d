import { describe, expect, it } from 'vitest'
import { following, holding, isMoved, keepingMine, saving, takingNow, touching } from './held.ts'

const row = (version: number) => ({ version })
const first = row(3)
const typed = touching(holding(first))

describe('a form over a whole record', () => {
  it('follows what others write while nothing was typed', () => {
    const held = following(holding(first), row(4))
    expect(held).toMatchObject({
      row: { version: 4 },
      round: 1,
      isTouched: false,
    })
    expect(following(held, held.row)).toBe(held)
  })

  it('shows anew what came without a new version, and stays the same form', () => {
    const again = row(3)
    expect(following(typed, again)).toMatchObject({ row: again, round: 0, isTouched: true })
    expect(isMoved(typed, again)).toBe(false)
  })

  it('keeps what was typed and the version it began with, whatever comes', () => {
    for (const now of [row(4), row(5)]) {
      expect(following(typed, now)).toBe(typed)
      expect(isMoved(typed, now)).toBe(true)
    }
  })

  it('goes on over the newest when the person says so, and says it again at the next change', () => {
    const kept = keepingMine(typed, row(4))
    expect(kept).toMatchObject({ row: { version: 4 }, round: 0, isTouched: true })
    expect(isMoved(kept, row(5))).toBe(true)
  })

  it('begins afresh when the person gives up what was typed', () => {
    expect(takingNow(typed, row(4))).toMatchObject({
      row: { version: 4 },
      round: 1,
      isTouched: false,
    })
  })

  it('follows its own saving', () => {
    expect(following(saving(typed), row(4))).toMatchObject({
      row: { version: 4 },
      round: 1,
      isTouched: false,
    })
  })

  it('goes on over its own saving for whoever types before it has come back; the next change is another’s', () => {
    const goesOn = touching(saving(typed))
    expect(isMoved(goesOn, row(4))).toBe(false)
    const own = following(goesOn, row(4))
    expect(own).toMatchObject({ row: { version: 4 }, round: 0, isTouched: true })
    expect(isMoved(own, row(5))).toBe(true)
    expect(isMoved(touching(following(saving(typed), row(4))), row(5))).toBe(true)
  })
})
