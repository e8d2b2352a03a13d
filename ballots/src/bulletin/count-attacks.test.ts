/** Attacks on the opening and the count, by their numbers in the protocol’s design (ballot.md 11.2). */
import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  castText,
  paperFor,
  publish,
  smallEvent,
  tokenFor,
  verdictOn,
} from '../../testing/small-event.ts'
import { fromBase64url, toBase64url } from '../protocol/bytes.ts'
import { sealBinding } from '../protocol/messages.ts'
import { opened, sealed } from '../protocol/sealed-box.ts'
import { joinShares, newLock } from '../tellers/count-lock.ts'
import { release, statePaper, writeResult } from './bulletin.ts'
import { emptyTally, type Tally, unanimous } from './tally.ts'
import { verifyBulletin } from './verify-bulletin.ts'
import { linesIn, onePaper, voted, withBox } from '../../testing/voted-event.ts'

describe('the opening and the count', () => {
  it('41 no share alone, no wrong, foreign or repeated one opens a lock', async () => {
    const [lock, other] = [await newLock(), await newLock()]
    const [one = '', two = '', three = ''] = lock.shares
    for (const pair of [
      [one, two],
      [two, three],
      [three, one],
      [one, two, three],
    ]) {
      expect((await joinShares(lock.pk, pair)).ok).toBe(true)
    }
    const wrong = toBase64url(
      Uint8Array.from(fromBase64url(two) ?? [], (byte, at) => (at === 3 ? byte ^ 1 : byte)),
    )
    const bad = [
      [],
      [one],
      [one, one],
      [one, wrong],
      [one, other.shares[1] ?? ''],
      [one, 'AAAA'],
      [one, '不是'],
    ]
    for (const shares of bad) {
      const joined = await joinShares(lock.pk, shares)
      expect(joined.ok ? shares : joined.refusal.code).toBe('BAD_SHARES')
    }
  })

  it('42 / 43 / 44 shows a wrong key, a wrong result, and stays shut with one lock', async () => {
    const event = await voted()
    const folder = await publish(event, { paper: onePaper })
    expect(await verdictOn(folder)).toBe('ok')
    const wrong = await joinShares(event.locks[0]?.pk ?? '', event.locks[0]?.shares ?? [])
    if (!wrong.ok) throw new Error(wrong.refusal.code)
    for (const keys of [[wrong.value, wrong.value], [wrong.value], []]) {
      expect(await verdictOn({ ...folder, 'release.json': release(keys) })).toBe('BAD_RELEASE')
    }
    const total = emptyTally(event.frozen.manifest)
    expect(await verdictOn({ ...folder, 'result.json': writeResult(event.frozen, total) })).toBe(
      'RESULT_MISMATCH',
    )
    const { 'release.json': _, ...early } = folder
    expect(await verdictOn(early)).toBe('RESULT_MISMATCH')
    const line: Readonly<{ pk: string; box: string }> = JSON.parse(
      linesIn(folder, 'sealed.jsonl')[0] ?? '',
    )
    const [point, box] = [fromBase64url(line.pk), fromBase64url(line.box)]
    if (!point || !box) throw new Error('no box')
    const binding = sealBinding(event.frozen.mh, 0, point)
    expect(await opened([wrong.value], binding, box)).toBeUndefined()
    const outer = await joinShares(event.locks[1]?.pk ?? '', event.locks[1]?.shares ?? [])
    if (!outer.ok) throw new Error(outer.refusal.code)
    expect(await opened([outer.value], binding, box)).toHaveLength(32 + 81)
    expect(await opened([wrong.value, outer.value], binding, box)).toHaveLength(32)
  })

  it('45 / 46 counts a box copied under another token, and garbage in the seal, as spoiled and goes on', async () => {
    const event = await smallEvent({ contests: 1, kMin: 1 })
    event.box.open()
    const first = await ballotOf(event, await tokenFor(event, '第1席'), [0, 0])
    await castText(event, first.text)
    const { box }: Readonly<{ box: string }> = JSON.parse(first.text)
    await castText(event, await withBox(event, '第2席', fromBase64url(box)))
    const locks = event.locks.flatMap(({ pk }) => fromBase64url(pk) ?? [])
    const garbage = [
      Uint8Array.from([1, 2, 9, 0, ...new Uint8Array(28)]),
      Uint8Array.from([1, 2, 0, 0, ...new Uint8Array(27), 1]),
      Uint8Array.from([2, 2, 0, 0, ...new Uint8Array(28)]),
    ]
    for (const [at, plain] of garbage.entries()) {
      const text = await withBox(event, `第${at + 3}席`, undefined, (binding) =>
        sealed(locks, binding, plain),
      )
      expect(await castText(event, text)).toBe('pooled')
    }
    const verdict = await verifyBulletin(await publish(event, {}))
    if (!verdict.ok) throw new Error(verdict.refusal.code)
    expect(verdict.value.result?.total[0]).toEqual({
      cast: 5,
      questions: [
        { counts: [1, 0, 0, 0], blank: 0, invalid: 4 },
        { counts: [1, 0], blank: 0, invalid: 4 },
      ],
    })
  })

  it('47 shows paper that was not issued, does not add up, or that the tellers did not sign', async () => {
    const event = await voted()
    const folder = await publish(event, { paper: onePaper })
    const { tellers, server, frozen } = event
    const [one] = onePaper
    const two: Tally = [
      { cast: 2, questions: one?.questions.map((q) => ({ ...q, blank: 1 })) ?? [] },
    ]
    const wrong: Tally = [
      { cast: 1, questions: one?.questions.map((q) => ({ ...q, blank: 1 })) ?? [] },
    ]
    const negative: Tally = [
      { cast: 1, questions: one?.questions.map((q) => ({ ...q, blank: 1, invalid: -1 })) ?? [] },
    ]
    const cases: readonly (readonly [Tally, typeof tellers, string])[] = [
      [two, tellers, 'MORE_PAPER_THAN_ISSUED'],
      [wrong, tellers, 'PAPER_DOES_NOT_ADD_UP'],
      [negative, tellers, 'PAPER_DOES_NOT_ADD_UP'],
      [onePaper, server, 'BAD_STATEMENT_SIGNATURE'],
    ]
    for (const [paper, signer, code] of cases) {
      const stated = await statePaper(frozen, signer.secret, paper)
      expect(await verdictOn({ ...folder, 'paper.json': stated })).toBe(code)
    }
  })

  it('52 warns of a unanimous or tiny vote, and of tokens without a ballot', async () => {
    const event = await smallEvent({ contests: 1, voters: 3, kMin: 5 })
    event.box.open()
    for (const voter of ['第1席', '第2席']) {
      const { text } = await ballotOf(event, await tokenFor(event, voter), [0, 0])
      await castText(event, text)
    }
    await tokenFor(event, '第3席')
    const verdict = await verifyBulletin(await publish(event, {}))
    expect(verdict.ok && verdict.value.warnings).toEqual([
      { kind: 'unanimous', contest: 0, of: 'all' },
      { kind: 'small', contest: 0 },
      { kind: 'unused', contest: 0, count: 1 },
    ])
    const blank = { counts: [0, 0], blank: 3, invalid: 0 }
    expect(unanimous({ cast: 3, questions: [blank] })).toBe(true)
    expect(unanimous({ cast: 4, questions: [{ ...blank, counts: [1, 0] }] })).toBe(false)
  })

  it('52 warns when only those who cast here, or only those on paper, are of one mind', async () => {
    const event = await smallEvent({ contests: 1, voters: 5, kMin: 1 })
    event.box.open()
    for (const voter of ['第1席', '第2席'])
      await castText(event, (await ballotOf(event, await tokenFor(event, voter), [0, 0])).text)
    for (const voter of ['第3席', '第4席', '第5席']) await paperFor(event, voter)
    const mixed = { counts: [0, 1, 1, 0], blank: 0, invalid: 0 }
    const paper = [{ cast: 2, questions: [mixed, { counts: [1, 1], blank: 0, invalid: 0 }] }]
    const warned = async (counted: Tally) => {
      const verdict = await verifyBulletin(await publish(event, { paper: counted }))
      return verdict.ok ? verdict.value.warnings : verdict.refusal.code
    }
    const unreturned = { kind: 'unreturned', contest: 0, count: 1 }
    const cast = { kind: 'unanimous', contest: 0, of: 'cast' }
    expect(await warned(paper)).toEqual([cast, unreturned])
    const alike = { ...mixed, counts: [0, 0, 2, 0] }
    const both = [{ cast: 2, questions: [alike, { counts: [1, 1], blank: 0, invalid: 0 }] }]
    expect(await warned(both)).toEqual([cast, { ...cast, of: 'paper' }, unreturned])
  })
})
