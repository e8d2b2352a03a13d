/**
 * Entering an address for messages: a code goes to it, and only who types that code in has the address kept. Until then
 * nothing else is sent to it, and an address that was good before stays in use.
 */
import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import { instant, type Instant } from '@luoshi/domain/kernel/day'
import { accept } from '@luoshi/domain/kernel/result'
import {
  contactCode,
  explainContactCode,
  mayAskForCode,
  type ContactCodeRefusal,
} from '@luoshi/domain/supervision/contact-code'
import type { PoolClient } from 'pg'
import type { Outcome, World } from '../execute/context.ts'
import type { HouseSeal } from '../execute/house-seal.ts'
import { refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import type { Channel, ChannelSettings } from './channel-settings.ts'
import { readAddress } from './contact-address.ts'
import { closeReach, contactOwner, openReach, type Reach } from './contact-seal.ts'
import { codeMessage } from './outgoing-message.ts'
import { sendBy } from './send-by.ts'

export type Claiming = Readonly<{
  world: Pick<World, 'db' | 'now' | 'house'>
  settings: ChannelSettings
  by: Principal
}>

type ContactAsked = Reach & Readonly<{ channel: Channel }>

export async function claimContact(
  claiming: Claiming,
  { channel, address: raw, secret }: ContactAsked,
): Outcome<true> {
  const address = readAddress(channel, raw, claiming.settings.webhookOrigins)
  if (!address.ok) return refused(422, address.refusal.code, address.refusal.words)
  const reach = { address: address.value, secret: secret === '' ? null : secret }
  return sendCode(claiming, channel, reach)
}

/** To the address that waits already. */
export async function sendCodeAgain(claiming: Claiming, channel: Channel): Outcome<true> {
  const { world, by } = claiming
  const [kept] = await world.db.rows<{ sealed: Buffer }>(by.congress, {
    text: `select sealed from luoshi.contact_claim
      where congress = $1 and account = $2 and channel = $3 and ends_at > $4`,
    values: [by.congress, by.account, channel, world.now()],
  })
  if (!kept) return turnedDown('no-code-sent')
  const owner = { congress: by.congress, account: by.account, channel }
  return sendCode(claiming, channel, openReach(world.house, owner, kept.sealed))
}

/** The sending is counted before it is tried, and the claim is kept before anything goes out. */
async function sendCode(claiming: Claiming, channel: Channel, reach: Reach): Outcome<true> {
  const { world, settings, by } = claiming
  const { house, db, now } = world
  const at = now()
  const mark = house.mark(reach.address)
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const owner = { congress: by.congress, account: by.account, channel }
  const [sealed, hidden] = [closeReach(house, owner, reach), codeMark(house, owner, mark, code)]
  const mine = [by.congress, by.account, channel]
  const refusal = await db.transaction(by.congress, async (client) => {
    const counted = await countCode(client, by, mark, at)
    if (counted !== null) return counted
    const ends = instant(new Date(Date.parse(at) + contactCode.minutes * 60_000).toISOString())
    await client.query({
      text: `insert into luoshi.contact_claim values ($1, $2, $3, $4, $5, $6, 0, $7, $8)
        on conflict (congress, account, channel) do update set sealed = excluded.sealed,
          mark = excluded.mark, code = excluded.code, tries = 0, sent_at = excluded.sent_at,
          ends_at = excluded.ends_at`,
      values: [...mine, sealed, mark, hidden, at, ends],
    })
    return null
  })
  if (refusal !== null) return turnedDown(refusal)
  const sent = await sendBy(settings, channel, reach, codeMessage(randomUUID(), code))
  if (sent.ok) return accept(true)
  await dropClaim(claiming, channel)
  return turnedDown('code-not-sent')
}

/** One at a time in a congress, so that a hundred at once are no more than five. */
async function countCode(
  client: Pick<PoolClient, 'query'>,
  { congress, account }: Principal,
  mark: Buffer,
  at: Instant,
): Promise<ContactCodeRefusal | null> {
  await client.query({
    text: `select pg_advisory_xact_lock(hashtextextended($1, 0))`,
    values: [`luoshi contact code ${congress}`],
  })
  await client.query({
    text: `delete from luoshi.contact_code
      where congress = $1 and at <= $2::timestamptz - interval '1 hour'`,
    values: [congress, at],
  })
  const { rows } = await client.query<{ ago: number }>({
    text: `select extract(epoch from $5::timestamptz - at)::float8 as ago from luoshi.contact_code
      where congress = $1 and (account = $2 or mark = $3) order by at desc limit $4`,
    values: [congress, account, mark, contactCode.anHour, at],
  })
  switch (mayAskForCode(rows.map(({ ago }) => ago))) {
    case 'soon':
      return 'code-too-soon'
    case 'later':
      return 'code-too-often'
    case 'yes':
      await client.query({
        text: 'insert into luoshi.contact_code values ($1, $2, $3, $4)',
        values: [congress, account, mark, at],
      })
      return null
  }
}

type Claim = Readonly<{ sealed: Buffer; mark: Buffer; code: Buffer; tries: number }>

/** Each try is counted before the code is looked at; the count is the answer of the counting, never a second look. */
export async function proveContact(
  claiming: Claiming,
  { channel, code: typed }: Readonly<{ channel: Channel; code: string }>,
): Outcome<true> {
  const { world, by } = claiming
  const at = world.now()
  const mine = [by.congress, by.account, channel]
  const [claim] = await world.db.rows<Claim>(by.congress, {
    text: `update luoshi.contact_claim set tries = least(tries + 1, $5)
      where congress = $1 and account = $2 and channel = $3 and ends_at > $4
      returning sealed, mark, code, tries::int as tries`,
    values: [...mine, at, contactCode.tries + 1],
  })
  if (!claim) return turnedDown('no-code-sent')
  if (claim.tries > contactCode.tries) return turnedDown('code-used-up')
  const owner = { congress: by.congress, account: by.account, channel }
  const given = codeMark(world.house, owner, claim.mark, typed)
  if (!timingSafeEqual(given, claim.code))
    return turnedDown(claim.tries === contactCode.tries ? 'code-used-up' : 'code-not-right')
  await world.db.transaction(by.congress, async (client) => {
    await client.query({
      text: `insert into luoshi.contact (congress, account, channel, sealed, mark, proven_at)
        values ($1, $2, $3, $4, $5, $6) on conflict (congress, account, channel) do update
          set sealed = excluded.sealed, mark = excluded.mark, proven_at = excluded.proven_at`,
      values: [...mine, claim.sealed, claim.mark, at],
    })
    await client.query({
      text: `delete from luoshi.contact_claim where congress = $1 and account = $2 and channel = $3`,
      values: mine,
    })
  })
  return accept(true)
}

async function dropClaim({ world, by }: Claiming, channel: Channel): Promise<void> {
  await world.db.rows(by.congress, {
    text: `delete from luoshi.contact_claim where congress = $1 and account = $2 and channel = $3`,
    values: [by.congress, by.account, channel],
  })
}

/** Addresses whose code ran out are not kept a minute longer than the next round. */
export async function dropOldClaims(
  { db, now }: Pick<World, 'db' | 'now'>,
  congress: Principal['congress'],
): Promise<void> {
  const at = now()
  await db.rows(congress, {
    text: 'delete from luoshi.contact_claim where congress = $1 and ends_at <= $2',
    values: [congress, at],
  })
  await db.rows(congress, {
    text: `delete from luoshi.contact_code
      where congress = $1 and at <= $2::timestamptz - interval '1 hour'`,
    values: [congress, at],
  })
}

/** Bound to the person and to the address: a code for one is none for the other. */
function codeMark(
  house: HouseSeal,
  owner: Parameters<typeof contactOwner>[0],
  mark: Buffer,
  code: string,
): Buffer {
  const typed = code.normalize('NFKC').replaceAll(/\s/g, '')
  return house.mark(`${contactOwner(owner)} ${mark.toString('hex')} ${typed}`)
}

function turnedDown(code: ContactCodeRefusal) {
  return refused(status[code], code, explainContactCode(code))
}

const status = {
  'code-too-soon': 429,
  'code-too-often': 429,
  'code-not-sent': 422,
  'code-not-right': 422,
  'code-used-up': 409,
  'no-code-sent': 409,
} as const
