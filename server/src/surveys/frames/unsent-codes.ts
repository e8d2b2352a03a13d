/**
 * Whose code has to go by text message and is not known to have gone. No code stands here, nor a hash of one, nor who was
 * sent what: only places on the list. A code becomes valid in the transaction that takes its place from here, after the
 * gateway took it. So if the server dies, whoever is still here has no valid code (at the most a message with one that
 * never became valid) and can be made a new one, without anybody ever holding two.
 * Source: issue 6 point 2 (one person one answer); ballot.md 6 (codes are kept as hashes only).
 */
import { randomBytes } from 'node:crypto'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import type { KnownFrame } from '@luoshi/domain/surveys/frame'
import type { World } from '../../execute/context.ts'
import { keepingInvitations, type MadeCode } from './keep-invitations.ts'

export type OfList = Readonly<{ congress: CongressId; frame: Id<'surveyframe'> }>

/** A sender that says nothing for so long is taken for dead; one group of messages takes ten seconds at the most. */
const silentSeconds = 60

/** The name of a run of sending; null while another one is at it. */
export async function beginSending({ db }: World, { congress, frame }: OfList) {
  const run = randomBytes(8).toString('hex')
  const rows = await db.rows(congress, {
    text: `insert into luoshi.survey_sending (congress, frame, run, until)
      values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4))
      on conflict (congress, frame) do update set run = excluded.run, until = excluded.until
        where luoshi.survey_sending.until < clock_timestamp()
      returning 1`,
    values: [congress, frame, run, silentSeconds],
  })
  return rows.length > 0 ? run : null
}

export async function endSending({ db }: World, { congress, frame }: OfList, run: string) {
  await db.rows(congress, {
    text: 'delete from luoshi.survey_sending where congress = $1 and frame = $2 and run = $3',
    values: [congress, frame, run],
  })
}

/** Before the first message: all of them. What an earlier try left that never came into the log goes. */
export async function setUnsent(
  { db }: World,
  { congress, frame }: OfList,
  channel: string,
  places: readonly number[],
): Promise<void> {
  await db.transaction(congress, async (client) => {
    await client.query({
      text: 'delete from luoshi.survey_unsent where congress = $1 and frame = $2',
      values: [congress, frame],
    })
    await client.query({
      text: `insert into luoshi.survey_unsent (congress, frame, place, channel)
        select $1, $2, place, $3 from unnest($4::integer[]) as x (place)`,
      values: [congress, frame, channel, places],
    })
  })
}

export async function dropUnsent({ db }: World, { congress, frame }: OfList): Promise<void> {
  await db.rows(congress, {
    text: 'delete from luoshi.survey_unsent where congress = $1 and frame = $2',
    values: [congress, frame],
  })
}

export async function unsentPlaces(
  { db }: World,
  { congress, frame }: OfList,
): Promise<readonly number[]> {
  const rows = await db.rows<{ place: number }>(congress, {
    text: 'select place from luoshi.survey_unsent where congress = $1 and frame = $2 order by place',
    values: [congress, frame],
  })
  return rows.map(({ place }) => place)
}

type Handed = OfList & Readonly<{ of: KnownFrame; channel: string; run: string }>

/**
 * They are with their people: valid from now on, and not waited for. It is the sign of life of the run, too.
 * @throws when the run was taken for dead meanwhile: then another one may have made codes for the same people.
 */
export async function confirmHanded(
  { db }: World,
  { congress, frame, of, channel, run }: Handed,
  made: readonly (MadeCode & Readonly<{ place: number }>)[],
): Promise<void> {
  await db.transaction(congress, async (client) => {
    const { rowCount } = await client.query({
      text: `update luoshi.survey_sending set until = clock_timestamp() + make_interval(secs => $4)
        where congress = $1 and frame = $2 and run = $3`,
      values: [congress, frame, run, silentSeconds],
    })
    if (rowCount !== 1) throw new Error('Another run sends these codes')
    if (made.length === 0) return
    const { text, values } = keepingInvitations(congress, of, channel, made)
    await client.query({ text, values: [...values] })
    await client.query({
      text: `delete from luoshi.survey_unsent
        where congress = $1 and frame = $2 and place = any($3::integer[])`,
      values: [congress, frame, made.map(({ place }) => place)],
    })
  })
}

export type Unsent = Readonly<{ n: number; isSending: boolean }>

/** For the clerk: how many wait, and whether somebody is at it. */
export async function readUnsent({ db }: World, { congress, frame }: OfList): Promise<Unsent> {
  const [row] = await db.rows<Unsent>(congress, {
    text: `select
        (select count(*)::int from luoshi.survey_unsent where congress = $1 and frame = $2) as n,
        exists (select from luoshi.survey_sending
          where congress = $1 and frame = $2 and until >= clock_timestamp()) as "isSending"`,
    values: [congress, frame],
  })
  return row ?? { n: 0, isSending: false }
}

/** Surveys with somebody who was not sent a code and to whom nobody is sending one now. */
export async function surveysWithUnsent(db: World['db'], congress: CongressId) {
  return db.rows<{ id: string; title: string; n: number }>(congress, {
    text: `select s.id, s.title, count(*)::int as n from luoshi.survey_unsent u
      join luoshi.record_view f on f.congress = u.congress and f.id = u.frame and f.to_seq is null
      join luoshi.record_view s on s.congress = f.congress and s.id = f.parent and s.to_seq is null
      where u.congress = $1 and s.status in ('draft', 'open') and f.doc -> 'codes' <> '[]'::jsonb
        and not exists (select from luoshi.survey_sending x where x.congress = u.congress
          and x.frame = u.frame and x.until >= clock_timestamp())
      group by s.id, s.title order by s.id`,
    values: [congress],
  })
}
