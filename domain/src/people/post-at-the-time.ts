/**
 * Which post somebody was appraised in. The appraised stays the appraised, whatever post he holds today: the page names the
 * one he had when the appraisal began, and who answers now beside it.
 * Source: domain.md §9.2; seed map S05, S22 (one official over the years).
 */
import type { Day } from '../kernel/day.ts'
import type { UnitId } from '../kernel/ids.ts'
import type { Official } from './directory.ts'

export type PostThen = Readonly<{
  post: string
  /** The day he left it; null while he holds it. */
  leftOn: Day | null
}>

/** @param on - When the appraisal began; a post of the very unit goes before any other of that day. */
export function postAtTheTime(
  official: Exclude<Official, Readonly<{ status: 'none' }>>,
  unit: UnitId,
  on: Day,
): PostThen {
  const present = {
    unit: official.unit,
    post: official.post,
    from: official.since,
    leftOn: official.status === 'left' ? official.on : null,
  }
  const held = [...official.past.map(({ to: leftOn, ...past }) => ({ ...past, leftOn })), present]
  const then = held.filter(
    ({ from, leftOn }) => (from === null || from <= on) && (leftOn === null || leftOn >= on),
  )
  const { post, leftOn } =
    then.find((one) => one.unit === unit) ??
    then.at(-1) ??
    held.find((one) => one.unit === unit) ??
    present
  return { post, leftOn }
}
