/** The sealed secret, kept by this browser until it is opened; the clerk also writes it down. */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'

export type Kept = Readonly<{ secret: string; salt: string }>

const alphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
const keyOf = (commitment: string) => `luoshi-sealed-${commitment}`

/** 24 characters out of 32: 120 bits that nobody can guess. */
export function newSalt(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(24))
  return Array.from(bytes, (byte) => alphabet[byte % alphabet.length]).join('')
}

export function keepSecret(kept: Kept): string {
  const commitment = commitmentOf(kept)
  window.localStorage.setItem(keyOf(commitment), `${kept.secret}:${kept.salt}`)
  return commitment
}

export function secretOf(commitment: string): Kept {
  const [secret = '', salt = ''] = (window.localStorage.getItem(keyOf(commitment)) ?? '').split(':')
  return { secret, salt }
}
