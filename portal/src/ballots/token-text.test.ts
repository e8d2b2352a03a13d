import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import { checkBallot } from '@luoshi/ballots/protocol/sealed-ballot'
import { makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import { encode } from 'uqr'
import { beforeAll, describe, expect, it } from 'vitest'
import { smallEvent, tokenFor, type SmallEvent } from '../../../ballots/testing/small-event.ts'
import { fromDigits, toDigits } from './digit-code.ts'
import { readTokens, writeTokens } from './token-text.ts'

let event: SmallEvent
beforeAll(async () => {
  event = await smallEvent({ contests: 2, kMin: 1 })
})

describe('tokens as text for a code', () => {
  const kinds = async (frozen: SmallEvent['frozen'], given: string) =>
    (await readTokens(frozen, given)).map(({ kind }) => kind)

  it('come back whole, all of one code, and cast ballots the box takes', async () => {
    const tokens = [await tokenFor(event, '第1席', 0), await tokenFor(event, '第1席', 1)]
    const written = await writeTokens(event.frozen, tokens)
    expect(written.map(({ contests }) => contests)).toEqual([[0, 1]])
    const text = written[0]?.text ?? ''
    // Digits alone: a code takes them three in ten bits, a scanner types them under any input method.
    expect(text).toMatch(/^\d+$/)
    const read = await readTokens(event.frozen, `扫描：${text}\n`)
    expect(read).toHaveLength(2)
    for (const [at, one] of read.entries()) {
      if (one.kind !== 'token') throw new Error('not read')
      expect({ ...one.token, secret: '' }).toEqual({ ...tokens[at], secret: '' })
      const made = await makeBallot(event.frozen, one.token, [0, 1])
      expect(made.ok && (await checkBallot(event.frozen, made.value.text)).ok).toBe(true)
    }
    expect(await kinds(event.frozen, text + text)).toEqual(['token', 'token', 'token', 'token'])
  })

  it('of eight officials are two codes', async () => {
    const token = await tokenFor(event, '第3席')
    // As large as with the law's key: one signature of 384 bytes.
    const lawful = { ...token, tok: [toBase64url(new Uint8Array(384))] }
    const eight = Array.from({ length: 8 }, (_, c) => ({ ...lawful, c }))
    const written = await writeTokens(event.frozen, eight)
    expect(written.map(({ contests }) => contests)).toEqual([
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ])
    for (const { text } of written) expect(encode(text, { ecc: 'L' }).version).toBeLessThan(35)
  })

  it('are refused when a byte is changed, when they are cut, and when they are of another ballot', async () => {
    const [written] = await writeTokens(event.frozen, [await tokenFor(event, '第2席')])
    const text = written?.text ?? ''
    const [bytes] = fromDigits(text)
    if (!bytes) throw new Error('not read')
    const changedAt = (place: number) => {
      const changed = Uint8Array.from(bytes)
      changed[place] = (changed[place] ?? 0) ^ 1
      return toDigits(changed)
    }
    const other = await smallEvent({ contests: 2, kMin: 1 })
    expect(await kinds(event.frozen, text)).toEqual(['token'])
    expect(await kinds(event.frozen, changedAt(200))).toEqual(['other'])
    // Byte 9 is the number of the contest.
    expect(await kinds(event.frozen, changedAt(9))).toEqual(['other'])
    expect(await kinds(event.frozen, text.slice(0, -8))).toEqual(['other'])
    expect(await kinds(other.frozen, text)).toEqual(['other'])
    expect(await kinds(event.frozen, '2026年11月27日 第31次会议')).toEqual([])
  })
})
