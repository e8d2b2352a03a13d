import { fromBase64url, toBase64url } from '@luoshi/ballots/protocol/bytes'
import { checkBallot } from '@luoshi/ballots/protocol/sealed-ballot'
import { makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  publish,
  smallEvent,
  tokenFor,
  type SmallEvent,
} from '../../../ballots/testing/small-event.ts'
import { statedLines } from './find-own.ts'
import { readTokens, writeToken } from './token-text.ts'

let event: SmallEvent
beforeAll(async () => {
  event = await smallEvent({ contests: 2, kMin: 1 })
})

describe('a token as text', () => {
  it('comes back whole and casts a ballot the box takes', async () => {
    const token = await tokenFor(event, '第1席', 1)
    const text = await writeToken(event.frozen, token)
    // Two signatures of 256 bytes here; one of 384 bytes, as the law's ballots have, is shorter still.
    expect(text.length).toBeLessThan(900)
    const [read] = await readTokens(event.frozen, `扫描：${text}\n`)
    if (read?.kind !== 'token') throw new Error('not read')
    expect({ ...read.token, secret: '' }).toEqual({ ...token, secret: '' })
    const made = await makeBallot(event.frozen, read.token, [0, 1])
    expect(made.ok && (await checkBallot(event.frozen, made.value.text)).ok).toBe(true)
  })

  it('is refused when a byte is changed, when it is cut, and when it is of another ballot', async () => {
    const text = await writeToken(event.frozen, await tokenFor(event, '第2席'))
    const [, head = '', , body = ''] = /^(LSP1\.[^.]+)\.(\d+)\.(.+)$/.exec(text) ?? []
    const bytes = fromBase64url(body) ?? new Uint8Array()
    bytes[200] = (bytes[200] ?? 0) ^ 1
    const changed = `${head}.0.${toBase64url(bytes)}`
    const otherContest = `${head}.1.${body}`
    const other = await smallEvent({ contests: 2, kMin: 1 })
    const kinds = async (frozen: SmallEvent['frozen'], given: string) =>
      (await readTokens(frozen, given)).map(({ kind }) => kind)
    expect(await kinds(event.frozen, text)).toEqual(['token'])
    expect(await kinds(event.frozen, changed)).toEqual(['other'])
    expect(await kinds(event.frozen, otherContest)).toEqual(['other'])
    expect(await kinds(event.frozen, text.slice(0, -8))).toEqual(['other'])
    expect(await kinds(other.frozen, text)).toEqual(['other'])
    expect(await kinds(event.frozen, 'nothing at all')).toEqual([])
  })
})

describe('the published file', () => {
  it('counts only when the signed statement stands behind it', async () => {
    const { 'close.json': close, 'sealed.jsonl': sealed } = await publish(event)
    if (!close || !sealed) throw new Error('not published')
    expect(await statedLines(event.frozen, close, sealed)).toMatchObject({ ok: true })
    const more = new Uint8Array([...sealed, 10])
    expect(await statedLines(event.frozen, close, more)).toEqual({
      ok: false,
      code: 'SEALED_FILE_CHANGED',
    })
    const other = await publish(await smallEvent({ contests: 2, kMin: 1 }))
    const foreign = other['close.json'] ?? close
    expect(await statedLines(event.frozen, foreign, sealed)).toEqual({
      ok: false,
      code: 'BAD_STATEMENT_SIGNATURE',
    })
  })
})
