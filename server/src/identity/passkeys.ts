/**
 * Passkeys (WebAuthn level 3): a key in a device or a token, opened by its owner's finger, face or PIN. That is two
 * factors in one, and nothing a false page could steal. Discoverable, so nobody types a login; user verification is
 * required, not preferred. Source: GB/T 22239-2019 8.1.4.1 d; OWASP ASVS 5.0 6.3.3, 6.7.
 */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { admit, type Entry } from './admit.ts'
import { dropIdleRecoveryCodes, factorsOf } from './authenticators.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import { isOneLine } from './login-name.ts'
import { transportsOf } from './passkey-answers.ts'
import { wantedOf } from './own-account.ts'
import { putQuestion, takeQuestion } from './questions.ts'
import type { RequestFacts } from './request-facts.ts'
import type { SecurityEventKind } from '../contract/security-event-labels.ts'
import { record } from './security-event.ts'
import type { LiveSession } from './sessions.ts'
import { verifiedPasskey, webauthn, type Place } from './verify-passkey.ts'

const most = 10

type Put<Options> = Readonly<{ options: Options; question: string }>
type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export async function askNewPasskey(
  context: IdentityContext,
  { own, login, congress }: LiveSession,
  { host }: Place,
): Answered<Put<PublicKeyCredentialCreationOptionsJSON>> {
  const { account } = own
  const known = await inCongress(context.db, congress.id, (within) =>
    within
      .selectFrom('passkey')
      .select(['credential', 'transports'])
      .where('account', '=', account)
      .execute(),
  )
  if (known.length >= most) return refuse({ code: 'passkeys-full' })
  const options = await (
    await webauthn()
  ).generateRegistrationOptions({
    rpName: `落实 ${congress.name}`,
    rpID: host,
    userID: new Uint8Array(Buffer.from(account)),
    userName: login,
    userDisplayName: own.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ credential, transports }) => ({
      id: credential,
      transports: transportsOf(transports),
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  const asked = { congress: congress.id, account, asked: options.challenge }
  return accept({ options, question: await putQuestion(context, 'passkey-new', asked) })
}

export type NewPasskey = Readonly<{
  question: string | null
  response: RegistrationResponseJSON
  name: string
  place: Place
  from: RequestFacts
}>

export async function addPasskey(
  context: IdentityContext,
  { own, congress }: LiveSession,
  { question, response, name, place, from }: NewPasskey,
): Answered<null> {
  const called = name.trim()
  if (!isOneLine(called, 1, 40)) return refuse({ code: 'passkey-name-unfit' })
  const asked = await takeQuestion(context, 'passkey-new', question)
  if (asked === null || asked.account !== own.account || typeof asked.asked !== 'string') {
    return refuse({ code: 'passkey-failed' })
  }
  const verified = await (
    await webauthn()
  )
    .verifyRegistrationResponse({
      response,
      expectedChallenge: asked.asked,
      expectedOrigin: place.origin,
      expectedRPID: place.host,
      requireUserVerification: true,
    })
    .catch(() => null)
  if (!verified?.verified) return refuse({ code: 'passkey-failed' })
  const { credential, credentialBackedUp: backed_up } = verified.registrationInfo
  return inCongress(context.db, congress.id, async (within) => {
    const added = await within
      .insertInto('passkey')
      .values({
        credential: credential.id,
        congress: congress.id,
        account: own.account,
        name: called,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: transportsOf(credential.transports ?? []),
        backed_up,
        made_at: context.clock(),
        last_used_at: null,
      })
      .onConflict((clash) => clash.column('credential').doNothing())
      .executeTakeFirst()
    if (added.numInsertedOrUpdatedRows !== 1n) return refuse({ code: 'passkey-failed' })
    await note(context, within, own, from, 'passkey-added', called)
    return accept(null)
  })
}

export async function askPasskey(
  context: IdentityContext,
  { host }: Place,
): Promise<Put<PublicKeyCredentialRequestOptionsJSON>> {
  const options = await (
    await webauthn()
  ).generateAuthenticationOptions({
    rpID: host,
    userVerification: 'required',
    allowCredentials: [],
  })
  const asked = { congress: null, account: null, asked: options.challenge }
  return { options, question: await putQuestion(context, 'passkey-in', asked) }
}

export type PasskeyShown = Readonly<{
  question: string | null
  response: AuthenticationResponseJSON
  place: Place
  from: RequestFacts
  oldToken: string | null
}>

export async function signInByPasskey(
  context: IdentityContext,
  { question, response, place, from, oldToken }: PasskeyShown,
): Answered<Entry> {
  const { db, clock } = context
  const asked = await takeQuestion(context, 'passkey-in', question)
  const key = await db
    .selectFrom('passkey')
    .selectAll()
    .where('credential', '=', response.id)
    .executeTakeFirst()
  if (asked === null || typeof asked.asked !== 'string' || key === undefined) {
    return refuse({ code: 'passkey-failed' })
  }
  const [congress, account] = [idOf('congress', key.congress), idOf('account', key.account)]
  const handle = Buffer.from(response.response.userHandle ?? '', 'base64url').toString()
  const counter = await verifiedPasskey(key, response, asked.asked, place)
  return inCongress(db, congress, async (within) => {
    if (counter === null || handle !== account) {
      const who = { congress, account, facts: { passkey: key.name } }
      await record(within, clock(), from, { kind: 'passkey-failed', outcome: 'refused', ...who })
      return refuse({ code: 'passkey-failed' })
    }
    await within
      .updateTable('passkey')
      .set({ counter, last_used_at: clock() })
      .where('credential', '=', key.credential)
      .execute()
    const proven = { congress, account, method: 'passkey', factors: 'two', from, oldToken } as const
    return admit(context, within, proven)
  })
}

export function renamePasskey(
  context: IdentityContext,
  { own, congress }: LiveSession,
  credential: string,
  name: string,
  from: RequestFacts,
): Answered<null> {
  const called = name.trim()
  if (!isOneLine(called, 1, 40)) return Promise.resolve(refuse({ code: 'passkey-name-unfit' }))
  return inCongress(context.db, congress.id, async (within) => {
    const done = await within
      .updateTable('passkey')
      .set({ name: called })
      .where('credential', '=', credential)
      .where('account', '=', own.account)
      .executeTakeFirst()
    if (done.numUpdatedRows !== 1n) return refuse({ code: 'passkey-failed' })
    await note(context, within, own, from, 'passkey-renamed', called)
    return accept(null)
  })
}

export function removePasskey(
  context: IdentityContext,
  session: LiveSession,
  credential: string,
  from: RequestFacts,
): Answered<null> {
  const { own, congress } = session
  return inCongress(context.db, congress.id, async (within) => {
    const { app, passkeys } = await factorsOf(within, own.account)
    const forced = (await wantedOf(within, session)) === 'forced'
    if (forced && !app && passkeys < 2) return refuse({ code: 'factor-forced' })
    const gone = await within
      .deleteFrom('passkey')
      .where('credential', '=', credential)
      .where('account', '=', own.account)
      .returning('name')
      .executeTakeFirst()
    if (gone === undefined) return refuse({ code: 'passkey-failed' })
    await dropIdleRecoveryCodes(within, own.account)
    await note(context, within, own, from, 'passkey-removed', gone.name)
    return accept(null)
  })
}

function note(
  { clock }: IdentityContext,
  within: IdentityContext['db'],
  { congress, account }: LiveSession['own'],
  from: RequestFacts,
  kind: SecurityEventKind,
  passkey: string,
): Promise<void> {
  const who = { congress, actor: account, account, facts: { passkey } }
  return record(within, clock(), from, { kind, outcome: 'done', ...who })
}
