/**
 * The province's unified identity, as the security administrator configures it for one congress.
 * Source: ecosystem.md §5 (统一身份认证); OpenID Connect Core 1.0; OWASP ASVS 5.0 V10.
 */
import { may } from '@luoshi/domain/people/rights'
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { sql } from 'kysely'
import { inCongress, type IdentityContext } from './identity-context.ts'
import type { IdentityRefusal } from './identity-refusals.ts'
import type { IdentityDb } from './identity-tables.ts'
import { isOneLine } from './login-name.ts'
import { isSecretPlace } from './oidc-secrets.ts'
import type { Principal } from './principal.ts'
import type { RequestFacts } from './request-facts.ts'
import { record } from './security-event.ts'

export type OidcProvider = Readonly<{
  /** What the button on the sign-in page says. */
  label: string
  issuer: string
  clientId: string
  /** The place of the secret: `env:LUOSHI_OIDC_…` or `file:NAME`. */
  secretFrom: string
  /** The claim whose value is the login of an account here. */
  loginClaim: string
  enabled: boolean
  version: number
}>

export type OidcShown = Readonly<{ provider: OidcProvider | null; secretThere: boolean }>

type Answered<Value> = Promise<Result<Value, IdentityRefusal>>

export async function providerOf(
  within: IdentityDb,
  congress: CongressId,
): Promise<OidcProvider | null> {
  const row = await within
    .selectFrom('oidc_provider')
    .selectAll()
    .where('congress', '=', congress)
    .executeTakeFirst()
  if (row === undefined) return null
  const { label, issuer, client_id, secret_from, login_claim, enabled, version } = row
  return {
    label,
    issuer,
    clientId: client_id,
    secretFrom: secret_from,
    loginClaim: login_claim,
    enabled,
    version,
  }
}

export async function readOidc(context: IdentityContext, by: Principal): Answered<OidcShown> {
  if (!may(by, 'SetSignInRules', null)) return refuse({ code: 'role-forbids' })
  const provider = await inCongress(context.db, by.congress, (within) =>
    providerOf(within, by.congress),
  )
  const secret = provider === null ? null : await context.oidcSecrets(provider.secretFrom)
  return accept({ provider, secretThere: secret !== null })
}

export async function setOidc(
  context: IdentityContext,
  by: Principal,
  asked: OidcProvider,
  from: RequestFacts,
): Answered<OidcShown> {
  if (!may(by, 'SetSignInRules', null)) return refuse({ code: 'role-forbids' })
  const fault = providerFault(asked)
  if (fault !== null) return refuse(fault)
  const secretThere = (await context.oidcSecrets(asked.secretFrom)) !== null
  if (asked.enabled && !secretThere) return refuse({ code: 'oidc-secret-missing' })
  return inCongress(context.db, by.congress, async (within) => {
    const before = await providerOf(within, by.congress)
    if ((before?.version ?? 0) !== asked.version) return refuse({ code: 'version-conflict' })
    const row = {
      label: asked.label.trim(),
      issuer: asked.issuer,
      client_id: asked.clientId,
      secret_from: asked.secretFrom,
      login_claim: asked.loginClaim,
      enabled: asked.enabled,
      version: asked.version + 1,
    }
    // Two who save in the same moment have both read the version above: only the row itself tells them apart.
    const stored = await within
      .insertInto('oidc_provider')
      .values({ congress: by.congress, ...row })
      .onConflict((clash) =>
        clash
          .column('congress')
          .doUpdateSet(row)
          .where('oidc_provider.version', '=', asked.version),
      )
      .returning('version')
      .executeTakeFirst()
    if (stored === undefined) return refuse({ code: 'version-conflict' })
    const { issuer, clientId, loginClaim, enabled } = asked
    const facts = { issuer, clientId, loginClaim, enabled: String(enabled) }
    const who = { congress: by.congress, actor: by.account, facts }
    await record(within, context.clock(), from, { kind: 'oidc-set', outcome: 'done', ...who })
    return accept({ provider: { ...asked, version: row.version }, secretThere })
  })
}

export type OidcChoice = Readonly<{ congress: string; label: string }>

/** What the sign-in page offers. */
export async function oidcChoices({ db }: IdentityContext): Promise<readonly OidcChoice[]> {
  const { rows } = await sql<OidcChoice>`select congress, label from luoshi.oidc_choices()`.execute(
    db,
  )
  return rows
}

function providerFault(asked: OidcProvider): IdentityRefusal | null {
  const fits =
    isOneLine(asked.label.trim(), 1, 40) &&
    isOneLine(asked.clientId, 1, 200) &&
    /^[A-Za-z0-9_:./-]{1,80}$/.test(asked.loginClaim) &&
    isSecretPlace(asked.secretFrom) &&
    isIssuer(asked.issuer)
  return fits ? null : { code: 'oidc-settings-unfit' }
}

/** Encrypted, or on this very machine; an address and nothing beside it. */
export function isIssuer(raw: string): boolean {
  if (raw.length < 10 || raw.length > 300 || !URL.canParse(raw)) return false
  const url = new URL(raw)
  const bare = url.username === '' && url.password === '' && url.search === '' && url.hash === ''
  return bare && (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url)))
}

export function isLoopback({ hostname }: URL): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(hostname)
}
