/**
 * Whether another site made the browser send this. Two signs must be right: where the page came from, and a token that
 * only our own page knows. Source: OWASP ASVS 5.0 3.5 (CSRF); RFC 6454 (Origin).
 */
import { isCsrfToken } from './secret-token.ts'

export type Origins = Readonly<{ origin: string | undefined; fetchSite: string | undefined }>

/** GET and HEAD change nothing, so they need no token. */
export function changesState(method: string): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method)
}

/** Of a program that is no browser neither header comes; for those the token has to do. */
export function isForeign({ origin, fetchSite }: Origins, ours: string): boolean {
  if (origin !== undefined) return origin !== ours
  return fetchSite !== undefined && fetchSite !== 'same-origin'
}

/** For forms before there is a session, and so no token: a browser must say that the page was ours. */
export function isSurelyOurs(origins: Origins, ours: string): boolean {
  const said = origins.origin ?? origins.fetchSite
  return said !== undefined && !isForeign(origins, ours)
}

export function isForgedChange(
  sessionToken: string,
  given: string | undefined,
  origins: Origins,
  ours: string,
): boolean {
  return isForeign(origins, ours) || !isCsrfToken(sessionToken, given)
}
