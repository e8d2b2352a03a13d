/** Attacks on the box, by their numbers in the protocol's design (ballot.md 11.2). */
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  castText,
  keyAt,
  smallEvent,
  tokenFor,
  type SmallEvent,
} from '../../testing/small-event.ts'
import { tokenWithModulus, turned, twin, type Fields } from '../../testing/changed-ballot.ts'
import { blindSign } from '../issuing/blind-sign.ts'
import { fromBase64url, joined, toBase64url } from '../protocol/bytes.ts'
import { freezeManifest } from '../protocol/manifest.ts'
import { tokenMessage } from '../protocol/messages.ts'
import { newSigningPair } from '../protocol/p256.ts'
import type { Marks } from '../protocol/plain-vote.ts'
import { issuerKey } from '../protocol/tokens.ts'
import { checkReceipt } from '../voting/cast-ballot.ts'
import type { Token } from '../voting/take-token.ts'
import { ballotBox } from './ballot-box.ts'
import type { BoxStore } from './box-row.ts'

const fieldsOf = (text: string): Fields => JSON.parse(text)

async function open(shape: Parameters<typeof smallEvent>[0] = {}): Promise<SmallEvent> {
  const event = await smallEvent(shape)
  event.box.open()
  return event
}

async function oneBallot(event: SmallEvent, voter = '第1席', marks: Marks = [0, 0]) {
  const token = await tokenFor(event, voter)
  return { token, ...(await ballotOf(event, token, marks)) }
}

describe('the box', () => {
  it('12 / 13 takes nothing before the opening and nothing new after the close', async () => {
    const event = await smallEvent()
    const { text } = await oneBallot(event)
    expect(await castText(event, text)).toBe('NOT_OPEN')
    event.box.open()
    await event.box.close()
    expect(await castText(event, text)).toBe('TOO_LATE')
    event.box.open()
    expect(await castText(event, text)).toBe('TOO_LATE')
    expect(event.store.rows).toEqual([])
  })

  it('11 takes no ballot made under another manifest', async () => {
    const event = await open()
    const other = await freezeManifest({ ...event.frozen.manifest, title: '另一张票样' })
    expect(other.hash).not.toBe(event.frozen.hash)
    const token = await tokenFor({ ...event, frozen: other }, '第1席')
    const { text } = await ballotOf({ ...event, frozen: other }, token)
    expect(await castText(event, text, other.hash)).toBe('WRONG_MANIFEST')
    expect(await castText(event, text)).toBe('BAD_TOKEN')
  })

  it('14 / 15 counts a repeated ballot once and refuses a second one of the same token', async () => {
    const event = await open({ kMin: 1 })
    const { text, token } = await oneBallot(event)
    const second = await ballotOf(event, token, [2, 1])
    expect(await castText(event, text)).toBe('pooled')
    expect(await castText(event, text)).toBe('receipt')
    expect(await castText(event, second.text)).toBe('ALREADY_CAST')
    expect(event.store.rows).toHaveLength(1)
  })

  it('16 / 17 refuses a forged token and another preparation', async () => {
    const event = await open({ issuers: 1 })
    const fields = fieldsOf((await oneBallot(event)).text)
    const attacks = [
      { ...fields, tok: [turned(fields.tok[0])] },
      { ...fields, pre: turned(fields.pre) },
    ]
    for (const attack of attacks)
      expect(await castText(event, JSON.stringify(attack))).toBe('BAD_TOKEN')
  })

  it('56 refuses the signature with the modulus added, and takes the token itself', async () => {
    const event = await open({ issuers: 1 })
    const { token, wrapped } = await tokenWithModulus(event.frozen, 0, keyAt(0, 0))
    expect(wrapped.tok[0]).not.toBe(token.tok[0])
    expect(await castText(event, (await ballotOf(event, wrapped)).text)).toBe('BAD_TOKEN')
    expect(await castText(event, (await ballotOf(event, token)).text)).toBe('pooled')
  })

  it('18 refuses a stolen token under another key', async () => {
    const event = await open()
    const { token } = await oneBallot(event)
    const thief = await tokenFor(event, '第2席')
    const stolen: Token = { ...thief, tok: token.tok, pre: token.pre }
    const { text } = await ballotOf(event, stolen)
    expect(await castText(event, text)).toBe('BAD_TOKEN')
  })

  it('19 / 20 refuses a vote or a signature changed on the way', async () => {
    const event = await open()
    const fields = fieldsOf((await oneBallot(event)).text)
    for (const attack of [
      { ...fields, box: turned(fields.box, 70) },
      { ...fields, sig: turned(fields.sig) },
    ]) {
      expect(await castText(event, JSON.stringify(attack))).toBe('BAD_SIGNATURE')
    }
  })

  it('21 / 22 refuses a token of another contest or of another event', async () => {
    const event = await open()
    const token = await tokenFor(event, '第1席', 1)
    const { text } = await ballotOf(event, { ...token, c: 0 })
    expect(await castText(event, text)).toBe('BAD_TOKEN')
    const lastYear = await open()
    const old = await ballotOf(event, await tokenFor(lastYear, '第1席'))
    expect(await castText(event, old.text)).toBe('BAD_TOKEN')
  })

  it('23 refuses a ballot that only one of two issuers signed', async () => {
    const event = await open()
    const fields = fieldsOf((await oneBallot(event)).text)
    const [first = ''] = fields.tok
    expect(await castText(event, JSON.stringify({ ...fields, tok: [first, first] }))).toBe(
      'BAD_TOKEN',
    )
    expect(await castText(event, JSON.stringify({ ...fields, tok: [first] }))).toBe('BAD_FORMAT')
  })

  it('24 / 25 / 55 takes one writing of a ballot and no other', async () => {
    const event = await open()
    const { text } = await oneBallot(event)
    const fields = fieldsOf(text)
    const { c, ...rest } = fields
    const cases: readonly (readonly [string, string])[] = [
      [JSON.stringify({ ...fields, name: '秦岚' }), 'BAD_FORMAT'],
      [JSON.stringify({ ...fields, at: '2026-11-27' }), 'BAD_FORMAT'],
      [JSON.stringify({ ...rest, c }), 'BAD_FORMAT'],
      [` ${text}`, 'BAD_FORMAT'],
      [`${text}\n`, 'BAD_FORMAT'],
      [text.replace('"c":0', '"c":0.0'), 'BAD_FORMAT'],
      [JSON.stringify({ ...fields, c: '0' }), 'BAD_FORMAT'],
      [JSON.stringify({ ...fields, c: 9 }), 'UNKNOWN_CONTEST'],
      [JSON.stringify({ ...fields, c: -1 }), 'UNKNOWN_CONTEST'],
      [JSON.stringify({ ...fields, sig: fields.sig.slice(1) }), 'BAD_FORMAT'],
      [JSON.stringify({ ...fields, pk: `${fields.pk.slice(0, -1)}=` }), 'BAD_ENCODING'],
      [JSON.stringify({ ...fields, pk: `${fields.pk.slice(0, -1)}+` }), 'BAD_ENCODING'],
      [JSON.stringify({ ...fields, box: 'x'.repeat(9_000) }), 'TOO_BIG'],
      ['', 'BAD_FORMAT'],
      ['null', 'BAD_FORMAT'],
      ['[]', 'BAD_FORMAT'],
      ['['.repeat(2_000), 'BAD_FORMAT'],
    ]
    for (const [attack, code] of cases)
      expect([attack.slice(0, 60), await castText(event, attack)]).toEqual([
        attack.slice(0, 60),
        code,
      ])
    expect(await castText(event, text)).toBe('pooled')
  })

  it('25 refuses a last letter that carries bits of no byte', async () => {
    const event = await open()
    const fields = fieldsOf((await oneBallot(event)).text)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters.indexOf(fields.pre.at(-1) ?? 'A')
    const twin = `${fields.pre.slice(0, -1)}${letters[last ^ 1] ?? ''}`
    expect(await castText(event, JSON.stringify({ ...fields, pre: twin }))).toBe('BAD_ENCODING')
  })

  it('26 refuses a one-time key off the curve, although its token is right', async () => {
    const event = await open({ issuers: 1 })
    const honest = fieldsOf((await oneBallot(event)).text)
    const point = Uint8Array.from([4, ...new Uint8Array(64).fill(7)])
    const pre = fromBase64url(honest.pre) ?? new Uint8Array()
    const prepared = joined(pre, tokenMessage(event.frozen.mh, 0, point))
    const suite = RSABSSA.SHA384.PSSZero.Randomized({ supportsRSARAW: false })
    const issuer = await issuerKey(keyAt(0, 0).issuer)
    const { blindedMsg, inv } = await suite.blind(issuer, prepared)
    const signed = blindSign(keyAt(0, 0), toBase64url(blindedMsg))
    if (!signed.ok) throw new Error(signed.refusal.code)
    const token = await suite.finalize(issuer, prepared, signed.value, inv)
    const attack = { ...honest, pk: toBase64url(point), tok: [toBase64url(token)] }
    expect(await castText(event, JSON.stringify(attack))).toBe('BAD_BALLOT_KEY')
  })

  it('27 / 28 / 61 loses nothing when it dies: phones send again, each ballot counts once', async () => {
    const event = await open({ kMin: 3 })
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

  it('29 is found out when its receipt is forged or another’s', async () => {
    const event = await open({ kMin: 1 })
    const [one, two] = [await oneBallot(event, '第1席'), await oneBallot(event, '第2席')]
    for (const { text } of [one, two]) await castText(event, text)
    const answer = await event.box.cast(event.frozen.hash, one.text)
    if (!answer.ok || answer.value.kind !== 'receipt') throw new Error('no receipt')
    const { receipt } = answer.value
    expect((await checkReceipt(event.frozen, one.id, receipt)).ok).toBe(true)
    const forged = [
      { ...receipt, id: two.id },
      { ...receipt, sig: turned(receipt.sig) },
      { id: one.id, sig: '' },
    ]
    for (const one of forged) {
      expect((await checkReceipt(event.frozen, one.id, one)).ok).toBe(false)
      expect((await checkReceipt(event.frozen, two.id, one)).ok).toBe(false)
    }
    expect((await checkReceipt(event.frozen, two.id, receipt)).ok).toBe(false)
  })

  it('48 every vote has the same length, spoken or blank', async () => {
    const event = await open()
    const lengths = new Set<number>()
    for (const [at, marks] of [
      [0, 0],
      [3, 1],
      [null, null],
    ].entries()) {
      lengths.add((await oneBallot(event, `第${at + 1}席`, marks)).text.length)
    }
    expect(lengths.size).toBe(1)
  })

  it('53 the twin of a signature is the same ballot', async () => {
    const event = await open({ kMin: 1 })
    const { text } = await oneBallot(event)
    const mirrored = JSON.stringify(twin(fieldsOf(text)))
    expect(mirrored).not.toBe(text)
    expect(await castText(event, text)).toBe('pooled')
    expect(await castText(event, mirrored)).toBe('receipt')
    expect(event.store.rows).toHaveLength(1)
  })

  it('58 two voters given one key have one ballot between them', async () => {
    const event = await open({ kMin: 1 })
    const token = await tokenFor(event, '第1席')
    await tokenFor(event, '第2席')
    const [one, two] = [await ballotOf(event, token, [0, 0]), await ballotOf(event, token, [2, 1])]
    expect(await castText(event, one.text)).toBe('pooled')
    expect(await castText(event, two.text)).toBe('ALREADY_CAST')
    expect([event.store.rows.length, event.registers[0]?.rows.length]).toEqual([1, 2])
  })

  it('59 / 60 / 62 waits for enough, writes them sorted at once, and the rest at the close', async () => {
    const event = await open({ kMin: 3 })
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
    const event = await open({ kMin: 1 })
    const token = await tokenFor(event, '第1席')
    const [one, two] = [await ballotOf(event, token, [0, 0]), await ballotOf(event, token, [2, 1])]
    await Promise.all([one, two, one, two].map(({ text }) => castText(event, text)))
    expect(event.store.rows).toHaveLength(1)
    const answers = await Promise.all([one, two].map(({ text }) => castText(event, text)))
    expect(answers.toSorted()).toEqual(['ALREADY_CAST', 'receipt'])
  })

  it('a write that fails keeps its ballots for the next', async () => {
    const event = await open({ kMin: 1 })
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

  it('a key the box never saw signs nothing', async () => {
    const stranger = await newSigningPair(false)
    const event = await open({ kMin: 1 })
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
