/** A person's desk: the first few of everything that waits, and the count that must always come out. */
import { addDays } from '@luoshi/domain/kernel/day'
import { instant } from '@luoshi/domain/kernel/day'
import { idOf } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { may } from '@luoshi/domain/people/rights'
import type { Desk } from '../contract/desk.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import { todayOf, type Outcome, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { countMatters } from '../matters/count-matters.ts'
import { stepsOf } from '../matters/desk-steps.ts'
import { matterRowOf } from '../matters/list-matters.ts'
import { pageOf } from '../matters/page-of-matters.ts'
import type { MatterFilter, MatterQuestion } from '../matters/matter-query.ts'
import { ownRecusals } from '../people/recused-from.ts'
import { statusCounts } from '../matters/status-counts.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

const few = 5
const soonDays = 7

export async function readDesk(world: World, by: Principal): Outcome<Desk> {
  const { db } = world
  const today = todayOf(world)
  const [counts, recused] = await Promise.all([countsOf(db, by), ownRecusals(db, by)])
  const lists = await Promise.all(
    stepsOf(by).map(async ({ step, label, statuses, command }) => {
      // What somebody is recused from is not theirs to do: it does not wait for them.
      const outside = may(by, command, by.unit, true) ? [] : recused
      const all = statuses.reduce((sum, status) => sum + counts[status], 0)
      const isLess = all > 0 && outside.length > 0
      const total = isLess ? await totalOf(db, by, { statuses, outside }, today) : all
      // Most states have nothing waiting: what is known to be empty is not asked for.
      const matters = total === 0 ? [] : await firstOf(db, by, { statuses, outside }, today)
      return { step, label, matters, total }
    }),
  )
  const [late, soon, imports, law] = await Promise.all([
    fewOf(db, by, { late: true, outside: recused }, today),
    fewOf(db, by, { dueUntil: addDays(today, soonDays), outside: recused }, today),
    openImports(db, by),
    lawOf(db, by),
  ])
  const waiting = lists.filter(({ total }) => total > 0)
  return accept({ waiting, late, soon, imports, counts, law })
}

type Today = MatterQuestion['today']

async function firstOf(
  db: CongressDb,
  by: Principal,
  filter: MatterFilter,
  today: Today,
  order: 'due' | 'owed' = 'due',
) {
  const question = { by, congress: by.congress, filter, today, seq: null, candidates: null }
  const rows = await pageOf(db, question, order, null, few)
  return rows.map((row) => matterRowOf(row, today))
}

async function totalOf(db: CongressDb, by: Principal, filter: MatterFilter, today: Today) {
  const question = { by, congress: by.congress, filter, today, seq: null, candidates: null }
  return (await countMatters(db, question)).count
}

async function fewOf(db: CongressDb, by: Principal, filter: MatterFilter, today: Today) {
  const count = await totalOf(db, by, filter, today)
  return { total: count, rows: count === 0 ? [] : await firstOf(db, by, filter, today, 'owed') }
}

async function openImports(db: CongressDb, by: Principal): Promise<Desk['imports']> {
  if (!may(by, 'ConfirmImport', null)) return []
  const rows = await db.rows<{ id: string; file_name: string; saved_at: Date }>(by.congress, {
    name: 'open-imports',
    text: `select v.id, v.file_name, d.saved_at from luoshi.import_view v
      join luoshi.import_draft d on d.congress = v.congress and d.import = v.id
      where v.congress = $1 and v.to_seq is null and v.status = 'received'
      order by d.saved_at desc limit 20`,
    values: [by.congress],
  })
  return rows.map(({ id, file_name: fileName, saved_at: at }) => {
    return { id: idOf('import', id), fileName, at: instant(at.toISOString()) }
  })
}

type Count = { status: string; n: number }

async function countsOf(db: CongressDb, by: Principal): Promise<Desk['counts']> {
  const scope = scopeOf(by)
  const rows = scope.sees === 'none' ? [] : await db.rows<Count>(by.congress, countStatement(by))
  return statusCounts(new Map(rows.map(({ status, n }) => [status, n])))
}

function countStatement(by: Principal) {
  const scope = scopeOf(by)
  if (scope.sees !== 'unit') {
    const text = `select status, sum(n)::int as n from luoshi.matter_count
      where congress = $1 group by status`
    return { name: 'counts', text, values: [by.congress] }
  }
  const text = `select status, count(*)::int as n from luoshi.matter_view
    where congress = $1 and unit = $2 and round > 0 and to_seq is null group by status`
  return { name: 'counts-of-unit', text, values: [by.congress, scope.unit] }
}

/** Opinions are counted on their own side, matters on theirs: that the two agree is the promise itself. */
async function lawOf(db: CongressDb, { congress }: Principal): Promise<Desk['law']> {
  const [row] = await db.rows<{ raised: number; exits: number; matters: number }>(congress, {
    name: 'law',
    text: `select count(*) filter (where status <> 'split')::int as raised,
        count(*) filter (where status = 'exited')::int as exits,
        (select coalesce(sum(n), 0)::int from luoshi.matter_count
          where congress = $1 and status <> 'exited') as matters
      from luoshi.opinion_view where congress = $1 and to_seq is null`,
    values: [congress],
  })
  const { raised, exits, matters } = row ?? { raised: 0, exits: 0, matters: 0 }
  return { raised, matters, exits, holds: raised === matters + exits }
}
