/**
 * The course of a ballot cast here, for those who may see it. Who took a token is no secret (taking a form never was); how
 * anybody voted is nowhere. Figures are for those who count until the result is announced.
 */
import { fingerprintOf } from '@luoshi/ballots/protocol/manifest'
import type { HeldBallot } from '@luoshi/domain/ballots/ballot'
import {
  agreedPaper,
  noCourse,
  smallestSecret,
  type ContestCount,
  type Course,
} from '@luoshi/domain/ballots/cast-here'
import { hasItsTurn, stageOf, type CourseCommand } from '@luoshi/domain/ballots/decide-course'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { SecretBallot } from '../../contract/secret-ballot.ts'
import type { Outcome, World } from '../../execute/context.ts'
import { notFound } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { accountNames } from '../../people/account-names.ts'
import { ballotKind, isRehearsal } from '../ballot-kind.ts'
import { hashesOf, readFiles } from './bulletin-files.ts'
import { publicKeys, type OfCast } from './cast-keys.ts'
import { castNames } from './cast-names.ts'
import { tallyOf, toSign } from './count-of-tally.ts'
import type { Hall } from './hall.ts'
import { issuedCounts, rollWithStanding } from './issuance.ts'
import { verifiedFolder } from './verified-folder.ts'
import { warningsOf } from './warnings.ts'

export async function readSecretBallot(
  world: World,
  hall: Hall,
  by: Principal,
  ballot: Id<'ballot'>,
): Outcome<SecretBallot> {
  if (scopeOf(by).sees !== 'all') return notFound()
  const { congress } = by
  const { state, version } = await ballotKind.load(world.db, congress, ballot)
  if (state.status === 'none' || state.source.type !== 'castHere') return notFound()
  const course = state.course ?? noCourse
  const of = { congress, ballot }
  const hash = course.frozen?.hash ?? null
  const [names, first, second, people, voters, issued, counting] = await Promise.all([
    castNames(world, congress, state),
    publicKeys(world, of, 'issuer'),
    publicKeys(world, of, 'second'),
    accountNames(world.db, congress, namedIn(course)),
    hash === null ? [] : rollWithStanding(world, congress, hash),
    hash === null ? { tokens: 0, paper: 0 } : issuedCounts(world, congress, hash),
    publishedOf(hall, by, of, state, course),
  ])
  const named = (id: string) => ({ id, name: people.get(id) ?? '' })
  const eligible = course.frozen?.eligible ?? entitled(state)
  return accept({
    id: ballot,
    version,
    status: state.status,
    rehearsal: isRehearsal(state),
    title: names.title,
    officialName: names.officialName,
    session: state.session,
    heldOn: state.heldOn,
    entries: state.entries,
    issuers: course.issuers,
    keys: {
      made: course.seal ? names.contests.length : first.length,
      wanted: names.contests.length,
    },
    locks: course.locks.map((lock) => ({ pk: lock?.pk ?? null, by: lock && named(lock.by) })),
    tellerPk: course.tellerPk,
    secondIssuer:
      course.secondIssuer === null ? null : { url: course.secondIssuer, keys: second.length },
    hash,
    fingerprint: hash === null ? null : fingerprintOf({ hash }),
    contests: names.contests.map(({ title, question, row }) => ({
      title: `${title}：${question}`,
      row,
      marks: names.marks.map((mark) => ({ ...mark })),
    })),
    eligible,
    kMin: course.frozen?.kMin ?? smallestSecret,
    warnings: warningsOf(eligible, course.frozen?.kMin ?? smallestSecret, counting.warnings),
    slips: course.slips,
    voters: voters.map((one) => ({ ...one })),
    issued,
    received: received(hall, course),
    closesAt: course.closesAt,
    addresses: {
      vote: hash === null ? null : `${hall.origin()}/vote/${ballot}`,
      box: hash === null ? null : (hall.box?.origin() ?? null),
    },
    seal: course.seal && { ...course.seal },
    keysIn: course.keys.map((key) => key !== null),
    paper: paperOf(by, state, course, issued.paper, named),
    result: counting.result,
    files: counting.files,
    may: stepsOf(by, state),
  })
}

export type CourseNews = Readonly<{
  version: number
  tokens: number
  paper: number
  received: number
  keys: number
}>

/** What a page asks once a second: no more than tells it to read the ballot again. */
export async function readCourseNews(
  world: World,
  hall: Hall,
  { congress }: Principal,
  ballot: Id<'ballot'>,
): Outcome<CourseNews> {
  const { state, version } = await ballotKind.load(world.db, congress, ballot)
  if (state.status === 'none') return notFound()
  const course = state.course ?? noCourse
  const mh = course.frozen?.hash
  const [{ tokens, paper }, keys] = await Promise.all([
    mh === undefined ? { tokens: 0, paper: 0 } : issuedCounts(world, congress, mh),
    state.status === 'preparing' ? publicKeys(world, { congress, ballot }, 'issuer') : [],
  ])
  return accept({ version, tokens, paper, received: received(hall, course), keys: keys.length })
}

/** Of the box while it is open, of the published file afterwards. */
export function received(hall: Hall, { seal, frozen }: Course): number {
  if (seal && frozen) return Math.ceil(seal.ballots / Math.max(1, frozen.contests))
  return frozen ? (hall.box?.received(frozen.hash) ?? 0) : 0
}

function entitled({ roll = [] }: HeldBallot): number {
  return roll.filter(({ standing, isRecused }) => standing === 'present' && !isRecused).length
}

function namedIn({ locks, paper }: Course) {
  return [...locks.flatMap((lock) => (lock ? [lock.by] : [])), ...paper.map(({ by }) => by)]
}

type Published = Readonly<{
  files: SecretBallot['files']
  result: SecretBallot['result']
  warnings: Parameters<typeof warningsOf>[2]
}>

async function publishedOf(
  hall: Hall,
  by: Principal,
  { ballot }: OfCast,
  state: HeldBallot,
  course: Course,
): Promise<Published> {
  if (!course.seal) return { files: [], result: null, warnings: [] }
  const files = hashesOf(await readFiles(hall, ballot)).map((one) => ({ ...one }))
  const isShown = state.status === 'announced' || may(by, 'EnterBallot', null)
  const verdict = isShown ? await verifiedFolder(hall, ballot) : null
  if (!verdict?.ok) return { files, result: null, warnings: [] }
  const { result, warnings } = verdict.value
  return {
    files,
    warnings,
    result: result && {
      electronic: shown(tallyOf(result.electronic)),
      paper: shown(tallyOf(result.paper)),
      total: shown(tallyOf(result.total)),
    },
  }
}

function shown(contests: readonly ContestCount[]) {
  return contests.map((one) => ({ ...one, counts: [...one.counts] }))
}

function paperOf(
  by: Principal,
  state: HeldBallot,
  course: Course,
  taken: number,
  named: (id: string) => { id: string; name: string },
): SecretBallot['paper'] {
  const { paper, paperStated, frozen } = course
  const agreed = agreedPaper(course, state.entries)
  const isComplete = paper.length >= state.entries
  return {
    isNeeded: taken > 0,
    entered: paper.map((entry) => {
      const isMine = entry.by === by.account
      const contests = isMine || isComplete ? shown(entry.contests) : null
      return { by: named(entry.by), on: entry.on, isMine, contests }
    }),
    differs: isComplete && agreed === null,
    toSign: agreed && frozen && !paperStated ? toSign(frozen.hash, agreed) : null,
    isStated: paperStated,
  }
}

function stepsOf(by: Principal, state: HeldBallot): SecretBallot['may'] {
  const step = (command: CourseCommand['type']) =>
    hasItsTurn(state, command) && may(by, command, null)
  const isLiving = state.status === 'open' || state.status === 'counted' || stageOf(state) > 0
  return {
    prepare: step('PrepareCast'),
    registerLock: step('RegisterCountLock'),
    registerTellerKey: step('RegisterTellerKey'),
    nameSecondIssuer: step('NameSecondIssuer') && state.course?.issuers === 2,
    freeze: step('FreezeManifest'),
    makeSlips: step('MakeSlips'),
    openIssuing: step('OpenIssuing'),
    takePaper: step('TakePaper'),
    surrender: step('SurrenderToken'),
    openVoting: step('OpenVoting'),
    seal: step('SealBallot'),
    enterKey: step('EnterCountKey'),
    countPaper: step('CountPaper'),
    statePaper: step('StatePaper'),
    settle: step('SettleCount'),
    announce: state.status === 'counted' && !isRehearsal(state) && may(by, 'AnnounceBallot', null),
    void: isLiving && may(by, 'VoidBallot', null),
  }
}
