import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day, type Day } from '../kernel/day.ts'
import { idOf } from '../kernel/ids.ts'
import { seedRuleBook } from '../rule-books/resolve-rule-book.ts'
import { chinaCalendar } from '../calendar/china-holidays.ts'
import { matterPolicyOf } from '../rule-books/matter-policy.ts'
import { given } from '../testing/given.ts'
import { step, upTo } from '../testing/histories.ts'
import { byChairs, march1, theMatter } from '../testing/samples.ts'
import { dueDaysOf } from './due-days.ts'
import { evolveMatter } from './evolve.ts'
import { followSession } from './follow-session.ts'
import {
  awaitsSession,
  daysLate,
  isWithin,
  laterLimit,
  limitKept,
  owedNext,
  undatedWords,
} from './limit.ts'
import { matterDecider } from './matter-decider.ts'
import { currentRound, matterStatuses, type Matter, type OpenedMatter } from './matter.ts'

const today = day('2026-03-02')
const fixed = day('2026-04-30')

/** A county whose plan and report are both due at the next session. */
function book() {
  const { settings, ...rest } = seedRuleBook()
  const value = { count: 1, unit: 'session', from: 'handOver' } as const
  const planDue = { ...settings.planDue, value }
  const reportDue = { ...settings.reportDue, value }
  return { ...rest, settings: { ...settings, planDue, reportDue } }
}

const policy = (sessions: readonly Day[]) => matterPolicyOf(book(), chinaCalendar, sessions)

describe('a limit that ends at a session without a day', () => {
  it('is 待定: never late, however long it takes, and every day keeps within it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...matterStatuses), fc.nat(4000), (status, days) => {
        const owing = { status, due: awaitsSession, planDue: awaitsSession } as const
        expect(daysLate(owing, addDays(today, days))).toBe(0)
        expect(isWithin(addDays(today, days), awaitsSession)).toBe(true)
      }),
    )
  })

  it('leaves the result owed by its day, where only the plan waits for the session', () => {
    const owing = { status: 'received', due: fixed, planDue: awaitsSession } as const
    expect(owedNext(owing)).toEqual({ what: 'result', limit: fixed })
    expect(daysLate(owing, addDays(fixed, 3))).toBe(3)
    const both = { status: 'received', due: awaitsSession, planDue: awaitsSession } as const
    expect(owedNext(both)).toEqual({ what: 'plan', limit: awaitsSession })
  })

  it('is not over before one that has a day', () => {
    expect(laterLimit(fixed, awaitsSession)).toBe(awaitsSession)
    expect(laterLimit(fixed, today)).toBe(fixed)
  })

  it('is told from no limit at all by whether something is owed', () => {
    expect(limitKept(null, true)).toBe(awaitsSession)
    expect(limitKept(null, false)).toBeNull()
    expect(limitKept(fixed, true)).toBe(fixed)
    expect(undatedWords('drafted').zh).toBe('')
    expect(undatedWords('received').zh).toBe('待定')
  })
})

describe('a matter whose limits are 待定', () => {
  const decider = matterDecider(theMatter, policy([]))
  const received = (): OpenedMatter => {
    const matter = given(decider, upTo('HandOverMatter'))
      .when(step('SignReceipt'))
      .happens('ReceiptSigned')
    if (matter.status === 'none') throw new Error('no matter')
    return matter
  }

  it('keeps no guessed day, and cannot be extended by anybody', () => {
    expect(currentRound(received())).toMatchObject({ due: awaitsSession, planDue: awaitsSession })
    given(decider, upTo('AcceptPlan'))
      .when({
        type: 'ExtendDue',
        due: addDays(march1, 90),
        reason: '备件到货慢',
        approval: byChairs,
        today: march1,
      })
      .isRefused('due-undetermined')
  })

  it('goes to the day of the session once one is fixed, and is open again when it is cancelled', () => {
    const session = idOf('session', 'session_qinghe0001')
    const around = { book: book(), calendar: chinaCalendar, session, today: march1 }
    const fix = { ...around, before: [], after: [fixed], why: 'fixed' } as const
    const moved = followSession(received(), fix)
    expect(moved).toMatchObject([{ type: 'DueFollowedSession', due: fixed, planDue: fixed }])
    const after = moved.reduce<Matter>(evolveMatter, received())
    if (after.status === 'none') throw new Error('no matter')
    const cancel = { ...around, before: [fixed], after: [], why: 'cancelled' } as const
    expect(followSession(after, cancel)).toMatchObject([
      { due: awaitsSession, planDue: awaitsSession },
    ])
  })

  it('of an older record, kept by the rhythm of sessions, follows the session too', () => {
    const session = idOf('session', 'session_qinghe0001')
    const matter = received()
    const round = currentRound(matter)
    const [estimate] = dueDaysOf(matter, { book: book(), calendar: chinaCalendar, sessions: [] })
      .filter(({ kind }) => kind === 'report')
      .map((row) => row.estimate)
    if (!round || !estimate) throw new Error('no round')
    const older = { ...matter, rounds: [{ ...round, due: estimate, planDue: estimate }] }
    const changed = { book: book(), calendar: chinaCalendar, session, today: march1 }
    const fix = { ...changed, before: [], after: [fixed], why: 'fixed' } as const
    expect(followSession(older, fix)).toMatchObject([{ due: fixed, planDue: fixed }])
  })
})
