/** The review on the page: every change is a new value, so that each can be taken back. */
import { useCallback, useMemo, useState } from 'react'
import type { Review } from './model/review-shape.ts'

type Timeline = Readonly<{
  now: Review
  past: readonly Review[]
  /** What the last change was about: typing on in the same field is one change. */
  about: string | null
}>

const remembered = 100

export type Change = (about: string | null, next: (review: Review) => Review | null) => void

export type ReviewState = Readonly<{
  review: Review
  /** Null from `next` means that nothing changes. */
  change: Change
  undo: () => void
  canUndo: boolean
  /** Begins anew from another value; what was before cannot be taken back to. */
  replace: (review: Review) => void
}>

export function useReview(first: () => Review): ReviewState {
  const [{ now, past }, setTimeline] = useState<Timeline>(() => ({
    now: first(),
    past: [],
    about: null,
  }))
  const change = useCallback<Change>((about, next) => {
    setTimeline((line) => {
      const changed = next(line.now)
      if (changed === null || changed === line.now) return line
      const goesOn = about !== null && about === line.about
      const before = goesOn ? line.past : [...line.past.slice(1 - remembered), line.now]
      return { now: changed, past: before, about }
    })
  }, [])
  const undo = useCallback(() => {
    setTimeline((line) => {
      const last = line.past.at(-1)
      return last ? { now: last, past: line.past.slice(0, -1), about: null } : line
    })
  }, [])
  const replace = useCallback(
    (review: Review) => setTimeline({ now: review, past: [], about: null }),
    [],
  )
  const canUndo = past.length > 0
  return useMemo(
    () => ({ review: now, change, undo, canUndo, replace }),
    [now, change, undo, canUndo, replace],
  )
}
