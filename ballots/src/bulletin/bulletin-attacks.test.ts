/** Attacks on what is published, by their numbers in the protocol's design (ballot.md 11.2). */
import { describe, expect, it } from 'vitest'
import {
  ballotOf,
  castText,
  contestAt,
  issuedLines,
  issuing,
  paperFor,
  publish,
  smallEvent,
  tokenFor,
  verdictOn,
  type SmallEvent,
} from '../../testing/small-event.ts'
import { issueToken } from '../issuing/issuer.ts'
import { bytesOf, fromBase64url, textOf, toBase64url } from '../protocol/bytes.ts'
import { fingerprintOf } from '../protocol/manifest.ts'
import { sealBinding } from '../protocol/messages.ts'
import { secretFrom, signed } from '../protocol/p256.ts'
import { ballotCore } from '../protocol/messages.ts'
import { opened, sealed } from '../protocol/sealed-box.ts'
import { joinShares, newLock } from '../tellers/count-lock.ts'
import { finishToken, requestToken, type Token } from '../voting/take-token.ts'
import {
  closeEvent,
  release,
  statePaper,
  writeResult,
  type Bulletin,
  type BulletinFile,
} from './bulletin.ts'
import { emptyTally, type Tally } from './tally.ts'
import { verifyBulletin } from './verify-bulletin.ts'

/** Four of five have voted electronically, the fifth on paper. */
async function voted(): Promise<SmallEvent> {
  const event = await smallEvent({ contests: 1, kMin: 2 })
  event.box.open()
  const marks = [
    [0, 0],
    [0, 0],
    [1, 0],
    [2, 1],
  ]
  for (const [at, mark] of marks.entries()) {
    const { text } = await ballotOf(event, await tokenFor(event, `第${at + 1}席`), mark)
    await castText(event, text)
  }
  await paperFor(event, '第5席')
  return event
}

const onePaper: Tally = [
  {
    cast: 1,
    questions: [
      { counts: [1, 0, 0, 0], blank: 0, invalid: 0 },
      { counts: [1, 0], blank: 0, invalid: 0 },
    ],
  },
]

const linesIn = (folder: Bulletin, file: BulletinFile): readonly string[] =>
  textOf(folder[file] ?? new Uint8Array())
    .split('\n')
    .filter((line) => line !== '')

const fileOf = (lines: readonly string[]) => bytesOf(lines.map((line) => `${line}\n`).join(''))

/** Closed anew over other contents by whoever has the server's key. */
async function closedAnew(
  event: SmallEvent,
  change: Readonly<{
    ballots?: readonly Readonly<{ id: string; body: string }>[]
    issued?: ReturnType<typeof issuedLines>
  }>,
): Promise<Bulletin> {
  const { frozen, server, store } = event
  await event.box.close()
  const ballots = change.ballots ?? store.rows
  const issued = change.issued ?? issuedLines(event)
  return closeEvent({
    frozen,
    secret: server.secret,
    ballots,
    issued,
    at: '2026-11-27T02:00:00.000Z',
  })
}

/** A file put in and the close signed again over exactly these bytes. */
async function signedOver(
  event: SmallEvent,
  folder: Bulletin,
  lines: readonly string[],
): Promise<Bulletin> {
  const { writeStatement } = await import('./statement.ts')
  const { sha256Hex } = await import('../protocol/bytes.ts')
  const file = fileOf(lines)
  const stated = {
    kind: 'close',
    manifest: event.frozen.hash,
    sealed: await sha256Hex(file),
    issued: await sha256Hex(folder['issued.jsonl'] ?? new Uint8Array()),
    ballots: lines.length,
    at: '2026-11-27T02:00:00.000Z',
  }
  return {
    ...folder,
    'sealed.jsonl': file,
    'close.json': await writeStatement(event.server.secret, stated),
  }
}

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

  it('49 holds no name beside a vote and no time but that of the close', async () => {
    const event = await voted()
    const folder = await publish(event, { paper: onePaper })
    for (const line of linesIn(folder, 'sealed.jsonl')) {
      expect(Object.keys(JSON.parse(line))).toEqual(['c', 'pk', 'pre', 'tok', 'box', 'sig'])
      expect(line).not.toMatch(/席|2026|T\d\d:/)
    }
    for (const line of linesIn(folder, 'issued.jsonl')) expect(line).not.toMatch(/2026|T\d\d:/)
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
      { kind: 'unanimous', contest: 0 },
      { kind: 'small', contest: 0 },
      { kind: 'unused', contest: 0, count: 1 },
    ])
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

/** A ballot with a right token and signature over any box. */
async function withBox(
  event: SmallEvent,
  voter: string,
  box: Uint8Array<ArrayBuffer> | undefined,
  make?: (binding: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>,
): Promise<string> {
  const token = await tokenFor(event, voter)
  const point = fromBase64url(token.pk) ?? new Uint8Array()
  const content = box ?? (await make?.(sealBinding(event.frozen.mh, 0, point))) ?? new Uint8Array()
  const secret = await secretFrom(fromBase64url(token.secret) ?? new Uint8Array())
  const sig = await signed(secret, ballotCore(event.frozen.mh, 0, point, content))
  const { c, pk, pre, tok } = token
  return JSON.stringify({ c, pk, pre, tok, box: toBase64url(content), sig: toBase64url(sig) })
}
