/** Attacks on issuing, by their numbers in the protocol's design (ballot.md 11.2). */
import { describe, expect, it } from 'vitest'
import {
  contestAt,
  issuing,
  keyAt,
  memoryRegister,
  paperFor,
  smallEvent,
  tokenFor,
} from '../../testing/small-event.ts'
import { factorsBetween, lookDrawn } from '../../testing/changed-ballot.ts'
import { big, bytes } from '../../testing/rsa-numbers.ts'
import { fromBase64url, joined, toBase64url } from '../protocol/bytes.ts'
import { tokenMessage } from '../protocol/messages.ts'
import { issuerKey, isToken } from '../protocol/tokens.ts'
import { finishToken, requestToken } from '../voting/take-token.ts'
import { newContestKey } from './blind-sign.ts'
import { issueToken, type IssuanceRegister } from './issuer.ts'

const codeOf = (answer: Awaited<ReturnType<typeof issueToken>>): string =>
  answer.ok ? 'issued' : answer.refusal.code

async function request(event: Awaited<ReturnType<typeof smallEvent>>, contest = 0) {
  const pending = await requestToken(event.frozen, contest, contestAt(event, contest))
  return { pending, z: pending.blinded[0]?.z ?? '' }
}

describe('the issuer', () => {
  it('01 gives nothing to whoever is not on the roll, 07 nothing after the close', async () => {
    const event = await smallEvent()
    const { z } = await request(event)
    expect(codeOf(await issueToken(issuing(event, 0), '旁听席', { c: 0, z }))).toBe('NOT_ELIGIBLE')
    expect(codeOf(await issueToken(issuing(event, 0, false), '第1席', { c: 0, z }))).toBe(
      'ISSUE_CLOSED',
    )
    expect(codeOf(await issueToken(issuing(event, 0), '第1席', { c: 7, z }))).toBe(
      'UNKNOWN_CONTEST',
    )
    expect(event.registers[0]?.rows).toEqual([])
  })

  it('02 signs once a person, 03 the same request again the same', async () => {
    const event = await smallEvent()
    const [first, second] = [await request(event), await request(event)]
    const answer = await issueToken(issuing(event, 0), '第1席', { c: 0, z: first.z })
    expect(await issueToken(issuing(event, 0), '第1席', { c: 0, z: first.z })).toEqual(answer)
    expect(codeOf(await issueToken(issuing(event, 0), '第1席', { c: 0, z: second.z }))).toBe(
      'ALREADY_ISSUED',
    )
    expect(event.registers[0]?.rows).toHaveLength(1)
  })

  it('02 signs once also when two devices ask in the same moment', async () => {
    const event = await smallEvent()
    const asked = await Promise.all([request(event), request(event), request(event)])
    const answers = await Promise.all(
      asked.map(({ z }) => issueToken(issuing(event, 0), '第1席', { c: 0, z })),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('04 / 05 loses nothing when it dies before or after recording', async () => {
    const event = await smallEvent()
    const { z } = await request(event)
    const own = issuing(event, 0)
    const diesBefore: IssuanceRegister = { record: () => Promise.reject(new Error('killed')) }
    await expect(
      issueToken({ ...own, register: diesBefore }, '第1席', { c: 0, z }),
    ).rejects.toThrow('killed')
    const diesAfter: IssuanceRegister = {
      record: async (row) => {
        await own.register.record(row)
        throw new Error('killed')
      },
    }
    await expect(issueToken({ ...own, register: diesAfter }, '第1席', { c: 0, z })).rejects.toThrow(
      'killed',
    )
    expect(codeOf(await issueToken(own, '第1席', { c: 0, z }))).toBe('issued')
    const other = await request(event)
    expect(codeOf(await issueToken(own, '第1席', { c: 0, z: other.z }))).toBe('ALREADY_ISSUED')
  })

  it('06 refuses a blinded value that is short, too large, or its own signature, and records nothing', async () => {
    const event = await smallEvent()
    const n = contestAt(event).issuers[0]?.n ?? ''
    const one = new Uint8Array(256)
    one[255] = 1
    const wrong = [
      '',
      'AAAA',
      n,
      toBase64url(new Uint8Array(256).fill(255)),
      toBase64url(one),
      toBase64url(new Uint8Array(256)),
    ]
    for (const z of wrong) {
      expect(codeOf(await issueToken(issuing(event, 0), '第1席', { c: 0, z }))).toBe(
        'BAD_BLINDED_MESSAGE',
      )
    }
    expect(event.registers[0]?.rows).toEqual([])
  })

  it('08 gives paper or a token, never both', async () => {
    const event = await smallEvent()
    await tokenFor(event, '第1席')
    expect(await paperFor(event, '第1席')).toBe('ALREADY_ISSUED')
    expect(await paperFor(event, '第2席')).toBe('paper')
    expect(await paperFor(event, '第2席')).toBe('paper')
    const { z } = await request(event)
    expect(codeOf(await issueToken(issuing(event, 0), '第2席', { c: 0, z }))).toBe('PAPER_ISSUED')
  })

  it('09 / 10 is caught by the phone when it signs wrongly or with a marked key', async () => {
    const event = await smallEvent({ issuers: 1 })
    const { pending, z } = await request(event)
    const marked = { ...issuing(event, 0), keys: [newContestKey(2048)], register: memoryRegister() }
    const byMarked = await issueToken(marked, '第1席', { c: 0, z })
    for (const answer of [
      byMarked.ok ? byMarked.value : '',
      toBase64url(new Uint8Array(256).fill(3)),
      '',
      '***',
    ]) {
      const token = await finishToken(event.frozen, contestAt(event), pending, [answer])
      expect(token.ok ? 'ok' : token.refusal.code).toBe('BAD_BLIND_SIGNATURE')
    }
  })

  it('49 keeps beside a name a number and nothing else', async () => {
    const event = await smallEvent()
    await tokenFor(event, '第1席')
    expect(Object.keys(event.registers[0]?.rows[0] ?? {})).toEqual(['contest', 'voter', 'z'])
  })

  it('50 learns nothing: with the private key in hand, every request fits every token, and none fits better', async () => {
    const event = await smallEvent({ issuers: 1 })
    const tokens = []
    for (const voter of ['第1席', '第2席', '第3席', '第4席'])
      tokens.push(await tokenFor(event, voter))
    const requests = (event.registers[0]?.rows ?? []).map(({ z }) => z)
    const pairs = factorsBetween(keyAt(0, 0), requests, tokens)
    expect(pairs).toHaveLength(16)
    expect(pairs.every(({ fits }) => fits)).toBe(true)
    // A factor that is one, small or used twice would show which pair is the right one.
    expect(lookDrawn(pairs.map(({ factor }) => factor))).toBe(true)
  })

  it('57 a product of two signatures is no token', async () => {
    const event = await smallEvent({ issuers: 1 })
    const key = keyAt(0, 0)
    const n = big(key.issuer.n)
    const [one, two] = [await tokenFor(event, '第1席'), await tokenFor(event, '第2席')]
    const product = (big(one.tok[0] ?? '') * big(two.tok[0] ?? '')) % n
    const verifier = await issuerKey(key.issuer)
    for (const { pre, pk } of [one, two]) {
      const [preBytes, point] = [fromBase64url(pre), fromBase64url(pk)]
      if (!preBytes || !point) throw new Error('no token')
      const prepared = joined(preBytes, tokenMessage(event.frozen.mh, 0, point))
      expect(await isToken(verifier, bytes(product), prepared)).toBe(false)
    }
  })
})

describe('51 the phone', () => {
  it('keeps nothing that links the request to the token', async () => {
    const event = await smallEvent()
    const token = await tokenFor(event, '第1席')
    expect(Object.keys(token)).toEqual(['c', 'secret', 'pk', 'pre', 'tok'])
    const kept = JSON.stringify(token)
    for (const { rows } of event.registers) for (const { z } of rows) expect(kept).not.toContain(z)
  })
})
