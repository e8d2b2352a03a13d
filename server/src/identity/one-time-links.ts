/** Links that open one door once: first setup, an invitation, a demo sign-in. Using one deletes it. */
import type { Instant } from '@luoshi/domain/kernel/day'
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import type { IdentityContext } from './identity-context.ts'
import type { IdentityDb } from './identity-tables.ts'
import { later } from './lockout.ts'
import { hashToken, isToken, newToken } from './secret-token.ts'

export type LinkPurpose = 'setup' | 'invitation' | 'demo'

/** Whom a link is for; `null` for the setup, when there is nobody yet. */
export type LinkOwner = Readonly<{ congress: CongressId; account: AccountId }> | null

/** Answers the token, which is never seen again. An older link of the same purpose and owner stops working. */
export async function makeLink(
  { clock, random }: IdentityContext,
  within: IdentityDb,
  purpose: LinkPurpose,
  owner: LinkOwner,
  minutes: number,
): Promise<string> {
  const token = newToken(random)
  const now = clock()
  const congress = owner?.congress ?? null
  const account = owner?.account ?? null
  await within
    .deleteFrom('one_time_link')
    .where('purpose', '=', purpose)
    .where('account', owner === null ? 'is' : '=', account)
    .execute()
  const times = { made_at: now, ends_at: later(now, minutes) }
  await within
    .insertInto('one_time_link')
    .values({ token_hash: hashToken(token), purpose, congress, account, ...times })
    .execute()
  return token
}

/** Looks without using: a page may be opened and left again. */
export async function readLink(
  db: IdentityDb,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): Promise<{ owner: LinkOwner } | null> {
  if (!isToken(token)) return null
  const row = await db
    .selectFrom('one_time_link')
    .select(['congress', 'account'])
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('ends_at', '>', sql<Date>`${now}::timestamptz`)
    .executeTakeFirst()
  return row === undefined ? null : { owner: ownerOf(row) }
}

/** Uses it up. Of two who come at once, one gets it. */
export async function takeLink(
  within: IdentityDb,
  purpose: LinkPurpose,
  token: string,
  now: Instant,
): Promise<{ owner: LinkOwner } | null> {
  if (!isToken(token)) return null
  const row = await within
    .deleteFrom('one_time_link')
    .where('token_hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('ends_at', '>', sql<Date>`${now}::timestamptz`)
    .returning(['congress', 'account'])
    .executeTakeFirst()
  return row === undefined ? null : { owner: ownerOf(row) }
}

function ownerOf(row: Readonly<{ congress: string | null; account: string | null }>): LinkOwner {
  if (row.congress === null || row.account === null) return null
  return { congress: idOf('congress', row.congress), account: idOf('account', row.account) }
}

/** Nothing that would still let a person in by another way survives a suspension or a new password. */
export async function dropLinksOf(within: IdentityDb, account: AccountId): Promise<void> {
  await within.deleteFrom('one_time_link').where('account', '=', account).execute()
}
