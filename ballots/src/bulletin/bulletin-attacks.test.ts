/** Attacks on what is published, by their numbers in the protocol’s design (ballot.md 11.2). */
import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  contestAt,
  publish,
  smallEvent,
  tokenFor,
  verdictOn,
  issuing,
  issuedLines,
} from '../../testing/small-event.ts'
import { issueToken } from '../issuing/issuer.ts'
import { bytesOf, textOf, toBase64url } from '../protocol/bytes.ts'
import { fingerprintOf } from '../protocol/manifest.ts'
import { finishToken, requestToken, type Token } from '../voting/take-token.ts'
import {
  closedAnew,
  fileOf,
  linesIn,
  onePaper,
  signedOver,
  voted,
} from '../../testing/voted-event.ts'

describe('the published folder', () => {
  it('31 / 32 shows a dropped ballot: by the statement, and when that is signed again by its receipt', async () => {
    const event = await voted()
    const folder = await publish(event)
    const [dropped, ...kept] = linesIn(folder, 'sealed.jsonl')
    expect(await verdictOn({ ...folder, 'sealed.jsonl': fileOf(kept) })).toBe('SEALED_FILE_CHANGED')
    const again = await signedOver(event, folder, kept)
    expect(await verdictOn(again)).toBe('ok')
    const answer = await event.box.cast(event.frozen.hash, dropped ?? '')
    if (!answer.ok || answer.value.kind !== 'receipt') throw new Error('no receipt')
    const objected = {
      ...again,
      'objections.jsonl': fileOf([JSON.stringify(answer.value.receipt)]),
    }
    expect(await verdictOn(objected)).toBe('RECEIPTED_BALLOT_MISSING')
    const made = { ...answer.value.receipt, sig: toBase64url(new Uint8Array(64)) }
    const false_ = {
      ...again,
      'objections.jsonl': fileOf([JSON.stringify(made), 'no json', '{"id":7}']),
    }
    expect(await verdictOn(false_)).toBe('ok')
  })

  it('33 shows a ballot added without a token', async () => {
    const event = await voted()
    const folder = await publish(event)
    const stranger = await smallEvent({ contests: 1, kMin: 1 })
    const { text } = await ballotOf(event, await tokenFor(stranger, '第1席'))
    const lines = [...linesIn(folder, 'sealed.jsonl'), text]
    expect(await verdictOn(await signedOver(event, folder, lines))).toBe('BAD_TOKEN')
  })

  it('34 / 35 shows an administrator who mints tokens with the real keys, and one who invents people', async () => {
    const event = await voted()
    const minted: Token[] = []
    for (const voter of ['假甲', '假乙']) {
      const rolls = [new Set([voter])]
      const pending = await requestToken(event.frozen, 0, contestAt(event))
      const answers: string[] = []
      for (const [at, { z }] of pending.blinded.entries()) {
        const register = {
          record: async (row: Parameters<(typeof event.registers)[0]['record']>[0]) => row,
        }
        const answer = await issueToken({ ...issuing(event, at), rolls, register }, voter, {
          c: 0,
          z,
        })
        answers.push(answer.ok ? answer.value : '')
      }
      const token = await finishToken(event.frozen, contestAt(event), pending, answers)
      if (token.ok) minted.push(token.value)
    }
    const stuffed = []
    for (const token of minted) {
      const { text, id } = await ballotOf(event, token)
      stuffed.push({ id, body: text })
    }
    expect(stuffed).toHaveLength(2)
    await event.box.close()
    const ballots = [...event.store.rows, ...stuffed]
    expect(await verdictOn(await closedAnew(event, { ballots }))).toBe('MORE_CAST_THAN_ISSUED')
    const invented = [0, 1].flatMap((i) => ['假甲', '假乙'].map((v) => ({ c: 0, i, v })))
    const issued = [...issuedLines(event), ...invented]
    expect(await verdictOn(await closedAnew(event, { ballots, issued }))).toBe(
      'MORE_ISSUED_THAN_ELIGIBLE',
    )
  })

  it('36 / 37 / 38 shows a line twice, two ballots of one token, and the order of arrival', async () => {
    const event = await voted()
    const folder = await publish(event)
    const lines = linesIn(folder, 'sealed.jsonl')
    expect(await verdictOn(await signedOver(event, folder, [...lines, lines.at(-1) ?? '']))).toBe(
      'BAD_ORDER',
    )
    expect(await verdictOn(await signedOver(event, folder, lines.toReversed()))).toBe('BAD_ORDER')
    const own = await smallEvent({ contests: 1, kMin: 1 })
    const held = await tokenFor(own, '第1席')
    const two = [await ballotOf(own, held, [0, 0]), await ballotOf(own, held, [2, 1])]
    const ballots = two.map(({ text, id }) => ({ id, body: text }))
    expect(await verdictOn(await closedAnew(own, { ballots }))).toBe('DUPLICATE_TOKEN')
  })

  it('39 / 40 / 54 shows another manifest, a forged close and a fingerprint that differs', async () => {
    const event = await voted()
    const folder = await publish(event)
    const changed = textOf(folder['manifest.json'] ?? new Uint8Array()).replace('满意', '很满意')
    expect(await verdictOn({ ...folder, 'manifest.json': bytesOf(changed) })).toBe('WRONG_MANIFEST')
    const close = textOf(folder['close.json'] ?? new Uint8Array())
    const forged = {
      ...folder,
      'close.json': bytesOf(close.replace('\\"ballots\\":4', '\\"ballots\\":5')),
    }
    expect(await verdictOn(forged)).toBe('BAD_STATEMENT_SIGNATURE')
    const fingerprint = fingerprintOf(event.frozen)
    expect(fingerprint).toMatch(/^([\da-f]{4} ){3}[\da-f]{4}$/)
    expect(await verdictOn(folder, { fingerprint })).toBe('ok')
    expect(await verdictOn(folder, { fingerprint: '0000 0000 0000 0000' })).toBe(
      'FINGERPRINT_MISMATCH',
    )
    expect(await verdictOn(folder, { fingerprint: '' })).toBe('FINGERPRINT_MISMATCH')
  })

  it('49 holds no name beside a vote and no time but that of the close', async () => {
    const event = await voted()
    const folder = await publish(event, { paper: onePaper })
    for (const line of linesIn(folder, 'sealed.jsonl')) {
      expect(Object.keys(JSON.parse(line))).toEqual(['c', 'pk', 'pre', 'tok', 'box', 'sig'])
      expect(line).not.toMatch(/席|2026|T\d\d:/)
    }
    for (const line of linesIn(folder, 'issued.jsonl')) expect(line).not.toMatch(/2026|T\d\d:/)
  })

  it('55 takes no line with spaces or in another order', async () => {
    const event = await voted()
    const folder = await publish(event)
    const [first = '', ...rest] = linesIn(folder, 'sealed.jsonl')
    const { c, ...fields } = JSON.parse(first)
    for (const line of [first.replace(',', ', '), JSON.stringify({ ...fields, c }), `${first} `]) {
      expect(await verdictOn(await signedOver(event, folder, [line, ...rest]))).toBe('BAD_FORMAT')
    }
  })

  it('tells a missing file, and a register with a voter twice or out of order', async () => {
    const event = await voted()
    const folder = await publish(event)
    for (const file of ['manifest.json', 'close.json', 'sealed.jsonl', 'issued.jsonl'] as const) {
      const { [file]: _, ...rest } = folder
      expect(await verdictOn(rest)).toBe('FILE_MISSING')
    }
    const twice = [...issuedLines(event), { c: 0, i: 0, v: '第5席' }]
    expect(await verdictOn(await closedAnew(event, { issued: twice }))).toBe('ISSUED_TWICE')
    const strange = [...issuedLines(event), { c: 0, i: 9, v: '第5席' }]
    expect(await verdictOn(await closedAnew(event, { issued: strange }))).toBe('BAD_FORMAT')
  })
})
