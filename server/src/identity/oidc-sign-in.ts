/**
 * Signing in at the province's unified identity: authorization code with PKCE, state and nonce, all bound to the one
 * browser that asked. It says who comes, never what they may do: without an account here nobody gets in, and the first
 * visit binds the provider's own subject, so that nobody else can take the same name later.
 * Source: OpenID Connect Core 1.0 §3.1; RFC 7636; RFC 9207 (mix-up); OWASP ASVS 5.0 10.5.
 */
import type { Configuration } from 'openid-client'
import { idOf, type AccountId, type CongressId } from '@luoshi/domain/kernel/ids'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import * as z from 'zod/mini'
import { admit, type Entry } from './admit.ts'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { isLoginName, normalLogin } from './login-name.ts'
import { oidcLibrary } from './oidc-client.ts'
import { providerOf, type OidcProvider } from './oidc-settings.ts'
import { putQuestion, takeQuestion } from './questions.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'
import { newToken } from './secret-token.ts'

export const oidcBack = '/sign-in/oidc/back'

const remembered = z.object({
  issuer: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  language: z.enum(['zh', 'en']),
})

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export type OidcBegin = Readonly<{
  congress: CongressId
  origin: string
  next: string
  language: 'zh' | 'en'
}>

export type OidcBegun = Readonly<{ goTo: URL; question: string }>

export async function beginOidc(
  context: IdentityContext,
  { congress, origin, next, language }: OidcBegin,
): Answered<OidcBegun> {
  const client = await clientOf(context, congress)
  if (client === null) return refuse({ code: 'oidc-off' })
  const { provider, configuration } = client
  const { random } = context
  const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await oidcLibrary()
  const [state, nonce, verifier] = [newToken(random), newToken(random), newToken(random)]
  const asked = { issuer: provider.issuer, state, nonce, verifier, next, language }
  const goTo = buildAuthorizationUrl(configuration, {
    redirect_uri: `${origin}${oidcBack}`,
    scope: 'openid profile',
    response_type: 'code',
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    nonce,
  })
  const question = await putQuestion(context, 'oidc', { congress, account: null, asked })
  return accept({ goTo, question })
}

export type OidcBack = Readonly<{
  question: string | null
  /** The address the browser came back to, with the provider's answer in its query. */
  url: URL
  from: RequestFacts
  oldToken: string | null
}>

export type OidcDone = Readonly<{ entry: Entry; next: string; language: 'zh' | 'en' }>

export async function finishOidc(
  context: IdentityContext,
  { question, url, from, oldToken }: OidcBack,
): Answered<OidcDone> {
  const put = await takeQuestion(context, 'oidc', question)
  const asked = remembered.safeParse(put?.asked)
  if (put === null || put.congress === null || !asked.success)
    return refuse({ code: 'oidc-failed' })
  const { congress } = put
  const client = await clientOf(context, congress)
  // The settings changed while the person was away: an answer to the old ones is no answer.
  if (client === null || client.provider.issuer !== asked.data.issuer) {
    return refuse({ code: 'oidc-failed' })
  }
  const claimed = await claimedBy(client, url, asked.data).catch(() => null)
  if (claimed === null) {
    await noteFailure(context, congress, from, 'answer')
    return refuse({ code: 'oidc-failed' })
  }
  const { issuer, next, language } = asked.data
  const entry = await inCongress(context.db, congress, async (within) => {
    const account = await accountFor(context, within, congress, issuer, claimed, from)
    if (account === null) return refuse<IdentityRefusal>({ code: 'oidc-no-account' })
    const proven = { congress, account, method: 'oidc', factors: 'one', from, oldToken } as const
    return admit(context, within, proven)
  })
  if (entry.ok) return accept({ entry: entry.value, next, language })
  if (entry.refusal.code === 'oidc-no-account') {
    await noteFailure(context, congress, from, 'no-account')
  }
  return entry
}

type Client = Readonly<{ provider: OidcProvider; configuration: Configuration }>

/** `null` when there is none, it is off, its secret is gone or it does not answer. */
async function clientOf(context: IdentityContext, congress: CongressId): Promise<Client | null> {
  const provider = await inCongress(context.db, congress, (within) => providerOf(within, congress))
  if (provider === null || !provider.enabled) return null
  const secret = await context.oidcSecrets(provider.secretFrom)
  if (secret === null) return null
  const configuration = await context.oidcClients(provider, secret).catch(() => null)
  return configuration === null ? null : { provider, configuration }
}

type Claimed = Readonly<{ subject: string; login: string }>

/** @throws when state, nonce, issuer, signature or audience is not right. */
async function claimedBy(
  { provider, configuration }: Client,
  url: URL,
  { state, nonce, verifier }: z.infer<typeof remembered>,
): Promise<Claimed | null> {
  const { authorizationCodeGrant, fetchUserInfo } = await oidcLibrary()
  const tokens = await authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (claims === undefined || claims.sub.length > 255) return null
  const inToken = claims[provider.loginClaim]
  const said =
    inToken ??
    (await fetchUserInfo(configuration, tokens.access_token, claims.sub))[provider.loginClaim]
  if (typeof said !== 'string') return null
  const login = normalLogin(said)
  return isLoginName(login) ? { subject: claims.sub, login } : null
}

/** By subject once bound; before that by login, if nobody else was bound to it. Locked by the table's own keys. */
async function accountFor(
  { clock }: IdentityContext,
  within: IdentityDb,
  congress: CongressId,
  issuer: string,
  { subject, login }: Claimed,
  from: RequestFacts,
): Promise<AccountId | null> {
  const bound = await within
    .selectFrom('external_login')
    .select('account')
    .where('congress', '=', congress)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  if (bound !== undefined) return idOf('account', bound.account)
  const named = await within
    .selectFrom('account')
    .select('id')
    .where('congress', '=', congress)
    .where('login', '=', login)
    .where('status', '=', 'active')
    .executeTakeFirst()
  if (named === undefined) return null
  const account = idOf('account', named.id)
  const linked = await within
    .insertInto('external_login')
    .values({ congress, issuer, subject, account, linked_at: clock() })
    .onConflict((clash) => clash.doNothing())
    .executeTakeFirst()
  if (linked.numInsertedOrUpdatedRows !== 1n) return null
  const who = { congress, actor: account, account, facts: { issuer } }
  await record(within, clock(), from, { kind: 'oidc-linked', outcome: 'done', ...who })
  return account
}

function noteFailure(
  { db, clock }: IdentityContext,
  congress: CongressId,
  from: RequestFacts,
  why: string,
): Promise<void> {
  const event = { kind: 'oidc-failed', outcome: 'refused', congress, facts: { why } } as const
  return inCongress(db, congress, (within) => record(within, clock(), from, event))
}
