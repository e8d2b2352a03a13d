/** An invited person opens their link, sees who they are, and sets their own password; nobody else ever knows it. */
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import { idOf } from '@luoshi/domain/kernel/ids'
import { refuse, type Result } from '@luoshi/domain/kernel/result'
import { admit, type Entry } from './admit.ts'
import { congressOf, type Congress } from './congresses.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { readLink, takeLink } from './one-time-links.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { hashNewPassword, lastHashes, passwordOwner, storePassword } from './set-password.ts'

export type Invitation = Readonly<{ congress: Congress; login: string; name: string }>

export type Acceptance = Readonly<{ token: string; password: string; from: RequestFacts }>

/** Whom a link invites; `null` when it is void. */
export async function readInvitation(
  context: IdentityContext,
  token: string,
): Promise<Invitation | null> {
  const opened = await openInvitation(context, token)
  if (opened === null) return null
  const { congress, login, name } = opened
  return { congress, login, name }
}

/** Answers a session, or the next step: a new password does not stand in for a second factor. */
export async function acceptInvitation(
  context: IdentityContext,
  { token, password, from }: Acceptance,
): Promise<Result<Entry, IdentityRefusal>> {
  const { db, clock } = context
  const opened = await openInvitation(context, token)
  if (opened === null) return refuse({ code: 'link-void' })
  const { congress, account, hash: present, former } = opened
  const owner = await passwordOwner(context, congress, opened)
  const hash = await hashNewPassword(context, password, owner, former)
  if (!hash.ok) return hash
  return inCongress(db, congress.id, async (within) => {
    if ((await takeLink(within, 'invitation', token, clock())) === null) {
      return refuse({ code: 'link-void' })
    }
    await storePassword(context, within, account, congress.id, present, hash.value)
    const who = { congress: congress.id, actor: account, account, login: opened.login }
    await record(within, clock(), from, { kind: 'invitation-accepted', outcome: 'done', ...who })
    const proven = { congress: congress.id, account, method: 'invitation', factors: 'one' } as const
    return admit(context, within, { ...proven, from, oldToken: null })
  })
}

async function openInvitation({ db, clock }: IdentityContext, token: string) {
  const link = await readLink(db, 'invitation', token, clock())
  if (link === null || link.owner === null) return null
  const { congress, account } = link.owner
  return inCongress(db, congress, (within) => invitedPerson(within, congress, account))
}

async function invitedPerson(
  within: IdentityContext['db'],
  congress: CongressId,
  account: AccountId,
) {
  const row = await within
    .selectFrom('account')
    .select(['login', 'name', 'unit', 'status', 'password_hash'])
    .where('id', '=', account)
    .executeTakeFirst()
  if (row === undefined || row.status === 'suspended') return null
  return {
    congress: await congressOf(within, congress),
    account,
    login: row.login,
    name: row.name,
    unit: row.unit === null ? null : idOf('unit', row.unit),
    hash: row.password_hash,
    former: await lastHashes(within, account, row.password_hash),
  }
}
