/**
 * A secret ballot taken from its preparation to its count by people who go on until each step stands, whatever dies
 * meanwhile: staff look how far it is and press again, phones send the same bytes again, as the voter's page does.
 */
import { setTimeout as after } from 'node:timers/promises'
import type { MadeBallot } from '@luoshi/ballots/voting/cast-ballot'
import type { Token } from '@luoshi/ballots/voting/take-token'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import { newSigningPair } from '@luoshi/ballots/protocol/p256'
import { newLock, type CountLock } from '@luoshi/ballots/tellers/count-lock'
import type { SecretBallot } from '../../src/contract/secret-ballot.ts'
import {
  askTokens,
  ballotText,
  boxOf,
  finished,
  isReceipt,
  keyOf,
  manifestAt,
  openCast,
  read,
  requestsFor,
  signaturesIn,
  take,
  type Asked,
  type Cast,
} from './hall-people.ts'
import { asked, type KillableHall } from './killable-hall.ts'

/** Something goes wrong beside a step. */
export type Beside = (step: string) => Promise<void>

export type Vote = {
  ballot: string
  frozen: FrozenManifest
  locks: readonly CountLock[]
  phones: Phone[]
}

export type Phone = {
  readonly pending: readonly Asked[]
  token: Token | null
  made: MadeBallot | null
  receipt: boolean
}

const soon = () => after(60)

/** Again and again; the test's own limit ends it. */
export async function insisted<Value>(act: () => Promise<Value | undefined>): Promise<Value> {
  for (;;) {
    const value = await act().catch(() => undefined)
    if (value !== undefined) return value
    await soon()
  }
}

type Stands = (detail: SecretBallot) => boolean

/** A step of the staff: pressed again until it stands. */
export async function stepInsisted(
  { hall: { clerk } }: KillableHall,
  ballot: string,
  stands: Stands,
  act: () => Promise<unknown>,
): Promise<void> {
  await insisted(async () => {
    if (stands(await read(clerk, ballot))) return true
    await act()
    return undefined
  })
}

const order = [
  'open',
  'preparing',
  'prepared',
  'issuing',
  'voting',
  'sealed',
  'opened',
  'counted',
] as const

const reached =
  (status: (typeof order)[number]): Stands =>
  (detail) =>
    order.findIndex((one) => one === detail.status) >= order.indexOf(status)

export async function toIssuing(killable: KillableHall, beside: Beside): Promise<Vote> {
  const { hall, stranger } = killable
  const { clerk, team } = hall
  // What was killed at the end of the vote before may not be back yet.
  const ballot = await insisted(() => openCast(hall))
  const step = async (name: string, stands: Stands, act: () => Promise<unknown>) => {
    await Promise.all([stepInsisted(killable, ballot, stands, act), beside(name)])
  }
  await step('prepare', reached('preparing'), () => take(clerk, ballot, 'prepare', { issuers: 1 }))
  const locks = [await newLock(), await newLock()]
  const pair = await newSigningPair(true)
  const [one, two] = locks
  await step(
    'locks',
    ({ locks: known, tellerPk }) => known.every((lock) => lock.pk !== null) && tellerPk !== null,
    async () => {
      const now = await read(clerk, ballot)
      if (now.locks[0]?.pk === null)
        await take(clerk, ballot, 'register-count-lock', { lock: 0, pk: one?.pk })
      if (now.locks[1]?.pk === null)
        await take(team, ballot, 'register-count-lock', { lock: 1, pk: two?.pk })
      await take(team, ballot, 'register-teller-key', { pk: toBase64url(pair.point) })
    },
  )
  await step(
    'keys',
    ({ keys }) => keys.made === keys.wanted,
    async () => undefined,
  )
  await step('freeze', reached('prepared'), () => take(clerk, ballot, 'freeze-manifest'))
  await step('issuing', reached('issuing'), () => take(clerk, ballot, 'open-issuing'))
  const frozen = await insisted(() => manifestAt(stranger, ballot))
  const phones: Phone[] = []
  for (let at = 0; at < hall.members.length; at += 1)
    phones.push({ pending: await requestsFor(frozen), token: null, made: null, receipt: false })
  return { ballot, frozen, locks, phones }
}

/** The phone of one member takes its token with the bytes it has written down. */
export async function takeToken(
  { hall: { members } }: KillableHall,
  { ballot, frozen, phones }: Vote,
  at: number,
): Promise<void> {
  const [browser, phone] = [members[at]?.browser, phones[at]]
  if (!browser || !phone) throw new Error('nobody')
  phone.token ??= await insisted(async () => {
    const answer = await askTokens(browser, ballot, phone.pending)
    if (answer.status !== 200) return undefined
    const [token] = await finished(frozen, phone.pending, signaturesIn(await answer.json()))
    return token
  })
  phone.made ??= await ballotText(frozen, phone.token, [markOf(at)])
}

/** Every third one is against. */
export const markOf = (at: number) => (at % 3 === 2 ? 2 : 0)

async function sent({ stranger }: KillableHall, { ballot, frozen }: Vote, text: string) {
  const box = await boxOf(stranger, ballot)
  const headers = { 'content-type': 'text/plain' }
  const answer = await asked(`${box}/cast/${frozen.hash}`, 'POST', headers, text)
  const said = await answer.text()
  const value: { code?: string } = JSON.parse(said)
  return { status: answer.status, text: said, code: value.code ?? '' } satisfies Cast
}

/** Sends until the box says that it has the ballot: in the pool, or with a receipt. */
export async function cast(killable: KillableHall, vote: Vote, at: number): Promise<Cast> {
  const phone = vote.phones[at]
  const made = phone?.made
  if (!phone || !made) throw new Error('no ballot')
  return insisted(async () => {
    const answer = await sent(killable, vote, made.text)
    if (answer.status === 202) return answer
    if (!(await isReceipt(vote.frozen, made.id, answer))) return undefined
    phone.receipt = true
    return answer
  })
}

/** The close, while every phone without a receipt goes on sending, as its page does. */
export async function close(killable: KillableHall, vote: Vote, beside: Beside): Promise<void> {
  const { clerk } = killable.hall
  const over = new AbortController()
  const { signal } = over
  const phones = vote.phones.map(async (phone, at) => {
    while (!signal.aborted && !phone.receipt) {
      await Promise.race([cast(killable, vote, at), until(() => signal.aborted)])
      await soon()
    }
  })
  const sealing = stepInsisted(killable, vote.ballot, reached('sealed'), () =>
    take(clerk, vote.ballot, 'seal-ballot', { secondIssued: [] }),
  )
  await Promise.all([sealing, beside('seal')])
  over.abort()
  await Promise.all(phones)
  for (const [at, { receipt, made }] of vote.phones.entries())
    if (!receipt && made)
      await insisted(async () =>
        (await cast(killable, vote, at)).status === 200 ? true : undefined,
      )
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await soon()
}

/** Both locks, then the count. */
export async function openAndCount(
  killable: KillableHall,
  { ballot, locks }: Vote,
  beside: Beside,
): Promise<SecretBallot> {
  const { clerk, team } = killable.hall
  for (const [lock, by] of [clerk, team].entries()) {
    const key = await keyOf(locks[lock])
    const step = stepInsisted(
      killable,
      ballot,
      ({ keysIn }) => keysIn[lock] === true,
      () => take(by, ballot, 'enter-count-key', { lock, key }),
    )
    await Promise.all([step, beside(`lock ${lock}`)])
  }
  const counting = stepInsisted(killable, ballot, reached('counted'), () =>
    take(clerk, ballot, 'settle-count'),
  )
  await Promise.all([counting, beside('count')])
  return insisted(() => read(clerk, ballot))
}

export async function openVoting(
  killable: KillableHall,
  { ballot }: Vote,
  beside: Beside,
): Promise<void> {
  const { clerk } = killable.hall
  const step = stepInsisted(killable, ballot, reached('voting'), () =>
    take(clerk, ballot, 'open-voting', { closesAt: null }),
  )
  await Promise.all([step, beside('voting')])
}
