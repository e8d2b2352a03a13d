/**
 * 成绩与问题: achievements beside problems (S23), for both sides. What the investigation found leaves the team with the
 * signed report and then as a text only: not from whom, not where, not when. A unit's problems are those handed to it.
 */
import type { KnownSelfCheck } from '@luoshi/domain/appraisals/self-check'
import { idOf, type AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import type { AnswerOf } from '../contract/kit.ts'
import type { getBalance } from '../contract/inquiries.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { isMatterStatus } from '../matters/matter-status.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { inquiryReportKind, reportOf } from './inquiry-kinds.ts'
import { isOut } from './inquiry-report.ts'
import { inquiriesOf } from './read-inquiries.ts'

type Balance = AnswerOf<typeof getBalance>

export async function readBalance(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<Balance> {
  const visible = await readAppraisal(world, by, appraisal)
  if (!visible.ok) return visible
  const [found, own, problems] = await Promise.all([
    foundAchievements(world, by, appraisal),
    ownAchievements(world, by, appraisal),
    problemsOf(world, by, appraisal),
  ])
  const achievements = [
    ...found.map((text) => ({ from: 'inquiry' as const, text })),
    ...own.map((text) => ({ from: 'selfCheck' as const, text })),
  ]
  return accept({ achievements, problems })
}

async function foundAchievements(
  { db }: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<readonly string[]> {
  const ofKind = (all: readonly Readonly<{ kind: string; text: string }>[]) =>
    all.flatMap(({ kind, text }) => (kind === 'achievement' ? [text] : []))
  if (may(by, 'ReadInquiries', null)) {
    const records = await inquiriesOf(db, by.congress, { appraisal })
    return records.toReversed().flatMap(({ inquiry }) => ofKind(inquiry.findings))
  }
  const { state } = await inquiryReportKind.load(db, by.congress, reportOf(appraisal))
  return isOut(state) && state.status !== 'none' ? ofKind(state.items) : []
}

async function ownAchievements({ db }: World, by: Principal, appraisal: AppraisalId) {
  const rows = await db.rows<{ doc: KnownSelfCheck; unit: string | null }>(by.congress, {
    text: `select doc, unit from luoshi.record_view
      where congress = $1 and kind = 'selfcheck' and appraisal = $2 and to_seq is null`,
    values: [by.congress, appraisal],
  })
  const scope = scopeOf(by)
  return rows
    .filter(({ unit, doc }) =>
      scope.sees === 'unit' ? unit === scope.unit : doc.status === 'submitted',
    )
    .flatMap(({ doc }) => doc.achievements.map(({ text }) => text))
}

async function problemsOf(
  { db }: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<Balance['problems']> {
  const scope = scopeOf(by)
  const only = scope.sees === 'all' ? '' : 'and round > 0 and unit = $3'
  const rows = await db.rows<{ id: string; number: number; title: string; status: string }>(
    by.congress,
    {
      text: `select id, number, title, status from luoshi.matter_view
        where congress = $1 and appraisal = $2 and to_seq is null ${only}
        order by number limit 500`,
      values: [by.congress, appraisal, ...(scope.sees === 'unit' ? [scope.unit] : [])],
    },
  )
  return rows.flatMap(({ id, number, title, status }) =>
    isMatterStatus(status) ? [{ id: idOf('matter', id), number, title, status }] : [],
  )
}
