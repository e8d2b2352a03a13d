/** Attacks on the door of the box, by their numbers in the protocol’s design (ballot.md 11.2). */
import { oneBallot, openEvent } from '../../testing/open-event.ts'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { describe, expect, it } from 'vitest'
import { ballotOf, castText, keyAt, smallEvent, tokenFor } from '../../testing/small-event.ts'
import { tokenWithModulus, turned, twin, type Fields } from '../../testing/changed-ballot.ts'
import { blindSign } from '../issuing/blind-sign.ts'
import { fromBase64url, joined, toBase64url } from '../protocol/bytes.ts'
import { freezeManifest } from '../protocol/manifest.ts'
import { tokenMessage } from '../protocol/messages.ts'
import { issuerKey } from '../protocol/tokens.ts'
import { checkReceipt } from '../voting/cast-ballot.ts'
import type { Token } from '../voting/take-token.ts'

const fieldsOf = (text: string): Fields => JSON.parse(text)

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
    const event = await openEvent()
    const other = await freezeManifest({ ...event.frozen.manifest, title: '另一张票样' })
    expect(other.hash).not.toBe(event.frozen.hash)
    const token = await tokenFor({ ...event, frozen: other }, '第1席')
    const { text } = await ballotOf({ ...event, frozen: other }, token)
    expect(await castText(event, text, other.hash)).toBe('WRONG_MANIFEST')
    expect(await castText(event, text)).toBe('BAD_TOKEN')
  })

  it('14 / 15 counts a repeated ballot once and refuses a second one of the same token', async () => {
    const event = await openEvent({ kMin: 1 })
    const { text, token } = await oneBallot(event)
    const second = await ballotOf(event, token, [2, 1])
    expect(await castText(event, text)).toBe('pooled')
    expect(await castText(event, text)).toBe('receipt')
    expect(await castText(event, second.text)).toBe('ALREADY_CAST')
    expect(event.store.rows).toHaveLength(1)
  })

  it('16 / 17 refuses a forged token and another preparation', async () => {
    const event = await openEvent({ issuers: 1 })
    const fields = fieldsOf((await oneBallot(event)).text)
    const attacks = [
      { ...fields, tok: [turned(fields.tok[0])] },
      { ...fields, pre: turned(fields.pre) },
    ]
    for (const attack of attacks)
      expect(await castText(event, JSON.stringify(attack))).toBe('BAD_TOKEN')
  })

  it('56 refuses the signature with the modulus added, and takes the token itself', async () => {
    const event = await openEvent({ issuers: 1 })
    const { token, wrapped } = await tokenWithModulus(event.frozen, 0, keyAt(0, 0))
    expect(wrapped.tok[0]).not.toBe(token.tok[0])
    expect(await castText(event, (await ballotOf(event, wrapped)).text)).toBe('BAD_TOKEN')
    expect(await castText(event, (await ballotOf(event, token)).text)).toBe('pooled')
  })

  it('18 refuses a stolen token under another key', async () => {
    const event = await openEvent()
    const { token } = await oneBallot(event)
    const thief = await tokenFor(event, '第2席')
    const stolen: Token = { ...thief, tok: token.tok, pre: token.pre }
    const { text } = await ballotOf(event, stolen)
    expect(await castText(event, text)).toBe('BAD_TOKEN')
  })

  it('19 / 20 refuses a vote or a signature changed on the way', async () => {
    const event = await openEvent()
    const fields = fieldsOf((await oneBallot(event)).text)
    for (const attack of [
      { ...fields, box: turned(fields.box, 70) },
      { ...fields, sig: turned(fields.sig) },
    ]) {
      expect(await castText(event, JSON.stringify(attack))).toBe('BAD_SIGNATURE')
    }
  })

  it('21 / 22 refuses a token of another contest or of another event', async () => {
    const event = await openEvent()
    const token = await tokenFor(event, '第1席', 1)
    const { text } = await ballotOf(event, { ...token, c: 0 })
    expect(await castText(event, text)).toBe('BAD_TOKEN')
    const lastYear = await openEvent()
    const old = await ballotOf(event, await tokenFor(lastYear, '第1席'))
    expect(await castText(event, old.text)).toBe('BAD_TOKEN')
  })

  it('23 refuses a ballot that only one of two issuers signed', async () => {
    const event = await openEvent()
    const fields = fieldsOf((await oneBallot(event)).text)
    const [first = ''] = fields.tok
    expect(await castText(event, JSON.stringify({ ...fields, tok: [first, first] }))).toBe(
      'BAD_TOKEN',
    )
    expect(await castText(event, JSON.stringify({ ...fields, tok: [first] }))).toBe('BAD_FORMAT')
  })

  it('24 / 25 / 55 takes one writing of a ballot and no other', async () => {
    const event = await openEvent()
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
    const event = await openEvent()
    const fields = fieldsOf((await oneBallot(event)).text)
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters.indexOf(fields.pre.at(-1) ?? 'A')
    const twin = `${fields.pre.slice(0, -1)}${letters[last ^ 1] ?? ''}`
    expect(await castText(event, JSON.stringify({ ...fields, pre: twin }))).toBe('BAD_ENCODING')
  })

  it('26 refuses a one-time key off the curve, although its token is right', async () => {
    const event = await openEvent({ issuers: 1 })
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

  it('29 is found out when its receipt is forged or another’s', async () => {
    const event = await openEvent({ kMin: 1 })
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
    const event = await openEvent()
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
    const event = await openEvent({ kMin: 1 })
    const { text } = await oneBallot(event)
    const mirrored = JSON.stringify(twin(fieldsOf(text)))
    expect(mirrored).not.toBe(text)
    expect(await castText(event, text)).toBe('pooled')
    expect(await castText(event, mirrored)).toBe('receipt')
    expect(event.store.rows).toHaveLength(1)
  })

  it('58 two voters given one key have one ballot between them', async () => {
    const event = await openEvent({ kMin: 1 })
    const token = await tokenFor(event, '第1席')
    await tokenFor(event, '第2席')
    const [one, two] = [await ballotOf(event, token, [0, 0]), await ballotOf(event, token, [2, 1])]
    expect(await castText(event, one.text)).toBe('pooled')
    expect(await castText(event, two.text)).toBe('ALREADY_CAST')
    expect([event.store.rows.length, event.registers[0]?.rows.length]).toEqual([1, 2])
  })
})
