/** /api/v1/accounts: what each endpoint of contract/accounts.ts does, ready to be mounted. */
import type { AccountId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { AnswerOf, OutputOf } from '../contract/kit.ts'
import type { AccountRow, createAccount, listAccounts } from '../contract/accounts.ts'
import type { Refused } from '../execute/refused.ts'
import type { Account, Invited } from './accounts.ts'
import { identityRefused } from './identity-problem.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Identity } from './identity.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'

type Answer<Value> = Promise<Result<Value, Refused>>

/** Who asks, from where, and at which address of ours links begin (`transport.origin`). */
export type AccountsCall = Readonly<{ by: Principal; from: RequestFacts; origin: string }>

export function accountsApi(identity: Identity) {
  return {
    list: async ({ by }: AccountsCall): Answer<AnswerOf<typeof listAccounts>> =>
      answered(await identity.accounts(by), (accounts) => ({ rows: accounts.map(rowOf) })),

    create: async (
      { by, from, origin }: AccountsCall,
      asked: OutputOf<typeof createAccount.body>,
    ): Answer<AnswerOf<typeof createAccount>> =>
      answered(await identity.invite(by, asked, from), (invited) => invitedOf(invited, origin)),

    inviteAgain: async (
      { by, from, origin }: AccountsCall,
      account: AccountId,
    ): Answer<AnswerOf<typeof createAccount>> =>
      answered(await identity.inviteAgain(by, account, from), (invited) =>
        invitedOf(invited, origin),
      ),

    suspend: async ({ by, from }: AccountsCall, account: AccountId): Answer<AccountRow> =>
      answered(await identity.suspend(by, account, from), rowOf),

    unlock: async ({ by, from }: AccountsCall, account: AccountId): Answer<AccountRow> =>
      answered(await identity.unlock(by, account, from), rowOf),
  }
}

function answered<Value, Shown>(
  result: Result<Value, IdentityRefusal>,
  show: (value: Value) => Shown,
): Result<Shown, Refused> {
  return result.ok ? accept(show(result.value)) : refuse(identityRefused(result.refusal))
}

function rowOf({ roles, ...account }: Account): AccountRow {
  return { ...account, roles: [...roles] }
}

function invitedOf({ account, token }: Invited, origin: string) {
  return { account: rowOf(account), invitation: invitationLink(origin, token) }
}

export function invitationLink(origin: string, token: string): string {
  return `${origin}/accept-invitation?token=${token}`
}

export function setupLink(origin: string, token: string): string {
  return `${origin}/setup?token=${token}`
}

export function demoLink(origin: string, token: string): string {
  return `${origin}/demo-sign-in?token=${token}`
}
