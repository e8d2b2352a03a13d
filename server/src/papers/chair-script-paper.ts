/**
 * The chair's script of a meeting, from its agenda, its attendance, the rule books of its appraisals and its ballots. It
 * bears its code from the day the meeting is convened: of two copies in the hall the check page tells which is the later.
 */
import { announcementOf } from '@luoshi/domain/ballots/announcement'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { chairScriptPaper } from '@luoshi/papers/official/kinds/chair-script'
import type { BallotOnScript } from '@luoshi/papers/official/kinds/chair-script-ballot'
import type { SeatOnPaper } from '@luoshi/papers/official/seat-text'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import { readBallot, readBallots } from '../ballots/read-ballots.ts'
import type { AppraisalRow } from '../contract/appraisals.ts'
import type { BallotDetail } from '../contract/ballots.ts'
import type { MeetingRow } from '../contract/meetings.ts'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import type { PaperLoader } from './asked-paper.ts'
import { meetingOf } from './meeting-papers.ts'

export const chairScript: PaperLoader = async (world, asked) => {
  const found = await meetingOf(world, asked)
  if (!found.ok) return found
  const meeting = found.value
  const { by } = asked
  const rows: AppraisalRow[] = []
  for (const { id } of meeting.appraisals) {
    const row = await readAppraisal(world, by, id)
    if (row.ok) rows.push(row.value)
  }
  const [begun] = meeting.moments
  const script = {
    ...meeting,
    present: begun?.present ?? null,
    absent: begun?.absent ?? [],
    reporters: inOrder(meeting, rows),
    ballots: await ballotsOf(world, by, meeting, rows),
  }
  return accept({
    on: meeting.heldOn,
    of: meeting.id,
    standing: 'issued',
    paper: (frame) => chairScriptPaper(frame, script),
  })
}

/** As the agenda calls them by name; the others after them, as the meeting was convened. */
function inOrder(
  { agenda }: Pick<MeetingRow, 'agenda'>,
  rows: readonly AppraisalRow[],
): readonly SeatOnPaper[] {
  const placeOf = ({ officialName }: AppraisalRow) => {
    const place = agenda.findIndex(
      ({ part, speaker }) => part === 'dutyReport' && speaker.includes(officialName),
    )
    return place < 0 ? agenda.length : place
  }
  return rows.toSorted((one, other) => placeOf(one) - placeOf(other))
}

/** Those on record in the meeting; of an appraisal without one, the ballot on the official as its rule book has it. */
async function ballotsOf(
  world: World,
  by: Principal,
  { id: meeting }: MeetingRow,
  rows: readonly AppraisalRow[],
): Promise<readonly BallotOnScript[]> {
  const held: BallotDetail[] = []
  for (const { id, status } of (await readBallots(world, by, { meeting })).toReversed()) {
    const ballot = status === 'void' ? null : await readBallot(world, by, id)
    if (ballot?.ok && !isRehearsal(ballot.value)) held.push(ballot.value)
  }
  const ballots: BallotOnScript[] = []
  for (const row of rows) {
    const own = held.filter(({ appraisal }) => appraisal === row.id)
    ballots.push(...(own.length === 0 ? [await expected(world, by, row)] : own.map(onScript)))
  }
  return ballots
}

function isRehearsal({ source }: BallotDetail): boolean {
  return source.type === 'castHere' && source.rehearsal
}

async function expected(
  world: World,
  { congress }: Principal,
  { id, officialName, title }: Readonly<{ id: AppraisalId; officialName: string; title: string }>,
): Promise<BallotOnScript> {
  const ruleBook = await world.policies.ruleBookOf(congress, id)
  return {
    officialName,
    appraisalTitle: title,
    subject: { type: 'official' },
    source: null,
    recused: [],
    ruleBook,
    announced: null,
  }
}

/** Figures only once they were announced, whoever counts: the script is the same for all who may have it. */
function onScript({ count, ...ballot }: BallotDetail): BallotOnScript {
  const { announcedOn, entered, recused } = ballot
  const isTold = announcedOn !== null && count !== null
  return {
    ...ballot,
    recused: recused.map(({ name }) => name),
    announced: isTold
      ? {
          counters: entered.find((one) => one.counters !== null)?.counters ?? null,
          results: announcementOf({ ...ballot, count, recused: recused.length }, 'counts', ballot),
        }
      : null,
  }
}
