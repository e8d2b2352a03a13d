/** Acts that wait for a second administrator (domain/src/people/second-person.ts): put, listed, decided once. */
import { randomUUID } from 'node:crypto'
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, type AccountId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { standingRoles } from '@luoshi/domain/people/admin-separation'
import { may } from '@luoshi/domain/people/rights'
import {
  actDays,
  guardedActs,
  secondPersonFault,
  secondPersons,
  takesTwo,
  type ActDecision,
  type GuardedAct,
} from '@luoshi/domain/people/second-person'
import { sql } from 'kysely'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { later } from './lockout.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { rolesOf } from './sessions.ts'
import { rulesOf } from './sign-in-rules.ts'

export type PendingAct = Readonly<{
  id: string
  kind: GuardedAct
  asked: unknown
  askedBy: AccountId
  askedByName: string
  askedAt: Instant
  endsAt: Instant
  outcome: 'approved' | 'refused' | 'withdrawn' | 'failed' | 'lapsed' | null
  decidedByName: string | null
}>

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

/** @returns Null where one person is enough; else the act now waits. */
export function putAct(
  { db, clock }: IdentityContext,
  by: Principal,
  { kind, asked }: Readonly<{ kind: GuardedAct; asked: unknown }>,
  from: RequestFacts,
): Promise<string | null> {
  return inCongress(db, by.congress, async (within) => {
    const { admins } = await rulesOf(within, by.congress)
    if (!takesTwo(admins)) return null
    const now = clock()
    const id = randomUUID().replaceAll('-', '')
    const who = { id, congress: by.congress, kind, asked_by: by.account }
    const times = { asked_at: now, ends_at: later(now, actDays * 24 * 60) }
    await within
      .insertInto('pending_act')
      .values({ ...who, ...times, asked: JSON.stringify(asked) })
      .execute()
    const facts = { act: kind }
    const event = { kind: 'act-asked', outcome: 'done', congress: by.congress } as const
    await record(within, now, from, { ...event, actor: by.account, facts })
    await tell(within, by, kind, now)
    return id
  })
}

/** Whoever could approve it finds a line in the bell. */
async function tell(within: IdentityDb, by: Principal, kind: GuardedAct, now: Instant) {
  const others = await within
    .selectFrom('account')
    .select(['id', 'roles'])
    .where('status', '=', 'active')
    .where('id', '<>', by.account)
    .execute()
  for (const { id, roles } of others) {
    const held = standingRoles('separate', rolesOf(roles))
    if (!may({ roles: held, unit: null }, secondPersons[kind], null)) continue
    await sql`insert into luoshi.note (congress, account, cause, thing, day, facts, made_at)
      values (${by.congress}, ${id}, 'actWaits', 'approvals',
        (${now}::timestamptz at time zone 'Asia/Shanghai')::date, '{}', ${now})
      on conflict (congress, account, cause, thing, day) do nothing`.execute(within)
  }
}

const mostListed = 100

/** What waits, and what was decided lately: all of it for who may approve, else what one asked for oneself. */
export function listActs({ db, clock }: IdentityContext, by: Principal): Answered<PendingAct[]> {
  const approves = Object.values(secondPersons).some((command) => may(by, command, null))
  const asks = may(by, 'EraseSealed', null)
  if (!approves && !asks) return Promise.resolve(refuse({ code: 'role-forbids' }))
  return inCongress(db, by.congress, async (within) => {
    const rows = await within
      .selectFrom('pending_act as p')
      .innerJoin('account as a', 'a.id', 'p.asked_by')
      .leftJoin('account as d', 'd.id', 'p.decided_by')
      .selectAll('p')
      .select(['a.name as asked_by_name', 'd.name as decided_by_name'])
      .$if(!approves, (some) => some.where('p.asked_by', '=', by.account))
      .orderBy('p.asked_at', 'desc')
      .limit(mostListed)
      .execute()
    const now = clock()
    return accept(rows.map((row) => shown(row, now)))
  })
}

type Row = Readonly<{
  id: string
  kind: string
  asked: unknown
  asked_by: string
  asked_at: Date
  ends_at: Date
  outcome: 'approved' | 'refused' | 'withdrawn' | 'failed' | null
  asked_by_name: string
  decided_by_name: string | null
}>

function shown(row: Row, now: Instant): PendingAct {
  const endsAt = instant(row.ends_at.toISOString())
  return {
    id: row.id,
    kind: kindOf(row.kind),
    asked: row.asked,
    askedBy: idOf('account', row.asked_by),
    askedByName: row.asked_by_name,
    askedAt: instant(row.asked_at.toISOString()),
    endsAt,
    outcome: row.outcome ?? (endsAt <= now ? 'lapsed' : null),
    decidedByName: row.decided_by_name,
  }
}

function kindOf(raw: string): GuardedAct {
  const kind = guardedActs.find((one) => one === raw)
  if (!kind) throw new Error(`Unknown act ${raw}`)
  return kind
}

export type Decided = Readonly<{ kind: GuardedAct; asked: unknown; asker: Principal }>

/** Claims it: of two who decide at once, one does. An approved act is then carried out in the name of who asked. */
export function decideAct(
  { db, clock }: IdentityContext,
  by: Principal,
  { id, decision }: Readonly<{ id: string; decision: ActDecision }>,
  from: RequestFacts,
): Answered<Decided> {
  return inCongress(db, by.congress, async (within) => {
    const row = await within
      .selectFrom('pending_act')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (row === undefined) return refuse({ code: 'act-unknown' })
    const kind = kindOf(row.kind)
    if (decision !== 'withdraw' && !may(by, secondPersons[kind], null))
      return refuse({ code: 'role-forbids' })
    const act = {
      askedBy: idOf('account', row.asked_by),
      endsAt: instant(row.ends_at.toISOString()),
      isOver: row.outcome !== null,
    }
    const now = clock()
    const fault = secondPersonFault(act, decision, by.account, now)
    if (fault !== null) return refuse(fault)
    const asker = await principalOf(within, by, act.askedBy)
    const outcome = outcomes[decision]
    await within
      .updateTable('pending_act')
      .set({ decided_by: by.account, decided_at: now, outcome })
      .where('id', '=', id)
      .execute()
    const who = { congress: by.congress, actor: by.account, account: act.askedBy }
    const facts = { act: kind, outcome }
    await record(within, now, from, { kind: 'act-decided', outcome: 'done', ...who, facts })
    return accept({ kind, asked: row.asked, asker })
  })
}

const outcomes = { approve: 'approved', refuse: 'refused', withdraw: 'withdrawn' } as const

/** The asker as he is now: whoever lost the right meanwhile has nothing carried out in his name. */
async function principalOf(
  within: IdentityDb,
  { congress }: Principal,
  account: AccountId,
): Promise<Principal> {
  const { admins } = await rulesOf(within, congress)
  const row = await within
    .selectFrom('account')
    .select(['name', 'roles', 'status'])
    .where('id', '=', account)
    .executeTakeFirstOrThrow()
  const held = row.status === 'active' ? standingRoles(admins, rolesOf(row.roles)) : []
  return { account, name: row.name, congress, roles: held, unit: null, official: null }
}

/** It was approved, and the rule that it met then said no. */
export function actFailed({ db }: IdentityContext, by: Principal, id: string): Promise<void> {
  return inCongress(db, by.congress, async (within) => {
    await within
      .updateTable('pending_act')
      .set({ outcome: 'failed' })
      .where('id', '=', id)
      .where('outcome', '=', 'approved')
      .execute()
  })
}
