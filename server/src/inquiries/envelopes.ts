/**
 * Sealed envelopes on the server. What happens to one is an entry of its own table; the log is given a salted hash of it
 * and nothing else: not whose, not what kind, not how many of which.
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
import {
  explainInquiryRefusal,
  type InquiryRefusal,
} from '@luoshi/domain/inquiries/inquiry-refusals'
import { isId, type CongressId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { readStream } from '@luoshi/ledger/log/read'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome, World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'

export function refusedByInquiry(refusal: InquiryRefusal) {
  return refused(409, refusal.code, explainInquiryRefusal(refusal))
}

export type LoadedEnvelope = Readonly<{ id: Id<'envelope'>; state: Envelope; version: number }>

type Kept = { hash: string; salt: Buffer; body: string }

export async function loadEnvelope(
  db: CongressDb,
  congress: CongressId,
  id: Id<'envelope'>,
): Promise<LoadedEnvelope> {
  const [stored, rows] = await Promise.all([
    readStream(db.pool, congress, id),
    db.rows<Kept>(congress, {
      text: 'select hash, salt, body from luoshi.sealed_entry where congress = $1 and envelope = $2',
      values: [congress, id],
    }),
  ])
  const kept = new Map(rows.map((row) => [row.hash, row]))
  // In the order of the log. What the log does not know was never finished and is no entry.
  const state = stored.reduce<Envelope>((before, { facts, seq }) => {
    const row = typeof facts['hash'] === 'string' ? kept.get(facts['hash']) : undefined
    if (!row || hashOf(row.salt, row.body) !== row.hash)
      throw new Error(`The sealed entry of event ${seq} is gone or was changed`)
    return evolveEnvelope(before, entryOf(row.body))
  }, noEnvelope)
  return { id, state, version: stored.at(-1)?.version ?? 0 }
}

/** Envelopes of a record or of an appraisal, oldest first. */
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
  const found: LoadedEnvelope[] = []
  for (const { envelope } of rows) {
    if (isId('envelope', envelope)) found.push(await loadEnvelope(db, congress, envelope))
  }
  return found
}

/** Keeps what a command puts into the envelope, and gives what the log is told of it. */
export async function sealInto(
  { db }: World,
  congress: CongressId,
  before: LoadedEnvelope,
  about: string,
  command: EnvelopeCommand,
): Outcome<StreamWrite> {
  const ruling = decideEnvelope(before.state, command)
  if (!ruling.ok) return refusedByInquiry(ruling.refusal)
  const events = []
  for (const entry of ruling.value) {
    const [salt, body] = [randomBytes(32), JSON.stringify(entry)]
    const hash = hashOf(salt, body)
    await db.rows(congress, {
      text: `insert into luoshi.sealed_entry (congress, hash, envelope, about, salt, body)
        values ($1, $2, $3, $4, $5, $6)`,
      values: [congress, hash, before.id, about, salt, body],
    })
    events.push({ type: 'EnvelopeTouched', facts: { hash } })
  }
  return accept({ stream: before.id, expected: before.version, events })
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
