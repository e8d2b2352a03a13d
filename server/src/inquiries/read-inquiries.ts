/** What may be read of an investigation: its records by the team and the clerk alone, without what lies in envelopes. */
import type { KnownInquiry } from '@luoshi/domain/inquiries/inquiry'
import { ratingFaults } from '@luoshi/domain/inquiries/ratings'
import { usualHeadings, type Heading } from '@luoshi/domain/inquiries/report'
import {
  idOf,
  isId,
  type AppraisalId,
  type CongressId,
  type Id,
  type MatterId,
} from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { InquiryRow, PlanRow } from '../contract/inquiries.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome, World } from '../execute/context.ts'
import { listRecords, type RecordDone } from '../execute/record.ts'
import { forbidden, notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { matterNumbers } from '../matters/matter-numbers.ts'
import { inquiryPlanKind, inquiryReportKind, planOf, reportOf } from './inquiry-kinds.ts'
import { recusalObstacle } from '../people/recused-from.ts'

export type Found = Readonly<{
  id: Id<'inquiry'>
  version: number
  number: number
  inquiry: KnownInquiry
}>

export async function inquiriesOf(
  db: CongressDb,
  congress: CongressId,
  which: Readonly<{ appraisal: AppraisalId } | { id: Id<'inquiry'> }>,
): Promise<readonly Found[]> {
  const [where, value] = 'id' in which ? ['id = $2', which.id] : ['appraisal = $2', which.appraisal]
  const rows = await db.rows<{ id: string; version: number; number: number; doc: KnownInquiry }>(
    congress,
    {
      text: `select id, version, number, doc from luoshi.record_view
        where congress = $1 and kind = 'inquiry' and ${where} and to_seq is null
        order by number desc limit 1000`,
      values: [congress, value],
    },
  )
  return rows.map(({ id, version, number, doc }) => ({
    id: idOf('inquiry', id),
    version,
    number,
    inquiry: doc,
  }))
}

export async function mattersBrief(
  db: CongressDb,
  congress: CongressId,
  ids: readonly (MatterId | null | undefined)[],
) {
  const wanted = ids.flatMap((id) => (id ? [id] : []))
  const numbers = await matterNumbers(db, congress, wanted)
  return wanted.map((id) => ({ id, number: numbers.get(id) ?? 0 }))
}

async function rowOf(db: CongressDb, congress: CongressId, found: Found): Promise<InquiryRow> {
  const { ratings, findings } = found.inquiry
  const faults = ratings ? ratingFaults(ratings) : []
  const carried = findings.map((one) => one.carried?.matter)
  return { ...found, faults, matters: await mattersBrief(db, congress, carried) }
}

export async function readInquiry(
  { db }: World,
  by: Principal,
  done: Outcome<RecordDone<'inquiry'>>,
): Outcome<InquiryRow> {
  const result = await done
  if (!result.ok) return result
  const [found] = await inquiriesOf(db, by.congress, { id: result.value.id })
  return found ? accept(await rowOf(db, by.congress, found)) : notFound()
}

export async function planShown(
  world: World,
  by: Principal,
  done: Outcome<RecordDone<'inquiryplan'>>,
): Outcome<PlanRow> {
  const result = await done
  if (!result.ok) return result
  const { state, version } = await inquiryPlanKind.load(world.db, by.congress, result.value.id)
  return state.status === 'none' ? notFound() : accept({ version, plan: state })
}

export async function readInquiries(world: World, by: Principal, appraisal: AppraisalId) {
  if (!may(by, 'ReadInquiries', null)) return forbidden()
  const barred = await recusalObstacle(world, by, 'ReadInquiries', { unit: null, appraisal })
  if (!barred.ok) return barred
  const { db } = world
  const { congress } = by
  const [found, { state, version }, accounts, headings] = await Promise.all([
    inquiriesOf(db, congress, { appraisal }),
    inquiryPlanKind.load(db, congress, planOf(appraisal)),
    teamAccounts(db, congress),
    headingsOffered(world, congress, appraisal),
  ])
  const rows: InquiryRow[] = []
  for (const one of found) rows.push(await rowOf(db, congress, one))
  const plan = state.status === 'none' ? null : { version, plan: state }
  return accept({ plan, accounts, headings, rows })
}

/** The headings of this report, else of the county's last one, else the usual ones. */
export async function headingsOffered(
  { db }: World,
  congress: CongressId,
  appraisal: AppraisalId,
): Promise<readonly Heading[]> {
  const own = await inquiryReportKind.load(db, congress, reportOf(appraisal))
  if (own.state.status !== 'none') return headingsIn(own.state.sections)
  const [last] = await listRecords(db, congress, 'inquiryreport', {}, 1)
  if (!last || !isId('inquiryreport', last.id)) return usualHeadings
  const { state } = await inquiryReportKind.load(db, congress, last.id)
  const found = state.status === 'none' ? [] : headingsIn(state.sections)
  return found.length > 0 ? found : usualHeadings
}

const headingsIn = (sections: readonly Heading[]) =>
  sections.map(({ key, title }) => ({ key, title }))

async function teamAccounts(db: CongressDb, congress: CongressId) {
  const rows = await db.rows<{ id: string; name: string }>(congress, {
    text: `select id, name from luoshi.account
      where congress = $1 and 'team' = any (roles) and status = 'active' order by name, id`,
    values: [congress],
  })
  return rows.map(({ id, name }) => ({ id: idOf('account', id), name }))
}
