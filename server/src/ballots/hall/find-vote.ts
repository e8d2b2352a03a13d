/**
 * A ballot as voters' pages ask for it, again and again from thousands of phones: read once for each version of it. Whether
 * it has changed is asked of the database every time; where a whole congress votes, three times a second. Whether a token
 * may still be taken is the register's to say, in the same statement that records it.
 */
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import { isId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import { ballotKind } from '../ballot-kind.ts'
import { issuedCounts, type IssuedCounts } from './issuance.ts'

export type FoundVote = Readonly<{
  congress: CongressId
  ballot: Id<'ballot'>
  state: HeldBallot
}>

type Known = FoundVote & { version: number; asked: number }

/** Where a ballot belongs never changes. */
const known = new Map<string, Known>()
const mostKnown = 20

/** Nothing where no ballot of this id is cast here. */
export async function findVote(world: World, raw: string): Promise<FoundVote | null> {
  if (!isId('ballot', raw)) return null
  const { db } = world
  const before = known.get(raw)
  if (before && (await isStill(world, before))) return before
  const congress = before?.congress ?? (await congressOf(world, raw))
  if (congress === null) return null
  const { state, version } = await ballotKind.load(db, congress, raw)
  if (state.status === 'none') return null
  const found = { congress, ballot: raw, state, version, asked: performance.now() }
  known.delete(raw)
  known.set(raw, found)
  if (known.size > mostKnown) known.delete(known.keys().next().value ?? '')
  return found
}

async function congressOf({ db }: World, ballot: string): Promise<CongressId | null> {
  const { rows } = await db.pool.query<{ congress: string | null }>(
    'select luoshi.congress_of_ballot($1) as congress',
    [ballot],
  )
  const congress = rows[0]?.congress ?? null
  return congress !== null && isId('congress', congress) ? congress : null
}

/** Thousands ask in a second: one of them asks the database. */
const askedAgainMs = 300

async function isStill(world: World, before: Known): Promise<boolean> {
  if (isLarge(before) && performance.now() - before.asked < askedAgainMs) return true
  // Whoever asks meanwhile is told what is known: one reads it anew, not thousands.
  before.asked = performance.now()
  return (await versionOf(world, before)) === before.version
}

async function versionOf({ db }: World, { congress, ballot }: FoundVote): Promise<number> {
  const [row] = await db.rows<{ version: number }>(congress, {
    text: `select version from luoshi.record_view
      where congress = $1 and id = $2 and kind = 'ballot' and to_seq is null`,
    values: [congress, ballot],
  })
  return row?.version ?? 0
}

/** In a hall every number is the latest; of a whole congress it may be as old as a second, for it is counted each time. */
const fewEnough = 200
const goodFor = 1_000

function isLarge({ state }: FoundVote): boolean {
  return (state.course?.frozen?.eligible ?? 0) > fewEnough
}

const counted = new Map<string, Readonly<{ at: number; counts: Promise<IssuedCounts> }>>()

export function issuedNow(world: World, found: FoundVote, mh: string): Promise<IssuedCounts> {
  const { congress } = found
  if (!isLarge(found)) return issuedCounts(world, congress, mh)
  const before = counted.get(mh)
  if (before && performance.now() - before.at < goodFor) return before.counts
  const counts = issuedCounts(world, congress, mh)
  counted.set(mh, { at: performance.now(), counts })
  counts.catch(() => counted.delete(mh))
  if (counted.size > mostKnown) counted.delete(counted.keys().next().value ?? '')
  return counts
}
