/**
 * Days never run backwards: a command whose day in China is before the day of the last commit of its congress is refused,
 * because every time limit counted from it would be wrong. Drift within a day does no harm and passes.
 */
import { dayInChina, isInstant, type Day } from '@luoshi/domain/kernel/day'
import { refuse } from '@luoshi/domain/kernel/result'
import type { Pool } from 'pg'
import type { Append } from './append.ts'
import { withCongress } from './tenant.ts'

/** The last day is read once for each congress, then remembered: this process sees what it writes itself. */
export function guardClock(append: Append, pool: Pool): Append {
  const last = new Map<string, Day | null>()
  return async (commit) => {
    const today = dayInChina(commit.at)
    if (!last.has(commit.congress)) last.set(commit.congress, await lastDay(pool, commit.congress))
    const before = last.get(commit.congress) ?? null
    if (before !== null && today < before)
      return refuse({ code: 'clock-set-back', today, last: before })
    const done = await append(commit)
    if (done.ok) last.set(commit.congress, today)
    return done
  }
}

async function lastDay(pool: Pool, congress: string): Promise<Day | null> {
  return withCongress(pool, congress, async (client) => {
    const { rows } = await client.query<{ at: string }>(
      `select at from luoshi.ledger_commit where congress = $1 order by last_seq desc limit 1`,
      [congress],
    )
    const at = rows[0]?.at
    return at !== undefined && isInstant(at) ? dayInChina(at) : null
  })
}
