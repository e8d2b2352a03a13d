/** The arithmetic of attacks on RSA signatures: base64url as numbers, powers and inverses modulo a number. */
import { fromBase64url, fromHex, toHex, type Bytes } from '../src/protocol/bytes.ts'

export function big(text: string): bigint {
  return BigInt(`0x0${toHex(fromBase64url(text) ?? new Uint8Array())}`)
}

/** Of a 2048-bit signature. */
export function bytes(value: bigint, length = 256): Bytes {
  return fromHex(value.toString(16).padStart(length * 2, '0'))
}

export function powMod(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let [result, square] = [1n, base % modulus]
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** By Euclid. */
export function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [value % modulus, modulus, 1n, 0n]
  while (b > 0n) {
    const quotient = a / b
    ;[a, b, x, y] = [b, a - quotient * b, y, x - quotient * y]
  }
  return ((x % modulus) + modulus) % modulus
}
