/** Identity as the rest of the server uses it: one object, made once from a pool, a clock and chance. */
import { randomBytes } from 'node:crypto'
import type { Instant } from '@luoshi/domain/kernel/day'
import type { AccountId, CongressId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import type { ActDecision, GuardedAct } from '@luoshi/domain/people/second-person'
import type { Pool } from 'pg'
import { acceptInvitation, readInvitation, type Acceptance } from './accept-invitation.ts'
import { invite, inviteAgain, listAccounts, suspend, unlock } from './accounts.ts'
import { exportAudit, readAudit, type AuditAsked } from './audit-page.ts'
import { auditTrail } from './audit-trail.ts'
import { changePassword, type PasswordChange } from './change-password.ts'
import { congressOf, createCongress, listCongresses, type NewCongress } from './congresses.ts'
import { actFor, delegate, delegationsOf, endDelegation, type Delegating } from './delegations.ts'
import { createAccountDirectly, makeDemoLink, signInByDemoLink } from './demo-accounts.ts'
import { makeSetupLink, mayBeSetUp, setUp, setupFaults, type Setup } from './first-setup.ts'
import { grantFault, grantRoles, touchesAdministrators, type Granting } from './grant-roles.ts'
import { enterCongress, type IdentityContext } from './identity-context.ts'
import { identityDb } from './identity-tables.ts'
import { accountsPage, type AccountsAsked } from './list-accounts.ts'
import { lockoutRule, type LockoutRule } from './lockout.ts'
import type { NewAccount } from './new-account.ts'
import { hashCost, type HashCost } from './password-hash.ts'
import { oidcClients } from './oidc-client.ts'
import type { OidcSecrets } from './oidc-secrets.ts'
import { oidcChoices, readOidc, setOidc, type OidcProvider } from './oidc-settings.ts'
import { beginOidc, finishOidc, type OidcBack, type OidcBegin } from './oidc-sign-in.ts'
import { endSessionsOfAccount, removeFactors, sessionsOfAccount } from './other-accounts.ts'
import {
  appBegun,
  beginApp,
  endOwnSessions,
  finishApp,
  newRecoveryCodes,
  ownAccount,
  removeApp,
} from './own-account.ts'
import {
  addPasskey,
  askNewPasskey,
  askPasskey,
  removePasskey,
  renamePasskey,
  signInByPasskey,
  type NewPasskey,
  type PasskeyShown,
} from './passkeys.ts'
import { actFailed, decideAct, listActs, putAct } from './pending-acts.ts'
import { presentPassword } from './present-password.ts'
import { passwordKeeper } from './password-keeper.ts'
import type { Principal } from './principal.ts'
import { atConsole, type RequestFacts } from './request-facts.ts'
import { record, type SecurityEvent } from './security-event.ts'
import type { SealKey } from './sealing.ts'
import type { Random } from './secret-token.ts'
import { endingSessions } from './session-ends.ts'
import { liveSession, liveSessionAnd, type FirstLook, type LiveSession } from './sessions.ts'
import { recover } from './recover.ts'
import { signIn, type SignIn } from './sign-in.ts'
import { readRules, setRules, type SignInRules } from './sign-in-rules.ts'
import {
  enrolmentOf,
  passEnrolment,
  passFactor,
  passRenewal,
  showStep,
  type CodeGiven,
  type Renewal,
} from './second-step.ts'
import { readStep, type Step } from './sign-in-steps.ts'
import { signOut } from './sign-out.ts'
import {
  askProof,
  mustProve,
  proveByCode,
  proveByPasskey,
  stepUpOf,
  type ProofShown,
} from './step-up.ts'
import type { Place as BrowserPlace } from './verify-passkey.ts'

export type IdentityOptions = Readonly<{
  /** Connections as the application's role. */
  pool: Pool
  clock: () => Instant
  random?: Random
  cost?: HashCost
  /** For secrets that have to be read back (sealing.ts). */
  sealKey?: SealKey | null
  /** The secrets of providers of unified identity, by their place. */
  oidcSecrets?: OidcSecrets
  lockout?: Readonly<{ login: LockoutRule; address: LockoutRule }>
  unitName?: (congress: CongressId, unit: UnitId) => Promise<string | null>
}>

export type Identity = ReturnType<typeof createIdentity>

export function createIdentity({
  pool,
  clock,
  random = randomBytes,
  cost = hashCost,
  sealKey = null,
  oidcSecrets = () => Promise.resolve(null),
  lockout = { login: lockoutRule, address: lockoutRule },
  unitName = () => Promise.resolve(null),
}: IdentityOptions) {
  const db = identityDb(pool)
  const passwords = passwordKeeper(cost, random)
  const clients = oidcClients(() => performance.now())
  const context: IdentityContext = {
    db,
    pool,
    clock,
    random,
    passwords,
    sealKey,
    oidcSecrets,
    oidcClients: clients,
    lockout,
    unitName,
  }
  return {
    now: clock,
    congresses: () => listCongresses(db),
    congressOf: (congress: CongressId) => congressOf(db, congress),
    createCongress: (asked: NewCongress, from: RequestFacts = atConsole) =>
      db.transaction().execute((within) => createCongress(context, within, asked, from)),
    makeSetupLink: () => makeSetupLink(context),
    mayBeSetUp: (token: string) => mayBeSetUp(context, token),
    setupFaults,
    setUp: (asked: Setup) => setUp(context, asked),
    signIn: (asked: SignIn) => signIn(context, asked),
    stepOf: (token: string | null) => readStep(context, token),
    showStep: (step: Step) => showStep(context, step),
    passFactor: (step: Step, given: CodeGiven) => passFactor(context, step, given),
    enrolmentOf: (step: Step) => enrolmentOf(context, step),
    passEnrolment: (step: Step, given: CodeGiven) => passEnrolment(context, step, given),
    passRenewal: (step: Step, renewal: Renewal) => passRenewal(context, step, renewal),
    askPasskey: (place: BrowserPlace) => askPasskey(context, place),
    signInByPasskey: (shown: PasskeyShown) => signInByPasskey(context, shown),
    askNewPasskey: (session: LiveSession, place: BrowserPlace) =>
      askNewPasskey(context, session, place),
    addPasskey: (session: LiveSession, made: NewPasskey) => addPasskey(context, session, made),
    renamePasskey: (session: LiveSession, credential: string, name: string, from: RequestFacts) =>
      renamePasskey(context, session, credential, name, from),
    removePasskey: (session: LiveSession, credential: string, from: RequestFacts) =>
      removePasskey(context, session, credential, from),
    presentPassword: (session: LiveSession, present: string, from: RequestFacts) =>
      presentPassword(context, session, present, from),
    ownAccount: (session: LiveSession) => ownAccount(context, session),
    beginApp: (session: LiveSession, present: string, from: RequestFacts) =>
      beginApp(context, session, present, from),
    appBegun: (session: LiveSession) => appBegun(context, session),
    finishApp: (session: LiveSession, code: string, from: RequestFacts) =>
      finishApp(context, session, code, from),
    removeApp: (session: LiveSession, present: string, from: RequestFacts) =>
      removeApp(context, session, present, from),
    newRecoveryCodes: (session: LiveSession, present: string, from: RequestFacts) =>
      newRecoveryCodes(context, session, present, from),
    endOwnSessions: (session: LiveSession, id: string | null, from: RequestFacts) =>
      endingSessions(endOwnSessions(context, session, id, from)),
    delegate: (session: LiveSession, asked: Delegating, from: RequestFacts) =>
      delegate(context, session, asked, from),
    endDelegation: (session: LiveSession, id: string, from: RequestFacts) =>
      endingSessions(endDelegation(context, session, id, from)),
    delegationsOf: (session: LiveSession) => delegationsOf(context, session),
    actFor: (session: LiveSession, id: string | null, from: RequestFacts) =>
      endingSessions(actFor(context, session, id, from)),
    oidc: (by: Principal) => readOidc(context, by),
    setOidc: (by: Principal, asked: OidcProvider, from: RequestFacts) =>
      setOidc(context, by, asked, from),
    oidcChoices: () => oidcChoices(context),
    beginOidc: (asked: OidcBegin) => beginOidc(context, asked),
    finishOidc: (back: OidcBack) => finishOidc(context, back),
    audit: (by: Principal, asked: AuditAsked, before: number | null, limit: number) =>
      readAudit(context, by, asked, before, limit),
    exportAudit: (by: Principal, asked: AuditAsked, from: RequestFacts) =>
      exportAudit(context, by, asked, from),
    sessionsOfAccount: (by: Principal, account: AccountId) =>
      sessionsOfAccount(context, by, account),
    endSessionsOfAccount: (by: Principal, account: AccountId, from: RequestFacts) =>
      endingSessions(endSessionsOfAccount(context, by, account, from)),
    removeFactors: (by: Principal, account: AccountId, from: RequestFacts) =>
      endingSessions(removeFactors(context, by, account, from)),
    stepUp: (session: LiveSession) => stepUpOf(context, session),
    mustProve: (session: LiveSession) => mustProve(context, session),
    proveByCode: (session: LiveSession, code: string, from: RequestFacts) =>
      proveByCode(context, session, code, from),
    askProof: (session: LiveSession, place: BrowserPlace) => askProof(context, session, place),
    proveByPasskey: (session: LiveSession, shown: ProofShown) =>
      proveByPasskey(context, session, shown),
    signOut: (session: LiveSession, from: RequestFacts) =>
      endingSessions(signOut(context, session, from)),
    sessionOf: (token: string | null) => liveSession(context, token),
    sessionAnd: (token: string | null, look: FirstLook) => liveSessionAnd(context, token, look),
    principalOf: async (token: string | null) =>
      (await liveSession(context, token))?.principal ?? null,
    changePassword: (session: LiveSession, asked: PasswordChange) =>
      endingSessions(changePassword(context, session, asked)),
    accounts: (by: Principal) => listAccounts(context, by),
    accountsPage: (by: Principal, asked: AccountsAsked) => accountsPage(context, by, asked),
    invite: (by: Principal, asked: NewAccount, from: RequestFacts) =>
      invite(context, by, asked, from),
    inviteAgain: (by: Principal, account: AccountId, from: RequestFacts) =>
      inviteAgain(context, by, account, from),
    recover: (congress: CongressId, login: string, factors?: 'kept' | 'lost') =>
      recover(context, congress, login, factors),
    suspend: (by: Principal, account: AccountId, from: RequestFacts) =>
      endingSessions(suspend(context, by, account, from)),
    unlock: (by: Principal, account: AccountId, from: RequestFacts) =>
      unlock(context, by, account, from),
    putAct: (
      by: Principal,
      act: Readonly<{ kind: GuardedAct; asked: unknown }>,
      from: RequestFacts,
    ) => putAct(context, by, act, from),
    pendingActs: (by: Principal) => listActs(context, by),
    decideAct: (
      by: Principal,
      deciding: Readonly<{ id: string; decision: ActDecision }>,
      from: RequestFacts,
    ) => decideAct(context, by, deciding, from),
    actFailed: (by: Principal, id: string) => actFailed(context, by, id),
    touchesAdministrators: (by: Principal, account: AccountId | null, roles: readonly Role[]) =>
      touchesAdministrators(context, by, account, roles),
    grantFault: (by: Principal, asked: Granting) => grantFault(context, by, asked),
    grantRoles: (by: Principal, asked: Granting, from: RequestFacts) =>
      endingSessions(grantRoles(context, by, asked, from)),
    rules: (by: Principal) => readRules(context, by),
    setRules: (by: Principal, asked: SignInRules, from: RequestFacts) =>
      endingSessions(setRules(context, by, asked, from)),
    readInvitation: (token: string) => readInvitation(context, token),
    acceptInvitation: (asked: Acceptance) => acceptInvitation(context, asked),
    auditTrail: (by: Principal, before: number | null, limit: number) =>
      auditTrail(context, by, before, limit),
    /** For what is noticed outside, such as a forged request. */
    record: (from: RequestFacts, event: SecurityEvent) =>
      db.transaction().execute(async (within) => {
        if (event.congress !== null) await enterCongress(within, event.congress)
        await record(within, clock(), from, event)
      }),
    createAccountDirectly: (congress: CongressId, asked: NewAccount) =>
      createAccountDirectly(context, congress, asked),
    makeDemoLink: (congress: CongressId, account: AccountId) =>
      makeDemoLink(context, congress, account),
    signInByDemoLink: (
      asked: Readonly<{ token: string; from: RequestFacts; oldToken: string | null }>,
    ) => signInByDemoLink(context, asked),
  }
}
