/**
 * The verifier: from a published folder alone, whether everything holds, and the count anew. Any failure stops with its
 * code; the steps and their order are the protocol's. Runs in a browser without a network and on the command line.
 * Source: ballot.md 4.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, sha256Hex, textOf, type Bytes } from '../protocol/bytes.ts'
import { hasFields, isRecord, parsedJson } from '../protocol/json.ts'
import { fingerprintOf, readManifest, type FrozenManifest } from '../protocol/manifest.ts'
import { checkCodeLength, receiptMessage } from '../protocol/messages.ts'
import { isSignedBy, verifyingKey } from '../protocol/p256.ts'
import type { Marks } from '../protocol/plain-vote.ts'
import { refusalOf, type ProtocolRefusal } from '../protocol/refusals.ts'
import { countKeyFrom, opened, type CountKey } from '../protocol/sealed-box.ts'
import type { KnownBallot } from '../protocol/sealed-ballot.ts'
import type { Bulletin, BulletinFile } from './bulletin.ts'
import { readIssued, type IssuedCounts } from './issued-register.ts'
import { readAll, type Counting, type Sealed } from './open-all.ts'
import { closeFields, paperFields, readStatement } from './statement.ts'
import { addsUp, emptyTally, hasShapeOf, together, withBallot, type Tally } from './tally.ts'
import { warningsOf, type Warning } from './warnings.ts'

export type Asked = Readonly<{
  /** As noted from the screen or the agenda; spaces do not matter. */
  fingerprint?: string
  /** The check code from one's own phone. */
  code?: string
  /** What the register came to, for whoever kept that when the register itself was erased by law. */
  issued?: readonly IssuedCounts[] | undefined
}>

export type VerifiedEvent = Readonly<{
  fingerprint: string
  title: string
  ballots: number
  issued: readonly IssuedCounts[]
  /** Nothing before the count keys are published. */
  result: Readonly<{ electronic: Tally; paper: Tally; total: Tally }> | null
  warnings: readonly Warning[]
  /** The own ballots, when a code was asked for. Marks are nothing while sealed, or when spoiled. */
  own: readonly Readonly<{ contest: number; id: string; marks: Marks | null }>[]
}>

type Verdict<Value> = Result<Value, ProtocolRefusal>

const plainly: Counting = { open: opened, remembered: null }

/** `counting`: the server and the command line open boxes in a quicker way (`native-open.ts`). */
export async function verifyBulletin(
  folder: Bulletin,
  asked: Asked = {},
  counting: Counting = plainly,
): Promise<Verdict<VerifiedEvent>> {
  const manifest = await readManifest(folder['manifest.json'] ?? new Uint8Array())
  if (!folder['manifest.json']) return refuse(refusalOf('FILE_MISSING', 'manifest.json'))
  if (!manifest.ok) return manifest
  const frozen = manifest.value
  const noted = asked.fingerprint?.replaceAll(/\s/g, '').toLowerCase()
  if (noted !== undefined && !(noted.length >= 8 && frozen.hash.startsWith(noted))) {
    return refuse(refusalOf('FINGERPRINT_MISMATCH', 'manifest.json'))
  }
  const closed = await readClose(folder, frozen, asked.issued !== undefined)
  if (!closed.ok) return closed
  const lines = closed.value.issued
  const issued = lines ? readIssued(frozen.manifest.contests, lines) : accept(asked.issued ?? [])
  if (!issued.ok) return issued
  const keys = await readRelease(folder, frozen)
  if (!keys.ok) return keys
  const read = await readAll(frozen, closed.value, keys.value, counting)
  if (!read.ok) return read
  const { known, votes } = read.value
  const electronic = count(frozen, known, votes)
  const over = overIssued(electronic, issued.value)
  if (over >= 0) return refuse(refusalOf('MORE_CAST_THAN_ISSUED', `contest ${over}`))
  const paper = await readPaper(folder, frozen, issued.value)
  if (!paper.ok) return paper
  const total = together(electronic, paper.value)
  const stated = checkResult(folder, frozen, keys.value !== null, total)
  if (!stated.ok) return stated
  const objected = await checkObjections(folder, frozen, known)
  if (!objected.ok) return objected
  return accept({
    fingerprint: fingerprintOf(frozen),
    title: frozen.manifest.title,
    ballots: known.length,
    issued: issued.value,
    result: keys.value ? { electronic, paper: paper.value, total } : null,
    warnings: warningsOf(frozen.manifest, issued.value, {
      electronic,
      opened: keys.value ? { paper: paper.value, total } : null,
      isPaperCounted: Boolean(folder['paper.json'] ?? folder['result.json']),
    }),
    own: ownBallots(known, votes, asked.code),
  })
}

/** Of `issued` nothing where it was erased. */
type Closed = Sealed & Readonly<{ issued: readonly string[] | null }>

async function readClose(
  folder: Bulletin,
  { hash, manifest }: FrozenManifest,
  mayLackRegister: boolean,
): Promise<Verdict<Closed>> {
  const [close, sealed, issued] = [
    folder['close.json'],
    folder['sealed.jsonl'],
    folder['issued.jsonl'],
  ]
  const missing = (['close.json', 'sealed.jsonl', 'issued.jsonl'] as const).find(
    (file) => !folder[file] && !(file === 'issued.jsonl' && mayLackRegister),
  )
  if (!close || !sealed || missing !== undefined) return refuse(refusalOf('FILE_MISSING', missing))
  const stated = await readStatement(close, manifest.serverPk, 'close.json', closeFields)
  if (!stated.ok) return stated
  const { kind, ballots, at, manifest: mh, sealed: sealedSum, issued: issuedSum } = stated.value
  const areTexts = [mh, sealedSum, issuedSum, at].every((one) => typeof one === 'string')
  if (kind !== 'close' || !areTexts || !isWhole(ballots))
    return refuse(refusalOf('BAD_FORMAT', 'close.json'))
  if (mh !== hash) return refuse(refusalOf('WRONG_MANIFEST', 'close.json'))
  const files = [
    {
      file: 'sealed.jsonl',
      bytes: sealed,
      hash: sealedSum,
      code: 'SEALED_FILE_CHANGED',
    },
    {
      file: 'issued.jsonl',
      bytes: issued,
      hash: issuedSum,
      code: 'ISSUED_FILE_CHANGED',
    },
  ] as const
  for (const { file, bytes, hash: expected, code } of files) {
    if (bytes && (await sha256Hex(bytes)) !== expected) return refuse(refusalOf(code, file))
  }
  const [sealedLines, issuedLines] = [linesOf(sealed), issued ? linesOf(issued) : null]
  if (!sealedLines) return refuse(refusalOf('BAD_FORMAT', 'sealed.jsonl'))
  if (issuedLines === undefined) return refuse(refusalOf('BAD_FORMAT', 'issued.jsonl'))
  const sealedHash = await sha256Hex(sealed)
  return accept({ ballots, sealed: sealedLines, hash: sealedHash, issued: issuedLines })
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value)
}

/** Every line ends, none is empty. */
function linesOf(bytes: Bytes): readonly string[] | undefined {
  if (bytes.length === 0) return []
  try {
    const all = textOf(bytes).split('\n')
    return all.pop() === '' && all.every((line) => line !== '') ? all : undefined
  } catch {
    return undefined
  }
}

async function readRelease(
  folder: Bulletin,
  { manifest }: FrozenManifest,
): Promise<Verdict<readonly CountKey[] | null>> {
  const file = folder['release.json']
  if (!file) return accept(null)
  const bad = refuse(refusalOf('BAD_RELEASE', 'release.json'))
  const value = parsedJson(() => textOf(file))
  if (!isRecord(value) || !hasFields(value, ['keys']) || !Array.isArray(value['keys'])) return bad
  if (JSON.stringify(value) !== textOf(file) || value['keys'].length !== manifest.locks.length)
    return bad
  const keys: CountKey[] = []
  for (const [at, lock] of manifest.locks.entries()) {
    const text: unknown = value['keys'][at]
    const scalar = typeof text === 'string' ? fromBase64url(text) : undefined
    const point = fromBase64url(lock.pk)
    const key = scalar && point && (await countKeyFrom(scalar, point))
    if (!key) return bad
    keys.push(key)
  }
  return accept(keys)
}

function count(
  { manifest }: FrozenManifest,
  known: readonly KnownBallot[],
  votes: readonly (Marks | undefined)[],
): Tally {
  const tally = [...emptyTally(manifest)]
  for (const [at, { ballot }] of known.entries()) {
    const contest = tally[ballot.c]
    if (contest) tally[ballot.c] = withBallot(contest, votes[at])
  }
  return tally
}

function overIssued(electronic: Tally, issued: readonly IssuedCounts[]): number {
  return electronic.findIndex(({ cast }, at) => issued[at]?.tokens.some((tokens) => cast > tokens))
}

async function readPaper(
  folder: Bulletin,
  { hash, manifest }: FrozenManifest,
  issued: readonly IssuedCounts[],
): Promise<Verdict<Tally>> {
  const file = folder['paper.json']
  if (!file) return accept(emptyTally(manifest))
  const stated = await readStatement(file, manifest.tellerPk, 'paper.json', paperFields)
  if (!stated.ok) return stated
  const { kind, manifest: mh, contests } = stated.value
  if (kind !== 'paper' || typeof mh !== 'string' || !hasShapeOf(contests, manifest.contests))
    return refuse(refusalOf('BAD_FORMAT', 'paper.json'))
  if (mh !== hash) return refuse(refusalOf('WRONG_MANIFEST', 'paper.json'))
  if (!contests.every(addsUp)) return refuse(refusalOf('PAPER_DOES_NOT_ADD_UP', 'paper.json'))
  const over = contests.findIndex(({ cast }, at) => cast > (issued[at]?.paper ?? 0))
  if (over >= 0) return refuse(refusalOf('MORE_PAPER_THAN_ISSUED', `contest ${over}`))
  return accept(contests)
}

/** Before the opening nobody can have counted. */
function checkResult(
  folder: Bulletin,
  { hash }: FrozenManifest,
  isOpen: boolean,
  total: Tally,
): Verdict<true> {
  const file = folder['result.json']
  if (!file) return accept(true)
  const recounted = JSON.stringify({ manifest: hash, contests: total })
  const same = isOpen && parsedText(file) === recounted
  return same ? accept(true) : refuse(refusalOf('RESULT_MISMATCH', 'result.json'))
}

function parsedText(bytes: Bytes): string | undefined {
  try {
    return textOf(bytes)
  } catch {
    return undefined
  }
}

/** An objection counts when its receipt is the server's; anybody may post others, which say nothing. */
async function checkObjections(
  folder: Bulletin,
  { mh, manifest }: FrozenManifest,
  known: readonly KnownBallot[],
): Promise<Verdict<true>> {
  const file: BulletinFile = 'objections.jsonl'
  const lines = folder[file] && linesOf(folder[file])
  if (folder[file] && !lines) return refuse(refusalOf('BAD_FORMAT', file))
  const point = fromBase64url(manifest.serverPk)
  const key = point && (await verifyingKey(point))
  const ids = new Set(known.map(({ id }) => id))
  for (const [at, line] of (lines ?? []).entries()) {
    const value = parsedJson(() => line)
    const { id, sig } = isRecord(value) ? value : {}
    if (typeof id !== 'string' || typeof sig !== 'string' || !/^[\da-f]{64}$/.test(id)) continue
    const signature = fromBase64url(sig)
    const holds = key && signature && (await isSignedBy(key, signature, receiptMessage(mh, id)))
    if (holds && !ids.has(id))
      return refuse(refusalOf('RECEIPTED_BALLOT_MISSING', `${file} ${at + 1}`))
  }
  return accept(true)
}

function ownBallots(
  known: readonly KnownBallot[],
  votes: readonly (Marks | undefined)[],
  code: string | undefined,
): VerifiedEvent['own'] {
  const asked = code?.replaceAll(/\s/g, '').toLowerCase() ?? ''
  if (asked.length < checkCodeLength) return []
  return known.flatMap(({ id, ballot }, at) =>
    id.startsWith(asked) ? [{ contest: ballot.c, id, marks: votes[at] ?? null }] : [],
  )
}
