/**
 * What the guides of appraisals are computed from: the rows of their parts, the counts of their matters, their last
 * verdicts, the consents to their plans. Asked for all of them together, each in one question.
 */
import type { GuideInput, PartRecord } from '@luoshi/domain/appraisals/appraisal-guide'
import { isDay, type Day } from '@luoshi/domain/kernel/day'
import {
  isId,
  recordKinds,
  type AppraisalId,
  type CongressId,
  type Id,
  type UnitId,
} from '@luoshi/domain/kernel/ids'
import { holderOf, unsignedOf, type KnownLetter } from '@luoshi/domain/letters/letter'
import type { CongressDb } from '../execute/congress-db.ts'

type Parts = Pick<GuideInput, 'records' | 'matters' | 'lastVerdict'>

export async function partsOf(
  db: CongressDb,
  congress: CongressId,
  ids: readonly AppraisalId[],
): Promise<(id: AppraisalId) => Parts> {
  const [records, matters, verdicts] = await Promise.all([
    recordsOf(db, congress, ids),
    mattersOf(db, congress, ids),
    lastVerdictsOf(db, congress, ids),
  ])
  return (id) => {
    return {
      records: records.get(id) ?? [],
      matters: matters.get(id) ?? { all: 0, open: 0 },
      lastVerdict: verdicts.get(id) ?? null,
    }
  }
}

type Consent = NonNullable<GuideInput['consent']>

/** The Party committee’s consents to annual plans, of those that have it. */
export async function consentsTo(
  db: CongressDb,
  congress: CongressId,
  plans: readonly Id<'yearplan'>[],
): Promise<ReadonlyMap<Id<'yearplan'>, Consent>> {
  if (plans.length === 0) return new Map()
  const rows = await db.rows<{ id: Id<'yearplan'>; party: Consent | null }>(congress, {
    text: `select id, nullif(doc -> 'party', 'null') as party from luoshi.record_view
      where congress = $1 and id = any($2) and to_seq is null`,
    values: [congress, [...new Set(plans)]],
  })
  return new Map(
    rows.flatMap(({ id, party }) =>
      party ? [[id, { on: party.on, number: party.number }] as const] : [],
    ),
  )
}

type Row = {
  of: string
  kind: string
  status: string
  on: string | null
  number: number
  unit: string | null
  letter: KnownLetter | null
}

/** A meeting is about several appraisals; everything else belongs to one. */
async function recordsOf(
  db: CongressDb,
  congress: CongressId,
  ids: readonly AppraisalId[],
): Promise<ReadonlyMap<string, readonly PartRecord[]>> {
  const rows = await db.rows<Row>(congress, {
    text: `select "of".id as "of", r.kind, r.status, r.on_day::text as on, r.number, r.unit,
          case when r.kind = 'letter' then r.doc end as letter
        from luoshi.record_view r cross join lateral (
          select r.appraisal as id union
          select jsonb_array_elements_text(r.doc -> 'appraisals') where r.kind = 'meeting') "of"
        where r.congress = $1 and r.to_seq is null and (r.appraisal = any($2) or r.kind = 'meeting')
          and "of".id = any($2)
        order by r.kind, r.on_day desc nulls last, r.id desc`,
    values: [congress, ids],
  })
  return grouped(
    rows.flatMap((row) => {
      const { kind, status, on, number } = row
      const known = recordKinds.find((one) => one === kind)
      if (!known) return []
      const record = { kind: known, status, on: dayOf(on), number, waitsFor: signaturesOut(row) }
      return [{ of: row.of, record }]
    }),
  )
}

function grouped(rows: readonly Readonly<{ of: string; record: PartRecord }>[]) {
  const found = new Map<string, PartRecord[]>()
  for (const { of, record } of rows) {
    const list = found.get(of) ?? []
    found.set(of, list)
    list.push(record)
  }
  return found
}

/** Of a letter that was handed over, the units that did not sign for it; of a report, its unit until it is signed or lifted. */
function signaturesOut({ kind, status, unit, letter }: Row): readonly UnitId[] {
  if (letter !== null && status === 'delivered')
    return unsignedOf(letter).map((one) => holderOf(letter, one))
  const isOpenReport = kind === 'report' && status !== 'signed' && status !== 'lifted'
  return isOpenReport && unit !== null && isId('unit', unit) ? [unit] : []
}

async function mattersOf(db: CongressDb, congress: CongressId, ids: readonly AppraisalId[]) {
  const rows = await db.rows<{ id: string; all: number; open: number }>(congress, {
    text: `select appraisal as id, sum(n)::int as all,
        coalesce(sum(n) filter (where status not in ('closed', 'merged', 'exited')), 0)::int as open
      from luoshi.matter_count where congress = $1 and appraisal = any($2) group by appraisal`,
    values: [congress, ids],
  })
  return new Map(rows.map(({ id, all, open }) => [id, { all, open }]))
}

async function lastVerdictsOf(
  db: CongressDb,
  congress: CongressId,
  ids: readonly AppraisalId[],
): Promise<ReadonlyMap<string, Day>> {
  const rows = await db.rows<{ id: string; on: string | null }>(congress, {
    text: 'select id, on_day as on from luoshi.last_verdicts($1)',
    values: [ids],
  })
  return new Map(
    rows.flatMap(({ id, on }) => {
      const day = dayOf(on)
      return day === null ? [] : [[id, day] as const]
    }),
  )
}

function dayOf(raw: string | null): Day | null {
  return raw !== null && isDay(raw) ? raw : null
}
