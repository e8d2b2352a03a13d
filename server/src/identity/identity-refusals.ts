/** Why identity refuses, as data. The words are in identity-refusal-words.ts. */
import type { Instant } from '@luoshi/domain/kernel/day'
import type { AdminRole } from '@luoshi/domain/people/admin-separation'
import type { ByCode, Nothing } from '@luoshi/domain/kernel/one-of'
import type { PasswordFault } from './password-rule.ts'

export type IdentityRefusal = ByCode<{
  'wrong-login-or-password': Nothing
  locked: { by: 'login' | 'address'; until: Instant }
  'account-suspended': Nothing
  'account-dormant': Nothing
  busy: Nothing
  'congress-missing': Nothing
  'wrong-password': Nothing
  'password-unfit': { faults: readonly PasswordFault[] }
  'link-void': Nothing
  'already-set-up': Nothing
  'congress-name-unfit': Nothing
  'county-unfit': Nothing
  'fingerprint-differs': Nothing
  'repeat-differs': Nothing
  'login-unfit': Nothing
  'login-taken': { login: string }
  'name-unfit': Nothing
  'roles-missing': Nothing
  'admin-with-others': Nothing
  'unit-missing': Nothing
  'official-missing': Nothing
  'account-unknown': Nothing
  'act-unknown': Nothing
  'act-over': Nothing
  'act-same-person': Nothing
  'act-not-yours': Nothing
  'not-yourself': Nothing
  'role-forbids': Nothing
  'not-a-demo': Nothing
  'roles-not-yours': Nothing
  'admins-apart': Nothing
  'admin-link-apart': Nothing
  'holds-several': { names: readonly string[] }
  'nobody-holds': { roles: readonly AdminRole[] }
  'version-conflict': Nothing
  'step-void': Nothing
  'code-wrong': Nothing
  'factor-there': Nothing
  'factor-needed': Nothing
  'factor-missing': Nothing
  'factor-forced': Nothing
  'passkey-failed': Nothing
  'passkey-name-unfit': Nothing
  'passkeys-full': Nothing
  'session-unknown': Nothing
  'oidc-off': Nothing
  'oidc-failed': Nothing
  'oidc-no-account': Nothing
  'oidc-settings-unfit': Nothing
  'oidc-secret-missing': Nothing
  'deputy-unfit': Nothing
  'delegation-unknown': Nothing
  'delegate-to-yourself': Nothing
  'delegate-not-held': Nothing
  'delegate-in-person': Nothing
  'delegate-period': Nothing
  'delegate-reason': Nothing
}>

export type IdentityRefusalCode = IdentityRefusal['code']
