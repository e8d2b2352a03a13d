/**
 * The outbox: takes a waiting message for two minutes (`SKIP LOCKED`, so that several processes share the work), sends it,
 * and marks it. When a process dies between sending and marking, the message it had in its hand is sent once more after
 * those two minutes: one is doubled, none is lost. The mark of a try is stored before the try, so a message that kills its
 * sender ends on the list of the undelivered all the same.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { refuse } from '@luoshi/domain/kernel/result'
import type { MessageFacts } from '@luoshi/domain/supervision/message-causes'
import { tryAgainIn } from '@luoshi/domain/supervision/try-again'
import type { World } from '../execute/context.ts'
import { isChannel, type ChannelSettings } from './channel-settings.ts'
import { openReach } from './contact-seal.ts'
import type { Sent } from './outbound.ts'
import { outgoingMessage } from './outgoing-message.ts'
import { sendBy } from './send-by.ts'
import { botChannels, mostAMinute } from './send-to-bot.ts'

export type Delivering = Readonly<{
  world: Pick<World, 'db' | 'now' | 'house'>
  settings: ChannelSettings
  congressName: string
  /** Where the messages can be read: the console's own address. */
  link: string
}>

type Taken = Readonly<{
  id: string
  account: string
  channel: string
  tries: number
  /** Absent: the address was erased since. */
  sealed: Buffer | null
}>

export type Delivered = Readonly<{ sent: number; failed: number }>

const leaseMinutes = 2

/** Sends what is due, at most `most` messages, one after the other. */
export async function deliver(
  delivering: Delivering,
  congress: CongressId,
  most = 200,
): Promise<Delivered> {
  let [sent, failed] = [0, 0]
  for (let turn = 0; turn < most; turn += 1) {
    const taken = await take(delivering.world, congress)
    if (!taken) break
    const done = await sendOne(delivering, congress, taken)
    if (done.ok) {
      await mark(delivering.world, congress, taken.id, null)
      sent += 1
    } else {
      const minutes = tryAgainIn(taken.tries, done.refusal)
      await mark(delivering.world, congress, taken.id, { ...done.refusal, minutes })
      failed += 1
    }
  }
  return { sent, failed }
}

/** A bot that had its share of this minute is left for the next one. */
async function take({ db, now }: Delivering['world'], congress: CongressId): Promise<Taken | null> {
  const [row] = await db.rows<Taken>(congress, {
    text: `with next as (
        select m.congress, m.id, m.account, m.channel from luoshi.message m
        where m.congress = $1 and m.status = 'waiting' and m.next_at <= $2::timestamptz
          and not (m.channel = any ($4) and (
            select count(*) from luoshi.message s
            join luoshi.contact theirs using (congress, account, channel)
            join luoshi.contact mine on mine.congress = m.congress and mine.account = m.account
              and mine.channel = m.channel and mine.mark = theirs.mark
            where s.congress = $1 and s.sent_at > $2::timestamptz - interval '1 minute') >= $5)
        order by m.next_at, m.id limit 1 for update of m skip locked)
      update luoshi.message m
        set tries = m.tries + 1, next_at = $2::timestamptz + make_interval(mins => $3)
        from next left join luoshi.contact c using (congress, account, channel)
        where m.congress = next.congress and m.id = next.id
        returning m.id::text as id, m.account, m.channel, m.tries::int as tries, c.sealed`,
    values: [congress, now(), leaseMinutes, [...botChannels], mostAMinute],
  })
  return row ?? null
}

type Fault = Readonly<{ code: string; minutes: number | null }>

async function mark(
  { db, now }: Delivering['world'],
  congress: CongressId,
  id: string,
  fault: Fault | null,
): Promise<void> {
  const at = now()
  if (fault === null) {
    await db.rows(congress, {
      text: `update luoshi.message set status = 'sent', sent_at = $3, fault = null
        where congress = $1 and id = $2`,
      values: [congress, id, at],
    })
    return
  }
  await db.rows(congress, {
    text: `update luoshi.message set fault = $3,
        status = case when $4::int is null then 'dead' else 'waiting' end,
        next_at = $5::timestamptz + make_interval(mins => coalesce($4::int, 0))
      where congress = $1 and id = $2`,
    values: [congress, id, fault.code, fault.minutes, at],
  })
}

async function sendOne(delivering: Delivering, congress: CongressId, taken: Taken): Sent {
  const { account, channel, sealed } = taken
  if (sealed === null || !isChannel(channel)) return refuse({ code: 'no-address', lasting: true })
  const { house, db } = delivering.world
  const reach = openReach(house, { congress, account, channel }, sealed)
  const lines = await db.rows<{ cause: string; facts: MessageFacts }>(congress, {
    text: `select cause, facts from luoshi.note where congress = $1 and message = $2 order by id`,
    values: [congress, taken.id],
  })
  const id = `${congress}-${taken.id}`
  const message = outgoingMessage(id, delivering.congressName, lines, delivering.link)
  return sendBy(delivering.settings, channel, reach, message)
}
