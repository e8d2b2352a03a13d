/** Meetings and what was said, for the committee's side. */
import { idOf, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { momentsIn } from '@luoshi/domain/meetings/attendance'
import { quorumOf, type Meeting } from '@luoshi/domain/meetings/meeting'
import type { Speech } from '@luoshi/domain/meetings/speech'
import type { MeetingRow, SpeechRow } from '../contract/meetings.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

type Held = Exclude<Meeting, { status: 'none' }>
type Found = {
  id: string
  version: number
  doc: Held
  titles: Readonly<Record<string, string>> | null
}

/** What was said is the committee's own record until it is published: a unit sees its matters. */
export function maySeeMeetings(by: Principal): boolean {
  return scopeOf(by).sees === 'all'
}

export async function readMeetings(
  { db }: World,
  by: Principal,
  which: Readonly<{ appraisal?: AppraisalId | undefined; id?: Id<'meeting'> }>,
): Outcome<readonly MeetingRow[]> {
  if (!maySeeMeetings(by)) return forbidden()
  const rows = await db.rows<Found>(by.congress, {
    text: `select r.id, r.version, r.doc, (
        select jsonb_object_agg(a.id, a.title) from luoshi.appraisal_view a
        where a.congress = r.congress and a.to_seq is null and r.doc -> 'appraisals' ? a.id) as titles
      from luoshi.record_view r
      where r.congress = $1 and r.kind = 'meeting' and r.to_seq is null
        and ($2::text is null or r.id = $2) and ($3::text is null or r.doc -> 'appraisals' ? $3)
      order by r.on_day desc, r.id desc limit 200`,
    values: [by.congress, which.id ?? null, which.appraisal ?? null],
  })
  return accept(rows.map(rowOf))
}

function rowOf({ id, version, doc, titles }: Found): MeetingRow {
  const { status, session, heldOn, members, agenda } = doc
  return {
    id: idOf('meeting', id),
    version,
    status,
    appraisals: doc.appraisals.map((one) => ({ id: one, title: titles?.[one] ?? '' })),
    session,
    heldOn,
    members,
    present: 'present' in doc ? doc.present : null,
    quorum: quorumOf(members),
    agenda: agenda.map((point) => ({ ...point })),
    heard: 'heard' in doc ? [...doc.heard] : [],
    absent: 'absent' in doc ? doc.absent.map((one) => ({ ...one })) : [],
    moments: momentsIn(doc).map((one) => ({
      ...one,
      absent: one.absent.map((away) => ({ ...away })),
    })),
    reason: doc.status === 'adjourned' ? doc.reason : null,
    how: doc.status === 'adjourned' ? doc.how : null,
    nextOn: doc.status === 'adjourned' ? doc.nextOn : null,
  }
}

export async function readMeeting(
  world: World,
  by: Principal,
  id: Id<'meeting'>,
): Outcome<MeetingRow> {
  const found = await readMeetings(world, by, { id })
  if (!found.ok) return found
  const [row] = found.value
  return row ? accept(row) : notFound()
}

type Line = { id: string; version: number; number: number; seq: number; doc: Speech }

/** Speeches of a meeting that changed after a position of the log, in the order of the log. */
export async function speechesAfter(
  { db }: World,
  by: Principal,
  meeting: Id<'meeting'>,
  seq: number,
): Promise<readonly Readonly<{ seq: number; speech: SpeechRow }>[]> {
  const rows = await db.rows<Line>(by.congress, {
    text: `select id, version, number, from_seq::float8 as seq, doc from luoshi.record_view
      where congress = $1 and parent = $2 and kind = 'speech' and to_seq is null and from_seq > $3
      order by from_seq limit 2000`,
    values: [by.congress, meeting, seq],
  })
  return rows.flatMap(({ id, version, number, seq: at, doc }) => {
    if (doc.status === 'none') return []
    return [{ seq: at, speech: speechOf(idOf('speech', id), version, number, doc) }]
  })
}

export async function readSpeech(
  { db }: World,
  by: Principal,
  id: Id<'speech'>,
): Outcome<SpeechRow> {
  const [row] = await db.rows<Line>(by.congress, {
    text: `select id, version, number, from_seq::float8 as seq, doc from luoshi.record_view
      where congress = $1 and id = $2 and kind = 'speech' and to_seq is null`,
    values: [by.congress, id],
  })
  if (!row || row.doc.status === 'none') return notFound()
  return accept(speechOf(id, row.version, row.number, row.doc))
}

function speechOf(
  id: Id<'speech'>,
  version: number,
  number: number,
  { kind, act, to, speaker, text, opinions }: Exclude<Speech, { status: 'none' }>,
): SpeechRow {
  const said = { kind, act, to, speaker, text, opinions: [...opinions] }
  return { id, version, number, ...said }
}

/** What the big screen shows besides speeches: the meeting as it stands and the results announced in it. */
export async function stateAfter(
  { db }: World,
  by: Principal,
  meeting: Id<'meeting'>,
  seq: number,
): Promise<number | null> {
  const [row] = await db.rows<{ seq: number | null }>(by.congress, {
    text: `select max(from_seq)::float8 as seq from luoshi.record_view
      where congress = $1 and to_seq is null and from_seq > $3
        and (kind = 'meeting' and id = $2
          or kind = 'ballot' and parent = $2 and status in ('announced', 'void'))`,
    values: [by.congress, meeting, seq],
  })
  return row?.seq ?? null
}
