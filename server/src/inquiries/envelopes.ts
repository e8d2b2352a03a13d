/**
 * Sealed envelopes on the server. What happens to one is an entry of its own table; the log is given a salted hash of it
 * and nothing else: not whose, not what kind, not how many of which. Entry and hash are written in one transaction.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  decideEnvelope,
  evolveEnvelope,
  noEnvelope,
  type Envelope,
  type EnvelopeCommand,
  type EnvelopeEntry,
} from '@luoshi/domain/inquiries/envelope'
import { explainEraseRefusal, type EraseRefusal } from '@luoshi/domain/inquiries/erase-sealed'
import type { ErasedFacts } from '@luoshi/domain/inquiries/erasure-grounds'
import {
  explainInquiryRefusal,
  type InquiryRefusal,
} from '@luoshi/domain/inquiries/inquiry-refusals'
import { isDay } from '@luoshi/domain/kernel/day'
import { isId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import type { KeptApart } from '@luoshi/ledger/log/kept-apart'
import { asJsonObject } from '../execute/as-json.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import { refused, type Refused } from '../execute/refused.ts'

export function refusedByInquiry(refusal: InquiryRefusal) {
  return refused(409, refusal.code, explainInquiryRefusal(refusal))
}

export function refusedByErasure(refusal: EraseRefusal) {
  return refused(409, refusal.code, explainEraseRefusal(refusal))
}

export type LoadedEnvelope = Readonly<{ id: Id<'envelope'>; state: Envelope; version: number }>

export async function loadEnvelope(
  db: CongressDb,
  congress: CongressId,
  id: Id<'envelope'>,
): Promise<LoadedEnvelope> {
  const [found] = await loadEnvelopes(db, congress, [id])
  return found ?? { id, state: noEnvelope, version: 0 }
}

/** Many at once, in the order asked for. */
export async function loadEnvelopes(
  db: CongressDb,
  congress: CongressId,
  ids: readonly Id<'envelope'>[],
): Promise<readonly LoadedEnvelope[]> {
  if (ids.length === 0) return []
  const [told, rows] = await Promise.all([
    db.rows<Told>(congress, {
      text: `select stream, type, version, facts, seq::text as seq from luoshi.event
        where congress = $1 and stream = any($2) order by seq`,
      values: [congress, ids],
    }),
    db.rows<Kept>(congress, {
      text: `select envelope, hash, salt, body from luoshi.sealed_entry
        where congress = $1 and envelope = any($2)`,
      values: [congress, ids],
    }),
  ])
  const [toldOf, keptOf] = [
    Map.groupBy(told, ({ stream }) => stream),
    Map.groupBy(rows, ({ envelope }) => envelope),
  ]
  return ids.map((id) => opened(id, toldOf.get(id) ?? [], keptOf.get(id) ?? []))
}

type Told = { stream: string; type: string; version: number; facts: string; seq: string }
type Kept = { envelope: string; hash: string; salt: Buffer; body: string }

/** In the order of the log. What the log does not know was never finished and is no entry. */
function opened(id: Id<'envelope'>, told: readonly Told[], rows: readonly Kept[]): LoadedEnvelope {
  const kept = new Map(rows.map((row) => [row.hash, row]))
  const erasure = told.find(({ type }) => type === erasedEvent)
  const erasedOn = erasure === undefined ? null : factOf(erasure, 'on')
  const entries = told.flatMap((one) => {
    if (one.type === erasedEvent) return []
    const row = kept.get(factOf(one, 'hash') ?? '')
    if (row && hashOf(row.salt, row.body) === row.hash) return [entryOf(row.body)]
    if (row?.body === '' && erasedOn !== null) return []
    throw new Error(`The sealed entry of event ${one.seq} is gone or was changed`)
  })
  const version = told.at(-1)?.version ?? 0
  if (erasedOn === null || !isDay(erasedOn))
    return { id, state: entries.reduce(evolveEnvelope, noEnvelope), version }
  const readings = entries.flatMap((one) =>
    one.type === 'EnvelopeRead' ? [{ by: one.by, on: one.on }] : [],
  )
  return { id, state: { status: 'erased', on: erasedOn, readings }, version }
}

const erasedEvent = 'EnvelopeErased'

function factOf({ facts }: Told, name: 'hash' | 'on'): string | null {
  const known: unknown = JSON.parse(facts)
  if (typeof known !== 'object' || known === null) return null
  const found: unknown = Object.entries(known).find(([key]) => key === name)?.[1]
  return typeof found === 'string' ? found : null
}

/** Envelopes of a record, a voice or an appraisal, oldest first. */
export async function envelopesAbout(
  db: CongressDb,
  congress: CongressId,
  about: string,
): Promise<readonly LoadedEnvelope[]> {
  const rows = await db.rows<{ envelope: string }>(congress, {
    text: `select s.envelope from luoshi.sealed_entry s
      join luoshi.event e on e.congress = s.congress and e.stream = s.envelope and e.version = 1
      where s.congress = $1 and s.about = $2 group by s.envelope, e.seq order by e.seq limit 500`,
    values: [congress, about],
  })
  const ids = rows.flatMap(({ envelope }) => (isId('envelope', envelope) ? [envelope] : []))
  return loadEnvelopes(db, congress, ids)
}

/** What a command puts into the envelope, and what the log is told of it. */
export function sealInto(
  before: LoadedEnvelope,
  about: string,
  command: EnvelopeCommand,
): Result<StreamWrite, Refused> {
  const ruling = decideEnvelope(before.state, command)
  if (!ruling.ok) return refusedByInquiry(ruling.refusal)
  const keeps = ruling.value.map((entry) => {
    const [salt, body] = [randomBytes(32), JSON.stringify(entry)]
    const hash = hashOf(salt, body)
    return { kind: 'sealed', hash, envelope: before.id, about, salt, body } as const
  })
  const events = keeps.map(({ hash }) => ({ type: 'EnvelopeTouched', facts: { hash } }))
  return accept({ stream: before.id, expected: before.version, events, keeps })
}

/** Everything in it but who read it is emptied, by an event that says neither what it was nor of what kind. */
export async function eraseFrom(
  db: CongressDb,
  congress: CongressId,
  { id, version }: LoadedEnvelope,
  facts: ErasedFacts,
): Promise<StreamWrite> {
  const rows = await db.rows<Kept>(congress, {
    text: 'select envelope, hash, salt, body from luoshi.sealed_entry where congress = $1 and envelope = $2',
    values: [congress, id],
  })
  const hashes = rows.flatMap(({ hash, body }) =>
    entryOf(body).type === 'EnvelopeRead' ? [] : [hash],
  )
  const keeps: readonly KeptApart[] = [{ kind: 'unsealed', envelope: id, hashes }]
  const events = [{ type: erasedEvent, facts: asJsonObject(facts) }]
  return { stream: id, expected: version, events, keeps }
}

function hashOf(salt: Uint8Array, body: string): string {
  return createHash('sha256').update(salt).update(body).digest('hex')
}

const entryTypes: Readonly<Record<EnvelopeEntry['type'], true>> = {
  SourceSealed: true,
  AccusationNoted: true,
  EnvelopeRead: true,
  AccusationDiverted: true,
  AccusationAnswered: true,
  ReplySealed: true,
  VoicePassedOn: true,
  OutcomeHeard: true,
}

function entryOf(body: string): EnvelopeEntry {
  const raw: unknown = JSON.parse(body)
  if (!isEntry(raw)) throw new Error('Not an entry of an envelope')
  return raw
}

/** Only our own rules write entries, and their hash has just been checked: the type says the shape. */
function isEntry(raw: unknown): raw is EnvelopeEntry {
  return (
    typeof raw === 'object' &&
    raw !== null &&
    'type' in raw &&
    typeof raw.type === 'string' &&
    Object.hasOwn(entryTypes, raw.type)
  )
}
