/** RFC 9474, Appendix A: our signing, the library's blinding and the platform's verifying, against the published bytes. */
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import published from '../../testdata/rfc-9474.json' with { type: 'json' }
import { fromHex, toBase64url, toHex } from '../protocol/bytes.ts'
import { isToken, issuerKey } from '../protocol/tokens.ts'
import { blindSign, contestKey } from './blind-sign.ts'

const key = contestKey(createPrivateKey({ key: published.jwk, format: 'jwk' }))
const suites = {
  'RSABSSA-SHA384-PSS-Randomized': RSABSSA.SHA384.PSS.Randomized(),
  'RSABSSA-SHA384-PSSZERO-Randomized': RSABSSA.SHA384.PSSZero.Randomized(),
  'RSABSSA-SHA384-PSS-Deterministic': RSABSSA.SHA384.PSS.Deterministic(),
  'RSABSSA-SHA384-PSSZERO-Deterministic': RSABSSA.SHA384.PSSZero.Deterministic(),
}

describe('RFC 9474', () => {
  it.each(published.vectors)('$name: signed natively, finished by the library', async (vector) => {
    const signed = blindSign(key, toBase64url(fromHex(vector.blinded)))
    expect(signed.ok && toHex(signed.value)).toBe(vector.blindSignature)
    const suite = Object.entries(suites).find(([name]) => name === vector.name)?.[1]
    const issuer = await issuerKey(key.issuer)
    const prepared = fromHex(vector.prepared)
    // The RFC prints numbers without leading zeros; the factor is as long as the modulus.
    const inv = fromHex(vector.inv.padStart(1_024, '0'))
    const finished = await suite?.finalize(issuer, prepared, fromHex(vector.blindSignature), inv)
    expect(toHex(finished ?? new Uint8Array())).toBe(vector.signature)
    if (vector.name.includes('ZERO')) {
      expect(await isToken(issuer, fromHex(vector.signature), prepared)).toBe(true)
    }
  })
})
