/**
 * A public key as a person can copy and compare it: 32 hexadecimal digits of its SHA-256, in groups of four.
 * 128 bits, so nobody makes another key with the same fingerprint.
 */
import { createHash } from 'node:crypto'

export function keyFingerprint(publicKey: string): string {
  const digits = createHash('sha256').update(publicKey.trim()).digest('hex').slice(0, 32)
  return (digits.toUpperCase().match(/.{4}/g) ?? []).join(' ')
}

/** Whether somebody who has it on paper typed its last 8 digits; spaces and case do not matter. */
export function isFingerprintEnd(fingerprint: string, typed: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase()
  return plain(typed) === plain(fingerprint).slice(-8)
}
