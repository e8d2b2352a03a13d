/**
 * The anonymous box: it takes a ballot that proves itself, keeps it in memory until enough wait, and writes them sorted
 * in one go, so that neither order nor time is anywhere in the file. It knows nobody.
 * Source: ballot.md 3.3 (checks and their order), 3.4, 6 no. 2; tests 12–29, 59–62.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { toBase64url } from '../protocol/bytes.ts'
import type { FrozenManifest } from '../protocol/manifest.ts'
import { receiptMessage } from '../protocol/messages.ts'
import { signed } from '../protocol/p256.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import { checkSurrender, type Surrender } from '../protocol/surrender.ts'
import {
  checkBallot,
  largestBallot,
  writeBallot,
  type KnownBallot,
} from '../protocol/sealed-ballot.ts'
import type { WebKey } from '../protocol/web-key.ts'
import type { Receipt } from '../voting/cast-ballot.ts'
import { ballotPool } from './ballot-pool.ts'
import { surrendered, type BoxRow, type BoxStore } from './box-row.ts'

export type BoxPhase = 'waiting' | 'voting' | 'closed'

export type CastAnswer =
  | Readonly<{ kind: 'pooled' }>
  | Readonly<{ kind: 'receipt'; receipt: Receipt }>

export type BallotBox = Readonly<{
  cast: (hash: string, text: string) => Promise<Result<CastAnswer, ProtocolRefusal>>
  /** Tokens that will cast nothing: all of them or none; sending them again changes nothing. */
  surrender: (tokens: readonly Surrender[]) => Promise<Result<true, ProtocolRefusal>>
  open: () => void
  /** Writes what still waits; from then on only what is in gets its receipt. */
  close: () => Promise<void>
}>

export type BoxOrders = Readonly<{
  frozen: FrozenManifest
  /** Signs receipts. */
  secret: WebKey
  store: BoxStore
  phase?: BoxPhase
}>

export function ballotBox({
  frozen,
  secret,
  store,
  phase: first = 'waiting',
}: BoxOrders): BallotBox {
  let phase: BoxPhase = first
  const pool = ballotPool(frozen.manifest.kMin, store)
  return {
    cast,
    surrender,
    open: () => void (phase = phase === 'waiting' ? 'voting' : phase),
    close,
  }

  async function cast(hash: string, text: string): Promise<Result<CastAnswer, ProtocolRefusal>> {
    if (phase === 'waiting') return refuse(refusalOf('NOT_OPEN'))
    if (hash !== frozen.hash) return refuse(refusalOf('WRONG_MANIFEST'))
    if (text.length > largestBallot) return refuse(refusalOf('TOO_BIG'))
    const checked = await checkBallot(frozen, text)
    if (!checked.ok) return checked
    const row = rowOf(checked.value)
    const written = await store.idOf(row.contest, row.pk)
    if (written !== undefined) {
      return written === row.id ? receiptFor(row.id) : refuse(refusalOf('ALREADY_CAST'))
    }
    const pooled = pool.waits(row.contest, row.pk)
    if (pooled !== undefined) {
      return pooled === row.id ? accept({ kind: 'pooled' }) : refuse(refusalOf('ALREADY_CAST'))
    }
    if (phase === 'closed') return refuse(refusalOf('TOO_LATE'))
    pool.add(row)
    await pool.writeDue()
    return accept({ kind: 'pooled' })
  }

  /** A vote with the same token may come at any moment: after the last look nothing is waited for, and afterwards looked again. */
  async function surrender(tokens: readonly Surrender[]): Promise<Result<true, ProtocolRefusal>> {
    for (const token of tokens) {
      const checked = await checkSurrender(frozen, token)
      if (!checked.ok) return checked
    }
    const written = await standing(tokens)
    if (phase === 'closed') return refuse(refusalOf('TOO_LATE'))
    const isVote = ({ c, pk }: Surrender, at: number) =>
      (written[at] ?? surrendered) !== surrendered || pool.waits(c, pk) !== undefined
    if (tokens.some(isVote)) return refuse(refusalOf('ALREADY_CAST'))
    const rows = tokens
      .filter((_, at) => written[at] === undefined)
      .map(({ c, pk }) => ({ contest: c, pk, id: surrendered, body: '' }))
    if (rows.length > 0) await store.write(rows)
    const isSpent = (await standing(tokens)).every((id) => id === surrendered)
    return isSpent ? accept(true) : refuse(refusalOf('ALREADY_CAST'))
  }

  function standing(tokens: readonly Surrender[]): Promise<readonly (string | undefined)[]> {
    return Promise.all(tokens.map(({ c, pk }) => store.idOf(c, pk)))
  }

  async function close(): Promise<void> {
    phase = 'closed'
    await pool.writeAll()
  }

  async function receiptFor(id: string): Promise<Result<CastAnswer, ProtocolRefusal>> {
    const sig = toBase64url(await signed(secret, receiptMessage(frozen.mh, id)))
    return accept({ kind: 'receipt', receipt: { id, sig } })
  }
}

function rowOf({ ballot, id }: KnownBallot): BoxRow {
  return { contest: ballot.c, pk: ballot.pk, id, body: writeBallot(ballot) }
}
