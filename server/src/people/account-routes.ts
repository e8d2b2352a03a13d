/** /api/v1/accounts */
import {
  createAccount,
  inviteAgain,
  listAccounts,
  suspendAccount,
  unlockAccount,
} from '../contract/accounts.ts'
import { mount, type Api, type Call } from '../http/mount.ts'
import { accountsApi } from '../identity/accounts-api.ts'
import type { Identity } from '../identity/identity.ts'
import { factsOf } from '../identity/middleware.ts'

export function accountRoutes(api: Api, identity: Identity): void {
  const accounts = accountsApi(identity)
  const callOf = ({ asked, c }: Pick<Call<unknown, unknown, unknown>, 'asked' | 'c'>) => ({
    by: asked.by,
    from: factsOf(c),
    origin: c.var.transport.origin,
  })
  mount(api, listAccounts, (call) => accounts.list(callOf(call)))
  mount(api, createAccount, (call) => accounts.create(callOf(call), call.body))
  mount(api, inviteAgain, (call) => accounts.inviteAgain(callOf(call), call.params.account))
  mount(api, suspendAccount, (call) => accounts.suspend(callOf(call), call.params.account))
  mount(api, unlockAccount, (call) => accounts.unlock(callOf(call), call.params.account))
}
