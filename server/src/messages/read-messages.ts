/** The bell of one person. */
import { isDay, isInstant } from '@luoshi/domain/kernel/day'
import { accept } from '@luoshi/domain/kernel/result'
import { isMessageCause, type MessageFacts } from '@luoshi/domain/supervision/message-causes'
import type { getMessages, NoteRow } from '../contract/messages.ts'
import type { OutputOf } from '../contract/kit.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { refusalReasons } from './refusal-reasons.ts'

type Found = {
  id: string
  cause: string
  thing: string
  title: string | null
  day: string
  made_at: Date
  facts: MessageFacts
  read: boolean
}

type Page = Readonly<{ before?: string | undefined; limit?: number | undefined }>

/** A title and a reason are read now: whoever no longer answers for a matter no longer reads them here. */
export async function readMessages(
  { db }: World,
  by: Principal,
  { before, limit = 30 }: Page,
): Outcome<OutputOf<(typeof getMessages)['answer']>> {
  const rows = await db.rows<Found>(by.congress, {
    text: `select n.id::text as id, n.cause, n.thing, n.day::text as day, n.made_at, n.facts,
        n.read_at is not null as read, m.title
      from luoshi.note n
      left join luoshi.matter_view m on m.congress = n.congress and m.id = n.thing and m.to_seq is null
        and ($5::text is null or m.unit = $5)
      where n.congress = $1 and n.account = $2 and n.id < coalesce($3::bigint, 9223372036854775807)
      order by n.id desc limit $4`,
    values: [by.congress, by.account, before ?? null, limit + 1, by.unit],
  })
  const unread = await unreadOf(db, by)
  const page = rows.slice(0, limit)
  const refused = page.filter((one) => one.cause === 'reassignmentRefused' && one.title !== null)
  const reasons = await refusalReasons(
    db,
    by.congress,
    refused.map(({ thing }) => thing),
  )
  const shown = page.flatMap((one) =>
    noteRowOf(one, refused.includes(one) ? (reasons.get(one.thing) ?? null) : null),
  )
  return accept({ unread, rows: shown, more: rows.length > limit })
}

function noteRowOf(
  { id, cause, thing, title, day, made_at, facts, read }: Found,
  reason: string | null,
): NoteRow[] {
  const madeAt = made_at.toISOString()
  if (!isMessageCause(cause) || !isDay(day) || !isInstant(madeAt)) return []
  return [{ id, cause, facts, thing, title, reason, day, madeAt, read }]
}

async function unreadOf(db: World['db'], by: Principal): Promise<number> {
  const [row] = await db.rows<{ n: number }>(by.congress, {
    text: `select count(*)::int as n from luoshi.note
      where congress = $1 and account = $2 and read_at is null`,
    values: [by.congress, by.account],
  })
  return row?.n ?? 0
}

export async function markMessagesRead(
  { db, now }: World,
  by: Principal,
  ids: readonly string[] | null,
): Outcome<{ unread: number }> {
  await db.rows(by.congress, {
    text: `update luoshi.note set read_at = $3 where congress = $1 and account = $2
      and read_at is null and ($4::bigint[] is null or id = any ($4))`,
    values: [by.congress, by.account, now(), ids],
  })
  return accept({ unread: await unreadOf(db, by) })
}
