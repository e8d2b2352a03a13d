/** Refusals of identity with their HTTP status, and problems (RFC 9457) in the shape of the contract. */
import type { Bilingual } from '@luoshi/domain/kernel/explanation'
import type { Problem } from '../contract/problem.ts'
import type { Refused, RefusedStatus } from '../execute/refused.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { explainIdentityRefusal } from './identity-refusal-words.ts'

export function problemOf(status: number, code: string, said: Bilingual): Problem {
  return { type: 'about:blank', title: said.en.what, status, code, zh: said.zh, en: said.en }
}

/** As the rest of the server refuses. */
export function identityRefused(refusal: IdentityRefusal): Refused {
  return { status: statusOf(refusal), code: refusal.code, words: explainIdentityRefusal(refusal) }
}

/** Of a form that could not be understood, of a rule that says no, of a door that is closed for now. */
export function statusOf({ code }: IdentityRefusal): RefusedStatus {
  switch (code) {
    case 'wrong-login-or-password':
    case 'wrong-password':
    case 'code-wrong':
    case 'step-void':
    case 'passkey-failed':
    case 'oidc-failed':
      return 401
    case 'role-forbids':
    case 'admin-link-apart':
    case 'factor-needed':
    case 'act-same-person':
    case 'act-not-yours':
    case 'account-suspended':
    case 'account-dormant':
    case 'not-a-demo':
    case 'not-yourself':
    case 'oidc-no-account':
    case 'roles-not-yours':
      return 403
    case 'account-unknown':
    case 'act-unknown':
    case 'link-void':
    case 'session-unknown':
    case 'oidc-off':
    case 'delegation-unknown':
      return 404
    case 'already-set-up':
    case 'login-taken':
    case 'holds-several':
    case 'nobody-holds':
    case 'version-conflict':
    case 'factor-there':
    case 'act-over':
    case 'factor-missing':
    case 'factor-forced':
    case 'passkeys-full':
      return 409
    case 'locked':
    case 'busy':
      return 429
    case 'congress-missing':
    case 'congress-name-unfit':
    case 'county-unfit':
    case 'fingerprint-differs':
    case 'repeat-differs':
    case 'password-unfit':
    case 'login-unfit':
    case 'name-unfit':
    case 'roles-missing':
    case 'admin-with-others':
    case 'admins-apart':
    case 'passkey-name-unfit':
    case 'deputy-unfit':
    case 'oidc-settings-unfit':
    case 'oidc-secret-missing':
    case 'delegate-to-yourself':
    case 'delegate-not-held':
    case 'delegate-in-person':
    case 'delegate-period':
    case 'delegate-reason':
    case 'unit-missing':
    case 'official-missing':
      return 400
  }
}
