/** How long until the box closes, by the server's clock: a computer of the hall may be minutes off. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { Id } from '@luoshi/domain/kernel/ids'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useHallWords } from './hall-words.ts'

const secondMs = 1_000

export function ClosingClock({
  ballot,
  closesAt,
}: Readonly<{ ballot: Id<'ballot'>; closesAt: Instant }>) {
  const words = useHallWords()
  const { data: ahead = 0 } = useQuery({
    queryKey: ['clock', ballot],
    queryFn: () => aheadOfServer(ballot),
  })
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), secondMs)
    return () => clearInterval(timer)
  }, [])
  const left = Math.max(0, Math.ceil((Date.parse(closesAt) - (now - ahead)) / secondMs))
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`
  return (
    <span className="hall-clock" role="timer">
      {left === 0 ? words.timeIsUp : words.closesIn(clock)}
    </span>
  )
}

/** Milliseconds by which this computer's clock is before the server's. */
async function aheadOfServer(ballot: Id<'ballot'>): Promise<number> {
  const asked = Date.now()
  const answer = await fetch(`/vote/${ballot}/state`, { credentials: 'omit', cache: 'no-store' })
  const state: unknown = await answer.json()
  const told = Date.now()
  const now = typeof state === 'object' && state !== null && 'now' in state ? state.now : null
  return typeof now === 'string' ? (asked + told) / 2 - Date.parse(now) : 0
}
