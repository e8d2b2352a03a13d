/**
 * What is published: at the close the register of tokens, the sealed ballots and a signed statement of both; at the
 * opening the count keys and the result. Source: ballot.md 3.5.
 */
import { bytesOf, sha256Hex, toBase64url, type Bytes } from '../protocol/bytes.ts'
import type { FrozenManifest } from '../protocol/manifest.ts'
import type { CountKey } from '../protocol/sealed-box.ts'
import type { WebKey } from '../protocol/web-key.ts'
import { writeStatement } from './statement.ts'
import type { Tally } from './tally.ts'

export const bulletinFiles = [
  'manifest.json',
  'issued.jsonl',
  'sealed.jsonl',
  'close.json',
  'release.json',
  'result.json',
  'paper.json',
  'objections.jsonl',
] as const

export type BulletinFile = (typeof bulletinFiles)[number]

/** The published folder, by file name. */
export type Bulletin = Readonly<Partial<Record<BulletinFile, Bytes>>>

/** One token by one issuer, or one paper ballot, beside the name or seat that took it. */
export type IssuedLine =
  | Readonly<{ c: number; i: number; v: string }>
  | Readonly<{ c: number; paper: true; v: string }>

export function writeIssued(line: IssuedLine): string {
  return 'paper' in line
    ? JSON.stringify({ c: line.c, paper: true, v: line.v })
    : JSON.stringify({ c: line.c, i: line.i, v: line.v })
}

export type Closing = Readonly<{
  frozen: FrozenManifest
  /** Signs for the server. */
  secret: WebKey
  issued: readonly IssuedLine[]
  ballots: readonly Readonly<{ id: string; body: string }>[]
  at: string
}>

/** Lines of the register ascend as they are written; ballots by their ids, which nobody chose. */
export async function closeEvent({
  frozen,
  secret,
  issued,
  ballots,
  at,
}: Closing): Promise<Bulletin> {
  const issuedFile = lines(issued.map(writeIssued).toSorted(byText))
  const sealedFile = lines(ballots.toSorted((a, b) => byText(a.id, b.id)).map(({ body }) => body))
  const stated = {
    kind: 'close',
    manifest: frozen.hash,
    sealed: await sha256Hex(sealedFile),
    issued: await sha256Hex(issuedFile),
    ballots: ballots.length,
    at,
  }
  return {
    'manifest.json': frozen.bytes,
    'issued.jsonl': issuedFile,
    'sealed.jsonl': sealedFile,
    'close.json': await writeStatement(secret, stated),
  }
}

/** The count keys themselves are published: from now on anybody opens everything. */
export function release(keys: readonly CountKey[]): Bytes {
  return bytesOf(JSON.stringify({ keys: keys.map(({ scalar }) => toBase64url(scalar)) }))
}

export function writeResult({ hash }: FrozenManifest, contests: Tally): Bytes {
  return bytesOf(JSON.stringify({ manifest: hash, contests }))
}

/** The paper counts, stated by the tellers. */
export function statePaper(
  frozen: FrozenManifest,
  secret: WebKey,
  contests: Tally,
): Promise<Bytes> {
  return writeStatement(secret, { kind: 'paper', manifest: frozen.hash, contests })
}

function lines(all: readonly string[]): Bytes {
  return bytesOf(all.map((line) => `${line}\n`).join(''))
}

/** By UTF-16 units, as every language can. */
export function byText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
