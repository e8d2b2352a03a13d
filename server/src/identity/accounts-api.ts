/** /api/v1/accounts: the endpoints of contract/accounts.ts. */
import type { AccountId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import {
  createAccount,
  endAccountSessions,
  grantRoles,
  inviteAgain,
  listAccounts,
  listAccountSessions,
  removeAccountFactors,
  suspendAccount,
  unlockAccount,
  type AccountRow,
} from '../contract/accounts.ts'
import type { Refused } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import type { Account, Invited } from './accounts.ts'
import { identityRefused } from './identity-problem.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { Identity } from './identity.ts'
import type { Granting } from './grant-roles.ts'
import { invitationLink } from './link-addresses.ts'
import { factsOf, type Asking, type PrincipalEnv } from './middleware.ts'
import type { Principal } from './principal.ts'

type Proving = Readonly<{ var: Pick<PrincipalEnv['Variables'], 'stepUp'> }>

export function accountRoutes(api: Api, identity: Identity): void {
  mount(api, listAccounts, async ({ asked, query }) =>
    answered(await identity.accountsPage(asked.by, query), ({ rows, ...page }) => ({
      rows: rows.map(rowOf),
      ...page,
    })),
  )
  /** An administrator's rights change hands only when the one who changes them has shown who he is. */
  const proven = async (
    by: Principal,
    c: Proving,
    account: AccountId | null,
    roles: readonly Role[],
  ) => {
    const may = await identity.touchesAdministrators(by, account, roles)
    return may ? c.var.stepUp() : accept(true as const)
  }
  mount(api, createAccount, async ({ asked, body, c }) => {
    const surely = await proven(asked.by, c, null, body.roles)
    if (!surely.ok) return surely
    return answered(await identity.invite(asked.by, body, factsOf(c)), (one) => invitedOf(one, c))
  })
  mount(api, inviteAgain, async ({ asked, params, c }) => {
    const surely = await proven(asked.by, c, params.account, [])
    if (!surely.ok) return surely
    const done = await identity.inviteAgain(asked.by, params.account, factsOf(c))
    return answered(done, (one) => invitedOf(one, c))
  })
  mount(api, grantRoles, async ({ asked, params, body, c }) => {
    const surely = await proven(asked.by, c, params.account, body.roles)
    if (!surely.ok) return surely
    const granting = { ...params, ...body }
    if (await identity.touchesAdministrators(asked.by, params.account, body.roles)) {
      const waiting = await waitForAnother(identity, asked.by, granting, c)
      if (waiting !== null) return waiting
    }
    const done = await identity.grantRoles(asked.by, granting, factsOf(c))
    return answered(done, (row) => ({ ...rowOf(row), waits: false }))
  })
  mount(api, listAccountSessions, async ({ asked, params }) =>
    answered(await identity.sessionsOfAccount(asked.by, params.account), (rows) => ({
      rows: [...rows],
    })),
  )
  mount(api, endAccountSessions, async ({ asked, params, c }) =>
    answered(await identity.endSessionsOfAccount(asked.by, params.account, factsOf(c)), rowOf),
  )
  mount(api, removeAccountFactors, async ({ asked, params, c }) =>
    answered(await identity.removeFactors(asked.by, params.account, factsOf(c)), rowOf),
  )
  mount(api, suspendAccount, async ({ asked, params, c }) =>
    answered(await identity.suspend(asked.by, params.account, factsOf(c)), rowOf),
  )
  mount(api, unlockAccount, async ({ asked, params, c }) =>
    answered(await identity.unlock(asked.by, params.account, factsOf(c)), rowOf),
  )
}

/** Null where one administrator is enough. What could not be granted at all is refused before anybody is asked. */
async function waitForAnother(identity: Identity, by: Principal, granting: Granting, c: Asking) {
  const fault = await identity.grantFault(by, granting)
  if (!fault.ok) return refuse(identityRefused(fault.refusal))
  const act = { kind: 'grantAdministrator', asked: granting } as const
  const waits = await identity.putAct(by, act, factsOf(c))
  return waits === null ? null : accept({ ...rowOf(fault.value), waits: true })
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

function invitedOf({ account, token }: Invited, c: Asking) {
  return { account: rowOf(account), invitation: invitationLink(c.var.transport.origin, token) }
}
