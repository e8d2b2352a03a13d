/** RFC 9180, Appendix A.3.1 (P-256, base mode): the library we seal with, and a second one that opens its boxes. */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import * as second from 'hpke'
import { describe, expect, it } from 'vitest'
import { vector } from '../../testing/rfc-9180-vector.ts'
import { bytesOf, fromHex, toHex } from './bytes.ts'
import { sealInfo } from './messages.ts'
import { countKeyFrom, newCountKey, opened, sealed } from './sealed-box.ts'

const suite = new CipherSuite({
  kem: new DhkemP256HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes128Gcm(),
})

describe('RFC 9180', () => {
  it('A.3.1 is opened as published', async () => {
    const recipientKey = await suite.kem.deserializePrivateKey(fromHex(vector.skRm))
    const context = await suite.createRecipientContext({
      recipientKey,
      enc: fromHex(vector.enc),
      info: fromHex(vector.info),
    })
    for (const { aad, ct } of vector.boxes) {
      const plain = await context.open(fromHex(ct), fromHex(aad))
      expect(toHex(new Uint8Array(plain))).toBe(vector.plain)
    }
  })

  it('a count key is told from one that does not fit its point', async () => {
    const point = fromHex(vector.pkRm)
    expect(await countKeyFrom(fromHex(vector.skRm), point)).toBeDefined()
    const other = await newCountKey()
    expect(await countKeyFrom(fromHex(vector.skRm), other.point)).toBeUndefined()
    expect(await countKeyFrom(new Uint8Array(32), point)).toBeUndefined()
    expect(await countKeyFrom(new Uint8Array(32).fill(255), point)).toBeUndefined()
    expect(await countKeyFrom(new Uint8Array(31), point)).toBeUndefined()
  })

  it('a second library opens our boxes, and we open its', async () => {
    const other = new second.CipherSuite(
      second.KEM_DHKEM_P256_HKDF_SHA256,
      second.KDF_HKDF_SHA256,
      second.AEAD_AES_128_GCM,
    )
    const key = await newCountKey()
    const [binding, plain] = [bytesOf('binding'), bytesOf('一张选票')]
    const theirs = await other.DeserializePrivateKey(key.scalar, false)
    const box = await sealed([key.point], binding, plain)
    const back = await other.Open(theirs, box.slice(0, 65), box.slice(65), {
      info: sealInfo,
      aad: binding,
    })
    expect(toHex(back)).toBe(toHex(plain))
    const publicKey = await other.DeserializePublicKey(key.point)
    const { encapsulatedSecret, ciphertext } = await other.Seal(publicKey, plain, {
      info: sealInfo,
      aad: binding,
    })
    const whole = Uint8Array.from([...encapsulatedSecret, ...ciphertext])
    expect(toHex((await opened([key], binding, whole)) ?? new Uint8Array())).toBe(toHex(plain))
  })
})
