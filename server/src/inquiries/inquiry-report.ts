/** The report of an investigation: assembled from its records, worded, signed, submitted; and who may read it when. */
import { assembleReport as assembled } from '@luoshi/domain/inquiries/assemble-report'
import { isBesideReport } from '@luoshi/domain/inquiries/beside'
import type { Heading, InquiryReport, KnownReport } from '@luoshi/domain/inquiries/report'
import { decideReport, type ReportCommand } from '@luoshi/domain/inquiries/report-decider'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { Evidence } from '@luoshi/domain/matters/round-parts'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { ReportRow, ReportTold } from '../contract/inquiry-report.ts'
import { evidenceKept } from '../evidence/evidence-kept.ts'
import { todayOf, type Asked, type Outcome, type World } from '../execute/context.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { refusedByInquiry } from './envelopes.ts'
import { inquiryPlanKind, inquiryReportKind, planOf, reportOf } from './inquiry-kinds.ts'
import { headingsOffered, inquiriesOf, mattersBrief } from './read-inquiries.ts'
import { runningObstacle, sourceOf } from './record-inquiry.ts'

type OfReport = Asked & Readonly<{ appraisal: AppraisalId; version: number }>

export async function assembleReport(
  world: World,
  asked: OfReport & Readonly<{ title: string; headings: readonly Heading[] }>,
): Outcome<RecordDone<'inquiryreport'>> {
  const { by, appraisal, title, headings } = asked
  const { congress } = by
  const [records, plan] = await Promise.all([
    inquiriesOf(world.db, congress, { appraisal }),
    inquiryPlanKind.load(world.db, congress, planOf(appraisal)),
  ])
  const team = plan.state.status === 'none' ? [] : plan.state.team
  const signatories = team.map(({ name, account }) => ({ name, account }))
  const parts = assembled(headings, records)
  const today = todayOf(world)
  const command = {
    type: 'AssembleReport',
    appraisal,
    title,
    ...parts,
    signatories,
    today,
  } as const
  return onReport(world, asked, 'AssembleReport', async () => command)
}

export async function stepOnReport(
  world: World,
  asked: OfReport & Readonly<{ told: ReportTold }>,
): Outcome<RecordDone<'inquiryreport'>> {
  const { told, by } = asked
  const today = todayOf(world)
  const scan = 'scan' in told ? told.scan : []
  return onReport(world, { ...asked, scan }, told.type, async () => {
    switch (told.type) {
      case 'SignReport':
        return { ...told, by: by.account, today }
      case 'AmendReport':
        return { ...told, protectedNames: await protectedNames(world, asked), today }
      case 'RecordPaperSignature':
      case 'SubmitReport':
      case 'ReopenReport':
        return { ...told, today }
    }
  })
}

/** For the rule alone: they are compared, never answered. */
async function protectedNames(
  world: World,
  { by, appraisal }: OfReport,
): Promise<readonly string[]> {
  const names: string[] = []
  for (const { id, inquiry } of await inquiriesOf(world.db, by.congress, { appraisal })) {
    const sealed = inquiry.isProtected ? await sourceOf(world, by.congress, id) : null
    if (sealed?.state.status === 'source') names.push(sealed.state.name)
  }
  return names
}

function rightOf(step: ReportCommand['type']): CommandType {
  switch (step) {
    case 'AssembleReport':
    case 'AmendReport':
      return 'DraftInquiryReport'
    case 'SignReport':
      return 'SignInquiryReport'
    case 'RecordPaperSignature':
      return 'RecordPaperSignature'
    case 'SubmitReport':
    case 'ReopenReport':
      return 'SubmitInquiryReport'
  }
}

function onReport(
  world: World,
  { by, key, appraisal, version, scan = [] }: OfReport & Readonly<{ scan?: readonly Evidence[] }>,
  step: ReportCommand['type'],
  commandOf: () => Promise<ReportCommand>,
): Outcome<RecordDone<'inquiryreport'>> {
  return takeRecordStep(world, inquiryReportKind, {
    by,
    key,
    command: rightOf(step),
    id: reportOf(appraisal),
    version,
    isBeside: (since) => isBesideReport(step, since),
    decide: async (report) => {
      const running = await runningObstacle(world, by.congress, appraisal)
      if (!running.ok) return running
      const kept = await evidenceKept(world.db, by.congress, scan)
      if (!kept.ok) return kept
      const ruling = decideReport(report, await commandOf())
      return ruling.ok ? ruling : refusedByInquiry(ruling.refusal)
    },
  })
}

/** Team and clerk see it grow; the chairs when it is signed, members when it lies before the chairs. */
function mayRead(by: Principal, report: KnownReport): boolean {
  if (may(by, 'DraftInquiryReport', null)) return true
  if (by.roles.includes('chairs')) return report.status !== 'draft'
  return report.status === 'submitted'
}

export async function readReport(world: World, by: Principal, appraisal: AppraisalId) {
  if (!may(by, 'ReadInquiryReport', null)) return forbidden()
  const row = await rowOf(world, by, appraisal)
  const headings = await headingsOffered(world, by.congress, appraisal)
  return accept({ row, headings })
}

async function rowOf(
  { db }: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<ReportRow | null> {
  const { state, version } = await inquiryReportKind.load(db, by.congress, reportOf(appraisal))
  if (state.status === 'none' || !mayRead(by, state)) return null
  const carried = state.items.map(({ matter }) => matter)
  return { version, report: state, matters: await mattersBrief(db, by.congress, carried) }
}

export async function reportShown(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
  done: Outcome<RecordDone<'inquiryreport'>>,
): Outcome<ReportRow> {
  const result = await done
  if (!result.ok) return result
  const row = await rowOf(world, by, appraisal)
  return row ? accept(row) : notFound()
}

/** Whether what the report says may leave the team. */
export function isOut(report: InquiryReport): boolean {
  return report.status === 'signed' || report.status === 'submitted'
}
