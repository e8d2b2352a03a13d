/** How one person wishes to be told outside the console. Each acts for themselves alone. */
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { isTaste, usualTaste, type Taste } from '@luoshi/domain/supervision/digest'
import type { MyChannels } from '../contract/messages.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import {
  isChannel,
  offeredChannels,
  type Channel,
  type ChannelSettings,
} from './channel-settings.ts'
import { hintOf } from './contact-address.ts'
import { openReach } from './contact-seal.ts'
import { tasteOf } from './gather-digests.ts'

type TasteRow = {
  channel: string | null
  cap: number
  digest_at: number
  quiet_from: number
  quiet_until: number
}

export async function readMyChannels(
  world: World,
  settings: ChannelSettings,
  by: Principal,
): Outcome<MyChannels> {
  const [row] = await world.db.rows<TasteRow>(by.congress, {
    text: `select channel, cap::int as cap, digest_at::int as digest_at,
        quiet_from::int as quiet_from, quiet_until::int as quiet_until
      from luoshi.message_taste where congress = $1 and account = $2`,
    values: [by.congress, by.account],
  })
  const channel = isChannel(row?.channel) ? row.channel : null
  return accept({
    taste: { channel, ...(row ? tasteOf(row) : usualTaste) },
    contacts: [...(await shownOf(world, by, 'contact'))],
    claims: [...(await shownOf(world, by, 'contact_claim'))],
    offered: [...offeredChannels(settings)],
  })
}

type Kept = { channel: string; sealed: Buffer }

/** What is kept opens for its owner alone, and is shown by its ends. */
async function shownOf({ db, house, now }: World, by: Principal, table: keyof typeof keptIn) {
  const rows = await db.rows<Kept>(by.congress, {
    text: keptIn[table],
    values: [by.congress, by.account, ...(table === 'contact' ? [] : [now()])],
  })
  return rows.flatMap(({ channel, sealed }) => {
    if (!isChannel(channel)) return []
    const owner = { congress: by.congress, account: by.account, channel }
    const { address, secret } = openReach(house, owner, sealed)
    return [{ channel, hint: hintOf(channel, address), signed: secret !== null }]
  })
}

const keptIn = {
  contact: `select channel, sealed from luoshi.contact
    where congress = $1 and account = $2 order by channel`,
  contact_claim: `select channel, sealed from luoshi.contact_claim
    where congress = $1 and account = $2 and ends_at > $3 order by channel`,
} as const

type TasteAsked = Taste & Readonly<{ channel: Channel | null }>

export async function keepTaste(
  world: World,
  settings: ChannelSettings,
  by: Principal,
  { channel, ...taste }: TasteAsked,
): Outcome<MyChannels> {
  if (!isTaste(taste)) return noHourLeft()
  if (channel !== null && !(await hasContact(world, by, channel))) return noContact()
  const { cap, digestAt, quietFrom, quietUntil } = taste
  const mine = [by.congress, by.account, channel, cap, digestAt]
  // What was told today and not read yet goes out, too; what is older is not sent after the fact.
  const beginOfToday = `${todayOf(world)}T00:00:00+08:00`
  await world.db.rows(by.congress, {
    text: `insert into luoshi.message_taste values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (congress, account) do update set channel = excluded.channel, cap = excluded.cap,
        digest_at = excluded.digest_at, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
        chosen_at = case when message_taste.channel is null then excluded.chosen_at else message_taste.chosen_at end`,
    values: [...mine, quietFrom, quietUntil, beginOfToday],
  })
  return readMyChannels(world, settings, by)
}

async function hasContact({ db }: World, by: Principal, channel: Channel): Promise<boolean> {
  const rows = await db.rows(by.congress, {
    text: 'select from luoshi.contact where congress = $1 and account = $2 and channel = $3',
    values: [by.congress, by.account, channel],
  })
  return rows.length > 0
}

export async function eraseContact(
  world: World,
  settings: ChannelSettings,
  by: Principal,
  channel: Channel,
): Outcome<MyChannels> {
  await world.db.transaction(by.congress, async (client) => {
    const values = [by.congress, by.account, channel]
    const mine = 'where congress = $1 and account = $2 and channel = $3'
    await client.query({ text: `update luoshi.message_taste set channel = null ${mine}`, values })
    await client.query({ text: `delete from luoshi.contact ${mine}`, values })
    await client.query({ text: `delete from luoshi.contact_claim ${mine}`, values })
  })
  return readMyChannels(world, settings, by)
}

function noHourLeft() {
  return refused(
    422,
    'digest-in-quiet-hours',
    bilingual(
      '每日汇总的时间落在免打扰时段里，消息将无法发出。',
      '请把汇总时间改到免打扰时段以外。',
      'The digest’s hour lies within the quiet hours.',
      'Choose an hour outside of them.',
    ),
  )
}

function noContact() {
  return refused(
    422,
    'contact-missing',
    bilingual(
      '这个渠道还没有确认过的联系方式。',
      '请先填写联系方式，用收到的验证码确认，再选择这个渠道。',
      'There is no confirmed address for this channel yet.',
      'Enter it, confirm it by the code sent to it, then choose the channel.',
    ),
  )
}
