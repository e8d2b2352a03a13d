/** RFC 9180, Appendix A.3.1 (P-256, base mode): the library we seal with, and a second one that opens its boxes. */
import { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import * as second from 'hpke'
import { describe, expect, it } from 'vitest'
import { bytesOf, fromHex, toHex } from './bytes.ts'
import { sealInfo } from './messages.ts'
import { countKeyFrom, newCountKey, opened, sealed } from './sealed-box.ts'

const vector = {
  info: '4f6465206f6e2061204772656369616e2055726e',
  skRm: 'f3ce7fdae57e1a310d87f1ebbde6f328be0a99cdbcadf4d6589cf29de4b8ffd2',
  pkRm: '04fe8c19ce0905191ebc298a9245792531f26f0cece2460639e8bc39cb7f706a826a779b4cf969b8a0e539c7f62fb3d30ad6aa8f80e30f1d128aafd68a2ce72ea0',
  enc: '04a92719c6195d5085104f469a8b9814d5838ff72b60501e2c4466e5e67b325ac98536d7b61a1af4b78e5b7f951c0900be863c403ce65c9bfcb9382657222d18c4',
  plain: '4265617574792069732074727574682c20747275746820626561757479',
  boxes: [
    {
      aad: '436f756e742d30',
      ct: '5ad590bb8baa577f8619db35a36311226a896e7342a6d836d8b7bcd2f20b6c7f9076ac232e3ab2523f39513434',
    },
    {
      aad: '436f756e742d31',
      ct: 'fa6f037b47fc21826b610172ca9637e82d6e5801eb31cbd3748271affd4ecb06646e0329cbdf3c3cd655b28e82',
    },
    {
      aad: '436f756e742d32',
      ct: '895cabfac50ce6c6eb02ffe6c048bf53b7f7be9a91fc559402cbc5b8dcaeb52b2ccc93e466c28fb55fed7a7fec',
    },
  ],
}

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
