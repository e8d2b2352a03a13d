/** Rectification reports, item by item. What the unit has not written yet is assembled from its matters. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { letterReference } from '@luoshi/domain/letters/letter'
import { reportNeeds } from '@luoshi/domain/letters/report-decider'
import type { ReportItem, ShownReport } from '@luoshi/domain/letters/report'
import { may, type CommandType } from '@luoshi/domain/people/rights'
import type { ReportDetail, ReportRow } from '../contract/reports.ts'
import type { Outcome, World } from '../execute/context.ts'
import { loadAppraisal } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { isRecusedHere, recusedFrom } from '../people/recused-from.ts'
import { heldBeforeShown } from '../people/held-before.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { lettersOf } from './appraisal-seen.ts'
import type { MatterNow } from './matters-now.ts'
import { unitNames } from './read-letters.ts'
import { reportKind } from './report-kind.ts'
import { mattersToAnswer } from './report-steps.ts'

export async function readReports(
  { db }: World,
  by: Principal,
  of: Readonly<{ letter?: string | undefined; appraisal?: string | undefined }>,
): Promise<ReportRow[]> {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return []
  const rows = await db.rows<{
    id: string
    version: number
    unit_name: string | null
    doc: ShownReport
  }>(by.congress, {
    text: `select r.id, r.version, u.name as unit_name, r.doc from luoshi.record_view r
      left join luoshi.unit_view u on u.congress = r.congress and u.id = r.unit and u.to_seq is null
      where r.congress = $1 and r.kind = 'report' and r.to_seq is null and r.status <> 'lifted'
        and ($2::text is null or r.unit = $2) and ($3::text is null or r.parent = $3)
        and ($4::text is null or r.appraisal = $4)
      order by r.on_day desc, r.id desc limit 200`,
    values: [
      by.congress,
      scope.sees === 'unit' ? scope.unit : null,
      of.letter ?? null,
      of.appraisal ?? null,
    ],
  })
  return rows.map(({ id, version, unit_name: name, doc }) => {
    const { status, letter, appraisal, unit, owedOn, sentOn } = doc
    const signedOn = doc.status === 'signed' ? doc.signature.on : null
    const about = { status, letter, appraisal, unit, unitName: name ?? '' }
    return { id: idOf('report', id), version, ...about, on: signedOn ?? sentOn ?? owedOn }
  })
}

export async function readReport(
  world: World,
  by: Principal,
  id: Id<'report'>,
): Outcome<ReportDetail> {
  const { state: report, version } = await reportKind.load(world.db, by.congress, id)
  const scope = scopeOf(by)
  if (report.status === 'none' || report.status === 'lifted' || scope.sees === 'none')
    return notFound()
  if (scope.sees === 'unit' && scope.unit !== report.unit) return notFound()
  const [wanted, names, letters, book, { state: appraisal }, recused, heldBefore] =
    await Promise.all([
      mattersToAnswer(world, by, report),
      unitNames(world, by),
      lettersOf(world.db, by.congress, report.appraisal),
      world.policies.ruleBookOf(by.congress, report.appraisal),
      loadAppraisal(world.db, by.congress, report.appraisal),
      recusedFrom(world.db, by.congress, report.appraisal),
      heldBeforeShown(world, by, report.heldBefore),
    ])
  const paperUnit = report.status === 'signed' ? report.signature.unit : report.unit
  const letter = letters.find((one) => one.id === report.letter)
  // Drafts are the unit's own until they are sent for comment.
  const isOpen = report.status !== 'owed' || scope.sees === 'unit'
  return accept({
    id,
    version,
    status: report.status,
    letter: report.letter,
    reference: letter ? (letterReference(letter.letter, letter.number) ?? '') : '',
    appraisal: report.appraisal,
    appraisalTitle: appraisal.status === 'none' ? '' : appraisal.title,
    unit: report.unit,
    unitName: names.get(report.unit) ?? '',
    paperUnit: names.get(paperUnit) ?? '',
    heldBefore,
    formerUnit: report.addressee === paperUnit ? null : (names.get(report.addressee) ?? ''),
    classes: book.settings.resultClasses.value,
    items: isOpen ? wanted.map((now) => itemShown(report, now)) : [],
    comments: report.comments,
    sentOn: report.sentOn,
    signature: signatureOf(report),
    may: mayNow(by, report, isRecusedHere(by, recused)),
  })
}

function signatureOf(report: ShownReport): ReportDetail['signature'] {
  if (report.status !== 'signed') return null
  const { on, signer } = report.signature
  return { on, signer }
}

function mayNow(by: Principal, report: ShownReport, recused: boolean): ReportDetail['may'] {
  const now = (command: keyof typeof reportNeeds & CommandType) =>
    reportNeeds[command].includes(report.status) && may(by, command, report.unit, recused)
  return {
    save: now('SaveReport'),
    send: now('SendReport'),
    comment: now('CommentOnReport'),
    sign: now('SignReport'),
  }
}

function itemShown(report: ShownReport, now: MatterNow): ReportDetail['items'][number] {
  const saved = report.items?.find(({ matter }) => matter === now.id)
  const item = saved ?? assembled(now)
  const { number, title, matter } = now
  return {
    ...item,
    files: [...item.files],
    number,
    title,
    demand: matter.text,
    isSaved: saved !== undefined,
    available: matter.evidence.map(({ sha256, name }) => ({ sha256, name })),
  }
}

/** What the matter itself already says: its result where one was reported, else what progress there is. */
function assembled({ id: matter, matter: { rounds, evidence } }: MatterNow): ReportItem {
  const round = rounds.at(-1)
  const submission = round?.submission ?? null
  const files = evidence.map(({ sha256, name }) => ({ sha256, name }))
  if (submission) {
    const { answer: account, resultClass } = submission
    const achieved = achievedBy[resultClass]
    return { matter, achieved, resultClass, account, whyNot: '', files }
  }
  const account = (round?.progress ?? []).map(({ on, text }) => `${on} ${text}`).join('\n')
  const achieved = account === '' ? 'notDone' : 'partly'
  return { matter, achieved, resultClass: 'B', account, whyNot: '', files }
}

const achievedBy = { A: 'done', B: 'partly', C: 'notDone', D: 'notDone' } as const
