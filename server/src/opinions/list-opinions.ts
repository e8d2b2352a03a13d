/** Opinions page by page, newest first, each with what became of it. For the committee's side only. */
import {
  isId,
  idOf,
  type AppraisalId,
  type CongressId,
  type OpinionId,
} from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { opinionStatuses, type OpinionRow } from '../contract/opinions.ts'
import type { CongressDb } from '../execute/congress-db.ts'
import type { Outcome, World } from '../execute/context.ts'
import { forbidden } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { cursorNotUnderstood } from '../matters/cursor-refusal.ts'
import { parameters } from '../matters/matter-query.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { opinionBriefOf } from './opinion-brief.ts'

export type OpinionsAsked = Readonly<{
  by: Principal
  appraisal?: AppraisalId | undefined
  status?: (typeof opinionStatuses)[number] | undefined
  after?: string | undefined
  limit: number
}>

type Found = {
  id: string
  version: number
  status: string
  appraisal: string
  received_on: string
  doc: unknown
  matter: string | null
  number: number | null
  title: string | null
}

const columns = `o.id, o.version, o.status, o.appraisal, o.received_on::text as received_on, o.doc,
  m.id as matter, m.number, m.title`
const source = `luoshi.opinion_view o left join luoshi.matter_view m
  on m.congress = o.congress and m.id = o.matter and m.to_seq is null`

type Opinions = {
  rows: OpinionRow[]
  total: { count: number; exact: boolean }
  next: string | null
}

export async function listOpinions(world: World, asked: OpinionsAsked): Outcome<Opinions> {
  const { by, limit } = asked
  if (scopeOf(by).sees !== 'all') return forbidden()
  const { values, add } = parameters()
  const where = [`o.congress = ${add(by.congress)}`, 'o.to_seq is null']
  if (asked.appraisal !== undefined) where.push(`o.appraisal = ${add(asked.appraisal)}`)
  if (asked.status !== undefined) where.push(`o.status = ${add(asked.status)}`)
  const counted = { text: `select count(*)::int as n from ${source} where ${where.join(' and ')}` }
  const [total] = await world.db.rows<{ n: number }>(by.congress, {
    ...counted,
    values: [...values],
  })
  if (asked.after !== undefined) {
    const place = placeOf(asked.after)
    if (!place) return cursorNotUnderstood()
    where.push(`(o.received_on, o.id) < (${add(place.day)}::date, ${add(place.id)})`)
  }
  const text = `select ${columns} from ${source} where ${where.join(' and ')}
    order by o.received_on desc, o.id desc limit ${add(limit + 1)}`
  const found = await world.db.rows<Found>(by.congress, { text, values })
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  const next = found.length > limit && last ? `${last.received_on}.${last.id}` : null
  const count = { count: total?.n ?? 0, exact: true }
  return accept({ rows: rows.map((row) => opinionRowOf(by, row)), total: count, next })
}

function placeOf(raw: string): Readonly<{ day: string; id: string }> | null {
  const found = /^(\d{4}-\d{2}-\d{2})\.(opinion_[a-z0-9]{4,40})$/.exec(raw)
  const [, day, id] = found ?? []
  return day !== undefined && id !== undefined ? { day, id } : null
}

export function opinionRowOf(by: Principal, row: Found): OpinionRow {
  const { id, version, matter, number, title } = row
  const status = opinionStatuses.find((one) => one === row.status)
  if (!status) throw new Error(`Unknown status in opinion_view: ${row.status}`)
  const carriedBy =
    matter !== null && isId('matter', matter)
      ? { id: matter, number: number ?? 0, title: title ?? '' }
      : null
  const appraisal = idOf('appraisal', row.appraisal)
  return { ...opinionBriefOf(by, id, row.doc), appraisal, status, version, matter: carriedBy }
}

/** An opinion and the parts it was divided into; the first row is the opinion itself. */
export async function opinionWithParts(
  db: CongressDb,
  congress: CongressId,
  id: OpinionId,
): Promise<readonly Found[]> {
  return db.rows<Found>(congress, {
    name: 'opinion-with-parts',
    text: `select ${columns} from ${source} where o.congress = $1 and o.to_seq is null
      and o.id = any(array(select luoshi.parts_of($2)) || $2::text) order by o.id <> $2, o.id`,
    values: [congress, id],
  })
}
