/**
 * The receipt code of a voice: four groups of four signs, 80 bits, without signs that are taken for one another. Only
 * its hash is kept, so neither the office nor a thief of the database can look up who may hold it.
 */
import { createHash, randomBytes } from 'node:crypto'

/** Crockford's base 32. */
const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function newReceiptCode(): string {
  return receiptCodeFrom(randomBytes(16))
}

/** From sixteen bytes of chance, so that whoever sends the same again is given the same. */
export function receiptCodeFrom(bytes: Uint8Array): string {
  const letters = [...bytes].map((byte) => signs[byte % 32] ?? '0').join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** As typed from paper: small letters, spaces, O for 0 and I or L for 1. Null when it cannot be one. */
export function readReceiptCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-—–_]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
  if (!/^[0-9A-HJKMNP-TV-Z]{16}$/.test(plain)) return null
  return plain.replace(/(.{4})(?=.)/g, '$1-')
}

export function hashOfCode(code: string): string {
  return createHash('sha256').update(`luoshi voice ${code}`).digest('hex')
}
