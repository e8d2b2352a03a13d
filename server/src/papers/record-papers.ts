/** Papers made of one record each: notice, report, ballot, hand-over list, briefing. */
import { accept } from '@luoshi/domain/kernel/result'
import {
  announcementPaper,
  ballotSheetPaper,
  tallySheetPaper,
} from '@luoshi/papers/official/kinds/ballot-papers'
import { briefingPaper } from '@luoshi/papers/official/kinds/briefing'
import { handOverPaper } from '@luoshi/papers/official/kinds/hand-over-list'
import { rectificationReportPaper } from '@luoshi/papers/official/kinds/rectification-report'
import { supervisionNoticePaper } from '@luoshi/papers/official/kinds/supervision-notice'
import { readBallot, readBallots } from '../ballots/read-ballots.ts'
import type { BallotDetail } from '../contract/ballots.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import { readReport, readReports } from '../letters/read-reports.ts'
import { readHandOver, readHandOvers } from '../people/read-hand-overs.ts'
import { readBriefing, readBriefings } from '../supervision/read-briefings.ts'
import { readNotice, readNotices } from '../supervision/read-notices.ts'
import { noRecord, recordAsked, type AskedPaper, type PaperLoader } from './asked-paper.ts'
import { mattersOnPaper } from './matters-on-paper.ts'

export const supervisionNotice: PaperLoader = async (world, asked) => {
  const found = await noticeOf(world, asked)
  if (!found.ok) return found
  // As it was sent, whoever has it now.
  const notice = found.value
  const onPaper = { ...notice, unitName: notice.addressee }
  return accept({
    on: notice.issuedOn,
    of: notice.id,
    standing: 'issued',
    paper: (frame) => supervisionNoticePaper(frame, onPaper),
  })
}

/** The latest that holds a matter of the appraisal. */
async function noticeOf(world: World, asked: AskedPaper): ReturnType<typeof readNotice> {
  const { by, appraisal } = asked
  const named = recordAsked(asked, 'notice')
  if (named !== undefined) return readNotice(world, by, named)
  if (appraisal === undefined) return noRecord(asked)
  const own = new Set((await mattersOnPaper(world, by, { appraisal })).map(({ id }) => id))
  for (const { id } of await readNotices(world, by, undefined)) {
    const notice = await readNotice(world, by, id)
    if (notice.ok && notice.value.matters.some((one) => own.has(one.id))) return notice
  }
  return noRecord(asked)
}

export const rectificationReport: PaperLoader = async (world, asked) => {
  const { by, appraisal } = asked
  let id = recordAsked(asked, 'report')
  if (id === undefined && appraisal !== undefined) {
    const rows = await readReports(world, by, { appraisal })
    id = (rows.find(({ status }) => status === 'signed') ?? rows[0])?.id
  }
  if (id === undefined) return noRecord(asked)
  const report = await readReport(world, by, id)
  if (!report.ok) return report
  const onPaper = { ...report.value, unitName: report.value.paperUnit }
  return accept({
    on: report.value.signature?.on ?? todayOf(world),
    of: id,
    standing: report.value.signature ? 'issued' : 'draft',
    paper: (frame) => rectificationReportPaper(frame, onPaper),
  })
}

export async function ballotOf(world: World, asked: AskedPaper): Outcome<BallotDetail> {
  const { by, appraisal } = asked
  let id = recordAsked(asked, 'ballot')
  if (id === undefined && appraisal !== undefined) {
    const rows = await readBallots(world, by, { appraisal })
    const standing = rows.filter(({ status }) => status !== 'void')
    id = (standing.find(({ status }) => status === 'announced') ?? standing[0])?.id
  }
  return id === undefined ? noRecord(asked) : readBallot(world, by, id)
}

export const ballotSheet: PaperLoader = async (world, asked) => {
  const found = await ballotOf(world, asked)
  if (!found.ok) return found
  const ballot = found.value
  return accept({
    on: ballot.heldOn,
    of: ballot.id,
    standing: 'form',
    paper: (frame) => ballotSheetPaper(frame, ballot),
  })
}

export const tallySheet: PaperLoader = async (world, asked) => {
  const found = await ballotOf(world, asked)
  if (!found.ok) return found
  const { count, ...ballot } = found.value
  if (!count) return noRecord(asked)
  const counted = { ...ballot, count }
  return accept({
    on: ballot.heldOn,
    of: ballot.id,
    standing: 'issued',
    paper: (frame) => tallySheetPaper(frame, counted),
  })
}

export const resultAnnouncement: PaperLoader = async (world, asked) => {
  const found = await ballotOf(world, asked)
  if (!found.ok) return found
  const { count, ...ballot } = found.value
  if (!count || ballot.announcedOn === null) return noRecord(asked)
  const counted = { ...ballot, count }
  return accept({
    on: ballot.announcedOn,
    of: ballot.id,
    standing: 'issued',
    paper: (frame) => announcementPaper(frame, counted),
  })
}

export const handOverList: PaperLoader = async (world, asked) => {
  const { by } = asked
  const id = recordAsked(asked, 'handover') ?? (await readHandOvers(world, by))[0]?.id
  if (id === undefined) return noRecord(asked)
  const found = await readHandOver(world, by, id)
  if (!found.ok) return found
  const { list } = found.value
  return accept({
    on: list.on,
    of: id,
    standing: list.status === 'signed' ? 'issued' : 'draft',
    paper: (frame) => handOverPaper(frame, found.value),
  })
}

export const monthlyBriefing: PaperLoader = async (world, asked) => {
  const { by } = asked
  let id = recordAsked(asked, 'briefing')
  if (id === undefined) {
    const listed = await readBriefings(world, by)
    if (!listed.ok) return listed
    const standing = listed.value.rows.filter(({ status }) => status !== 'withdrawn')
    id = (standing.find(({ status }) => status === 'issued') ?? standing[0])?.id
  }
  if (id === undefined) return noRecord(asked)
  const found = await readBriefing(world, by, id)
  if (!found.ok) return found
  const briefing = found.value
  return accept({
    on: briefing.issuedOn ?? briefing.asOf,
    of: id,
    standing: briefing.issuedOn === null ? 'draft' : 'issued',
    paper: (frame) => briefingPaper(frame, briefing),
  })
}
