/** From the close to the count: the published folder, count keys, paper, and the figures the rule is applied to. */
import { closeEvent, release, writeResult } from '@luoshi/ballots/bulletin/bulletin'
import { paperFields, readStatement } from '@luoshi/ballots/bulletin/statement'
import { verifyBulletin } from '@luoshi/ballots/bulletin/verify-bulletin'
import type { Bulletin, IssuedLine } from '@luoshi/ballots/bulletin/bulletin'
import { bytesOf, fromBase64url } from '@luoshi/ballots/protocol/bytes'
import type { FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { secretFrom } from '@luoshi/ballots/protocol/p256'
import { refusalOf } from '@luoshi/ballots/protocol/refusals'
import { countKeyFrom } from '@luoshi/ballots/protocol/sealed-box'
import type { Counters } from '@luoshi/domain/ballots/ballot'
import { agreedPaper, noCourse, type ContestCount } from '@luoshi/domain/ballots/cast-here'
import { accept } from '@luoshi/domain/kernel/result'
import type { Outcome, World } from '../../execute/context.ts'
import { notFound } from '../../execute/refused.ts'
import { ballotKind } from '../ballot-kind.ts'
import { hashesOf, writeFiles } from './bulletin-files.ts'
import { serverSecret } from './cast-keys.ts'
import { hashOf } from './cast-state.ts'
import { itsTurn, takeCourseStep, type Done, type OfStep, type Standing } from './course-step.ts'
import { countOfTally, tallyOf, toSign } from './count-of-tally.ts'
import { emptyWhenSealed } from './empty-when-sealed.ts'
import { forgetAtOpening } from './forget-casts.ts'
import type { Hall } from './hall.ts'
import { issuedCounts, issuedLines } from './issuance.ts'
import { boxBeganAnew, noBox } from './no-box.ts'
import { refusedByProtocol } from './refused-by-protocol.ts'
import { counting, verifiedFolder } from './verified-folder.ts'
import { withWhatFollows } from './what-follows.ts'

type Sealing = OfStep &
  Readonly<{ secondIssued: readonly Readonly<{ c: number; voter: string }>[] }>

export function sealBallot(world: World, hall: Hall, asked: Sealing): Done {
  const of = { congress: asked.by.congress, ballot: asked.ballot }
  const follow = () => emptyWhenSealed(world, hall, of)
  return withWhatFollows(hall, { what: 'the box was not emptied', follow }, () =>
    sealNow(world, hall, asked),
  )
}

function sealNow(world: World, hall: Hall, asked: Sealing): Done {
  return takeCourseStep(world, asked, 'SealBallot', async (standing) => {
    const { frozen } = standing
    const nothing = { sealed: '', issued: '', close: '', ballots: 0, at: standing.world.now() }
    const turn = itsTurn(standing, { type: 'SealBallot', ...nothing })
    if (!turn.ok) return turn
    if (!frozen) return notFound()
    const closed = await closeNow(standing, hall, frozen, asked.secondIssued)
    if (!closed.ok) return closed
    const hashes = new Map(hashesOf(closed.value).map(({ name, sha256 }) => [name, sha256]))
    const of = (name: string) => hashes.get(name) ?? ''
    const files = {
      sealed: of('sealed.jsonl'),
      issued: of('issued.jsonl'),
      close: of('close.json'),
    }
    const lines = closed.value['sealed.jsonl']?.filter((byte) => byte === 10).length ?? 0
    return accept({ type: 'SealBallot', ...nothing, ...files, ballots: lines } as const)
  })
}

/** Closes the box, and publishes only what our own verifier accepts. */
async function closeNow(
  { world, of }: Standing,
  hall: Hall,
  frozen: FrozenManifest,
  secondIssued: Sealing['secondIssued'],
): Outcome<Bulletin> {
  if (!hall.box) return noBox()
  const begun = await hall.box.begin()
  if (!begun.ok) return noBox()
  const closed = await hall.box.close(frozen.hash)
  if (!closed.ok) return boxBeganAnew(closed.refusal.waitMs)
  const second = secondIssued.map(({ c, voter }): IssuedLine => ({ c, i: 1, v: voter }))
  const issued = [...(await issuedLines(world, of.congress, frozen.hash)), ...second]
  const kept = new Uint8Array(await serverSecret(world, hall, of))
  const secret = await secretFrom(kept)
  const bulletin = await closeEvent({
    frozen,
    secret,
    issued,
    ballots: closed.value,
    at: world.now(),
  })
  const verdict = await verifyBulletin(bulletin, {}, counting)
  if (!verdict.ok) return refusedByProtocol(verdict.refusal)
  await writeFiles(hall, of.ballot, bulletin)
  return accept(bulletin)
}

type OfLock = OfStep & Readonly<{ lock: number; key: string }>

export function enterCountKey(world: World, hall: Hall, asked: OfLock): Done {
  const follow = () => forgetWhenOpened(world, hall, asked)
  return withWhatFollows(hall, { what: 'the key of the receipts was not forgotten', follow }, () =>
    enterOne(world, hall, asked),
  )
}

/** Only what stands there says whether it is open. */
async function forgetWhenOpened(world: World, hall: Hall, { by, ballot }: OfStep): Promise<void> {
  const of = { congress: by.congress, ballot }
  const { state } = await ballotKind.load(world.db, by.congress, ballot)
  const mh = state.status === 'opened' ? hashOf(state) : null
  if (mh === null) return
  await forgetAtOpening(world, hall, of, mh)
}

function enterOne(world: World, hall: Hall, asked: OfLock): Done {
  const { lock, key, by } = asked
  return takeCourseStep(
    world,
    asked,
    'EnterCountKey',
    () => ({ type: 'EnterCountKey', lock, key, by: by.account }),
    async ({ state, frozen, of }) => {
      const keys = (state.course ?? noCourse).keys.map((one, at) => (at === lock ? key : one))
      const locks = frozen?.manifest.locks ?? []
      const known = []
      for (const [at, { pk }] of locks.entries()) {
        const scalar = keys[at]
        if (scalar === null || scalar === undefined) continue
        const [bytes, point] = [fromBase64url(scalar), fromBase64url(pk)]
        const one = bytes && point && (await countKeyFrom(bytes, point))
        if (!one) return refusedByProtocol(refusalOf('BAD_SHARES'))
        known.push(one)
      }
      if (known.length === locks.length)
        await writeFiles(hall, of.ballot, { 'release.json': release(known) })
      return accept(true)
    },
  )
}

export function countPaper(
  world: World,
  asked: OfStep & Readonly<{ contests: readonly ContestCount[]; counters: Counters }>,
): Done {
  const { contests, counters, by } = asked
  return takeCourseStep(world, asked, 'CountPaper', async ({ frozen }) => {
    const { paper } = frozen ? await issuedCounts(world, by.congress, frozen.hash) : { paper: 0 }
    const taken = contests.map(() => paper)
    return accept({ type: 'CountPaper', by: by.account, contests, counters, taken } as const)
  })
}

/** The tellers sign in their browser; here the signature is only held against the manifest. */
export function statePaper(
  world: World,
  hall: Hall,
  asked: OfStep & Readonly<{ sig: string }>,
): Done {
  return takeCourseStep(
    world,
    asked,
    'StatePaper',
    () => ({ type: 'StatePaper' }),
    async ({ state, frozen, of }) => {
      const agreed = agreedPaper(state.course ?? noCourse, state.entries)
      if (!frozen || !agreed) return notFound()
      const statement = { body: toSign(frozen.hash, agreed), sig: asked.sig }
      const bytes = bytesOf(JSON.stringify(statement))
      const read = await readStatement(bytes, frozen.manifest.tellerPk, 'paper.json', paperFields)
      if (!read.ok) return refusedByProtocol(read.refusal)
      await writeFiles(hall, of.ballot, { 'paper.json': bytes })
      return accept(true)
    },
  )
}

export function settleCount(world: World, hall: Hall, asked: OfStep): Done {
  return takeCourseStep(world, asked, 'SettleCount', async (standing) => {
    const { state, frozen, of } = standing
    const empty = { issued: 0, returned: 0, invalid: 0, rows: [] }
    const turn = itsTurn(standing, { type: 'SettleCount', count: empty, paper: 0 })
    if (!turn.ok) return turn
    if (!frozen || !state.course?.frozen) return notFound()
    const { marks } = state.course.frozen
    const issued = await issuedCounts(world, of.congress, frozen.hash)
    const counted = await verifiedFolder(hall, of.ballot)
    if (!counted.ok) return refusedByProtocol(counted.refusal)
    const { result } = counted.value
    if (!result) return notFound()
    if (issued.paper === 0 || state.course.paperStated) {
      await writeFiles(hall, of.ballot, { 'result.json': writeResult(frozen, result.total) })
      const verified = await verifiedFolder(hall, of.ballot)
      if (!verified.ok) return refusedByProtocol(verified.refusal)
    }
    const forms = issued.tokens + issued.paper
    const count = countOfTally(tallyOf(result.total), marks, forms)
    return accept({ type: 'SettleCount', count, paper: issued.paper } as const)
  })
}
