/**
 * The appraisal meeting: agenda, attendance, speeches that become opinions, a paper ballot that was void and voted again
 * on phones, in secret (on paper where the machine has no box).
 */
import type { RollTold } from '@luoshi/domain/ballots/ballot-roll'
import type { BallotCount } from '@luoshi/domain/ballots/ballot-count'
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { usualAgenda } from '@luoshi/domain/meetings/agenda'
import { ballotKind } from '@luoshi/server/ballots/ballot-kind'
import { announceBallot, enterBallot, openBallot } from '@luoshi/server/ballots/ballot-steps'
import { meetingKind } from '@luoshi/server/meetings/meeting-kinds'
import {
  beginMeeting,
  closeMeeting,
  conveneMeeting,
  hearPoint,
  takeSpeech,
  turnSpeech,
} from '@luoshi/server/meetings/meeting-steps'
import { readRoster } from '@luoshi/server/people/read-roster'
import { paces } from '../calendar.ts'
import { appraisalOf, dayOf, known, matterCalled, must, type Story } from '../story.ts'
import {
  absent,
  counters,
  demand,
  firstCount,
  judged,
  optionsOfSecond,
  rowsJudged,
  said,
  secondCount,
} from '../words/meeting.ts'
import { sessionOf } from '../words/roster.ts'
import { castInSecret } from './secret-ballot.ts'

const members = 33
const present = members - absent.length

export function planMeeting(story: Story): void {
  const day = paces.transport.raise
  story.plan(day - 6, async () => {
    const meeting = await convene(story, day)
    story.plan(day, () => hold(story, meeting))
    story.plan(day, () => voteOnOfficial(story, meeting, day))
    story.plan(day, () => close(story, meeting))
  })
  story.plan(paces.transport.judge, () => voteOnMatters(story))
}

async function convene(story: Story, day: number): Promise<Id<'meeting'>> {
  const speakers = new Map<string, string>([
    ['dutyReport', '宁海川'],
    ['inquiryReport', '秦岚'],
    ['reply', '宁海川'],
    ['government', '县人民政府负责人'],
    ['closing', '沈怀德'],
  ])
  const agenda = usualAgenda.map(({ part, zh }) => {
    return { part, text: zh, speaker: speakers.get(part) ?? '' }
  })
  const appraisals = [appraisalOf(story, 'transport')]
  const meeting = { appraisals, session: sessionOf(29), heldOn: dayOf(story, day), members, agenda }
  const asked = { by: story.as('clerk'), meeting }
  return must(await conveneMeeting(story.world, asked), 'conveneMeeting').id
}

async function at({ world, congress, as }: Story, meeting: Id<'meeting'>) {
  const { version } = await meetingKind.load(world.db, congress, meeting)
  return { by: as('clerk'), meeting, version }
}

async function hold(story: Story, meeting: Id<'meeting'>): Promise<void> {
  const { world } = story
  must(await beginMeeting(world, { ...(await at(story, meeting)), present, absent }), 'begin')
  for (const point of [0, 1, 2])
    must(await hearPoint(world, { ...(await at(story, meeting)), point }), 'hearPoint')
  let question: Id<'speech'> | undefined
  for (const one of said) {
    const { kind, act, speaker, text, title, about } = one
    const taken = await takeSpeech(world, {
      by: story.as('clerk'),
      meeting,
      kind,
      act,
      speaker,
      text,
      question: act === 'answer' ? question : undefined,
      matter: about === undefined ? undefined : await matterCalled(story, about),
    })
    const speech = must(taken, text).id
    if (act === 'question') question = speech
    if (title === undefined) continue
    const unit = story.unit('transport')
    const appraisal = appraisalOf(story, 'transport')
    const turned = { by: story.as('clerk'), speech, version: 1, appraisal, title, unit }
    must(await turnSpeech(world, turned), `turnSpeech ${title}`)
  }
  for (const point of [3, 4, 5])
    must(await hearPoint(world, { ...(await at(story, meeting)), point }), 'hearPoint')
}

async function close(story: Story, meeting: Id<'meeting'>): Promise<void> {
  for (const point of [6, 7, 8])
    must(await hearPoint(story.world, { ...(await at(story, meeting)), point }), 'hearPoint')
  must(await closeMeeting(story.world, await at(story, meeting)), 'closeMeeting')
}

async function voteOnOfficial(story: Story, meeting: Id<'meeting'>, day: number): Promise<void> {
  const ballot: Opening = {
    appraisal: appraisalOf(story, 'transport'),
    meeting,
    session: sessionOf(29),
    heldOn: dayOf(story, day),
    subject: { type: 'official' },
    source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
    members,
    present,
    recused: [{ name: '阮南星', reason: '曾任县交通运输局副局长' }],
    entries: 2,
    replaces: null,
  }
  const first = await open(story, ballot)
  await enterTwice(story, first, firstCount)
  const again = { ...ballot, replaces: first }
  const second = (await castOnPhones(story, again)) ?? (await countedOnPaper(story, again))
  await announce(story, second, { demand, demands: [] })
}

async function countedOnPaper(story: Story, ballot: Opening): Promise<Id<'ballot'>> {
  const id = await open(story, ballot)
  await enterTwice(story, id, secondCount)
  return id
}

/** Nothing where no box can be begun. */
async function castOnPhones(story: Story, ballot: Opening): Promise<Id<'ballot'> | null> {
  const { hall } = story
  if (!(await hall.box?.begin())?.ok) return null
  const source = { type: 'castHere', secrecy: 'secret', rehearsal: false } as const
  const id = await open(story, { ...ballot, source, roll: await rollCalled(story) })
  const marks = optionsOfSecond.flatMap((votes, option) => Array<number>(votes).fill(option))
  await castInSecret({ story, hall, ballot: id }, marks)
  return id
}

async function rollCalled({ world, as }: Story): Promise<readonly RollTold[]> {
  const roster = await readRoster(world, as('clerk'), { capacity: 'member' })
  return roster.map(({ id, name }) => {
    const away = absent.find((one) => one.name === name)
    const standing = away ? 'onLeave' : 'present'
    return { person: idOf('person', id), standing, reason: away?.reason ?? '' }
  })
}

/** Whatever was verified for this session, matter by matter. */
async function voteOnMatters(story: Story): Promise<void> {
  const matters = await Promise.all(judged.map(({ title }) => matterCalled(story, title)))
  const id = await open(story, {
    appraisal: appraisalOf(story, 'transport'),
    meeting: null,
    session: sessionOf(31),
    heldOn: dayOf(story, paces.transport.judge),
    subject: { type: 'matters', matters },
    source: { type: 'countedElsewhere', method: 'keypads', secrecy: 'secret' },
    members,
    present,
    recused: [{ name: '阮南星', reason: '曾任县交通运输局副局长' }],
    entries: 2,
    replaces: null,
  })
  await enterTwice(story, id, { issued: 28, returned: 28, invalid: 0, rows: rowsJudged })
  const demands = judged.flatMap(({ reasons }, place) => {
    const matter = known(matters[place], 'matter')
    return reasons === '' ? [] : [{ matter, reasons, until: null }]
  })
  await announce(story, id, { demand: '', demands })
}

type Opening = Parameters<typeof openBallot>[1]['ballot']

async function open(story: Story, ballot: Opening): Promise<Id<'ballot'>> {
  return must(await openBallot(story.world, { by: story.as('clerk'), ballot }), 'openBallot').id
}

async function versionOf({ world, congress }: Story, ballot: Id<'ballot'>): Promise<number> {
  return (await ballotKind.load(world.db, congress, ballot)).version
}

/** Two people, each by herself from the tally sheet. */
async function enterTwice(story: Story, ballot: Id<'ballot'>, count: BallotCount): Promise<void> {
  for (const login of ['clerk', 'team']) {
    const version = await versionOf(story, ballot)
    const entering = { by: story.as(login), ballot, version, count, counters }
    must(await enterBallot(story.world, entering), 'enterBallot')
  }
}

async function announce(
  story: Story,
  ballot: Id<'ballot'>,
  told: Pick<Parameters<typeof announceBallot>[1], 'demand' | 'demands'>,
): Promise<void> {
  const version = await versionOf(story, ballot)
  const asked = { by: story.as('clerk'), ballot, version, excepted: [], ...told }
  must(await announceBallot(story.world, asked), 'announceBallot')
}
