/** The accounts of a congress page by page, by login; found by a part of login or name, or by how they stand. */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { sql } from 'kysely'
import { accountOf, accountRows, dormancyOf, type Account } from './accounts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import type { Principal } from './principal.ts'

type Standing = 'invited' | 'active' | 'suspended'

export type AccountsAsked = Readonly<{
  search?: string | undefined
  standing?: Standing | undefined
  /** The last login of the page before. */
  after?: string | undefined
}>

type AccountsPage = Readonly<{
  rows: readonly Account[]
  /** What to ask the next page with; null: there is none. */
  next: string | null
  /** Of all that fit the search, not of this page alone. */
  counts: Readonly<Record<Standing, number>>
}>

const perPage = 50

export async function accountsPage(
  context: IdentityContext,
  { congress, ...who }: Principal,
  asked: AccountsAsked,
): Promise<Result<AccountsPage, IdentityRefusal>> {
  const keeps = may(who, 'InviteAccount', null) || may(who, 'GrantRoles', null)
  if (!keeps) return refuse({ code: 'role-forbids' })
  return inCongress(context.db, congress, async (within) => {
    const found = await foundRows(within, asked)
    const rules = await dormancyOf(within, congress)
    const rows: Account[] = []
    for (const row of found.slice(0, perPage))
      rows.push(await accountOf(context, within, row, rules))
    const next = found.length > perPage ? (rows.at(-1)?.login ?? null) : null
    return accept({ rows, next, counts: await countsOf(within, asked) })
  })
}

/** One more than a page, to know whether there is another. */
function foundRows(within: IdentityDb, { search, standing, after }: AccountsAsked) {
  return accountRows(within)
    .where(fits(search))
    .$if(standing !== undefined, (some) => some.where('status', '=', standing ?? 'active'))
    .$if(after !== undefined, (some) => some.where('login', '>', after ?? ''))
    .orderBy('login')
    .limit(perPage + 1)
    .execute()
}

async function countsOf(within: IdentityDb, { search }: AccountsAsked) {
  const rows = await within
    .selectFrom('account')
    .select(['status', sql<string>`count(*)`.as('n')])
    .where(fits(search))
    .groupBy('status')
    .execute()
  const of = (status: string) => Number(rows.find((row) => row.status === status)?.n ?? 0)
  return { invited: of('invited'), active: of('active'), suspended: of('suspended') }
}

/** `position` takes every character for itself: nothing in a name is a pattern. */
function fits(search: string | undefined) {
  const part = (search ?? '').trim().toLowerCase()
  return sql<boolean>`(${part} = '' or position(${part} in login) > 0 or position(${part} in lower(name)) > 0)`
}
