/** A question put to one browser, to be answered once and soon: found by a token that only this browser's cookie holds. */
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import type { IdentityContext } from './identity-context.ts'
import { later } from './lockout.ts'
import { hashToken, isToken, newToken } from './secret-token.ts'
import { linkRule } from './session-rule.ts'

export type QuestionKind = 'passkey-in' | 'passkey-new' | 'passkey-prove' | 'oidc'

export type Question = Readonly<{
  congress: CongressId | null
  account: AccountId | null
  asked: unknown
}>

export async function putQuestion(
  { db, clock, random }: IdentityContext,
  kind: QuestionKind,
  { congress, account, asked }: Question,
): Promise<string> {
  const token = newToken(random)
  const now = clock()
  await db
    .deleteFrom('browser_question')
    .where('ends_at', '<', sql<Date>`${now}::timestamptz`)
    .execute()
  await db
    .insertInto('browser_question')
    .values({
      token_hash: hashToken(token),
      kind,
      congress,
      account,
      asked: JSON.stringify(asked),
      ends_at: later(now, linkRule.questionMinutes),
    })
    .execute()
  return token
}

/** Uses it up, right answer or wrong: of two answers that come at once, one is looked at. */
export async function takeQuestion(
  { db, clock }: IdentityContext,
  kind: QuestionKind,
  token: string | null,
): Promise<Question | null> {
  if (token === null || !isToken(token)) return null
  const row = await db
    .deleteFrom('browser_question')
    .where('token_hash', '=', hashToken(token))
    .where('kind', '=', kind)
    .where('ends_at', '>', sql<Date>`${clock()}::timestamptz`)
    .returning(['congress', 'account', 'asked'])
    .executeTakeFirst()
  if (row === undefined) return null
  return {
    congress: row.congress === null ? null : idOf('congress', row.congress),
    account: row.account === null ? null : idOf('account', row.account),
    asked: row.asked,
  }
}
