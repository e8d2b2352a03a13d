/** Briefings: drafts for the committee's side, issued ones for everybody who sees matters at all. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import { totalOf, type Briefing } from '@luoshi/domain/supervision/briefing'
import type { BriefingDetail, BriefingRow } from '../contract/briefings.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { briefingReference } from './briefing-kind.ts'

type Kept = Exclude<Briefing, { status: 'none' }>
type Found = { id: string; version: number; number: number | null; doc: Kept }

export async function readBriefings(
  { db }: World,
  by: Principal,
): Outcome<{ rows: BriefingRow[] }> {
  const { sees } = scopeOf(by)
  if (sees === 'none') return accept({ rows: [] })
  const rows = await db.rows<Found>(by.congress, {
    text: `select id, version, number, doc from luoshi.record_view
      where congress = $1 and kind = 'briefing' and to_seq is null and ($2 or status = 'issued')
      order by on_day desc nulls last, id desc limit 120`,
    values: [by.congress, sees === 'all'],
  })
  return accept({ rows: rows.map(rowOf) })
}

function rowOf({ id, version, number, doc }: Found): BriefingRow {
  const { status, month, asOf } = doc
  const reference = briefingReference(month, number)
  return { id: idOf('briefing', id), version, reference, status, month, asOf }
}

export async function readBriefing(
  { db }: World,
  by: Principal,
  id: Id<'briefing'>,
): Outcome<BriefingDetail> {
  const { sees } = scopeOf(by)
  const [row] = await db.rows<
    Found & { congress_name: string | null; names: Record<string, string> | null }
  >(by.congress, {
    text: `select r.id, r.version, r.number, r.doc,
          (select c.name from luoshi.congress c where c.id = r.congress) as congress_name,
          (select jsonb_object_agg(u.id, u.name) from luoshi.unit_view u
            where u.congress = r.congress and u.to_seq is null) as names
        from luoshi.record_view r
        where r.congress = $1 and r.kind = 'briefing' and r.id = $2 and r.to_seq is null`,
    values: [by.congress, id],
  })
  if (!row || sees === 'none' || (sees === 'unit' && row.doc.status !== 'issued')) return notFound()
  const { doc } = row
  const issued = doc.status === 'issued' ? doc : null
  return accept({
    ...rowOf(row),
    congressName: row.congress_name ?? '',
    remarks: doc.remarks,
    lines: doc.lines.map((one) => ({ ...one, unitName: row.names?.[one.unit] ?? '' })),
    total: totalOf(doc.lines),
    approval: issued?.approval ?? null,
    issuedOn: issued?.issuedOn ?? null,
    withdrawal: doc.status === 'withdrawn' ? doc.withdrawal : null,
    may: {
      draft: doc.status === 'drafted' && may(by, 'DraftBriefing', null),
      issue: doc.status === 'drafted' && may(by, 'IssueBriefing', null),
      withdraw: doc.status === 'issued' && may(by, 'WithdrawBriefing', null),
    },
  })
}
