/** What lies in the file of an appraisal: the papers of its recorded steps, and every record of its parts. */
import { stepRules, type StepOwner } from '@luoshi/domain/appraisals/campaign-steps'
import { isDay } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { may } from '@luoshi/domain/people/rights'
import type { AppraisalOnPaper, FiledPaper } from '@luoshi/papers/official/kinds/appraisal-papers'
import type { World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { readBallots } from '../ballots/read-ballots.ts'
import { readLetters } from '../letters/read-letters.ts'
import { readReports } from '../letters/read-reports.ts'
import { congressName } from '../ledgers/congress-name.ts'

type Given = AppraisalOnPaper & Readonly<{ row: Readonly<{ id: AppraisalId }> }>

export async function filedPapers(
  world: World,
  by: Principal,
  about: Given,
): Promise<readonly FiledPaper[]> {
  const congress = await congressName(world.db, by.congress)
  const all = [
    ...stepPapers(about, congress),
    ...(await inquiryPapers(world, by, about, congress)),
    ...(await letterPapers(world, by, about.row.id, congress)),
    ...(await reportPapers(world, by, about.row.id)),
    ...(await ballotPapers(world, by, about.row.id, congress)),
  ]
  return all.toSorted((one, other) => (one.on ?? '9').localeCompare(other.on ?? '9'))
}

/** Steps that were ticked off by hand with their paper; the others show their own records below. */
function stepPapers({ steps, unitName }: Given, congress: string): readonly FiledPaper[] {
  const authors: Readonly<Record<StepOwner, string>> = {
    clerk: congress,
    party: '县委',
    unit: unitName,
    team: '调查组',
    chairs: '主任会议',
    committee: congress,
  }
  return steps.flatMap(({ step, standing, fromRecord, number, on, owner }) =>
    standing === 'done' && !fromRecord
      ? [{ name: stepRules[step].zh, number: number ?? '', on, by: authors[owner] }]
      : [],
  )
}

/** Interview records are the team's and the clerk's; others learn only of the report. */
async function inquiryPapers(
  { db }: World,
  by: Principal,
  { row, unitName }: Given,
  congress: string,
): Promise<readonly FiledPaper[]> {
  const kinds = may(by, 'ReadInquiries', null)
    ? ['inquiryplan', 'inquiry', 'inquiryreport', 'selfcheck', 'meeting']
    : ['inquiryreport', 'selfcheck', 'meeting']
  const rows = await db.rows<{ kind: string; on: string | null; number: number | null }>(
    by.congress,
    {
      text: `select kind, on_day::text as on, number from luoshi.record_view
        where congress = $1 and to_seq is null and kind = any($3)
          and (appraisal = $2 or kind = 'meeting' and doc -> 'appraisals' ? $2)
        order by on_day, number limit 500`,
      values: [by.congress, row.id, kinds],
    },
  )
  const names: Readonly<Record<string, string>> = {
    inquiryplan: '调查组和调查方案',
    inquiry: '调查记录',
    inquiryreport: '调查报告',
    selfcheck: '自查报告',
    meeting: '评议会会议记录',
  }
  return rows.map(({ kind, on, number }) => ({
    name: `${names[kind] ?? kind}${kind === 'inquiry' && number !== null ? `（记录${number}）` : ''}`,
    number: '',
    on: on !== null && isDay(on) ? on : null,
    by: kind === 'selfcheck' ? unitName : kind === 'meeting' ? congress : '调查组',
  }))
}

async function letterPapers(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
  congress: string,
): Promise<readonly FiledPaper[]> {
  const found = await readLetters(world, by, appraisal)
  if (!found.ok) return []
  return found.value.rows.map(({ form, reference, on, status }) => ({
    name: `${form === 'reissue' ? '改办通知' : '评议意见书'}${status === 'withdrawn' ? '（已撤回）' : ''}`,
    number: reference ?? '',
    on,
    by: congress,
  }))
}

async function reportPapers(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Promise<readonly FiledPaper[]> {
  const rows = await readReports(world, by, { appraisal })
  return rows
    .filter(({ status }) => status === 'signed')
    .map(({ unitName, on }) => ({ name: '整改情况报告', number: '', on, by: unitName }))
}

async function ballotPapers(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
  congress: string,
): Promise<readonly FiledPaper[]> {
  const rows = await readBallots(world, by, { appraisal })
  return rows.map(({ session, heldOn, status }) => ({
    name: `${session}测评计票单${status === 'void' ? '（作废）' : ''}`,
    number: '',
    on: heldOn,
    by: congress,
  }))
}
