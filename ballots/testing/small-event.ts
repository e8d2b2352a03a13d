/**
 * A small event with everything in it: people on a roll, two issuers, two locks of three tellers, a box, and the phones.
 * Kept in memory, so that an attack can reach into each part of it.
 */
import { newContestKey, type ContestKey } from '../src/issuing/blind-sign.ts'
import {
  issuePaper,
  issueToken,
  onPaper,
  type Issuance,
  type IssuanceRegister,
  type Issuing,
} from '../src/issuing/issuer.ts'
import { ballotBox, type BallotBox } from '../src/box/ballot-box.ts'
import type { BoxRow, BoxStore } from '../src/box/box-row.ts'
import {
  closeEvent,
  release,
  statePaper,
  writeResult,
  type Bulletin,
  type IssuedLine,
} from '../src/bulletin/bulletin.ts'
import { emptyTally, type Tally } from '../src/bulletin/tally.ts'
import { verifyBulletin } from '../src/bulletin/verify-bulletin.ts'
import { toBase64url } from '../src/protocol/bytes.ts'
import { freezeManifest, type Contest, type FrozenManifest } from '../src/protocol/manifest.ts'
import { newSigningPair, type SigningPair } from '../src/protocol/p256.ts'
import type { Marks } from '../src/protocol/plain-vote.ts'
import { joinShares, newLock, type CountLock } from '../src/tellers/count-lock.ts'
import { makeBallot, type MadeBallot } from '../src/voting/cast-ballot.ts'
import { finishToken, requestToken, type Token } from '../src/voting/take-token.ts'

export type MemoryRegister = IssuanceRegister & Readonly<{ rows: Issuance[] }>

export type SmallEvent = Readonly<{
  frozen: FrozenManifest
  server: SigningPair
  tellers: SigningPair
  locks: readonly CountLock[]
  /** By issuer, then by contest. */
  keys: readonly (readonly ContestKey[])[]
  /** By issuer. */
  registers: readonly MemoryRegister[]
  rolls: readonly ReadonlySet<string>[]
  box: BallotBox
  store: BoxStore & Readonly<{ rows: BoxRow[]; writes: number[] }>
}>

export type Shape = Readonly<{
  voters: number
  contests: number
  issuers: number
  kMin: number
}>

const usual: Shape = { voters: 5, contests: 2, issuers: 2, kMin: 3 }

export const voterNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `第${at + 1}席`)

/** Making RSA keys is the slow part: a process makes them once for each place and lends them to every event. */
const lent = new Map<string, ContestKey>()

export function keyAt(issuer: number, contest: number): ContestKey {
  const place = `${issuer} ${contest}`
  const key = lent.get(place) ?? newContestKey(2048)
  lent.set(place, key)
  return key
}

export async function smallEvent(shape: Partial<Shape> = {}): Promise<SmallEvent> {
  const { voters, contests, issuers, kMin } = { ...usual, ...shape }
  const [server, tellers] = [await newSigningPair(false), await newSigningPair(false)]
  const locks = [await newLock(), await newLock()]
  const keys = Array.from({ length: issuers }, (_, issuer) =>
    Array.from({ length: contests }, (_, contest) => keyAt(issuer, contest)),
  )
  const frozen = await freezeManifest({
    v: 'rd-ballot/v1',
    title: `清禾县人大常委会测评 ${toBase64url(crypto.getRandomValues(new Uint8Array(6)))}`,
    kMin,
    serverPk: toBase64url(server.point),
    tellerPk: toBase64url(tellers.point),
    locks: locks.map(({ pk }) => ({ pk })),
    contests: Array.from({ length: contests }, (_, at): Contest => ({
      title: `第${at + 1}位述职人员`,
      eligible: voters,
      ptLen: 32,
      questions: [
        { t: '总体评价', options: ['满意', '基本满意', '不满意', '弃权'] },
        { t: '整改质量', options: ['满意', '不满意'] },
      ],
      issuers: keys.map((own) => own[at]?.issuer ?? { n: '', e: '' }),
    })),
  })
  const store = memoryStore()
  const box = ballotBox({ frozen, secret: server.secret, store })
  const rolls = Array.from({ length: contests }, () => new Set(voterNames(voters)))
  const registers = Array.from({ length: issuers }, memoryRegister)
  return { frozen, server, tellers, locks, keys, registers, rolls, box, store }
}

export function memoryRegister(): MemoryRegister {
  const rows: Issuance[] = []
  const record = async (row: Issuance): Promise<Issuance> => {
    const standing = rows.find(
      ({ contest, voter }) => contest === row.contest && voter === row.voter,
    )
    if (!standing) rows.push(row)
    return standing ?? row
  }
  return { rows, record }
}

export function memoryStore(): SmallEvent['store'] {
  const rows: BoxRow[] = []
  const writes: number[] = []
  return {
    rows,
    writes,
    idOf: async (contest, pk) => rows.find((row) => row.contest === contest && row.pk === pk)?.id,
    write: async (batch) => {
      writes.push(batch.length)
      for (const row of batch) {
        if (!rows.some(({ contest, pk }) => contest === row.contest && pk === row.pk))
          rows.push(row)
      }
    },
  }
}

export function issuing(event: SmallEvent, issuer: number, open = true): Issuing {
  const register = event.registers[issuer] ?? memoryRegister()
  return { open, rolls: event.rolls, keys: event.keys[issuer] ?? [], register }
}

export function contestAt({ frozen }: SmallEvent, at = 0): Contest {
  const contest = frozen.manifest.contests[at]
  if (!contest) throw new Error(`no contest ${at}`)
  return contest
}

/** A phone takes a token, as an honest one does. */
export async function tokenFor(event: SmallEvent, voter: string, contest = 0): Promise<Token> {
  const pending = await requestToken(event.frozen, contest, contestAt(event, contest))
  const answers: string[] = []
  for (const [at, { z }] of pending.blinded.entries()) {
    const answer = await issueToken(issuing(event, at), voter, { c: contest, z })
    if (!answer.ok) throw new Error(answer.refusal.code)
    answers.push(answer.value)
  }
  const token = await finishToken(event.frozen, contestAt(event, contest), pending, answers)
  if (!token.ok) throw new Error(token.refusal.code)
  return token.value
}

export async function ballotOf(
  event: SmallEvent,
  token: Token,
  marks: Marks = [0, 0],
): Promise<MadeBallot> {
  const made = await makeBallot(event.frozen, token, marks)
  if (!made.ok) throw new Error(made.refusal.code)
  return made.value
}

/** What the box answered, in a word: `pooled`, `receipt` or the code of its refusal. */
export async function castText(
  event: SmallEvent,
  text: string,
  hash = event.frozen.hash,
): Promise<string> {
  const answer = await event.box.cast(hash, text)
  return answer.ok ? answer.value.kind : answer.refusal.code
}

export async function paperFor(event: SmallEvent, voter: string, contest = 0): Promise<string> {
  const answer = await issuePaper(issuing(event, 0), voter, contest)
  return answer.ok ? 'paper' : answer.refusal.code
}

export function issuedLines({ registers }: SmallEvent): readonly IssuedLine[] {
  return registers.flatMap(({ rows }, i) =>
    rows.map(({ contest: c, voter: v, z }): IssuedLine =>
      z === onPaper ? { c, paper: true, v } : { c, i, v },
    ),
  )
}

export type Opened = Readonly<{ paper?: Tally; result?: Tally }>

/** Closes the box and publishes; with the tellers' shares and the result when `opened` is given. */
export async function publish(event: SmallEvent, opened?: Opened): Promise<Bulletin> {
  await event.box.close()
  const { frozen, server, store } = event
  const closed = await closeEvent({
    frozen,
    secret: server.secret,
    issued: issuedLines(event),
    ballots: store.rows,
    at: '2026-11-27T02:00:00.000Z',
  })
  return opened ? openUp(event, closed, opened) : closed
}

async function openUp(
  event: SmallEvent,
  closed: Bulletin,
  { paper, result }: Opened,
): Promise<Bulletin> {
  const keys = []
  for (const { pk, shares } of event.locks) {
    const key = await joinShares(pk, shares.slice(1))
    if (!key.ok) throw new Error(key.refusal.code)
    keys.push(key.value)
  }
  const stated = paper
    ? { 'paper.json': await statePaper(event.frozen, event.tellers.secret, paper) }
    : {}
  const open = { ...closed, ...stated, 'release.json': release(keys) }
  if (result) return { ...open, 'result.json': writeResult(event.frozen, result) }
  const counted = await verifyBulletin(open)
  const total =
    counted.ok && counted.value.result
      ? counted.value.result.total
      : emptyTally(event.frozen.manifest)
  return { ...open, 'result.json': writeResult(event.frozen, total) }
}

/** `ok`, or the code with which the verifier stops. */
export async function verdictOn(folder: Bulletin, asked = {}): Promise<string> {
  const verdict = await verifyBulletin(folder, asked)
  return verdict.ok ? 'ok' : verdict.refusal.code
}
