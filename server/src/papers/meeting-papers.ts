/** The minutes of a meeting: the committee's own record, whole once the meeting is over. */
import { announcementOf } from '@luoshi/domain/ballots/announcement'
import { attendanceText, changesIn } from '@luoshi/domain/meetings/attendance'
import { accept } from '@luoshi/domain/kernel/result'
import {
  meetingMinutesPaper,
  type SpeechOnPaper,
} from '@luoshi/papers/official/kinds/meeting-minutes'
import { readBallot, readBallots } from '../ballots/read-ballots.ts'
import type { MeetingRow, SpeechRow } from '../contract/meetings.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { readMeeting, readMeetings, speechesAfter } from '../meetings/read-meetings.ts'
import { noRecord, recordAsked, type AskedPaper, type PaperLoader } from './asked-paper.ts'

export const meetingMinutes: PaperLoader = async (world, asked) => {
  const found = await meetingOf(world, asked)
  if (!found.ok) return found
  const meeting = found.value
  const isOver = meeting.status === 'closed' || meeting.status === 'adjourned'
  const said = await speechesAfter(world, asked.by, meeting.id, 0)
  const speeches = await onPaper(
    world,
    asked.by,
    said.map(({ speech }) => speech),
  )
  const results = await announced(world, asked.by, meeting)
  const { how, nextOn, reason } = meeting
  const about = {
    ...meeting,
    appraisals: meeting.appraisals.map(({ title }) => title),
    ended: how === null ? null : { how, nextOn, reason: reason ?? '' },
    came: changesIn(meeting.moments, meeting.members).map(
      (change) => attendanceText(change, meeting).zh,
    ),
    speeches,
    results,
  }
  return accept({
    on: meeting.heldOn,
    of: meeting.id,
    standing: isOver ? 'issued' : 'draft',
    paper: (frame) => meetingMinutesPaper(frame, about),
  })
}

/** The one that was named; else the latest of the appraisal that was held, or that is to be. */
export async function meetingOf(world: World, asked: AskedPaper): Outcome<MeetingRow> {
  const named = recordAsked(asked, 'meeting')
  if (named !== undefined) return readMeeting(world, asked.by, named)
  if (asked.appraisal === undefined) return noRecord(asked)
  const found = await readMeetings(world, asked.by, { appraisal: asked.appraisal })
  if (!found.ok) return found
  const [latest] = found.value
  const row = found.value.find(({ status }) => status === 'closed') ?? latest
  return row ? accept(row) : noRecord(asked)
}

/** In the order they were taken down, not in that of their last amendment. */
async function onPaper(
  { db }: World,
  by: Principal,
  speeches: readonly SpeechRow[],
): Promise<readonly SpeechOnPaper[]> {
  const named = speeches.flatMap(({ to, opinions }) => [
    ...(to.matter === null ? [] : [to.matter]),
    ...opinions.flatMap(({ matter }) => (matter === null ? [] : [matter])),
  ])
  const rows = await db.rows<{ id: string; number: number }>(by.congress, {
    text: `select id, number from luoshi.matter_view
      where congress = $1 and to_seq is null and id = any($2)`,
    values: [by.congress, [...new Set(named)]],
  })
  const numbers: ReadonlyMap<string, number> = new Map(rows.map(({ id, number }) => [id, number]))
  return speeches
    .toSorted((one, other) => one.number - other.number)
    .map(({ id, number, kind, act, to, speaker, text, opinions }) => ({
      id,
      number,
      kind,
      act,
      speaker,
      text,
      question: to.question,
      matter: to.matter === null ? null : (numbers.get(to.matter) ?? null),
      became: opinions.flatMap(({ matter }) =>
        matter === null ? [] : (numbers.get(matter) ?? []),
      ),
    }))
}

/** As it was said in the hall, with all its figures. */
async function announced(
  world: World,
  by: Principal,
  { id: meeting }: MeetingRow,
): Promise<readonly string[]> {
  const lines: string[] = []
  for (const { id, status } of (await readBallots(world, by, { meeting })).toReversed()) {
    if (status !== 'announced') continue
    const found = await readBallot(world, by, id)
    if (!found.ok || !found.value.count) continue
    const { count, ...ballot } = found.value
    const about = { ...ballot, count, recused: ballot.recused.length }
    lines.push(`${ballot.appraisalTitle}：${announcementOf(about, 'counts', ballot).join('')}`)
  }
  return lines
}
