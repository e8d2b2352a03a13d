/**
 * The way back for an administrator who is the only one and forgot the password, or lost telephone, keys and paper as
 * well: whoever may run commands on the server gets an invitation link for them. On the record, and the password stays
 * unknown to all but its owner.
 */
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { forgetFailures, loginSubject } from './attempts.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { normalLogin } from './login-name.ts'
import { makeLink } from './one-time-links.ts'
import { dropFactors } from './other-accounts.ts'
import { atConsole } from './request-facts.ts'
import { record } from './security-event.ts'
import { linkRule } from './session-rule.ts'

/**
 * Answers an invitation's token; a locked login is open again.
 * @param factors `lost`: the second factors are taken away, and the sessions end.
 */
export function recover(
  context: IdentityContext,
  congress: CongressId,
  typed: string,
  factors: 'kept' | 'lost' = 'kept',
): Promise<Result<string, IdentityRefusal>> {
  const login = normalLogin(typed)
  return inCongress(context.db, congress, async (within) => {
    const row = await within
      .selectFrom('account')
      .select(['id', 'status'])
      .where('congress', '=', congress)
      .where('login', '=', login)
      .executeTakeFirst()
    if (row === undefined) return refuse({ code: 'account-unknown' })
    if (row.status === 'suspended') return refuse({ code: 'account-suspended' })
    const account = idOf('account', row.id)
    const failures = await forgetFailures(within, loginSubject(congress, login))
    const event = { kind: 'invited', outcome: 'done', congress, account, login } as const
    const facts = { by: 'console', failures }
    await record(within, context.clock(), atConsole, { ...event, facts })
    if (factors === 'lost') {
      const gone = { kind: 'factor-removed', outcome: 'done', congress, account, login } as const
      const taken = { by: 'console', ...(await dropFactors(within, account)) }
      await record(within, context.clock(), atConsole, { ...gone, facts: taken })
    }
    const owner = { congress, account }
    return accept(await makeLink(context, within, 'invitation', owner, linkRule.invitationMinutes))
  })
}
