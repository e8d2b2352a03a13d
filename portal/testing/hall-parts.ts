/** What a hall for tests is made of, and how it signs. */
import type { BallotBox } from '@luoshi/ballots/box/ballot-box'
import type { BoxRow } from '@luoshi/ballots/box/box-row'
import type { Bulletin } from '@luoshi/ballots/bulletin/bulletin'
import type { ContestKey } from '@luoshi/ballots/issuing/blind-sign'
import { issueToken, type Issuance } from '@luoshi/ballots/issuing/issuer'
import { isRecord } from '@luoshi/ballots/protocol/json'
import type { FrozenManifest, Question } from '@luoshi/ballots/protocol/manifest'
import { refusalsEn } from '@luoshi/ballots/protocol/refusals.en'
import { refusalsZh } from '@luoshi/ballots/protocol/refusals.zh'

export type HallPhase = 'preparing' | 'issuing' | 'voting' | 'closed' | 'opened' | 'void'

export type HallShape = Readonly<{
  title: string
  contests: readonly string[]
  questions: readonly Question[]
  /** Names, each with a session; the code of the slip is the place in the list from 1, as `slip-1`. */
  roll: readonly string[]
  kMin: number
  issuers: 1 | 2
  bits: 2048 | 3072
  rehearsal: boolean
}>

/** What a test may turn. */
export type Faults = {
  /** So many answers are worked out and then lost. */
  loseTokens: number
  loseCasts: number
  /** The hall's clock is so far ahead of ours. */
  ahead: number
  /** Ids to be left out of the published file. */
  drop: Set<string>
}

export type Heard = Readonly<{ who: 'server' | 'box'; line: string; headers: string; body: string }>

export type Hall = AsyncDisposable & {
  readonly url: string
  readonly boxUrl: string
  readonly ballot: string
  readonly shape: HallShape
  frozen: FrozenManifest
  phase: HallPhase
  closesAt: number | null
  /** Who the browser is signed in as, by its cookie `who`. */
  readonly faults: Faults
  readonly heard: Heard[]
  readonly issued: Issuance[][]
  readonly rows: BoxRow[]
  readonly objections: string[]
  bulletin: Bulletin
  box: BallotBox
  readonly keys: readonly (readonly ContestKey[])[]
  open: () => void
  close: () => Promise<void>
  /** New keys, all tokens void. */
  newRound: () => Promise<void>
}

export type Refusing = Readonly<{ status: number; code: string }>

/** Signs what one person asks of one issuer; all or nothing. */
export async function signFor(
  hall: Hall,
  issuer: number,
  voter: string,
  body: unknown,
): Promise<readonly string[] | Refusing> {
  const requests = isRecord(body) && Array.isArray(body['requests']) ? body['requests'] : []
  const signatures: string[] = []
  const rolls = hall.shape.contests.map(() => new Set(hall.shape.roll))
  const register = hall.issued[issuer] ?? []
  const record = async (row: Issuance): Promise<Issuance> => {
    const standing = register.find(
      ({ contest, voter }) => contest === row.contest && voter === row.voter,
    )
    if (!standing) register.push(row)
    return standing ?? row
  }
  for (const request of requests) {
    const { c, z } = isRecord(request) ? request : {}
    if (typeof c !== 'number' || typeof z !== 'string') return { status: 400, code: 'BAD_FORMAT' }
    const issuing = { open: hall.phase === 'issuing', rolls, keys: hall.keys[issuer] ?? [] }
    const answer = await issueToken({ ...issuing, register: { record } }, voter, { c, z })
    if (!answer.ok) return { status: 409, code: answer.refusal.code }
    signatures.push(answer.value)
  }
  return signatures
}

export function wordsOf(code: string) {
  const known = (all: Readonly<Record<string, string>>) => all[code] ?? code
  return {
    zh: { what: known(refusalsZh), fix: '' },
    en: { what: known(refusalsEn), fix: '' },
  }
}
