/** One measured operation: how it is asked of us and of the floor, and what must be alike in the answers. */
import type { Flow, Sample } from '../load/job.ts'

/** Null: nothing was promised, or not in this unit. */
export type Target = Readonly<{ cpuMs: number | null; wallMs: number | null }>

export type Operation = Readonly<{
  id: string
  name: string
  target: Target
  concurrency: number
  count: number
  as: 'clerk' | 'staff'
  ours: (count: number) => readonly Flow[]
  floor: (count: number) => readonly Flow[]
  /** What is wrong when the two answers do not say the same; else null. */
  differ: (ours: Sample, floor: Sample) => string | null
}>

export const get = (path: string): Flow => [{ method: 'GET', path }]

export function times<Value>(count: number, make: (place: number) => Value): readonly Value[] {
  return Array.from({ length: count }, (_, place) => make(place))
}

type Listed = Readonly<{
  rows: readonly Record<string, unknown>[]
  total: Readonly<{ count: number }>
}>

/** What we reckon from columns that both have. */
const reckoned = ['late', 'dueUndetermined', 'planDueUndetermined']

/** Same count, same matters in the same order, same columns. */
export function listsDiffer(ours: Sample, floor: Sample): string | null {
  const one: Listed = JSON.parse(ours.body)
  const other: Listed = JSON.parse(floor.body)
  if (one.total.count !== other.total.count)
    return `counts differ: ${one.total.count} and ${other.total.count}`
  const ids = ({ rows }: Listed) => rows.map((row) => row['id']).join(' ')
  if (ids(one) !== ids(other)) return 'rows differ'
  if (one.rows.length === 0) return 'no rows'
  const names = ({ rows }: Listed) =>
    Object.keys(rows[0] ?? {})
      .filter((name) => !reckoned.includes(name))
      .sort()
      .join(' ')
  return names(one) === names(other) ? null : 'columns differ'
}
