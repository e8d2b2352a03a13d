/**
 * Secrets that open a door for whoever holds them: sessions and one-time links. The database keeps their SHA-256 only,
 * so a stolen dump opens nothing. Source: OWASP ASVS 5.0 V7.2 (at least 128 bits), GB/T 22239-2019 8.1.4.10.
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** Chance comes in, so that tests can set it. The product gives `node:crypto`'s randomBytes. */
export type Random = (bytes: number) => Buffer

export function newToken(random: Random): string {
  return random(32).toString('base64url')
}

/** What a token looks like; anything else is refused before the database is asked. */
export function isToken(raw: string): boolean {
  return /^[\w-]{43}$/.test(raw)
}

export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Bound to one session: made from its token, so a page of another site cannot know it and nothing is stored. */
export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('luoshi csrf v1').digest('base64url')
}

export function isCsrfToken(sessionToken: string, given: string | undefined): boolean {
  if (given === undefined) return false
  const wanted = Buffer.from(csrfToken(sessionToken))
  const said = Buffer.from(given)
  return wanted.length === said.length && timingSafeEqual(wanted, said)
}
