/**
 * A teller's share as it stands on a slip, is read out and is typed: fourteen groups of four signs, without signs that are
 * taken for one another. Two bytes of a check run over the public key and the share, so that a sign misread, two signs
 * changed over, and a share of the other lock or of another ballot are told before shares are joined.
 *
 * Source: ballot.md 3.3 no. 9, 5 (test shares at the ceremony), 12 no. 4 (joining never fails on wrong shares); RFC 4648
 * shape with Crockford's signs; the check is CRC-16/CCITT, which finds every fault within sixteen bits.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { bytesOf, fromBase64url, joined, toBase64url } from '../protocol/bytes.ts'

const signs = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const secretBytes = 33
const length = 56

export type ShareFault =
  /** Signs are missing or too many; `signs`: how many there are of `wanted`. */
  | Readonly<{ code: 'length'; signs: number; wanted: number }>
  /** A sign that never stands on a slip. */
  | Readonly<{ code: 'sign'; sign: string }>
  /** Copied wrongly, or of another lock. */
  | Readonly<{ code: 'check' }>

/** `pk`: the public key the share belongs to; `share`: 33 bytes, base64url. */
export function writeShare(pk: string, share: string): string {
  const bytes = fromBase64url(share)
  if (bytes?.length !== secretBytes) throw new Error('A share has 33 bytes')
  const sum = checkOf(pk, bytes)
  return grouped(base32(joined(bytes, Uint8Array.of(sum >> 8, sum & 0xff))))
}

/** As typed, read by a scanner or pasted: small letters, spaces, O for 0, I and L for 1. */
export function readShare(pk: string, typed: string): Result<string, ShareFault> {
  const plain = plainShare(typed)
  const stranger = [...plain].find((sign) => !signs.includes(sign))
  if (stranger !== undefined) return refuse({ code: 'sign', sign: stranger })
  if (plain.length !== length)
    return refuse({ code: 'length', signs: plain.length, wanted: length })
  const bytes = fromBase32(plain)
  const share = bytes.slice(0, secretBytes)
  const sum = checkOf(pk, share)
  const fits = bytes[secretBytes] === sum >> 8 && bytes[secretBytes + 1] === (sum & 0xff)
  return fits ? accept(toBase64url(share)) : refuse({ code: 'check' })
}

/** Four signs a group, for showing and for typing. */
export function grouped(plain: string): string {
  return plain.replaceAll(/(.{4})(?=.)/g, '$1 ')
}

export function plainShare(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\-—–_·.,，。]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
}

function base32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('')
  const fives = bits.match(/.{5}/g) ?? []
  return fives.map((five) => signs[Number.parseInt(five, 2)] ?? '').join('')
}

function fromBase32(plain: string): Uint8Array<ArrayBuffer> {
  const bits = [...plain].map((sign) => signs.indexOf(sign).toString(2).padStart(5, '0')).join('')
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => Number.parseInt(eight, 2))
}

function checkOf(pk: string, share: Uint8Array): number {
  let sum = 0xffff
  for (const byte of joined(bytesOf(pk), share)) {
    sum ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) sum = ((sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)) & 0xffff
  }
  return sum
}
