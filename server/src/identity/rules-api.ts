/** /api/v1/sign-in-rules: the endpoints of contract/sign-in-rules.ts. */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import { getSignInRules, setSignInRules, type RulesAnswer } from '../contract/sign-in-rules.ts'
import { mayGive } from '../execute/context.ts'
import { forbidden, versionConflict } from '../execute/refused.ts'
import { mount, type Api } from '../http/mount.ts'
import { identityRefused } from './identity-problem.ts'
import type { Identity } from './identity.ts'
import { factsOf } from './middleware.ts'
import type { RulesShown } from './sign-in-rules.ts'

export function rulesRoutes(api: Api, identity: Identity): void {
  mount(api, getSignInRules, async ({ asked }) => {
    const read = await identity.rules(asked.by)
    return read.ok ? accept(answerOf(read.value)) : refuse(identityRefused(read.refusal))
  })
  mount(api, setSignInRules, async ({ asked, body, c }) => {
    const before = await identity.rules(asked.by)
    if (!before.ok) return refuse(identityRefused(before.refusal))
    if (before.value.rules.admins === 'separate' && body.admins !== 'separate') {
      if (!mayGive(asked, 'SetSignInRules')) return forbidden()
      // What nobody could carry out any more is not put before a second administrator.
      if (before.value.rules.version !== body.version) return versionConflict()
      const act = { kind: 'joinAdministrators', asked: body } as const
      const waits = await identity.putAct(asked.by, act, factsOf(c))
      if (waits !== null) return accept({ ...answerOf(before.value), waits: true })
    }
    const set = await identity.setRules(asked.by, body, factsOf(c))
    return set.ok ? accept(answerOf(set.value)) : refuse(identityRefused(set.refusal))
  })
}

function answerOf({
  rules: { askedRoles, forcedRoles, ...rules },
  accounts,
}: RulesShown): RulesAnswer {
  return {
    rules: { ...rules, askedRoles: [...askedRoles], forcedRoles: [...forcedRoles] },
    accounts,
  }
}
