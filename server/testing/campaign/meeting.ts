/** Phase 3 over HTTP: one meeting hears both officials; what is said becomes opinions; a ballot on each of them. */
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import * as ballots from '../../src/contract/ballots.ts'
import * as meetings from '../../src/contract/meetings.ts'
import { enter } from './before-meeting.ts'
import { session, type Office, type Subject } from './office.ts'

export async function hearBoth(office: Office): Promise<meetings.MeetingRow> {
  const { clerk, today, water, schools } = office
  for (const { appraisal } of [water, schools]) await enter(clerk, appraisal, 'meeting')
  const body = {
    appraisals: [water.appraisal, schools.appraisal],
    session,
    heldOn: today,
    members: 33,
    agenda: [
      { part: 'dutyReport', text: '述职人员作述职报告', speaker: '' } as const,
      { part: 'ballot', text: '投票测评', speaker: '' } as const,
    ],
  }
  let meeting = await clerk.call(meetings.conveneMeeting, { body })
  const params = { meeting: meeting.id }
  const begun = { version: meeting.version, present: 28, absent: [] }
  meeting = await clerk.call(meetings.beginMeeting, { params, body: begun })
  const heard = { version: meeting.version, point: 0 }
  meeting = await clerk.call(meetings.hearPoint, { params, body: heard })
  await turn(office, meeting, schools, '课后服务收费没有公示')
  return meeting
}

async function turn(
  { clerk }: Office,
  meeting: meetings.MeetingRow,
  { appraisal, seat }: Subject,
  title: string,
): Promise<void> {
  const said = { kind: 'member', speaker: '温若兰', text: `${title}，请说明原因。` } as const
  const params = { meeting: meeting.id }
  const speech = await clerk.call(meetings.takeSpeech, { params, body: said })
  const body = { version: speech.version, appraisal, title, unit: seat.unit }
  await clerk.call(meetings.turnSpeech, { params: { speech: speech.id }, body })
}

export async function closeMeeting({ clerk }: Office, { id }: meetings.MeetingRow): Promise<void> {
  const params = { meeting: id }
  const { meeting } = await clerk.call(meetings.getMeeting, { params })
  await clerk.call(meetings.closeMeeting, { params, body: { version: meeting.version } })
}

const nobody = { unknown: 0, spoiled: 0 }
const counters = { chief: '顾启明', scrutineers: ['温若兰'], tellers: ['方以宁', '秦岚'] }

type Row = Readonly<{ satisfied: number; basically: number; dissatisfied: number; abstain: number }>

/** Opened, counted by two who agree, announced. */
export async function count(
  { clerk, team, today }: Office,
  appraisal: AppraisalId,
  about: Readonly<{
    meeting: meetings.MeetingRow['id'] | null
    subject: ballots.BallotDetail['subject']
    rows: readonly Row[]
    demand?: string
  }>,
): Promise<ballots.BallotDetail> {
  const { meeting, rows, demand = '' } = about
  const subject =
    about.subject.type === 'official'
      ? about.subject
      : { ...about.subject, matters: [...about.subject.matters] }
  const source = { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' } as const
  const who = { members: 33, present: 28, recused: [], entries: 2 as const, replaces: null }
  const body = { appraisal, meeting, session, heldOn: today, subject, source, ...who }
  let ballot = await clerk.call(ballots.openBallot, { body })
  const params = { ballot: ballot.id }
  const counted = {
    issued: 28,
    returned: 28,
    invalid: 0,
    rows: rows.map((row) => ({ ...row, ...nobody })),
  }
  for (const by of [clerk, team]) {
    const sent = { version: ballot.version, count: counted, counters }
    ballot = await by.call(ballots.enterBallot, { params, body: sent })
  }
  const demands =
    subject.type === 'official'
      ? []
      : subject.matters.map((matter) => ({ matter, reasons: demand, until: null }))
  const said = { version: ballot.version, demand, excepted: [], demands }
  return clerk.call(ballots.announceBallot, { params, body: said })
}
