/**
 * Counts sign-in attempts before they are tried and takes the count back when they were right. So a hundred guesses at
 * once are no more guesses than five: nobody slips through between looking and counting.
 */
import { randomUUID } from 'node:crypto'
import type { Instant } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { sql } from 'kysely'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityDb } from './identity-tables.ts'
import { closedUntil, later } from './lockout.ts'
import type { LockoutRule } from './lockout.ts'

/** `closes`: what this attempt will have locked if it fails. */
export type Attempt = Readonly<{ id: string; closes: readonly ('login' | 'address')[] }>

export type Locked = Readonly<{ code: 'locked'; by: 'login' | 'address'; until: Instant }>

type Door = Readonly<{ kind: 'login' | 'address'; subject: string; rule: LockoutRule }>

/** Existing and unknown logins are counted alike, so being locked tells nobody that an account exists. */
export function loginSubject(congress: CongressId, login: string): string {
  return `${congress} ${login}`
}

export async function countAttempt(
  { db, clock, lockout }: IdentityContext,
  subjects: Readonly<Record<'login' | 'address', string>>,
): Promise<Result<Attempt, Locked>> {
  // Always in this order, so that two attempts never wait for each other.
  const doors: readonly Door[] = [
    { kind: 'login', subject: subjects.login, rule: lockout.login },
    { kind: 'address', subject: subjects.address, rule: lockout.address },
  ]
  return db.transaction().execute(async (within) => {
    const now = clock()
    const closes: ('login' | 'address')[] = []
    for (const { kind, subject, rule } of doors) {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${subject}`}, 0))`.execute(
        within,
      )
      const latest = await latestFailures(within, kind, subject, rule, now)
      const until = closedUntil(latest, now, rule)
      if (until !== null) return refuse({ code: 'locked', by: kind, until })
      if (closedUntil([now, ...latest], now, rule) !== null) closes.push(kind)
    }
    const id = randomUUID()
    const rows = doors.map(({ kind, subject }) => ({ attempt: id, kind, subject, at: now }))
    await within.insertInto('sign_in_failure').values(rows).execute()
    return accept({ id, closes })
  })
}

/** Nothing was tried after all: the machine was too busy. */
export async function dropAttempt(within: IdentityDb, attempt: Attempt): Promise<void> {
  await within.deleteFrom('sign_in_failure').where('attempt', '=', attempt.id).execute()
}

/** The password was right. The login starts afresh; the address does not: it may be guessing other people's. */
export async function takeBackAttempt(
  within: IdentityDb,
  attempt: Attempt,
  login: string,
): Promise<void> {
  await dropAttempt(within, attempt)
  await forgetFailures(within, login)
}

export async function forgetFailures(within: IdentityDb, login: string): Promise<number> {
  const gone = await within
    .deleteFrom('sign_in_failure')
    .where('kind', '=', 'login')
    .where('subject', '=', login)
    .executeTakeFirst()
  return Number(gone.numDeletedRows)
}

/** Rows too old to matter, and with them the addresses of people who merely mistyped. */
export async function dropOldAttempts({ db, clock }: IdentityContext): Promise<void> {
  const old = later(clock(), -24 * 60)
  await db
    .deleteFrom('sign_in_failure')
    .where('at', '<', sql<Date>`${old}::timestamptz`)
    .execute()
}

/**
 * Those of a time still to come are of before the clock was set back: left in, they would be the latest for ever, and
 * behind them nobody's guesses would count.
 */
export async function latestFailures(
  within: IdentityDb,
  kind: 'login' | 'address',
  subject: string,
  { failures, windowMinutes }: LockoutRule,
  now: Instant,
): Promise<readonly Instant[]> {
  const rows = await within
    .selectFrom('sign_in_failure')
    .select('at')
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('at', '<', sql<Date>`${later(now, windowMinutes)}::timestamptz`)
    .orderBy('at', 'desc')
    .limit(failures)
    .execute()
  return rows.map(({ at }) => instant(at.toISOString()))
}
