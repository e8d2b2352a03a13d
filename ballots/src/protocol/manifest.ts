/**
 * The manifest: everything about an event that must be the same for everybody, frozen before the first token. Its hash
 * is over the exact bytes, so no canonical JSON is needed. Source: ballot.md 3.2.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import { fromBase64url, sha256, textOf, toHex, type Bytes } from './bytes.ts'
import { hasFields, isRecord, parsedJson } from './json.ts'
import { refusalOf, type ProtocolRefusal } from './refusals.ts'

export const protocolVersion = 'rd-ballot/v1'

export type Question = Readonly<{ t: string; options: readonly string[] }>

export type Issuer = Readonly<{ n: string; e: string }>

export type Contest = Readonly<{
  title: string
  /** How many people are on the roll. */
  eligible: number
  /** Fixed length of a ballot's plain text, the same for every choice. */
  ptLen: number
  questions: readonly Question[]
  /** One RSA key a contest, event and issuer. */
  issuers: readonly Issuer[]
}>

export type Manifest = Readonly<{
  v: typeof protocolVersion
  title: string
  /** Groups smaller than this have no secret. */
  kMin: number
  /** P-256, raw: signs receipts and the close. */
  serverPk: string
  /** P-256, raw: signs the paper counts. */
  tellerPk: string
  /** P-256, raw: count keys, the first innermost. */
  locks: readonly Readonly<{ pk: string }>[]
  contests: readonly Contest[]
}>

export type FrozenManifest = Readonly<{
  bytes: Bytes
  mh: Bytes
  /** `mh` in hex. */
  hash: string
  manifest: Manifest
}>

const most = { bytes: 1_000_000, contests: 1_000, questions: 64, options: 64, issuers: 4, locks: 4 }
const pointLength = 65

/** Checks nothing: for a manifest of our own making. One from outside goes through {@link readManifest}. */
export async function freezeManifest(manifest: Manifest): Promise<FrozenManifest> {
  const bytes = new TextEncoder().encode(JSON.stringify(manifest))
  const mh = await sha256(bytes)
  return { bytes, mh, hash: toHex(mh), manifest }
}

/** Reads a manifest that came from outside. */
export async function readManifest(bytes: Bytes): Promise<Result<FrozenManifest, ProtocolRefusal>> {
  if (bytes.length > most.bytes) return refuse(refusalOf('TOO_BIG', 'manifest.json'))
  const value = parsedJson(() => textOf(bytes))
  // Exactly as `freezeManifest` writes it: no field that one reader sees and another does not.
  if (!isManifest(value) || JSON.stringify(value) !== textOf(bytes))
    return refuse(refusalOf('BAD_MANIFEST', 'manifest.json'))
  const mh = await sha256(bytes)
  return accept({ bytes, mh, hash: toHex(mh), manifest: value })
}

/** The first sixteen hex digits in four groups: on the phone, the screen of the hall and the printed agenda. */
export function fingerprintOf({ hash }: Pick<FrozenManifest, 'hash'>): string {
  return hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ')
}

function isManifest(value: unknown): value is Manifest {
  if (!isOf(value, 'v title kMin serverPk tellerPk locks contests')) return false
  const { v, title, kMin, serverPk, tellerPk, locks, contests } = value
  return (
    v === protocolVersion &&
    isText(title) &&
    isCount(kMin, 1) &&
    isPoint(serverPk) &&
    isPoint(tellerPk) &&
    isList(locks, most.locks, (lock) => isOf(lock, 'pk') && isPoint(lock['pk'])) &&
    isList(contests, most.contests, isContest)
  )
}

/** Exactly these fields, in this order. */
function isOf(value: unknown, fields: string): value is Readonly<Record<string, unknown>> {
  return isRecord(value) && hasFields(value, fields.split(' '))
}

function isContest(value: unknown): boolean {
  if (!isOf(value, 'title eligible ptLen questions issuers')) return false
  const { title, eligible, ptLen, questions, issuers } = value
  return (
    isText(title) &&
    isCount(eligible, 1) &&
    isCount(ptLen, 3) &&
    ptLen <= 512 &&
    isList(questions, Math.min(most.questions, ptLen - 2), isQuestion) &&
    isList(issuers, most.issuers, isIssuer)
  )
}

function isQuestion(value: unknown): boolean {
  if (!isOf(value, 't options')) return false
  return isText(value['t']) && isList(value['options'], most.options, isText)
}

/** 2048 to 4096 bits, odd, and the one exponent that is used: under another anybody might forge tokens (1) or verifiers differ. */
function isIssuer(value: unknown): boolean {
  if (!isOf(value, 'n e') || typeof value['n'] !== 'string' || value['e'] !== 'AQAB') return false
  const n = fromBase64url(value['n'])
  if (!n || ![256, 384, 512].includes(n.length)) return false
  return (n[0] ?? 0) >= 0x80 && (n[n.length - 1] ?? 0) % 2 === 1
}

function isPoint(value: unknown): boolean {
  if (typeof value !== 'string') return false
  const point = fromBase64url(value)
  return point?.length === pointLength && point[0] === 4
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.length > 0 && value.length <= 500
}

function isCount(value: unknown, least: number): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= 1e9
}

function isList(value: unknown, longest: number, fits: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= longest && value.every(fits)
}
