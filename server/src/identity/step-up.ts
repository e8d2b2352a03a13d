/**
 * Sensitive acts ask for the second factor anew: a session left open on a desk, or stolen, must not be enough to destroy
 * words or to make an administrator. Whoever has no second factor is not asked; whether one is needed is the office's rule.
 * Source: OWASP ASVS 5.0 7.5.3; GB/T 22239-2019 8.1.4.1 d.
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { factorsOf, takeCode, type Factors } from './authenticators.ts'
import { countedCode } from './counted-code.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { later } from './lockout.ts'
import { transportsOf } from './passkey-answers.ts'
import { putQuestion, takeQuestion } from './questions.ts'
import { takeRecoveryCode } from './recovery-codes.ts'
import type { RequestFacts } from './request-facts.ts'
import { hashToken } from './secret-token.ts'
import { record } from './security-event.ts'
import { sessionRule } from './session-rule.ts'
import type { LiveSession } from './sessions.ts'
import { verifiedPasskey, webauthn, type Place } from './verify-passkey.ts'

export type StepUp = Factors & Readonly<{ isFresh: boolean }>
type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export function stepUpOf({ db, clock }: IdentityContext, session: LiveSession): Promise<StepUp> {
  return inCongress(db, session.congress.id, async (within) => {
    const factors = await factorsOf(within, session.own.account)
    const row = await within
      .selectFrom('session')
      .select('factor_at')
      .where('token_hash', '=', hashToken(session.token))
      .executeTakeFirst()
    const since = later(clock(), -sessionRule.stepUpMinutes)
    const shown = row?.factor_at ?? null
    return { ...factors, isFresh: shown !== null && shown.toISOString() >= since }
  })
}

/** Before a sensitive act. */
export async function mustProve(context: IdentityContext, session: LiveSession): Answered<true> {
  const { app, passkeys, isFresh } = await stepUpOf(context, session)
  const hasFactor = app || passkeys > 0
  return hasFactor && !isFresh ? refuse({ code: 'factor-needed' }) : accept(true)
}

/** A code of the app or one from the paper. */
export async function proveByCode(
  context: IdentityContext,
  session: LiveSession,
  code: string,
  from: RequestFacts,
): Answered<StepUp> {
  const { account, congress } = session.own
  const { app, passkeys } = await stepUpOf(context, session)
  if (!app && passkeys === 0) return refuse({ code: 'factor-missing' })
  const done = await countedCode(context, { congress, account }, from, async (within) => {
    const byApp = await takeCode(context, within, account, code)
    const byPaper = !byApp && (await takeRecoveryCode(within, account, code))
    if (!byApp && !byPaper) return refuse({ code: 'code-wrong' })
    const who = { congress, actor: account, account } as const
    if (byPaper) {
      const used = { kind: 'recovery-code-used', outcome: 'done', ...who } as const
      await record(within, context.clock(), from, used)
    }
    await remember(context, within, session, from, byApp ? 'code' : 'paper')
    return accept(true)
  })
  return done.ok ? accept(await stepUpOf(context, session)) : done
}

type Put = Readonly<{ options: PublicKeyCredentialRequestOptionsJSON; question: string }>

export async function askProof(
  context: IdentityContext,
  { own: { account, congress } }: LiveSession,
  { host }: Place,
): Answered<Put> {
  const keys = await inCongress(context.db, congress, (within) =>
    within
      .selectFrom('passkey')
      .select(['credential', 'transports'])
      .where('account', '=', account)
      .execute(),
  )
  if (keys.length === 0) return refuse({ code: 'factor-missing' })
  const options = await (
    await webauthn()
  ).generateAuthenticationOptions({
    rpID: host,
    userVerification: 'required',
    allowCredentials: keys.map(({ credential, transports }) => ({
      id: credential,
      transports: transportsOf(transports),
    })),
  })
  const asked = { congress, account, asked: options.challenge }
  return accept({ options, question: await putQuestion(context, 'passkey-prove', asked) })
}

export type ProofShown = Readonly<{
  question: string | null
  response: AuthenticationResponseJSON
  place: Place
  from: RequestFacts
}>

export async function proveByPasskey(
  context: IdentityContext,
  session: LiveSession,
  { question, response, place, from }: ProofShown,
): Answered<StepUp> {
  const { account, congress } = session.own
  const asked = await takeQuestion(context, 'passkey-prove', question)
  if (asked === null || asked.account !== account || typeof asked.asked !== 'string')
    return refuse({ code: 'passkey-failed' })
  const key = await inCongress(context.db, congress, (within) =>
    within
      .selectFrom('passkey')
      .selectAll()
      .where('credential', '=', response.id)
      .where('account', '=', account)
      .executeTakeFirst(),
  )
  const counter = key ? await verifiedPasskey(key, response, asked.asked, place) : null
  const proven = await inCongress(context.db, congress, async (within) => {
    if (!key || counter === null) {
      const who = { congress, actor: account, account }
      const failed = { kind: 'passkey-failed', outcome: 'refused', ...who } as const
      await record(within, context.clock(), from, failed)
      return false
    }
    await within
      .updateTable('passkey')
      .set({ counter, last_used_at: context.clock() })
      .where('credential', '=', key.credential)
      .execute()
    await remember(context, within, session, from, 'passkey')
    return true
  })
  return proven ? accept(await stepUpOf(context, session)) : refuse({ code: 'passkey-failed' })
}

async function remember(
  { clock }: IdentityContext,
  within: IdentityDb,
  { token, own: { account, congress } }: LiveSession,
  from: RequestFacts,
  method: string,
): Promise<void> {
  await within
    .updateTable('session')
    .set({ factor_at: clock() })
    .where('token_hash', '=', hashToken(token))
    .execute()
  const who = { congress, actor: account, account, facts: { method } }
  await record(within, clock(), from, { kind: 'factor-shown', outcome: 'done', ...who })
}
