/** What did not get through, for the administrator: who, by which channel, why; never the address, never the text. */
import { isDay } from '@luoshi/domain/kernel/day'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { UndeliveredRow } from '../contract/messages.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { isChannel } from './channel-settings.ts'

type Found = {
  id: string
  name: string | null
  channel: string
  day: string
  tries: number
  fault: string | null
}

type Undelivered = Outcome<{ waiting: number; rows: UndeliveredRow[] }>

export async function readUndelivered({ db }: World, by: Principal): Undelivered {
  if (!may(by, 'RetryMessage', null)) return forbidden()
  const rows = await db.rows<Found>(by.congress, {
    text: `select m.id::text as id, a.name, m.channel, m.day::text as day, m.tries::int as tries, m.fault
      from luoshi.message m left join luoshi.account a on a.congress = m.congress and a.id = m.account
      where m.congress = $1 and m.status = 'dead' order by m.id desc limit 200`,
    values: [by.congress],
  })
  const [waiting] = await db.rows<{ n: number }>(by.congress, {
    text: `select count(*)::int as n from luoshi.message where congress = $1 and status = 'waiting'`,
    values: [by.congress],
  })
  return accept({
    waiting: waiting?.n ?? 0,
    rows: rows.flatMap(({ id, name, channel, day, tries, fault }) =>
      isChannel(channel) && isDay(day)
        ? [{ id, name: name ?? '', channel, day, tries, fault: fault ?? '' }]
        : [],
    ),
  })
}

export async function retryUndelivered(world: World, by: Principal, message: string): Undelivered {
  if (!may(by, 'RetryMessage', null)) return forbidden()
  const rows = await world.db.rows(by.congress, {
    text: `update luoshi.message set status = 'waiting', tries = 0, next_at = $3
      where congress = $1 and id = $2 and status = 'dead' returning id`,
    values: [by.congress, message, world.now()],
  })
  return rows.length === 0 ? notFound() : readUndelivered(world, by)
}
