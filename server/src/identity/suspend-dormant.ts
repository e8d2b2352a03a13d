/**
 * Accounts that nobody has used for as many days as the office set are suspended, with a line in the audit for each and one
 * in the bell of whoever keeps the accounts; all of it or nothing. Asked every minute, so it costs one look.
 * Source: GB/T 22239-2019 8.1.4.2 c. Demos are left alone: nobody would be there to give their accounts back.
 */
import { dayInChina, instant, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { adminModes } from '@luoshi/domain/people/admin-separation'
import { dormantAccounts } from '@luoshi/domain/people/dormant-accounts'
import { may } from '@luoshi/domain/people/rights'
import type { PoolClient } from 'pg'
import type { World } from '../execute/context.ts'
import { peopleOf, putNotes } from '../messages/tell.ts'
import { later } from './lockout.ts'
import { atConsole } from './request-facts.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { rolesOf } from './sessions.ts'

type Client = Pick<PoolClient, 'query'>

/** When somebody last came in, or was last given the account. */
const lastUsedSql = 'greatest(created_at, password_changed_at, last_sign_in_at, reinstated_at)'

const dayMinutes = 24 * 60

/** @returns How many were suspended. */
export async function suspendDormant(world: World, congress: CongressId): Promise<number> {
  const now = world.now()
  return world.db.transaction(congress, async (client) => {
    const { days, mode } = await ruleOf(client, congress)
    if (days === 0) return 0
    const cutoff = later(now, -days * dayMinutes)
    const gone = await dormantIn(client, congress, { mode, cutoff })
    if (gone.length === 0) return 0
    await suspendAll(client, congress, gone)
    await noteAll(client, congress, gone, { now, days })
    await tellKeepers(client, congress, { now, days, count: gone.length })
    return gone.length
  })
}

async function ruleOf(client: Client, congress: CongressId) {
  const { rows } = await client.query<{ days: number; admins: string; demo: boolean }>({
    text: `select coalesce(r.dormant_days, 90) as days, coalesce(r.admins, 'together') as admins, c.demo
      from luoshi.congress c left join luoshi.sign_in_rules r on r.congress = c.id where c.id = $1`,
    values: [congress],
  })
  const [row] = rows
  const mode = adminModes.find((one) => one === row?.admins) ?? 'together'
  return { mode, days: !row || row.demo ? 0 : row.days }
}

async function dormantIn(
  client: Client,
  congress: CongressId,
  { mode, cutoff }: Readonly<{ mode: (typeof adminModes)[number]; cutoff: Instant }>,
): Promise<readonly AccountId[]> {
  const { rows: some } = await client.query({
    text: `select 1 from luoshi.account where congress = $1 and status = 'active'
      and ${lastUsedSql} < $2::timestamptz limit 1`,
    values: [congress, cutoff],
  })
  if (some.length === 0) return []
  // Nobody comes in between looking and closing; whoever is at the door waits a moment.
  const { rows } = await client.query<{ id: string; roles: string[]; last_used: Date }>({
    text: `select id, roles, ${lastUsedSql} as last_used from luoshi.account
      where congress = $1 and status = 'active' order by id for update`,
    values: [congress],
  })
  const all = rows.map(({ id, roles, last_used }) => ({
    account: idOf('account', id),
    roles: rolesOf(roles),
    lastUsed: instant(last_used.toISOString()),
  }))
  return dormantAccounts(mode, all, cutoff)
}

async function suspendAll(client: Client, congress: CongressId, gone: readonly AccountId[]) {
  await client.query({
    text: `update luoshi.account set status = 'suspended', suspended_why = 'dormant'
      where congress = $1 and id = any ($2)`,
    values: [congress, gone],
  })
  for (const open of ['session', 'sign_in_step', 'one_time_link'])
    await client.query({
      text: `delete from luoshi.${open} where account = any ($1)`,
      values: [gone],
    })
}

async function noteAll(
  client: Client,
  congress: CongressId,
  gone: readonly AccountId[],
  { now, days }: Readonly<{ now: Instant; days: number }>,
) {
  const kind: SecurityEventKind = 'suspended-unused'
  await client.query({
    text: `insert into luoshi.security_event (at, kind, outcome, congress, account, address, request, facts)
      select $3, $4, 'done', $1, id, $5, $6, $7 from unnest($2::text[]) id`,
    values: [congress, gone, now, kind, atConsole.address, atConsole.request, { days }],
  })
}

/** Whoever can give an account back, and whoever opens accounts. */
async function tellKeepers(
  client: Client,
  congress: CongressId,
  { now, days, count }: Readonly<{ now: Instant; days: number; count: number }>,
) {
  const people = await peopleOf(client, congress)
  const keepers = people.filter(
    (one) => may(one, 'UnlockAccount', null) || may(one, 'InviteAccount', null),
  )
  const notes = keepers.map(({ account }) => {
    return { account, cause: 'accountsDormant', thing: 'accounts', facts: { count, days } } as const
  })
  await putNotes(client, congress, notes, { day: dayInChina(now), now })
}
