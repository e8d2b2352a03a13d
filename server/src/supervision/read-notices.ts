/** Papers that chase, for the office and for the unit they go to. */
import { idOf, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { Notice } from '@luoshi/domain/supervision/notice'
import { readStream } from '@luoshi/ledger/log/read'
import type { NoticeDetail, NoticeRow } from '../contract/supervision.ts'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { dayOrNull } from '../matters/list-matters.ts'
import { heldBeforeShown } from '../people/held-before.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { noticeKind, noticeReference } from './notice-kind.ts'

type Sent = Exclude<Notice, { status: 'none' }>
type Found = { id: string; version: number; number: number | null; unit_name: string | null }

const columns = `r.id, r.version, r.number, u.name as unit_name`
const fromNotices = `luoshi.record_view r left join luoshi.unit_view u
  on u.congress = r.congress and u.id = r.unit and u.to_seq is null
  where r.congress = $1 and r.kind = 'notice' and r.to_seq is null`

export async function readNotices(
  { db }: World,
  by: Principal,
  status: string | undefined,
): Promise<readonly NoticeRow[]> {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return []
  const rows = await db.rows<Found & { doc: Sent }>(by.congress, {
    text: `select ${columns}, r.doc from ${fromNotices}
      and ($2::text is null or r.unit = $2) and ($3::text is null or r.status = $3)
      order by r.on_day desc, r.number desc, r.id desc limit 500`,
    values: [by.congress, scope.sees === 'unit' ? scope.unit : null, status ?? null],
  })
  return rows.map(({ doc, ...row }) => noticeRowOf(row, doc))
}

function noticeRowOf(row: Found, notice: Sent): NoticeRow {
  const { status, level, unit, problem, matters, issuedOn, reportBy } = notice
  return {
    id: idOf('notice', row.id),
    version: row.version,
    reference: noticeReference(notice, row.number),
    status,
    level,
    unit,
    unitName: row.unit_name ?? '',
    problem,
    matters: matters.length,
    issuedOn,
    reportBy,
  }
}

export async function readNotice(
  world: World,
  by: Principal,
  id: Id<'notice'>,
): Outcome<NoticeDetail> {
  const { db } = world
  const scope = scopeOf(by)
  const stored = await readStream(db.pool, by.congress, id)
  const { state } = noticeKind.of(stored)
  if (state.status === 'none' || scope.sees === 'none') return notFound()
  if (scope.sees === 'unit' && scope.unit !== state.unit) return notFound()
  const [row] = await db.rows<Found & { congress_name: string | null }>(by.congress, {
    text: `select ${columns}, (select c.name from luoshi.congress c where c.id = $1) as congress_name
      from ${fromNotices} and r.id = $2`,
    values: [by.congress, id],
  })
  if (!row) return notFound()
  const receipt = 'receipt' in state ? state.receipt : null
  const names = await accountNames(db, by, [stored[0]?.actor ?? '', receipt?.by ?? ''])
  const held = await heldBeforeShown(world, by, state.heldBefore)
  const withUnit = (command: 'SignNotice' | 'AnswerNotice') => may(by, command, state.unit)
  return accept({
    ...noticeRowOf(row, state),
    addressee: held[0]?.unitName ?? row.unit_name ?? '',
    heldBefore: held,
    matters: await mattersOf(db, by, state.matters, stored[0]?.seq ?? 0),
    demand: state.demand,
    approval: state.approval,
    issuedBy: names.get(stored[0]?.actor ?? '') ?? '',
    congressName: row.congress_name ?? '',
    receipt: receipt === null ? null : { on: receipt.on, by: names.get(receipt.by) ?? '' },
    answer: state.status === 'answered' ? state.answer : null,
    withdrawal: state.status === 'withdrawn' ? state.withdrawal : null,
    may: {
      sign: state.status === 'issued' && withUnit('SignNotice'),
      answer: state.status === 'received' && withUnit('AnswerNotice'),
      withdraw:
        (state.status === 'issued' || state.status === 'received') &&
        may(by, 'WithdrawNotice', null),
    },
  })
}

async function accountNames(db: World['db'], by: Principal, ids: readonly string[]) {
  const rows = await db.rows<{ id: string; name: string }>(by.congress, {
    text: 'select id, name from luoshi.account where congress = $1 and id = any($2)',
    values: [by.congress, ids],
  })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** With the day that was owed when the paper was issued, of the plan or of the report: a later round has another. */
async function mattersOf(
  db: World['db'],
  by: Principal,
  ids: readonly string[],
  issued: number,
): Promise<NoticeDetail['matters']> {
  const rows = await db.rows<{ id: string; number: number; title: string; due: string | null }>(
    by.congress,
    {
      text: `select m.id, m.number, m.title,
          (case when o.id is null then m.due else coalesce(o.owed, o.due) end)::text as due
        from luoshi.matter_view m left join luoshi.matter_view o on o.congress = m.congress
          and o.id = m.id and o.from_seq <= $3 and (o.to_seq is null or o.to_seq > $3)
        where m.congress = $1 and m.id = any($2) and m.to_seq is null order by m.number`,
      values: [by.congress, ids, issued],
    },
  )
  return rows.map(({ id, number, title, due }) => {
    return { id: idOf('matter', id), number, title, due: dayOrNull(due) }
  })
}
