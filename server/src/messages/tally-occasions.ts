/**
 * What is to be told of one scan, by unit: that which no scan saw before, for those who were there at the last one; and all
 * that lies there, for whoever has come to the unit since.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import type { UnitId } from '@luoshi/domain/kernel/ids'
import { occasionOn, type Occasion, type OwedCause } from '@luoshi/domain/supervision/occasion'
import type { ChangedGroup, DoneScan } from '../calendar/changed-deadlines.ts'
import type { Group, Rules } from '../calendar/scan-deadlines.ts'

/** `days`: the most of any. `one`: the group a single matter is in. */
export type Line = Readonly<{ count: number; days: number; one: Group }>

type Lines = ReadonlyMap<OwedCause, Line>

export type Tally = Readonly<{
  /** Everything that is due, late or silent at this scan. */
  walked: (groups: readonly Group[]) => void
  /** What changed since the last scan, which the days alone do not tell. */
  changed: (groups: readonly ChangedGroup[]) => void
  fresh: (unit: UnitId) => Lines
  all: (unit: UnitId) => Lines
  /** Matters that are late or silent or both. */
  overdue: () => number
}>

export function openTally(rules: Rules, today: Day, last: DoneScan | null): Tally {
  const fresh = new Map<UnitId, Map<OwedCause, Line>>()
  const all = new Map<UnitId, Map<OwedCause, Line>>()
  let overdue = 0

  const on = (day: Day | null, { appraisal, from, since }: Group): Occasion | null => {
    const rule = rules.get(appraisal)
    return rule && day !== null ? occasionOn(day, from, since, rule) : null
  }

  return {
    walked(groups) {
      for (const group of groups) {
        const now = on(today, group)
        if (now === null) continue
        add(all, group, now)
        // Whoever is late and silent is counted where it is late.
        if (now.cause === 'late' || (now.cause === 'silent' && !group.late)) overdue += group.count
        if (on(last?.day ?? null, group)?.name !== now.name) add(fresh, group, now)
      }
    },
    changed(groups) {
      for (const group of groups) {
        const now = on(today, group)
        // What the days alone make new was counted on the walk.
        if (now === null || on(last?.day ?? null, group)?.name !== now.name) continue
        if (on(group.toldOn, group)?.name !== now.name) add(fresh, group, now)
      }
    },
    fresh: (unit) => fresh.get(unit) ?? new Map(),
    all: (unit) => all.get(unit) ?? new Map(),
    overdue: () => overdue,
  }
}

function add(to: Map<UnitId, Map<OwedCause, Line>>, group: Group, { cause, days }: Occasion): void {
  const lines = to.get(group.unit) ?? new Map<OwedCause, Line>()
  to.set(group.unit, lines)
  const before = lines.get(cause)
  lines.set(cause, {
    count: (before?.count ?? 0) + group.count,
    days: Math.max(before?.days ?? 0, days),
    one: group,
  })
}
