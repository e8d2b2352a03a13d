/**
 * B1: the deputies of a whole congress take tokens for one contest and vote, each at a moment of his own, while their pages
 * ask how the ballot stands; beside it the same phones at a bare server that keeps names and votes together. Then a
 * standing committee's eight ballots from the close to the result.
 */
import { toBase64url } from '@luoshi/ballots/protocol/bytes'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import type { Database } from '@luoshi/ledger/engine/open-database'
import type { Application } from '@luoshi/server/application'
import { putPersonOnRoster } from '@luoshi/server/people/roster'
import type { County } from '../data/county.ts'
import { must } from '../data/must.ts'
import { boxOf, opened, prepared, sealed, step, type Clerk, type Opened } from '../hall/course.ts'
import type { BallotJob, PhonesSeen } from '../load/ballot-load.ts'
import { processorTime, processorTimeOfFamily } from '../machine/processor-time.ts'
import { launcherFlags, startChild, type LineChild } from './line-child.ts'
import { signIn } from './open-sides.ts'
import type { Single } from './single.ts'
import { spreadOf } from './spread.ts'

export type BallotBench = Readonly<{
  application: Application
  county: County
  appraisal: AppraisalId
  postmaster: number
  deputies: number
  /** Over how long tokens are taken, and votes cast. */
  seconds: number
  committee: Readonly<{ members: number; officials: number }>
  say: (line: string) => void
}>

type Clerks = readonly [Clerk, Clerk]

export async function measureBallot(bench: BallotBench): Promise<readonly Single[]> {
  const { application, county, deputies, committee, say } = bench
  const server = startChild('../sides/our-server.ts', launcherFlags)
  const phones = startChild('../load/ballot-load.ts')
  try {
    const { dataDir } = application.database
    const { origin } = await server.ask<{ origin: string }>({ dataDir, publicUrl: null })
    const clerks = await twoClerks(bench, origin)
    const people = [...(await onRoster(county, 0, committee.members))]
    const small: Opened[] = []
    for (let n = 0; n < committee.officials; n += 1)
      small.push(await ofCommittee(bench, clerks, phones, people))
    say(`B1 ${committee.members} members, ${committee.officials} officials`)
    people.push(...(await onRoster(county, people.length, deputies)))
    const large = await ofCongress(bench, clerks, phones, people, server.pid)
    return [...large, ...ofSmall(bench, small)]
  } finally {
    await phones.end()
    await server.end()
  }
}

async function twoClerks({ application, county }: BallotBench, origin: string): Promise<Clerks> {
  const person = {
    login: 'team',
    name: 'team',
    roles: ['team'],
    unit: null,
    official: null,
  } as const
  const account = must(await application.identity.createAccountDirectly(county.congress, person))
  const headers = [
    await signIn(application, county, county.clerk.account, origin),
    await signIn(application, county, account, origin),
  ] as const
  return [
    { origin, headers: headers[0] },
    { origin, headers: headers[1] },
  ]
}

async function onRoster({ world, clerk: by }: County, from: number, to: number) {
  const ids: string[] = []
  for (let n = from; n < to; n += 1) {
    const entry = {
      name: `代表${n + 1}`,
      capacity: 'member',
      office: 'ordinary',
      order: null,
      unit: null,
      place: '',
      post: '',
      term: null,
      another: false,
    } as const
    ids.push(must(await putPersonOnRoster(world, { by, entry })).id)
  }
  return ids
}

const heard = async <Answer>(phones: LineChild, job: BallotJob): Promise<Answer> =>
  phones.ask<Answer>(job)

async function ofCommittee(
  { appraisal, county }: BallotBench,
  clerks: Clerks,
  phones: LineChild,
  people: readonly string[],
): Promise<Opened> {
  const heldOn = county.today
  const course = await prepared(clerks, { appraisal, heldOn, people, present: people.length })
  const manifest = toBase64url(course.manifest)
  await heard(phones, { do: 'prepare', manifest, slips: course.slips })
  const vote = `${clerks[0].origin}/vote/${course.ballot}`
  const quick = { floor: false, polls: null, seconds: 0.2 } as const
  none(await heard<PhonesSeen>(phones, { do: 'tokens', at: `${vote}/tokens`, ...quick }))
  await step(clerks[0], course.ballot, 'open-voting', { closesAt: null })
  await heard(phones, { do: 'make' })
  const at = await boxOf(clerks[0], course.ballot)
  // Each sends once: the rest waits in the box for the close, as it does in a hall.
  none(await heard<PhonesSeen>(phones, { do: 'cast', at, times: 1, ...quick }))
  const sealMs = await sealed(clerks[0], course)
  const { cast, resultMs } = await opened(clerks, course)
  if (cast !== people.length) throw new Error(`B1: ${cast} of ${people.length} votes`)
  return { sealMs, resultMs, cast }
}

function none({ failures }: PhonesSeen): void {
  if (failures.length > 0) throw new Error(`B1: ${failures.join('; ')}`)
}

async function ofCongress(
  bench: BallotBench,
  clerks: Clerks,
  phones: LineChild,
  people: readonly string[],
  server: number,
): Promise<readonly Single[]> {
  const { application, appraisal, county, postmaster, seconds, say } = bench
  const heldOn = county.today
  const course = await prepared(clerks, { appraisal, heldOn, people, present: people.length })
  const manifest = toBase64url(course.manifest)
  await heard(phones, { do: 'prepare', manifest, slips: course.slips })
  say(`B1 ${people.length} phones are ready`)
  const vote = `${clerks[0].origin}/vote/${course.ballot}`
  const polls = `${vote}/state`
  const cost = costOf(server, postmaster)
  const tokens = await heard<PhonesSeen>(phones, {
    do: 'tokens',
    at: `${vote}/tokens`,
    floor: false,
    polls,
    seconds,
  })
  const cpuTokens = cost()
  await heard(phones, { do: 'make' })
  await step(clerks[0], course.ballot, 'open-voting', { closesAt: null })
  const at = await boxOf(clerks[0], course.ballot)
  const voting = costOf(server, postmaster)
  const casting = { do: 'cast', at, floor: false, polls, seconds, times: 2 } as const
  const cast = await heard<PhonesSeen>(phones, casting)
  const cpu = cpuTokens + voting()
  say(`B1 tokens ${told(tokens)}; votes ${told(cast)}`)
  const sealMs = await sealed(clerks[0], course)
  // Before the opening: with it the key of the receipts ends.
  const { receipts } = await heard<{ receipts: number }>(phones, { do: 'receipts', at })
  const result = { sealMs, ...(await opened(clerks, course)) }
  if (result.cast !== people.length || receipts !== people.length)
    throw new Error(`B1: ${people.length} voted, ${result.cast} counted, ${receipts} receipts`)
  const floor = await atFloor(phones, bench, application.database.ownerConfig)
  say(`B1 floor: forms ${told(floor.forms)}; votes ${told(floor.votes)}`)
  return lines(bench, { tokens, cast, opened: result, floor, perHead: cpu / people.length })
}

const told = ({ wallMs, p50, p99, most }: PhonesSeen) =>
  `${(wallMs / 1000).toFixed(1)} s, p50 ${p50.toFixed(0)}, p99 ${p99.toFixed(0)}, most ${most.toFixed(0)} ms`

/** Processor time of the server, its box and the database from here on. */
function costOf(server: number, postmaster: number): () => number {
  const now = () => (processorTimeOfFamily(server) ?? 0) + (processorTimeOfFamily(postmaster) ?? 0)
  const before = now()
  return () => now() - before
}

type Floor = Readonly<{ forms: PhonesSeen; votes: PhonesSeen; perHead: number }>

async function atFloor(
  phones: LineChild,
  { postmaster, seconds }: BallotBench,
  config: Database['ownerConfig'],
): Promise<Floor> {
  const floor = startChild('../sides/floor-hall.ts')
  try {
    const { origin } = await floor.ask<{ origin: string }>({ config })
    const now = () => (processorTime(floor.pid) ?? 0) + (processorTimeOfFamily(postmaster) ?? 0)
    const before = now()
    const plain = { floor: true, polls: null, seconds, times: 1 } as const
    const forms = await heard<PhonesSeen>(phones, { do: 'tokens', at: `${origin}/form`, ...plain })
    const votes = await heard<PhonesSeen>(phones, { do: 'cast', at: `${origin}/vote`, ...plain })
    none(forms)
    none(votes)
    return { forms, votes, perHead: (now() - before) / forms.answered }
  } finally {
    await floor.end()
  }
}

type Seen = Readonly<{
  tokens: PhonesSeen
  cast: PhonesSeen
  opened: Opened
  floor: Floor
  perHead: number
}>

function lines(
  { deputies, seconds }: BallotBench,
  { tokens, cast, opened, floor, perHead }: Seen,
): readonly Single[] {
  const failures = [...tokens.failures, ...cast.failures]
  const fault = failures.length === 0 ? 'no failure' : `FAULT ${failures.join('; ')}`
  const one = (value: number) => spreadOf([value])
  const both = (seen: readonly PhonesSeen[], of: (one: PhonesSeen) => number) =>
    one(Math.max(...seen.map(of)))
  return [
    {
      id: 'B1',
      name: `${deputies} people take tokens and vote, their pages asking; floor: forms and votes in one table`,
      unit: 's',
      target: 60,
      floor: one((floor.forms.wallMs + floor.votes.wallMs) / 1000),
      ours: one((tokens.wallMs + cast.wallMs) / 1000),
      note: `moments spread over ${seconds} s each; all counted, all have receipts; ${fault}`,
    },
    {
      id: 'B1l',
      name: 'p99 of an answer, the slower of tokens and votes',
      unit: 'ms',
      target: 1_000,
      floor: both([floor.forms, floor.votes], ({ p99 }) => p99),
      ours: both([tokens, cast], ({ p99 }) => p99),
      note: `tokens ${told(tokens)}; votes ${told(cast)}`,
    },
    {
      id: 'B1c',
      name: 'processor time of one person: token, vote, receipt, and what his page asks; server, box and database',
      unit: 'ms',
      target: null,
      floor: one(floor.perHead),
      ours: one(perHead),
      note: `${tokens.polled + cast.polled} answers to pages, p99 ${Math.max(tokens.pollP99, cast.pollP99).toFixed(0)} ms`,
    },
    {
      id: 'B1r',
      name: `${deputies} ballots: from the tellers' shares to the result`,
      unit: 's',
      target: null,
      floor: null,
      ours: one(opened.resultMs / 1000),
      note: `the close, verified and published, before that ${(opened.sealMs / 1000).toFixed(2)} s`,
    },
  ]
}

function ofSmall(
  { committee: { members, officials } }: BallotBench,
  opened: readonly Opened[],
): readonly Single[] {
  const sum = (of: (one: Opened) => number) => opened.reduce((all, one) => all + of(one), 0) / 1000
  return [
    {
      id: 'B1s',
      name: `${members} members, ${officials} officials: from the tellers' shares to the results of all`,
      unit: 's',
      target: 2,
      floor: null,
      ours: spreadOf([sum(({ resultMs }) => resultMs)]),
      note: `all closes together ${sum(({ sealMs }) => sealMs).toFixed(2)} s; every vote counted`,
    },
  ]
}
