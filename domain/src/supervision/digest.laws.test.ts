import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestNow, isQuiet, isTaste, usualTaste, type Taste } from './digest.ts'
import { messageCauses, messageLine, type MessageCause } from './message-causes.ts'
import { mostTries, tryAgainIn } from './try-again.ts'

const minute = fc.integer({ min: 0, max: 1439 })
const taste: fc.Arbitrary<Taste> = fc
  .record({
    cap: fc.integer({ min: 1, max: 5 }),
    digestAt: minute,
    quietFrom: minute,
    quietUntil: minute,
  })
  .filter(isTaste)
/** Lines that come in at any minute of six days; sometimes nothing that presses for days. */
const linesOf = (causes: readonly MessageCause[]) =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 6 * 1440 - 1 }),
      cause: fc.constantFrom(...causes),
    }),
    { maxLength: 80, size: 'max' },
  )
const arrivals = fc.oneof(linesOf(messageCauses), linesOf(['dueSoon', 'overdue', 'silent']))

type Digest = Readonly<{ at: number; lines: readonly number[] }>

/** The outbox over eight days, asked every few minutes, as the server does. */
function live(coming: readonly { at: number; cause: MessageCause }[], wish: Taste, every: number) {
  const digests: Digest[] = []
  let waiting: number[] = []
  const sorted = coming.toSorted((a, b) => a.at - b.at)
  let next = 0
  for (let at = 0; at < 8 * 1440; at += every) {
    while ((sorted[next]?.at ?? Infinity) <= at) waiting.push(next++)
    const today = digests.filter(
      (one) => Math.floor(one.at / 1440) === Math.floor(at / 1440),
    ).length
    const causes = waiting.flatMap((index) => sorted[index]?.cause ?? [])
    if (digestNow(causes, today, at % 1440, wish) === 'send') {
      digests.push({ at, lines: waiting })
      waiting = []
    }
  }
  return { digests, lost: waiting, all: sorted.map((_, index) => index) }
}

describe('whatever happens in whatever order', () => {
  it('nobody gets more than their cap a day, and nothing in quiet hours', () => {
    fc.assert(
      fc.property(arrivals, taste, (coming, wish) => {
        const { digests } = live(coming, wish, 5)
        const days = Map.groupBy(digests, ({ at }) => Math.floor(at / 1440))
        for (const ofDay of days.values()) expect(ofDay.length).toBeLessThanOrEqual(wish.cap)
        for (const { at } of digests) expect(isQuiet(at % 1440, wish)).toBe(false)
      }),
      { numRuns: 60 },
    )
  })

  it('every line goes out exactly once, in the order in which it came', () => {
    fc.assert(
      fc.property(arrivals, taste, (coming, wish) => {
        const { digests, lost, all } = live(coming, wish, 1)
        expect(lost).toEqual([])
        expect(digests.flatMap(({ lines }) => lines)).toEqual(all)
      }),
      { numRuns: 40 },
    )
  })
})

describe('a digest', () => {
  it('goes out once at its hour, when nothing presses', () => {
    expect(digestNow(['dueSoon'], 0, 509, usualTaste)).toBe('wait')
    expect(digestNow(['dueSoon', 'overdue'], 0, 510, usualTaste)).toBe('send')
    expect(digestNow(['overdue'], 1, 900, usualTaste)).toBe('wait')
  })

  it('goes out at once for what cannot wait, until the cap of the day is reached', () => {
    expect(digestNow(['noticeIssued'], 1, 900, usualTaste)).toBe('send')
    expect(digestNow(['noticeIssued'], 2, 900, usualTaste)).toBe('wait')
    expect(digestNow(['noticeIssued'], 0, 1300, usualTaste)).toBe('wait')
  })

  it('is never set to an hour in which nothing may go out', () => {
    expect(isTaste({ ...usualTaste, digestAt: 1210 })).toBe(false)
    expect(isTaste({ ...usualTaste, quietFrom: 0, quietUntil: 0, digestAt: 1210 })).toBe(true)
  })
})

it('a line names no raiser and quotes nothing: it is made of a number, a day and a reference alone', () => {
  for (const cause of messageCauses) {
    const { zh, en } = messageLine(cause, {
      number: 12,
      count: 3,
      days: 5,
      day: '2026-05-01',
      reference: '督办通知〔2026〕3号',
    })
    expect(zh).toMatch(/[。]$/)
    expect(zh).not.toMatch(/举报|投诉|违纪|违法|undefined|NaN/)
    expect(en).not.toMatch(/undefined|NaN/)
  }
})

it('a message is tried six times at growing distances; what no trying mends is given up at once', () => {
  const passing = { code: 'timeout', lasting: false }
  const minutes = Array.from({ length: mostTries }, (_, index) => tryAgainIn(index + 1, passing))
  expect(minutes).toEqual([1, 5, 30, 120, 360, null])
  expect(tryAgainIn(1, { code: 'smtp-550', lasting: true })).toBeNull()
})
