/**
 * Accounts of the demo: made at once, with passwords nobody is ever told, and entered by links that work once.
 * Only a congress founded as a demo has them (congresses.ts).
 */
import type { AccountId, CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { congressOf } from './congresses.ts'
import { enterCongress, inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { insertAccount, type NewAccount } from './new-account.ts'
import { makeLink, takeLink } from './one-time-links.ts'
import { atConsole, type RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { linkRule } from './session-rule.ts'
import { beginSession, endSession } from './sessions.ts'

type Answer<Value> = Promise<Result<Value, IdentityRefusal>>

export async function createAccountDirectly(
  context: IdentityContext,
  congress: CongressId,
  asked: NewAccount,
): Answer<AccountId> {
  const { db, clock, random } = context
  if (!(await congressOf(db, congress)).demo) return refuse({ code: 'not-a-demo' })
  const hash = await context.passwords.hash(random(32).toString('base64url'))
  if (!hash.ok) return hash
  return inCongress(db, congress, async (within) => {
    const made = await insertAccount(context, within, congress, asked, hash.value)
    if (!made.ok) return made
    const facts = { login: asked.login, roles: asked.roles }
    const event = {
      kind: 'account-created',
      outcome: 'done',
      congress,
      account: made.value,
    } as const
    await record(within, clock(), atConsole, { ...event, facts })
    return made
  })
}

export async function makeDemoLink(
  context: IdentityContext,
  congress: CongressId,
  account: AccountId,
): Answer<string> {
  const { db, clock } = context
  if (!(await congressOf(db, congress)).demo) return refuse({ code: 'not-a-demo' })
  return inCongress(db, congress, async (within) => {
    const event = { kind: 'demo-link-made', outcome: 'done', congress, account } as const
    await record(within, clock(), atConsole, event)
    const owner = { congress, account }
    return accept(await makeLink(context, within, 'demo', owner, linkRule.demoMinutes))
  })
}

/** Answers a session's token. */
export async function signInByDemoLink(
  context: IdentityContext,
  {
    token,
    from,
    oldToken,
  }: Readonly<{ token: string; from: RequestFacts; oldToken: string | null }>,
): Answer<string> {
  const { db, clock } = context
  return db.transaction().execute(async (within) => {
    const link = await takeLink(within, 'demo', token, clock())
    if (link === null || link.owner === null) return refuse({ code: 'link-void' })
    const { congress, account } = link.owner
    if (!(await congressOf(within, congress)).demo) return refuse({ code: 'not-a-demo' })
    await enterCongress(within, congress)
    if (oldToken !== null) await endSession(within, oldToken)
    const who = { congress, actor: account, account, facts: { by: 'demo-link' } }
    await record(within, clock(), from, { kind: 'signed-in', outcome: 'done', ...who })
    return accept(await beginSession(context, within, congress, account, from, 'demo'))
  })
}
