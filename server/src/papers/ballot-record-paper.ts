/** The record of a secret ballot cast here, from the log and the published folder; for whoever may see its figures. */
import { textOf } from '@luoshi/ballots/protocol/bytes'
import { fingerprintOf } from '@luoshi/ballots/protocol/manifest'
import { noCourse } from '@luoshi/domain/ballots/cast-here'
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { ballotRecordPaper } from '@luoshi/papers/official/kinds/ballot-record'
import { ballotKind } from '../ballots/ballot-kind.ts'
import { readFiles } from '../ballots/hall/bulletin-files.ts'
import { tallyOf } from '../ballots/hall/count-of-tally.ts'
import { issuedCounts } from '../ballots/hall/issuance.ts'
import { verifiedFolder } from '../ballots/hall/verified-folder.ts'
import { warningsOf } from '../ballots/hall/warnings.ts'
import { readBallot, readBallots } from '../ballots/read-ballots.ts'
import type { BallotDetail } from '../contract/ballots.ts'
import type { Outcome, World } from '../execute/context.ts'
import { noRecord, recordAsked, type AskedPaper, type PaperLoader } from './asked-paper.ts'
import { ballotOf } from './record-papers.ts'

export const ballotRecord: PaperLoader = async (world, asked) => {
  const found = await readBallotCastHere(world, asked)
  if (!found.ok) return found
  const { count, ...ballot } = found.value
  const { congress } = asked.by
  const { state } = await ballotKind.load(world.db, congress, ballot.id)
  const course = state.status === 'none' ? noCourse : (state.course ?? noCourse)
  const { frozen, seal, paper: entries } = course
  const { dataDir } = world
  if (!count || !frozen || !seal || dataDir === undefined) return noRecord(asked)
  const verdict = await verifiedFolder({ dataDir }, ballot.id)
  const objections = await objectionsIn(dataDir, ballot.id)
  const result = verdict.ok ? verdict.value.result : null
  const remarks = warningsOf(frozen.eligible, frozen.kMin, verdict.ok ? verdict.value.warnings : [])
  const about = {
    ...ballot,
    count,
    fingerprint: fingerprintOf({ hash: frozen.hash }),
    issued: await issuedCounts(world, congress, frozen.hash),
    electronic: result ? tallyOf(result.electronic) : [],
    paper: result ? tallyOf(result.paper) : [],
    paperCounters: entries[0]?.counters ?? null,
    seal,
    fails: verdict.ok ? null : verdict.refusal.code,
    objections,
    remarks: remarks.map(({ zh }) => zh),
  }
  return accept({
    on: ballot.announcedOn ?? ballot.heldOn,
    of: ballot.id,
    standing: 'issued',
    paper: (frame) => ballotRecordPaper(frame, about),
  })
}

/** The one named, or the latest of the appraisal that was cast here: beside it others may have been counted elsewhere. */
async function readBallotCastHere(world: World, asked: AskedPaper): Outcome<BallotDetail> {
  const { by, appraisal } = asked
  if (recordAsked(asked, 'ballot') !== undefined || appraisal === undefined)
    return ballotOf(world, asked)
  for (const { id, status } of await readBallots(world, by, { appraisal })) {
    if (status !== 'counted' && status !== 'announced') continue
    const ballot = await readBallot(world, by, id)
    if (ballot.ok && ballot.value.source.type === 'castHere') return ballot
  }
  return noRecord(asked)
}

async function objectionsIn(dataDir: string, ballot: Id<'ballot'>): Promise<number> {
  const bytes = (await readFiles({ dataDir }, ballot))['objections.jsonl']
  const lines = bytes ? textOf(bytes).split('\n') : []
  return lines.filter((line) => line !== '').length
}
