/**
 * Ballots for those who may see them. Until the result is announced only those who count see figures, and the second to
 * enter never sees the first one's; afterwards the committee and the unit it is about see the same.
 */
import { enteredOf, type Ballot, type HeldBallot } from '@luoshi/domain/ballots/ballot'
import { stageOf } from '@luoshi/domain/ballots/decide-course'
import { differencesOf } from '@luoshi/domain/ballots/ballot-count'
import { decidingOf, mattersOf, rowsOf } from '@luoshi/domain/ballots/ballot-rows'
import type { RollLine } from '@luoshi/domain/ballots/ballot-roll'
import { checkSameVoters } from '@luoshi/domain/ballots/same-voters'
import { idOf, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { voteKinds } from '@luoshi/domain/verdicts/counting/rule'
import type { BallotBrief, BallotDetail } from '../contract/ballots.ts'
import { shownDay, undeterminedOf } from '../contract/limit.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { accountNames } from '../people/account-names.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { ballotKind, isRehearsal } from './ballot-kind.ts'

type Found = {
  id: string
  version: number
  doc: HeldBallot
  appraisal_title: string | null
  official_name: string | null
}

export type WhichBallots = Readonly<{
  appraisal?: AppraisalId | undefined
  meeting?: Id<'meeting'> | undefined
  id?: Id<'ballot'>
}>

async function findBallots({ db }: World, by: Principal, which: WhichBallots) {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return []
  return db.rows<Found>(by.congress, {
    text: `select r.id, r.version, r.doc, a.title as appraisal_title, o.name as official_name
      from luoshi.record_view r
      left join luoshi.appraisal_view a
        on a.congress = r.congress and a.id = r.appraisal and a.to_seq is null
      left join luoshi.official_view o
        on o.congress = a.congress and o.id = a.official and o.to_seq is null
      where r.congress = $1 and r.kind = 'ballot' and r.to_seq is null
        and ($2::text is null or r.appraisal = $2) and ($3::text is null or r.parent = $3)
        and ($4::text is null or r.id = $4)
        and ($5::text is null or a.unit = $5 and r.status = 'announced')
      order by r.on_day desc, r.from_seq desc limit 300`,
    values: [
      by.congress,
      which.appraisal ?? null,
      which.meeting ?? null,
      which.id ?? null,
      scope.sees === 'unit' ? scope.unit : null,
    ],
  })
}

export async function readBallots(
  world: World,
  by: Principal,
  which: WhichBallots,
): Promise<readonly BallotBrief[]> {
  return (await findBallots(world, by, which)).map(briefOf)
}

function briefOf({ id, version, doc, ...names }: Found): BallotBrief {
  const { status, appraisal, meeting, session, heldOn, subject } = doc
  return {
    id: idOf('ballot', id),
    version,
    status,
    appraisal,
    appraisalTitle: names.appraisal_title ?? '',
    officialName: names.official_name ?? '',
    meeting,
    session,
    heldOn,
    about: subject.type,
    matters: mattersOf(subject).length,
    grades:
      doc.status === 'announced'
        ? decidingOf(subject, doc.results).map(({ report }) => report.grade)
        : [],
    votes: votesOf(doc),
    count: doc.status === 'announced' ? doc.count : null,
  }
}

function votesOf(ballot: HeldBallot): BallotBrief['votes'] {
  const results = ballot.status === 'announced' ? ballot.results : []
  const [only, ...more] = decidingOf(ballot.subject, results)
  if (!only || more.length > 0) return []
  const { shares } = only.report.figures
  // In the order of the form: what comes out of the database has lost its own.
  return voteKinds.flatMap((kind) => {
    const share = shares[kind]
    return share ? [{ zh: share.label.zh, en: share.label.en, n: share.count }] : []
  })
}

export async function readBallot(
  world: World,
  by: Principal,
  id: Id<'ballot'>,
): Outcome<BallotDetail> {
  const [found] = await findBallots(world, by, { id })
  if (!found) return notFound()
  const { state } = await ballotKind.load(world.db, by.congress, id)
  if (state.status === 'none') return notFound()
  const [ruleBook, policy, judged, others, names, round, congressName] = await Promise.all([
    world.policies.ruleBookOf(by.congress, state.appraisal),
    world.policies.of(by.congress, state.appraisal),
    mattersJudged(world, by, state),
    sameSession(world, by, id, state),
    accountNames(
      world.db,
      by.congress,
      [...enteredOf(state), ...(state.course?.paper ?? [])].map((one) => one.by),
    ),
    roundOf(world, by, id, state),
    nameOf(world, by),
  ])
  const { subject, source, members, present, recusedNames, entries, replaces } = state
  const isOwn = scopeOf(by).sees === 'all'
  const redoBy = policy.redoDueFrom(state.heldOn)
  return accept({
    ...briefOf({ ...found, doc: state }),
    congressName,
    subject,
    source,
    members,
    present,
    // Who is too near to the official, and why, is the committee's own.
    recused: recusedNames.map((one) => (isOwn ? { ...one } : { name: '', reason: '' })),
    // Who was there is the committee's own.
    rollCalled: isOwn && state.roll ? state.roll.map(shownLine) : null,
    entries,
    replaces,
    groups: (state.groups ?? []).map((one) => ({ ...one })),
    rows: [...rowsOf(subject)],
    judged,
    ...figuresFor(by, state, names),
    ruleBook,
    round,
    redoBy: shownDay(redoBy),
    redoByUndetermined: undeterminedOf(redoBy),
    sessionWarnings: checkSameVoters(state, others).map(({ zh, en }) => ({ zh, en })),
    may: stepsOf(by, state),
  })
}

function shownLine({ name, standing, reason, isRecused }: RollLine) {
  return { name, standing, reason, isRecused }
}

function stepsOf(by: Principal, ballot: HeldBallot): BallotDetail['may'] {
  const { status } = ballot
  const isOpen = status === 'open' || status === 'entered' || status === 'differs'
  const isCasting = stageOf(ballot) > 0
  const isHere = ballot.source.type === 'castHere'
  return {
    enter: isOpen && !isHere && may(by, 'EnterBallot', null),
    announce: status === 'counted' && !isRehearsal(ballot) && may(by, 'AnnounceBallot', null),
    void: (isOpen || isCasting || status === 'counted') && may(by, 'VoidBallot', null),
    decide: status === 'surplus' && may(by, 'DecideSurplus', null),
    repeat: status === 'void' && may(by, 'OpenBallot', null),
  }
}

type Figures = Pick<
  BallotDetail,
  'entered' | 'differences' | 'count' | 'results' | 'excepted' | 'demand' | 'announcedOn' | 'voided'
>

function figuresFor(
  by: Principal,
  ballot: HeldBallot,
  names: ReadonlyMap<string, string>,
): Figures {
  const counts = may(by, 'EnterBallot', null)
  const isSettled = ballot.status === 'announced' || ballot.status === 'void'
  const isShown = isSettled || (counts && ['counted', 'differs', 'surplus'].includes(ballot.status))
  // Beside ballots cast here only paper is counted by people; its figures are in the course.
  const onPaper = (ballot.course?.paper ?? []).map((one) => ({ ...one, count: null }))
  const entered = [...enteredOf(ballot), ...onPaper].map((entry) => {
    const isMine = entry.by === by.account
    const { count, counters } = isShown || isMine ? entry : { count: null, counters: null }
    const named = counters && {
      chief: counters.chief,
      scrutineers: [...counters.scrutineers],
      tellers: [...counters.tellers],
    }
    const who = { id: entry.by, name: names.get(entry.by) ?? '' }
    return { by: who, on: entry.on, isMine, count, counters: named }
  })
  return { entered, ...settledOf(ballot, isShown) }
}

function settledOf(ballot: Ballot, isShown: boolean): Omit<Figures, 'entered'> {
  const told = ballot.status === 'announced' ? ballot : null
  return {
    differences:
      isShown && ballot.status === 'differs'
        ? [...differencesOf(ballot.entered[0].count, ballot.entered[1].count)]
        : [],
    count: isShown && 'count' in ballot ? ballot.count : null,
    results: [...(told?.results ?? [])],
    excepted: [...(told?.excepted ?? [])],
    demand: told?.demand ?? '',
    announcedOn: told?.announcedOn ?? null,
    voided:
      ballot.status === 'void'
        ? { on: ballot.voidOn, ground: ballot.ground, reason: ballot.reason }
        : null,
  }
}

async function mattersJudged({ db }: World, by: Principal, { subject }: HeldBallot) {
  const wanted = mattersOf(subject)
  const rows = await db.rows<{
    id: string
    number: number
    title: string
    round: number
    unit_name: string | null
  }>(by.congress, {
    text: `select m.id, m.number, m.title, m.round, u.name as unit_name from luoshi.matter_view m
      left join luoshi.unit_view u on u.congress = m.congress and u.id = m.unit and u.to_seq is null
      where m.congress = $1 and m.id = any($2) and m.to_seq is null`,
    values: [by.congress, [...wanted]],
  })
  return wanted.flatMap((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) return []
    return [{ id, number: row.number, title: row.title, round: row.round, unitName: row.unit_name }]
  })
}

async function sameSession(world: World, by: Principal, id: Id<'ballot'>, ballot: HeldBallot) {
  const rows = await world.db.rows<{ doc: HeldBallot }>(by.congress, {
    text: `select doc from luoshi.record_view where congress = $1 and kind = 'ballot'
      and to_seq is null and id <> $2 and on_day = $3::date and status in ('counted', 'announced')
      and doc ->> 'session' = $4
      and coalesce(doc -> 'source' ->> 'rehearsal', '') <> 'true' limit 100`,
    values: [by.congress, id, ballot.heldOn, ballot.session],
  })
  return rows.map(({ doc }) => doc)
}

async function roundOf({ db }: World, by: Principal, id: Id<'ballot'>, ballot: HeldBallot) {
  if (ballot.subject.type !== 'official') return 1
  const [row] = await db.rows<{ n: number }>(by.congress, {
    text: `select count(*)::int as n from luoshi.record_view r where r.congress = $1
      and r.kind = 'ballot' and r.appraisal = $2 and r.to_seq is null and r.status = 'announced'
      and r.id <> $3 and r.doc -> 'subject' ->> 'type' = 'official' and r.on_day <= $4::date`,
    values: [by.congress, ballot.appraisal, id, ballot.heldOn],
  })
  return (row?.n ?? 0) + 1
}

async function nameOf({ db }: World, { congress }: Principal): Promise<string> {
  const [row] = await db.rows<{ name: string }>(congress, {
    text: 'select name from luoshi.congress where id = $1',
    values: [congress],
  })
  return row?.name ?? ''
}
