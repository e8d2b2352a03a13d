/** Voters' phones as programs: a token by the code of a slip, then a ballot to the anonymous box. */
import { readManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import type { Marks } from '@luoshi/ballots/protocol/plain-vote'
import { makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import { finishToken, requestToken, type Token } from '@luoshi/ballots/voting/take-token'
import { isRecord } from './luoshi-process.ts'

export async function manifestOf(vote: string): Promise<FrozenManifest> {
  const answer = await fetch(`${vote}/manifest.json`)
  const read = await readManifest(new Uint8Array(await answer.arrayBuffer()))
  if (!read.ok) throw new Error(read.refusal.code)
  return read.value
}

/** The token of the only contest there is. */
export async function tokenBySlip(
  vote: string,
  frozen: FrozenManifest,
  slip: string,
): Promise<Token> {
  const [contest] = frozen.manifest.contests
  if (!contest || frozen.manifest.contests.length > 1) throw new Error('one contest is wanted')
  const pending = await requestToken(frozen, 0, contest)
  const requests = pending.blinded.map(({ z }) => ({ c: 0, z }))
  const answer = await fetch(`${vote}/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(vote).origin },
    body: JSON.stringify({ requests, slip }),
  })
  const said: unknown = await answer.json()
  if (!isRecord(said) || !Array.isArray(said['signatures'])) throw new Error(JSON.stringify(said))
  const token = await finishToken(frozen, contest, pending, said['signatures'].map(String))
  if (!token.ok) throw new Error(token.refusal.code)
  return token.value
}

/** Answers what the box said: 202 while it waits for others, 200 once it is written. */
export async function castAt(
  vote: string,
  frozen: FrozenManifest,
  token: Token,
  marks: Marks,
): Promise<number> {
  const made = await makeBallot(frozen, token, marks)
  if (!made.ok) throw new Error(made.refusal.code)
  const state: unknown = await (await fetch(`${vote}/state`)).json()
  const box = isRecord(state) ? String(state['box']) : ''
  const answer = await fetch(`${box}/cast/${frozen.hash}`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: made.value.text,
  })
  return answer.status
}
