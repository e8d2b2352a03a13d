/**
 * Six figures that change every half minute (RFC 6238). The step before and the step after are taken as well, because
 * telephones' clocks stray; a step is taken once (authenticators.ts). Source: RFC 6238 §5.2; OWASP ASVS 5.0 6.5.5.
 */
import type { Instant } from '@luoshi/domain/kernel/day'
import { Secret, TOTP } from 'otpauth'
import { renderSVG } from 'uqr'
import type { Random } from './secret-token.ts'

const period = 30

export type TotpOwner = Readonly<{ login: string }>

export function newTotpSecret(random: Random): Buffer {
  return random(20)
}

/** The step a code belongs to, or `null` when it is of none of the three around now. */
export function stepOfCode(secret: Buffer, code: string, now: Instant): number | null {
  const typed = code.normalize('NFKC').replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(typed)) return null
  const timestamp = Date.parse(now)
  const delta = totp(secret).validate({ token: typed, timestamp, window: 1 })
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta
}

/** For people who type it: in groups of four. */
export function secretText(secret: Buffer): string {
  return (secretOf(secret).base32.match(/.{1,4}/g) ?? []).join(' ')
}

/** The picture a telephone reads. It is made here: the secret goes to nobody else. */
export function secretPicture(secret: Buffer, owner: TotpOwner): string {
  return renderSVG(totp(secret, owner).toString(), { border: 3, pixelSize: 4 })
}

function totp(secret: Buffer, owner?: TotpOwner): TOTP {
  // Short, so that the picture stays coarse enough for old cameras.
  const named = owner === undefined ? {} : { issuer: '落实', label: owner.login }
  return new TOTP({ ...named, algorithm: 'SHA1', digits: 6, period, secret: secretOf(secret) })
}

function secretOf(secret: Buffer): Secret {
  return new Secret({ buffer: new Uint8Array(secret).buffer })
}
