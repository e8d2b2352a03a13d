import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '../kernel/day.ts'
import { matterStatuses } from '../matters/matter.ts'
import { fourChecks, watch, type Watched } from './four-checks.ts'

const today = day('2026-06-10')
const rules = { remindDays: 7, silenceDays: 30 }
const seen = (matter: Partial<Watched>) =>
  watch(
    {
      status: 'inProgress',
      owed: day('2026-07-01'),
      lastActed: day('2026-06-01'),
      lastChase: null,
      ...matter,
    },
    rules,
    today,
  )

describe('the four checks', () => {
  it('ask of what is done whether it works, of what is under way how far it is, of the rest why not', () => {
    expect(seen({ status: 'verified', owed: null })?.check).toBe('effect')
    expect(seen({})?.check).toBe('progress')
    expect(seen({ status: 'received' })?.check).toBe('cause')
  })

  it('ask who is responsible when it is late, was chased, and nothing was done since', () => {
    const lastChase = { on: day('2026-06-05'), level: 'reminder' } as const
    const late = { owed: day('2026-06-01'), lastChase }
    expect(seen(late)?.check).toBe('responsibility')
    expect(seen({ ...late, lastActed: day('2026-06-07') })?.check).toBe('progress')
    expect(seen({ ...late, owed: day('2026-06-10') })?.check).toBe('progress')
    expect(seen({ ...late, lastChase: null })?.check).toBe('progress')
  })

  it('ask nothing before hand-over and after the end', () => {
    for (const status of [
      'drafted',
      'approved',
      'misassigned',
      'closed',
      'merged',
      'exited',
    ] as const)
      expect(seen({ status, owed: null })).toBeNull()
  })

  it('law: whatever is in a unit’s hands is under exactly one of them', () => {
    const days = fc.integer({ min: -400, max: 400 }).map((n) => addDays(today, n))
    const level = fc.constantFrom('reminder', 'notice', 'listed', 'chairs')
    const watched = fc.record({
      status: fc.constantFrom(...matterStatuses),
      owed: fc.option(days),
      lastActed: days,
      lastChase: fc.option(fc.record({ on: days, level })),
    })
    const inHand = [
      'issued',
      'received',
      'planned',
      'inProgress',
      'committed',
      'submitted',
      'verified',
      'satisfied',
    ]
    fc.assert(
      fc.property(watched, (matter) => {
        const found = watch(matter, rules, today)
        if (inHand.includes(matter.status)) expect(fourChecks).toContain(found?.check)
      }),
    )
  })
})

describe('the warning light', () => {
  it('is yellow within the days of the reminder, and red from the day after the limit', () => {
    expect(seen({ owed: day('2026-06-18') })?.light).toBe('green')
    expect(seen({ owed: day('2026-06-17') })?.light).toBe('yellow')
    expect(seen({ owed: today })?.light).toBe('yellow')
    expect(seen({ owed: day('2026-06-09') })).toMatchObject({ light: 'red', daysLate: 1 })
  })

  it('is never red while others have the word', () => {
    expect(seen({ status: 'submitted', owed: null, lastActed: day('2025-01-01') })).toMatchObject({
      light: 'green',
      silentDays: 0,
    })
  })

  it('has a silence alarm beside it', () => {
    expect(seen({ lastActed: addDays(today, -30) })?.silentDays).toBe(0)
    expect(seen({ lastActed: addDays(today, -31) })?.silentDays).toBe(31)
  })
})
