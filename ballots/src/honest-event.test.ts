import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  castText,
  paperFor,
  publish,
  smallEvent,
  tokenFor,
  verdictOn,
} from '../testing/small-event.ts'
import { emptyTally } from './bulletin/tally.ts'
import { verifyBulletin } from './bulletin/verify-bulletin.ts'
import { fingerprintOf } from './protocol/manifest.ts'
import { checkReceipt } from './voting/cast-ballot.ts'

describe('00 an honest ballot, two issuers, two locks, and paper', () => {
  it('verifies for anybody, each finds the own ballot, and nothing is known before the opening', async () => {
    const event = await smallEvent({ voters: 5, kMin: 2 })
    event.box.open()
    const marks = [
      [0, 0],
      [1, 0],
      [2, 1],
      [null, 0],
    ]
    const ballots = []
    for (const [at, mark] of marks.entries()) {
      const token = await tokenFor(event, `第${at + 1}席`)
      ballots.push(await ballotOf(event, token, mark))
    }
    expect(await paperFor(event, '第5席')).toBe('paper')
    for (const { text } of ballots) expect(await castText(event, text)).toBe('pooled')
    const sealed = await publish(event)
    const before = await verifyBulletin(sealed, { fingerprint: fingerprintOf(event.frozen) })
    expect(before.ok && before.value).toMatchObject({ ballots: 4, result: null })

    const paper = emptyTally(event.frozen.manifest).map((contest, at) =>
      at === 0
        ? {
            cast: 1,
            questions: [
              { counts: [0, 0, 1, 0], blank: 0, invalid: 0 },
              { counts: [1, 0], blank: 0, invalid: 0 },
            ],
          }
        : contest,
    )
    const folder = await publish(event, { paper })
    const own = ballots[2]
    const after = await verifyBulletin(folder, { code: own?.checkCode ?? '' })
    if (!after.ok) throw new Error(after.refusal.code)
    expect(after.value.result?.total[0]).toEqual({
      cast: 5,
      questions: [
        { counts: [1, 1, 2, 0], blank: 1, invalid: 0 },
        { counts: [4, 1], blank: 0, invalid: 0 },
      ],
    })
    expect(after.value.own).toEqual([{ contest: 0, id: own?.id, marks: [2, 1] }])
    // One paper ballot beside the rest is one known vote.
    expect(after.value.warnings).toEqual([{ kind: 'unanimous', contest: 0, of: 'paper' }])
    // 14: the receipt comes when the ballot is written, the same for the same ballot, also after the close.
    for (const { text, id } of ballots) {
      const answer = await event.box.cast(event.frozen.hash, text)
      if (!answer.ok || answer.value.kind !== 'receipt') throw new Error('no receipt')
      expect((await checkReceipt(event.frozen, id, answer.value.receipt)).ok).toBe(true)
    }
    expect(event.store.rows).toHaveLength(4)
    expect(await verdictOn(folder)).toBe('ok')
  })
})
