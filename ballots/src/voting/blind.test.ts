/** Our blinding against the RFC's bytes and against the library: each finishes what the other began. */
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import published from '../../testdata/rfc-9474.json' with { type: 'json' }
import { keyAt } from '../../testing/small-event.ts'
import { blindSign, contestKey } from '../issuing/blind-sign.ts'
import { bytesOf, fromHex, toBase64url, toHex } from '../protocol/bytes.ts'
import { issuerKey } from '../protocol/tokens.ts'
import { blind, blindBy, unblind } from './blind.ts'

const key = contestKey(createPrivateKey({ key: published.jwk, format: 'jwk' }))
const withoutSalt = published.vectors.filter(({ name }) => name.includes('ZERO'))
const library = RSABSSA.SHA384.PSSZero.Randomized({ supportsRSARAW: false })

function inverseOf(value: bigint, n: bigint): bigint {
  let [a, b, x, y] = [value, n, 1n, 0n]
  while (b !== 0n) [a, b, x, y] = [b, a % b, y, x - (a / b) * y]
  return ((x % n) + n) % n
}

describe('blinding as RFC 9474 prints it', () => {
  it.each(withoutSalt)('$name', async ({ prepared, inv, blinded, blindSignature, signature }) => {
    const n = BigInt(`0x${toHex(new Uint8Array(Buffer.from(key.issuer.n, 'base64url')))}`)
    const factor = inverseOf(BigInt(`0x${inv}`), n)
    const made = await blindBy(key.issuer, fromHex(prepared), factor)
    expect(toHex(made.z)).toBe(blinded)
    expect(BigInt(`0x${toHex(made.inv)}`)).toBe(BigInt(`0x${inv}`))
    const token = await unblind(
      key.issuer,
      fromHex(prepared),
      fromHex(blindSignature),
      fromHex(inv.padStart(1_024, '0')),
    )
    expect(token && toHex(token)).toBe(signature)
  })

  it('says so when nothing is there to test', () => expect(withoutSalt).toHaveLength(2))
})

describe('blinding and the library', () => {
  const own = keyAt(0, 0)

  it('finish what the other began', async () => {
    const message = bytesOf('thirty-two bytes and then a text')
    const published = await issuerKey(own.issuer)
    const made = await blind(own.issuer, message)
    const signed = blindSign(own, toBase64url(made.z))
    if (!signed.ok) throw new Error(signed.refusal.code)
    const ours = await unblind(own.issuer, message, signed.value, made.inv)
    const theirs = await library.finalize(published, message, signed.value, made.inv)
    expect(ours && toHex(ours)).toBe(toHex(theirs))

    const began = await library.blind(published, message)
    const answered = blindSign(own, toBase64url(new Uint8Array(began.blindedMsg)))
    if (!answered.ok) throw new Error(answered.refusal.code)
    const inv = new Uint8Array(began.inv)
    const token = await unblind(own.issuer, message, answered.value, inv)
    // Without salt a message has one signature, whatever the factor was.
    expect(token && toHex(token)).toBe(toHex(theirs))
  })

  it('no two requests for one message are alike, and none shows it', async () => {
    const message = bytesOf('the same')
    const made = await Promise.all(Array.from({ length: 8 }, () => blind(own.issuer, message)))
    expect(new Set(made.map(({ z }) => toHex(z))).size).toBe(8)
    expect(made.every(({ z, inv }) => z.length === 256 && inv.length === 256)).toBe(true)
  })

  it('refuse an answer that makes no signature', async () => {
    const message = bytesOf('the same')
    const { z, inv } = await blind(own.issuer, message)
    const signed = blindSign(own, toBase64url(z))
    if (!signed.ok) throw new Error(signed.refusal.code)
    const wrong = signed.value.slice()
    wrong[100] = (wrong[100] ?? 0) ^ 1
    expect(await unblind(own.issuer, message, wrong, inv)).toBeUndefined()
    expect(await unblind(own.issuer, message, signed.value.slice(1), inv)).toBeUndefined()
    expect(await unblind(own.issuer, bytesOf('another'), signed.value, inv)).toBeUndefined()
  })

  it('refuse a factor that has no inverse', async () => {
    await expect(blindBy(own.issuer, bytesOf('a'), 0n)).rejects.toThrow(RangeError)
  })
})
