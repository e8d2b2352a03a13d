/** Steps on a rectification report. What it must answer is read from the letter each time, so that nothing can drop out. */
import type { Id } from '@luoshi/domain/kernel/ids'
import {
  decideReport,
  explainReportRefusal,
  type ReportCommand,
  type ReportRefusal,
  type Wanted,
} from '@luoshi/domain/letters/report-decider'
import type { KnownReport, ReportItem } from '@luoshi/domain/letters/report'
import { liveItems } from '@luoshi/domain/letters/letter'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { notFound, refused } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { letterKind } from './letter-kind.ts'
import { mattersNow, type MatterNow } from './matters-now.ts'
import { reportKind } from './report-kind.ts'

type Existing = Asked & Readonly<{ report: Id<'report'>; version: number }>

function refusedByReport(refusal: ReportRefusal) {
  return refused(409, refusal.code, explainReportRefusal(refusal))
}

export function saveReport(
  world: World,
  asked: Existing & Readonly<{ items: readonly ReportItem[] }>,
) {
  const { items } = asked
  return step(world, asked, (wanted) => ({
    type: 'SaveReport',
    items,
    wanted,
    today: todayOf(world),
  }))
}

export function sendReport(world: World, asked: Existing) {
  return step(world, asked, (wanted) => ({ type: 'SendReport', wanted, today: todayOf(world) }))
}

export function commentOnReport(world: World, asked: Existing & Readonly<{ text: string }>) {
  const { text } = asked
  return step(world, asked, () => ({ type: 'CommentOnReport', text, today: todayOf(world) }))
}

export function signReport(world: World, asked: Existing & Readonly<{ signer: string }>) {
  const { signer } = asked
  return step(world, asked, (wanted) => {
    return { type: 'SignReport', signer, wanted, today: todayOf(world) }
  })
}

type OnReport = Exclude<ReportCommand, { type: 'OweReport' | 'PassReportOn' | 'LiftReport' }>

async function step(
  world: World,
  { by, key, report: id, version }: Existing,
  commandOf: (wanted: readonly Wanted[]) => OnReport,
): Outcome<RecordDone<'report'>> {
  const { type } = commandOf([])
  return takeRecordStep(world, reportKind, {
    by,
    key,
    command: type,
    id,
    version,
    unitOf: (report) => (report.status === 'none' ? null : report.unit),
    decide: async (report) => {
      if (report.status === 'none') return notFound()
      const wanted = await mattersToAnswer(world, by, report)
      const ruling = decideReport(report, commandOf(wanted))
      return ruling.ok ? ruling : refusedByReport(ruling.refusal)
    },
  })
}

/** Matters of the letter that still are this unit's to answer: neither re-issued, merged nor gone by a lawful exit. */
export async function mattersToAnswer(
  { db }: World,
  { congress }: Principal,
  { letter: id, addressee }: Pick<KnownReport, 'letter' | 'addressee'>,
): Promise<readonly MatterNow[]> {
  const { state: letter } = await letterKind.load(db, congress, id)
  if (letter.status === 'none') return []
  const own = liveItems(letter).filter((item) => item.unit === addressee)
  const found = await mattersNow(
    db,
    congress,
    own.map(({ matter }) => matter),
  )
  return own.flatMap(({ matter }) => {
    const now = found.get(matter)
    return now && now.status !== 'merged' && now.status !== 'exited' ? [now] : []
  })
}
