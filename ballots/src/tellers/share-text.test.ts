import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bytesOf, toBase64url } from '../protocol/bytes.ts'
import { statementMessage } from '../protocol/messages.ts'
import { isSignedBy, verifyingKey } from '../protocol/p256.ts'
import { fromBase64url } from '../protocol/bytes.ts'
import { joinShares, newLock } from './count-lock.ts'
import { grouped, plainShare, readShare, writeShare } from './share-text.ts'
import { newTellerKey, signPaperCounts } from './teller-key.ts'

const pk = toBase64url(bytesOf('the lock of this ballot'))
const secrets = fc.uint8Array({ minLength: 33, maxLength: 33 }).map(toBase64url)

describe('a share on a teller’s slip', () => {
  it('is read as it was written, however it was typed', () => {
    fc.assert(
      fc.property(secrets, (secret) => {
        const slip = writeShare(pk, secret)
        expect(slip).toMatch(/^([0-9A-HJKMNP-TV-Z]{4} ){13}[0-9A-HJKMNP-TV-Z]{4}$/)
        const typed = slip.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')
        expect(readShare(pk, typed.replaceAll(' ', '-'))).toEqual({ ok: true, value: secret })
      }),
    )
  })

  it('tells every sign misread and any two neighbours changed over', () => {
    const place = fc.nat({ max: 55 })
    const sign = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
    fc.assert(
      fc.property(secrets, place, sign, (secret, at, other) => {
        const plain = plainShare(writeShare(pk, secret))
        const misread = plain.slice(0, at) + other + plain.slice(at + 1)
        const [one = '', two = ''] = [plain[at], plain[at + 1]]
        const turned = plain.slice(0, at) + two + one + plain.slice(at + 2)
        for (const typed of [misread, turned])
          expect(readShare(pk, grouped(typed)).ok).toBe(typed === plain)
      }),
    )
  })

  it('is not taken for one of the other lock, and says how much is missing', async () => {
    const [lock, other] = [await newLock(), await newLock()]
    const [share = ''] = lock.shares
    const slip = writeShare(lock.pk, share)
    expect(readShare(other.pk, slip)).toEqual({ ok: false, refusal: { code: 'check' } })
    const short = { code: 'length', signs: 55, wanted: 56 }
    expect(readShare(lock.pk, slip.slice(1))).toEqual({ ok: false, refusal: short })
    expect(readShare(lock.pk, `${slip.slice(1)}U`)).toMatchObject({
      refusal: { code: 'sign', sign: 'U' },
    })
  })

  it('opens the lock with any other one, typed back from paper', async () => {
    const { pk: lock, shares } = await newLock()
    const typed = shares.map((share) => readShare(lock, writeShare(lock, share)))
    const back = typed.flatMap((one) => (one.ok ? [one.value] : []))
    for (const [one, two] of [
      [0, 1],
      [0, 2],
      [1, 2],
    ] as const) {
      const joined = await joinShares(lock, [back[one] ?? '', back[two] ?? ''])
      expect(joined.ok).toBe(true)
    }
  })
})

describe('the tellers’ signing key', () => {
  it('signs the paper counts from its slip, and another key does not', async () => {
    const key = await newTellerKey()
    const read = readShare(key.pk, writeShare(key.pk, key.secret))
    const secret = read.ok ? read.value : ''
    const body = '{"kind":"paper"}'
    const sig = await signPaperCounts({ pk: key.pk, secret }, body)
    const point = await verifyingKey(fromBase64url(key.pk) ?? new Uint8Array())
    const bytes = fromBase64url(sig.ok ? sig.value : '') ?? new Uint8Array()
    expect(point && (await isSignedBy(point, bytes, statementMessage(body)))).toBe(true)
    const other = await newTellerKey()
    const wrong = await signPaperCounts({ pk: other.pk, secret }, body)
    expect(wrong).toMatchObject({ ok: false, refusal: { code: 'BAD_SHARES' } })
  })
})
