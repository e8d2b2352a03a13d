/**
 * Keys of a ballot cast here: one RSA key a contest for the issuer, one P-256 key for receipts and the close. Made off the
 * main thread, sealed under a key that is no part of the database, and forgotten: the issuer's when the ballot is closed, the
 * other when it is opened. With them tokens or receipts could be forged until then, never a vote read.
 * Source: ballot.md §0 no. 5, §3.2; RFC 9474.
 */
import { createPrivateKey, generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { contestKey, type ContestKey } from '@luoshi/ballots/issuing/blind-sign'
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import { isRecord } from '@luoshi/ballots/protocol/json'
import type { Issuer } from '@luoshi/ballots/protocol/manifest'
import { keptSecret, newSigningPair } from '@luoshi/ballots/protocol/p256'
import type { CongressId, Id } from '@luoshi/domain/kernel/ids'
import { chance } from '@luoshi/ledger/log/chance'
import type { World } from '../../execute/context.ts'
import { seal, unseal } from '../../identity/sealing.ts'
import { tellOfMeeting } from '../../meetings/meeting-news.ts'
import type { Hall } from './hall.ts'
import { untilDone } from './until-done.ts'

export type ContestKeys = Map<string, Promise<readonly ContestKey[]>>

export type OfCast = Readonly<{ congress: CongressId; ballot: Id<'ballot'> }>

type Kept = { name: string; public: string; sealed: Buffer | null }

const makePair = promisify(generateKeyPair)

const ownerOf = ({ congress, ballot }: OfCast, name: string) => `cast ${congress} ${ballot} ${name}`

async function keep(
  { db }: World,
  of: OfCast,
  name: string,
  open: string,
  sealed: Buffer | null,
): Promise<void> {
  await db.rows(of.congress, {
    text: `insert into luoshi.cast_key (congress, ballot, name, public, sealed)
      values ($1, $2, $3, $4, $5) on conflict do nothing`,
    values: [of.congress, of.ballot, name, open, sealed],
  })
}

async function kept({ db }: World, of: OfCast, like: string): Promise<readonly Kept[]> {
  return db.rows<Kept>(of.congress, {
    text: `select name, public, sealed from luoshi.cast_key
      where congress = $1 and ballot = $2 and name like $3`,
    values: [of.congress, of.ballot, like],
  })
}

/** The key that signs receipts and the close; made once. Answers its point. */
export async function makeServerKey(world: World, hall: Hall, of: OfCast): Promise<string> {
  const pair = await newSigningPair(true)
  const secret = Buffer.from(await keptSecret(pair.secret))
  const sealed = seal(hall.sealKey, chance, ownerOf(of, 'server'), secret)
  await keep(world, of, 'server', toBase64url(pair.point), sealed)
  const [standing] = await kept(world, of, 'server')
  if (!standing) throw new Error('The server’s key was not kept')
  return standing.public
}

/** PKCS #8. */
export async function serverSecret(world: World, hall: Hall, of: OfCast): Promise<Buffer> {
  const [standing] = await kept(world, of, 'server')
  if (!standing?.sealed) throw new Error(`No key signs for ${of.ballot}`)
  return unseal(hall.sealKey, ownerOf(of, 'server'), standing.sealed)
}

const atOnce = 2

/** Makes what is missing; several at once, on threads of the runtime. Sending it again goes on where it stood. */
export function makeIssuerKeys(world: World, hall: Hall, of: OfCast, contests: number): void {
  if (hall.making.has(of.ballot)) return
  const making = makeUntilThere(world, hall, of, contests).finally(() => {
    hall.making.delete(of.ballot)
    tellOfMeeting()
  })
  hall.making.set(of.ballot, making)
}

/** With the database gone for a moment the keys are made when it is back: nobody else would begin again. */
function makeUntilThere(world: World, hall: Hall, of: OfCast, contests: number): Promise<void> {
  return untilDone(hall, 'keys of an issuer were not made this time', () =>
    makeAll(world, hall, of, contests),
  )
}

async function makeAll(world: World, hall: Hall, of: OfCast, contests: number): Promise<void> {
  const there = new Set((await kept(world, of, 'issuer/%')).map(({ name }) => name))
  const names = Array.from({ length: contests }, (_, at) => `issuer/${at}`)
  const missing = names.filter((name) => !there.has(name))
  const makers = Array.from({ length: atOnce }, async () => {
    for (let name = missing.shift(); name !== undefined; name = missing.shift()) {
      await makeOne(world, hall, of, name)
      tellOfMeeting()
    }
  })
  await Promise.all(makers)
}

async function makeOne(world: World, hall: Hall, of: OfCast, name: string): Promise<void> {
  const { privateKey } = await makePair('rsa', {
    modulusLength: hall.rsaBits,
    publicExponent: 65_537,
    // Encoded by the runtime itself: a key object that is exported in the moment it is collected has been seen to hang.
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  const { issuer } = contestKey(createPrivateKey(privateKey))
  const sealed = seal(hall.sealKey, chance, ownerOf(of, name), Buffer.from(privateKey))
  await keep(world, of, name, JSON.stringify(issuer), sealed)
}

/** Public keys by their places; a place without a key stays empty. */
export async function publicKeys(
  world: World,
  of: OfCast,
  whose: 'issuer' | 'second',
): Promise<readonly Issuer[]> {
  const rows = await kept(world, of, `${whose}/%`)
  return rows
    .map(({ name, public: open }) => ({ at: Number(name.split('/')[1]), key: readIssuer(open) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ key }) => key)
}

function readIssuer(text: string): Issuer {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value) || typeof value['n'] !== 'string' || typeof value['e'] !== 'string')
    throw new Error('No key of an issuer')
  return { n: value['n'], e: value['e'] }
}

/** The tellers' own issuer shows its keys; showing them again replaces them. */
export async function keepSecondKeys(
  { db }: World,
  of: OfCast,
  keys: readonly Issuer[],
): Promise<void> {
  await db.transaction(of.congress, async (client) => {
    await client.query(
      `delete from luoshi.cast_key where congress = $1 and ballot = $2 and name like 'second/%'`,
      [of.congress, of.ballot],
    )
    for (const [at, { n, e }] of keys.entries())
      await client.query(
        `insert into luoshi.cast_key (congress, ballot, name, public) values ($1, $2, $3, $4)`,
        [of.congress, of.ballot, `second/${at}`, JSON.stringify({ n, e })],
      )
  })
}

/** The issuer's keys of an event, in the order of its contests. */
export function issuerKeys(world: World, hall: Hall, of: OfCast): Promise<readonly ContestKey[]> {
  const known = hall.keys.get(of.ballot)
  if (known) return known
  const read = readKeys(world, hall, of)
  hall.keys.set(of.ballot, read)
  read.catch(() => hall.keys.delete(of.ballot))
  return read
}

async function readKeys(world: World, hall: Hall, of: OfCast): Promise<readonly ContestKey[]> {
  const rows = await kept(world, of, 'issuer/%')
  const inOrder = rows.toSorted((a, b) => placeIn(a.name) - placeIn(b.name))
  return inOrder.map(({ name, sealed }) => {
    if (!sealed) throw new Error(`${name} of ${of.ballot} is not kept`)
    return contestKey(createPrivateKey(unseal(hall.sealKey, ownerOf(of, name), sealed)))
  })
}

const placeIn = (name: string) => Number(name.split('/')[1])

/** After the close nobody needs to sign a token any more, after the opening no receipt (`server`). */
export async function forgetKeys(
  { db }: World,
  hall: Hall,
  of: OfCast,
  like: 'issuer/%' | 'server',
): Promise<void> {
  hall.keys.delete(of.ballot)
  await db.rows(of.congress, {
    text: `delete from luoshi.cast_key where congress = $1 and ballot = $2 and name like $3`,
    values: [of.congress, of.ballot, like],
  })
}
