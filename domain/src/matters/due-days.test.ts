import { describe, expect, it } from 'vitest'
import { chinaCalendar } from '../calendar/china-holidays.ts'
import { addDays } from '../kernel/day.ts'
import { seedRuleBook } from '../rule-books/resolve-rule-book.ts'
import { given } from '../testing/given.ts'
import { step, upTo } from '../testing/histories.ts'
import { policy, theMatter } from '../testing/samples.ts'
import { dueDaysOf, meetingState } from './due-days.ts'
import { matterDecider } from './matter-decider.ts'
import { currentRound } from './matter.ts'

const asked = { book: seedRuleBook(), calendar: chinaCalendar, sessions: [] }

function issued() {
  const matter = given(matterDecider(theMatter, policy), upTo('ApproveMatter'))
    .when(step('HandOverMatter'))
    .happens('MatterHandedOver')
  if (matter.status === 'none') throw new Error('no matter')
  const round = currentRound(matter)
  if (!round) throw new Error('no round')
  return { matter, round }
}

describe('the days of a round', () => {
  it('come with their start, their rule and what was skipped', () => {
    const { matter, round } = issued()
    const rows = dueDaysOf(matter, asked)
    expect(rows.map(({ kind }) => kind)).toEqual(['meeting', 'plan', 'report'])
    expect(rows.every(({ start }) => start === round.startedOn)).toBe(true)
    expect(rows.map(({ due }) => due).slice(1)).toEqual([round.planDue, round.due])
    expect(rows.every(({ words }) => words.zh.includes('次日起算'))).toBe(true)
  })

  it('are none before hand-over', () => {
    const { matter } = issued()
    expect(dueDaysOf({ ...matter, rounds: [] }, asked)).toEqual([])
  })
})

describe('the leadership’s meeting', () => {
  const { round } = issued()
  const due = addDays(round.startedOn, 7)
  const held = (days: number) => ({
    ...round,
    meeting: { heldOn: addDays(round.startedOn, days), attended: [], resolved: '' },
  })

  it('is overdue from the day after its limit while nobody met', () => {
    expect(meetingState(round, due, due)).toBe('notYet')
    expect(meetingState(round, due, addDays(due, 1))).toBe('overdue')
  })

  it('was in time up to the last day, and late after it', () => {
    expect(meetingState(held(7), due, addDays(due, 30))).toBe('inTime')
    expect(meetingState(held(8), due, addDays(due, 30))).toBe('late')
  })
})
