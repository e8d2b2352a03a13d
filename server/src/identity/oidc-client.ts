/**
 * Speaking with a provider: its description fetched once an hour, and no address ever asked but the configured issuer's
 * own, over TLS unless it is on this machine; so neither a false description nor a redirect leads the server elsewhere
 * (SSRF). Source: OpenID Connect Discovery 1.0; OWASP ASVS 5.0 10.5, 15.3.2.
 */
import type { Configuration, CustomFetch } from 'openid-client'
import { isLoopback, type OidcProvider } from './oidc-settings.ts'

const patience = 10
const freshFor = 3_600_000

type Kept = Readonly<{ configuration: Configuration; secret: string; at: number }>

export type OidcClients = (provider: OidcProvider, secret: string) => Promise<Configuration>

/** `milliseconds`: a clock that only tells how long ago something was. */
export function oidcClients(milliseconds: () => number): OidcClients {
  const kept = new Map<string, Kept>()
  return async (provider, secret) => {
    const name = JSON.stringify([provider.issuer, provider.clientId])
    const known = kept.get(name)
    if (known?.secret === secret && milliseconds() - known.at < freshFor) return known.configuration
    const configuration = await discover(provider, secret)
    kept.set(name, { configuration, secret, at: milliseconds() })
    return configuration
  }
}

/** The library comes when the first person signs in so: most houses have no provider, and it takes memory at every start. */
export function oidcLibrary() {
  return import('openid-client')
}

async function discover(
  { issuer, clientId }: OidcProvider,
  secret: string,
): Promise<Configuration> {
  const { allowInsecureRequests, customFetch, discovery } = await oidcLibrary()
  const url = new URL(issuer)
  return discovery(url, clientId, secret, undefined, {
    [customFetch]: onlyAt(url.origin),
    timeout: patience,
    // The check above is stricter than the library's: plain http only on this machine.
    execute: url.protocol === 'http:' && isLoopback(url) ? [allowInsecureRequests] : [],
  })
}

function onlyAt(origin: string): CustomFetch {
  return (address, options) => {
    if (new URL(address).origin !== origin) {
      throw new Error(`The provider names an address that is not its own: ${address}`)
    }
    const { body, ...rest } = options
    return fetch(address, { ...rest, ...(body === undefined ? {} : { body }), redirect: 'error' })
  }
}
