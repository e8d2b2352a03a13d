/**
 * A ballot cast in the hall, taken through its course over HTTP as the console does; keys of the locks are made here, as
 * in the tellers' browsers.
 */
import { setTimeout as after } from 'node:timers/promises'
import { release } from '@luoshi/ballots/bulletin/bulletin'
import { textOf, toBase64url } from '@luoshi/ballots/protocol/bytes'
import { newSigningPair } from '@luoshi/ballots/protocol/p256'
import { joinShares, newLock, type CountLock } from '@luoshi/ballots/tellers/count-lock'
import { openBallot } from '@luoshi/server/contract/ballots'
import type { Schema } from '@luoshi/server/contract/kit'
import type { SecretBallot } from '@luoshi/server/contract/secret-ballot'
import { getSecretBallot, makeSlips } from '@luoshi/server/contract/secret-ballots'

export type Clerk = Readonly<{ origin: string; headers: Readonly<Record<string, string>> }>

export type Course = Readonly<{
  ballot: string
  manifest: Uint8Array
  slips: readonly string[]
  locks: readonly CountLock[]
}>

async function call(clerk: Clerk, method: 'GET' | 'POST', path: string, body?: object) {
  const answer = await fetch(`${clerk.origin}/api/v1/ballots${path}`, {
    method,
    headers: { ...clerk.headers, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  })
  const said: unknown = await answer.json()
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(said)}`)
  return said
}

/** Read by the contract's own schema. */
async function asPromised<Answer>(
  { answer }: Readonly<{ answer: Schema<unknown, Answer> }>,
  said: unknown,
): Promise<Answer> {
  const checked = await answer['~standard'].validate(said)
  if (checked.issues) throw new Error(`Not as promised: ${JSON.stringify(checked.issues)}`)
  return checked.value
}

async function stepOf<Answer>(
  spec: Readonly<{ answer: Schema<unknown, Answer> }>,
  clerk: Clerk,
  ballot: string,
  name: string,
  body: object = {},
): Promise<Answer> {
  const { version } = await read(clerk, ballot)
  const path = `/${ballot}/secret/${name}`
  return asPromised(spec, await call(clerk, 'POST', path, { version, ...body }))
}

/** One step at the version that stands. */
export const step = (clerk: Clerk, ballot: string, name: string, body: object = {}) =>
  stepOf(getSecretBallot, clerk, ballot, name, body)

async function read(clerk: Clerk, ballot: string): Promise<SecretBallot> {
  return asPromised(getSecretBallot, await call(clerk, 'GET', `/${ballot}/secret`))
}

export type Opening = Readonly<{
  appraisal: string
  heldOn: string
  /** On the roster; the first `present` of them are there. */
  people: readonly string[]
  present: number
}>

/** Up to the moment at which tokens may be taken. `clerks`: two people, one for each lock. */
export async function prepared(
  [clerk, other]: readonly [Clerk, Clerk],
  { appraisal, heldOn, people, present }: Opening,
): Promise<Course> {
  const roll = people.map((person, at) =>
    at < present
      ? { person, standing: 'present', reason: '' }
      : { person, standing: 'onLeave', reason: '公差' },
  )
  const said = await call(clerk, 'POST', '', {
    appraisal,
    meeting: null,
    session: '第十八届人大常委会第三十一次会议',
    heldOn,
    subject: { type: 'official' },
    source: { type: 'castHere', secrecy: 'secret', rehearsal: false },
    members: people.length,
    present,
    recused: [],
    roll,
    entries: 2,
    replaces: null,
  })
  const { id: ballot } = await asPromised(openBallot, said)
  await step(clerk, ballot, 'prepare', { issuers: 1 })
  const locks = [await newLock(), await newLock()]
  const tellers = await newSigningPair(true)
  await step(clerk, ballot, 'register-count-lock', { lock: 0, pk: locks[0]?.pk })
  await step(other, ballot, 'register-count-lock', { lock: 1, pk: locks[1]?.pk })
  await step(other, ballot, 'register-teller-key', { pk: toBase64url(tellers.point) })
  for (;;) {
    const { keys } = await read(clerk, ballot)
    if (keys.made === keys.wanted) break
    await after(50)
  }
  await step(clerk, ballot, 'freeze-manifest')
  const { slips } = await stepOf(makeSlips, clerk, ballot, 'make-slips')
  await step(clerk, ballot, 'open-issuing')
  const file = await fetch(`${clerk.origin}/vote/${ballot}/manifest.json`)
  return {
    ballot,
    manifest: new Uint8Array(await file.arrayBuffer()),
    slips: slips.map(({ code }) => code),
    locks,
  }
}

export type Opened = Readonly<{ sealMs: number; resultMs: number; cast: number }>

/** @returns How long the close took. */
export async function sealed(clerk: Clerk, { ballot }: Course): Promise<number> {
  const closing = performance.now()
  await step(clerk, ballot, 'seal-ballot', { secondIssued: [] })
  return performance.now() - closing
}

/** The tellers join their shares, and from there to the result that is counted by the rule. */
export async function opened(
  [clerk, other]: readonly [Clerk, Clerk],
  { ballot, locks }: Course,
): Promise<Omit<Opened, 'sealMs'>> {
  const keys: string[] = []
  for (const { pk, shares } of locks) {
    const key = await joinShares(pk, shares.slice(1))
    if (!key.ok) throw new Error(key.refusal.code)
    keys.push(String(JSON.parse(textOf(release([key.value]))).keys[0]))
  }
  const opening = performance.now()
  await step(clerk, ballot, 'enter-count-key', { lock: 0, key: keys[0] })
  await step(other, ballot, 'enter-count-key', { lock: 1, key: keys[1] })
  const { result } = await step(clerk, ballot, 'settle-count')
  return { resultMs: performance.now() - opening, cast: result?.total[0]?.cast ?? 0 }
}

/** Where ballots go. */
export async function boxOf({ origin }: Clerk, ballot: string): Promise<string> {
  const said: { box: string; mh: string } = JSON.parse(
    await (await fetch(`${origin}/vote/${ballot}/state`)).text(),
  )
  return `${said.box}/cast/${said.mh}`
}
