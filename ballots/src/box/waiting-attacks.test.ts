/** Attacks and faults while ballots wait in the box, by their numbers in the protocol’s design (ballot.md 11.2). */
import { oneBallot, openEvent } from '../../testing/open-event.ts'
import { describe, expect, it } from 'vitest'
import { ballotOf, castText, tokenFor } from '../../testing/small-event.ts'
import { newSigningPair } from '../protocol/p256.ts'
import { checkReceipt } from '../voting/cast-ballot.ts'
import { giveUpToken } from '../voting/give-up-token.ts'
import { ballotBox, type BallotBox } from './ballot-box.ts'
import type { BoxStore } from './box-row.ts'

describe('the box, while ballots wait', () => {
  it('27 / 28 / 61 loses nothing when it dies: phones send again, each ballot counts once', async () => {
    const event = await openEvent({ kMin: 3 })
    const made = [
      await oneBallot(event, '第1席'),
      await oneBallot(event, '第2席'),
      await oneBallot(event, '第3席'),
    ]
    for (const { text } of made.slice(0, 2)) expect(await castText(event, text)).toBe('pooled')
    const { frozen, server, store } = event
    const diesAfter: BoxStore = {
      ...store,
      write: async (rows) => {
        await store.write(rows)
        throw new Error('killed')
      },
    }
    // Begun anew, its pool is empty; the third ballot's write is done and never answered.
    const dying = ballotBox({ frozen, secret: server.secret, store: diesAfter, phase: 'voting' })
    for (const { text } of made.slice(0, 2)) await dying.cast(frozen.hash, text)
    await expect(dying.cast(frozen.hash, made[2]?.text ?? '')).rejects.toThrow('killed')
    const again = ballotBox({ frozen, secret: server.secret, store, phase: 'voting' })
    for (const { text } of made) {
      const answer = await again.cast(frozen.hash, text)
      expect(answer.ok && answer.value.kind).toBe('receipt')
    }
    expect(store.rows).toHaveLength(3)
    const late = await oneBallot(event, '第4席')
    const closed = ballotBox({ frozen, secret: server.secret, store, phase: 'closed' })
    const refused = await closed.cast(frozen.hash, late.text)
    expect(refused.ok ? 'ok' : refused.refusal.code).toBe('TOO_LATE')
    const receipt = await closed.cast(frozen.hash, made[0]?.text ?? '')
    expect(receipt.ok && receipt.value.kind).toBe('receipt')
  })

  it('59 / 60 / 62 waits for enough, writes them sorted at once, and the rest at the close', async () => {
    const event = await openEvent({ kMin: 3 })
    const made = []
    for (const voter of ['第1席', '第2席', '第3席', '第4席'])
      made.push(await oneBallot(event, voter))
    // They come in an order that is surely not that of their ids.
    const [first, second, third, fourth] = made.toSorted((a, b) => (a.id < b.id ? 1 : -1))
    expect(await castText(event, first?.text ?? '')).toBe('pooled')
    expect(await castText(event, second?.text ?? '')).toBe('pooled')
    expect(event.store.rows).toEqual([])
    const change = await ballotOf(event, first?.token ?? (await tokenFor(event, '第5席')), [2, 1])
    expect(await castText(event, change.text)).toBe('ALREADY_CAST')
    expect(await castText(event, third?.text ?? '')).toBe('pooled')
    expect(event.store.writes).toEqual([3])
    expect(await castText(event, fourth?.text ?? '')).toBe('pooled')
    expect(event.store.writes).toEqual([3])
    await event.box.close()
    expect(event.store.writes).toEqual([3, 1])
    const batch = event.store.rows.slice(0, 3).map(({ id }) => id)
    expect(batch).toEqual(batch.toSorted())
    expect(Object.keys(event.store.rows[0] ?? {})).toEqual(['contest', 'pk', 'id', 'body'])
  })

  it('60 takes one of two votes that come in the same moment', async () => {
    const event = await openEvent({ kMin: 1 })
    const token = await tokenFor(event, '第1席')
    const [one, two] = [await ballotOf(event, token, [0, 0]), await ballotOf(event, token, [2, 1])]
    await Promise.all([one, two, one, two].map(({ text }) => castText(event, text)))
    expect(event.store.rows).toHaveLength(1)
    const answers = await Promise.all([one, two].map(({ text }) => castText(event, text)))
    expect(answers.toSorted()).toEqual(['ALREADY_CAST', 'receipt'])
  })

  it('30 of tokens that are given up none may be voted with in the same moment', async () => {
    const event = await openEvent({ kMin: 1, contests: 2 })
    const tokens = [await tokenFor(event, '第1席'), await tokenFor(event, '第1席', 1)]
    const vote = await ballotOf(event, tokens[0] ?? (await tokenFor(event, '第5席')))
    const given = []
    for (const token of tokens) {
      const one = await giveUpToken(event.frozen, token)
      if (one.ok) given.push(one.value)
    }
    const { frozen, server, store } = event
    let isFirst = true
    // While the box looks for the second token, a ballot with the first one comes and is written.
    const idOf: BoxStore['idOf'] = async (contest, pk) => {
      const before = await store.idOf(contest, pk)
      if (contest === 1 && isFirst) {
        isFirst = false
        await box.cast(frozen.hash, vote.text)
      }
      return before
    }
    const box: BallotBox = ballotBox({
      frozen,
      secret: server.secret,
      store: { ...store, idOf },
      phase: 'voting',
    })
    expect(await box.surrender(given)).toMatchObject({ refusal: { code: 'ALREADY_CAST' } })
    expect(await box.cast(frozen.hash, vote.text)).toMatchObject({ value: { kind: 'receipt' } })
  })

  it('a write that fails keeps its ballots for the next', async () => {
    const event = await openEvent({ kMin: 1 })
    let full = true
    const { frozen, server, store } = event
    const box = ballotBox({
      frozen,
      secret: server.secret,
      phase: 'voting',
      store: {
        ...store,
        write: (rows) => (full ? Promise.reject(new Error('disk full')) : store.write(rows)),
      },
    })
    const { text } = await oneBallot(event)
    await expect(box.cast(frozen.hash, text)).rejects.toThrow('disk full')
    full = false
    await box.close()
    expect(store.rows).toHaveLength(1)
  })

  it('62 what comes while the close is being written is too late, and is not taken for waiting', async () => {
    const event = await openEvent({ kMin: 2 })
    const { frozen, server, store } = event
    const disk = Promise.withResolvers<void>()
    const box = ballotBox({
      frozen,
      secret: server.secret,
      phase: 'voting',
      store: { ...store, write: (rows) => disk.promise.then(() => store.write(rows)) },
    })
    const [before, meanwhile] = [await oneBallot(event), await oneBallot(event, '第2席')]
    expect(await box.cast(frozen.hash, before.text)).toMatchObject({ value: { kind: 'pooled' } })
    const closing = box.close()
    const answer = await box.cast(frozen.hash, meanwhile.text)
    expect(answer).toMatchObject({ refusal: { code: 'TOO_LATE' } })
    disk.resolve()
    await closing
    expect(store.rows.map(({ id }) => id)).toEqual([before.id])
  })

  it('a key the box never saw signs nothing', async () => {
    const stranger = await newSigningPair(false)
    const event = await openEvent({ kMin: 1 })
    const box = ballotBox({
      frozen: event.frozen,
      secret: stranger.secret,
      store: event.store,
      phase: 'voting',
    })
    const { text, id } = await oneBallot(event)
    await box.cast(event.frozen.hash, text)
    const answer = await box.cast(event.frozen.hash, text)
    if (!answer.ok || answer.value.kind !== 'receipt') throw new Error('no receipt')
    expect((await checkReceipt(event.frozen, id, answer.value.receipt)).ok).toBe(false)
  })
})
