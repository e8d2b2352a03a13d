/** Questions to the audit: by person, kind and time, page by page by the number of the last row. */
import { addDays, instant, type Day } from '@luoshi/domain/kernel/day'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { sql } from 'kysely'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'

export type AuditAsked = Readonly<{
  person?: string | undefined
  kind?: SecurityEventKind | undefined
  from?: Day | undefined
  until?: Day | undefined
}>

export type AuditLine = Readonly<{
  seq: number
  at: ReturnType<typeof instant>
  kind: string
  outcome: 'done' | 'refused'
  /** Names and logins as they are known now; the id where nobody is. */
  actor: string | null
  account: string | null
  login: string | null
  address: string
  request: string
  facts: Record<string, unknown>
}>

export type AuditSheet = Readonly<{ rows: readonly AuditLine[]; next: number | null }>

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export async function readAudit(
  { db }: IdentityContext,
  by: Principal,
  asked: AuditAsked,
  before: number | null,
  limit: number,
): Answered<AuditSheet> {
  if (!may(by, 'ReadAudit', null)) return refuse({ code: 'role-forbids' })
  const rows = await inCongress(db, by.congress, (within) =>
    linesOf(within, by, asked, before, limit + 1),
  )
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? (shown.at(-1)?.seq ?? null) : null
  return accept({ rows: shown, next })
}

/** Puts on record who takes the audit away; then page after page until it ends. */
export async function exportAudit(
  { db, clock }: IdentityContext,
  by: Principal,
  asked: AuditAsked,
  from: RequestFacts,
): Answered<AsyncGenerator<readonly AuditLine[]>> {
  if (!may(by, 'ReadAudit', null)) return refuse({ code: 'role-forbids' })
  await inCongress(db, by.congress, (within) => {
    const facts = Object.fromEntries(
      Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined),
    )
    const who = { congress: by.congress, actor: by.account, facts }
    return record(within, clock(), from, { kind: 'audit-exported', outcome: 'done', ...who })
  })
  return accept(sheets(db, by, asked))
}

async function* sheets(db: IdentityDb, by: Principal, asked: AuditAsked) {
  let before: number | null = null
  for (;;) {
    const last: number | null = before
    const rows: readonly AuditLine[] = await inCongress(db, by.congress, (within) =>
      linesOf(within, by, asked, last, 1000),
    )
    yield rows
    before = rows.at(-1)?.seq ?? null
    if (rows.length < 1000) return
  }
}

async function linesOf(
  within: IdentityDb,
  by: Principal,
  { person, kind, from, until }: AuditAsked,
  before: number | null,
  limit: number,
): Promise<readonly AuditLine[]> {
  let question = within
    .selectFrom('security_event as e')
    .leftJoin('account as a', 'a.id', 'e.actor')
    .leftJoin('account as b', 'b.id', 'e.account')
    .select([
      'e.seq',
      'e.at',
      'e.kind',
      'e.outcome',
      'e.login',
      'e.address',
      'e.request',
      'e.facts',
    ])
    .select([
      sql<string | null>`coalesce(a.name || '（' || a.login || '）', e.actor)`.as('actor'),
      sql<string | null>`coalesce(b.name || '（' || b.login || '）', e.account)`.as('account'),
    ])
    .where('e.congress', '=', by.congress)
    .orderBy('e.seq', 'desc')
    .limit(limit)
  if (before !== null) question = question.where('e.seq', '<', String(before))
  if (kind !== undefined) question = question.where('e.kind', '=', kind)
  if (from !== undefined) question = question.where('e.at', '>=', sql<Date>`${beginOf(from)}`)
  if (until !== undefined) {
    question = question.where('e.at', '<', sql<Date>`${beginOf(addDays(until, 1))}`)
  }
  if (person !== undefined && person.trim() !== '') {
    const ids = await accountsLike(within, person.trim())
    const typed = person.trim().toLowerCase()
    question = question.where((where) =>
      where.or([
        where('e.actor', 'in', [...ids, '']),
        where('e.account', 'in', [...ids, '']),
        where('e.login', '=', typed),
        where('e.address', '=', typed),
      ]),
    )
  }
  const rows = await question.execute()
  return rows.map(({ facts, ...row }) => ({
    ...row,
    seq: Number(row.seq),
    at: instant(row.at.toISOString()),
    facts: typeof facts === 'object' && facts !== null ? { ...facts } : {},
  }))
}

async function accountsLike(within: IdentityDb, text: string): Promise<readonly string[]> {
  const rows = await within
    .selectFrom('account')
    .select('id')
    .where(
      sql<boolean>`(position(${text.toLowerCase()} in login) > 0 or position(${text} in name) > 0)`,
    )
    .limit(200)
    .execute()
  return rows.map(({ id }) => id)
}

/** Midnight in China. */
function beginOf(day: Day): Date {
  return new Date(`${day}T00:00:00+08:00`)
}
