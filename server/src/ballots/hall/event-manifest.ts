/** The manifest of a ballot, frozen from what stands on record and the keys that are there. Source: ballot.md §3.2. */
import { fromBase64url, type Bytes } from '@luoshi/ballots/protocol/bytes'
import {
  freezeManifest,
  protocolVersion,
  readManifest,
  type FrozenManifest,
  type Issuer,
} from '@luoshi/ballots/protocol/manifest'
import { verifyingKey } from '@luoshi/ballots/protocol/p256'
import { smallestSecret, type Course } from '@luoshi/domain/ballots/cast-here'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import type { OfCast } from './cast-keys.ts'
import type { CastNames } from './cast-names.ts'

/** Of a ballot's plain text; the same for every choice. */
const plainLength = 32

type Parts = Readonly<{
  course: Course
  names: CastNames
  eligible: number
  serverPk: string
  first: readonly Issuer[]
  second: readonly Issuer[]
}>

/** Nothing while something is missing. */
export async function composeManifest({
  course,
  names,
  eligible,
  serverPk,
  first,
  second,
}: Parts): Promise<FrozenManifest | null> {
  const locks = course.locks.flatMap((lock) => (lock ? [{ pk: lock.pk }] : []))
  const ready = locks.length === course.locks.length && course.tellerPk !== null
  if (!ready || eligible < 1) return null
  const contests = names.contests.flatMap(({ title, question }, at) => {
    const issuers = [first[at], ...(course.issuers === 2 ? [second[at]] : [])]
    const known = issuers.flatMap((issuer) => (issuer ? [issuer] : []))
    if (known.length !== course.issuers) return []
    const questions = [{ t: question, options: names.marks.map(({ zh }) => zh) }]
    return [{ title, eligible, ptLen: plainLength, questions, issuers: known }]
  })
  if (contests.length !== names.contests.length) return null
  return freezeManifest({
    v: protocolVersion,
    title: names.title,
    kMin: smallestSecret,
    serverPk,
    tellerPk: course.tellerPk,
    locks,
    contests,
  })
}

export async function keepManifest(
  { db }: World,
  { congress, ballot }: OfCast,
  { hash, bytes }: FrozenManifest,
): Promise<void> {
  await db.rows(congress, {
    text: `insert into luoshi.cast_manifest (congress, mh, ballot, manifest)
      values ($1, $2, $3, $4) on conflict do nothing`,
    values: [congress, hash, ballot, Buffer.from(bytes)],
  })
}

/** Frozen for ever, so read once. */
const frozen = new Map<string, FrozenManifest>()

export async function frozenManifest(
  { db }: World,
  congress: CongressId,
  mh: string,
): Promise<FrozenManifest> {
  const known = frozen.get(mh)
  if (known) return known
  const [row] = await db.rows<{ manifest: Buffer }>(congress, {
    text: 'select manifest from luoshi.cast_manifest where congress = $1 and mh = $2',
    values: [congress, mh],
  })
  const read = row && (await readManifest(new Uint8Array(row.manifest)))
  if (!read?.ok || read.value.hash !== mh) throw new Error(`No manifest ${mh}`)
  frozen.set(mh, read.value)
  if (frozen.size > 100) frozen.delete(frozen.keys().next().value ?? '')
  return read.value
}

/** Whether it is the canonical writing of a point of the curve. */
export async function isPoint(text: string): Promise<boolean> {
  const bytes: Bytes | undefined = fromBase64url(text)
  return bytes !== undefined && (await verifyingKey(bytes)) !== undefined
}
