import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { evolveOfficial, type Official, type OfficialEvent } from './directory.ts'
import { postAtTheTime } from './post-at-the-time.ts'

const [roads, water] = [idOf('unit', 'unit_roads'), idOf('unit', 'unit_water')]
const successor = idOf('official', 'official_after')

function official(...events: readonly OfficialEvent[]): Exclude<Official, { status: 'none' }> {
  const state = events.reduce<Official>(evolveOfficial, { status: 'none' })
  if (state.status === 'none') throw new Error('Nobody')
  return state
}

const registered: OfficialEvent = {
  type: 'OfficialRegistered',
  unit: roads,
  post: '局长',
  appointedBy: 'committeeAppointed',
  since: day('2024-03-01'),
  words: { name: '陈立' },
}
const left: OfficialEvent = { type: 'OfficialLeft', successor, on: day('2026-08-01') }
const elsewhere: OfficialEvent = {
  type: 'OfficialReappointed',
  unit: water,
  post: '党组书记',
  appointedBy: 'notByCongress',
  on: day('2026-08-01'),
}

describe('the post of the appraised', () => {
  it('is his own while he holds it', () => {
    expect(postAtTheTime(official(registered), roads, day('2026-03-01'))).toEqual({
      post: '局长',
      leftOn: null,
    })
  })

  it('stays the one he was appraised in after he has left, or serves elsewhere', () => {
    const then = { post: '局长', leftOn: '2026-08-01' }
    const opened = day('2026-03-01')
    expect(postAtTheTime(official(registered, left), roads, opened)).toEqual(then)
    expect(postAtTheTime(official(registered, left, elsewhere), roads, opened)).toEqual(then)
  })

  it('is the new one for an appraisal that began there', () => {
    const now = official(registered, left, elsewhere)
    expect(postAtTheTime(now, water, day('2026-09-01'))).toMatchObject({ post: '党组书记' })
    // On the day of the change itself, the post in the appraised unit.
    expect(postAtTheTime(now, water, day('2026-08-01'))).toMatchObject({ post: '党组书记' })
    expect(postAtTheTime(now, roads, day('2026-08-01'))).toMatchObject({ post: '局长' })
  })
})
