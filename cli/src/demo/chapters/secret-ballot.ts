/**
 * A secret ballot cast in the demo county as in the hall: the tellers' locks, a token for everybody on the roll, a sealed
 * vote from each phone into the box, the close, both locks, the count. What it publishes anybody verifies again.
 */
import { release } from '@luoshi/ballots/bulletin/bulletin'
import { textOf, toBase64url } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { newSigningPair } from '@luoshi/ballots/protocol/p256'
import { joinShares, newLock, type CountLock } from '@luoshi/ballots/tellers/count-lock'
import { makeBallot } from '@luoshi/ballots/voting/cast-ballot'
import { finishToken, requestToken } from '@luoshi/ballots/voting/take-token'
import type { Id } from '@luoshi/domain/kernel/ids'
import { ballotKind } from '@luoshi/server/ballots/ballot-kind'
import { castRoll } from '@luoshi/server/ballots/hall/cast-roll'
import { manifestOf } from '@luoshi/server/ballots/hall/cast-state'
import { enterCountKey, sealBallot, settleCount } from '@luoshi/server/ballots/hall/count-steps'
import type { Hall } from '@luoshi/server/ballots/hall/hall'
import { issueTokens } from '@luoshi/server/ballots/hall/issuance'
import {
  freezeManifest,
  prepareCast,
  registerCountLock,
  registerTellerKey,
} from '@luoshi/server/ballots/hall/prepare-steps'
import { openIssuing, openVoting } from '@luoshi/server/ballots/hall/vote-steps'
import { known, must, type Story } from '../story.ts'

type Cast = Readonly<{ story: Story; hall: Hall; ballot: Id<'ballot'> }>

/** @param marks - What each of those entitled chooses, by the place of the option; in no order of theirs. */
export async function castInSecret(cast: Cast, marks: readonly number[]): Promise<void> {
  const { story, hall } = cast
  const { world } = story
  const locks = await prepare(cast)
  must(await freezeManifest(world, hall, await at(cast, 'clerk')), 'freezeManifest')
  must(await openIssuing(world, await at(cast, 'clerk')), 'openIssuing')
  const votes = await votesOf(cast, marks)
  const open = { ...(await at(cast, 'clerk')), closesAt: null }
  must(await openVoting(world, hall, open), 'openVoting')
  await Promise.all(votes.map((vote) => send(hall, vote)))
  const seal = { ...(await at(cast, 'clerk')), secondIssued: [] }
  must(await sealBallot(world, hall, seal), 'sealBallot')
  for (const [lock, login] of tellers.entries()) {
    const key = await keyOf(known(locks[lock], `lock ${lock}`))
    must(await enterCountKey(world, hall, { ...(await at(cast, login)), lock, key }), 'countKey')
  }
  must(await settleCount(world, hall, await at(cast, 'clerk')), 'settleCount')
}

/** Whose browsers the two locks are made in. */
const tellers = ['clerk', 'team']

async function at({ story, ballot }: Cast, login: string) {
  const { version } = await ballotKind.load(story.world.db, story.congress, ballot)
  return { by: story.as(login), ballot, version }
}

async function prepare(cast: Cast): Promise<readonly CountLock[]> {
  const { story, hall } = cast
  const { world } = story
  const prepared = await prepareCast(world, hall, { ...(await at(cast, 'clerk')), issuers: 1 })
  must(prepared, 'prepareCast')
  const locks = await Promise.all(tellers.map(() => newLock()))
  for (const [lock, login] of tellers.entries()) {
    const { pk } = known(locks[lock], `lock ${lock}`)
    must(await registerCountLock(world, { ...(await at(cast, login)), lock, pk }), 'countLock')
  }
  const pk = toBase64url((await newSigningPair(true)).point)
  must(await registerTellerKey(world, { ...(await at(cast, 'team')), pk }), 'tellerKey')
  await Promise.all(hall.making.values())
  return locks
}

type Vote = Readonly<{ frozen: FrozenManifest; text: string }>

/** Each takes a token that the issuer signs unseen, and seals what was chosen under both locks. */
async function votesOf(cast: Cast, marks: readonly number[]): Promise<readonly Vote[]> {
  const { story, hall, ballot } = cast
  const { world, congress } = story
  const { state } = await ballotKind.load(world.db, congress, ballot)
  if (state.status === 'none') throw new Error(`there is no ${ballot}`)
  const frozen = known(await manifestOf(world, congress, state), 'manifest')
  const contest = known(frozen.manifest.contests[0], 'contest')
  const voters = await castRoll(world, congress, state)
  const of = { congress, ballot, mh: frozen.hash }
  return Promise.all(
    voters.map(async ({ voter }, place) => {
      const asked = await requestToken(frozen, 0, contest)
      const requests = [{ c: asked.c, z: known(asked.blinded[0], 'blinded token').z }]
      const signed = must(await issueTokens(world, hall, of, voter, requests), 'issueTokens')
      const token = must(await finishToken(frozen, contest, asked, signed), 'finishToken')
      const mark = known(marks[place], `mark ${place}`)
      return { frozen, text: must(await makeBallot(frozen, token, [mark]), 'makeBallot').text }
    }),
  )
}

async function send({ box }: Hall, { frozen, text }: Vote): Promise<void> {
  const address = `${known(box?.origin(), 'box')}/cast/${frozen.hash}`
  const headers = { 'content-type': 'text/plain' }
  const answer = await fetch(address, { method: 'POST', body: text, headers })
  if (!answer.ok) throw new Error(`the box answered ${answer.status}: ${await answer.text()}`)
}

/** Two of three tellers join their shares. */
async function keyOf({ pk, shares }: CountLock): Promise<string> {
  const key = must(await joinShares(pk, shares.slice(1)), 'joinShares')
  const { keys } = JSON.parse(textOf(release([key])))
  return String(keys[0])
}
