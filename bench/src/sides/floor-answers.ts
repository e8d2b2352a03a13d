/** The floor's answers: one or two prepared statements each, and JSON.stringify. */
import { deflateRawSync } from 'node:zlib'
import type { Pool } from 'pg'

/** The columns of our list, but for `late`, which is reckoned and not stored. */
const columns = `p.id, p.number, p.version, p.title, p.status, p.round, p.unit, u.name as "unitName", p.official,
  o.name as "officialName", p.due::text as due, p.plan_due::text as "planDue", p.phase, p.warned, p.appraisal,
  a.title as "appraisalTitle", p.opened_on::text as "openedOn", p.updated_at as "updatedAt"`
const named = `left join luoshi.unit_view u on u.congress = $1 and u.id = p.unit and u.to_seq is null
  left join luoshi.official_view o on o.congress = $1 and o.id = p.official and o.to_seq is null
  left join luoshi.appraisal_view a on a.congress = $1 and a.id = p.appraisal and a.to_seq is null`

const page = (where: string) => `select ${columns} from (select m.* from luoshi.matter_view m
  where m.congress = $1 and ${where} order by m.number desc limit 25) p ${named} order by p.number desc`
const pastRows = `m.unit = $2 and m.status = $3 and m.from_seq <= $4 and (m.to_seq is null or m.to_seq > $4)`
const ofUnit = 'm.to_seq is null and m.unit = $2 and m.status = $3'

const statements = {
  unit: page(ofUnit),
  unitCount: `select count(*)::int as n from luoshi.matter_view m where m.congress = $1 and ${ofUnit}`,
  all: page('m.to_seq is null'),
  allCount: 'select sum(n)::int as n from luoshi.matter_count where congress = $1',
  after: page('m.to_seq is null and m.number < $2'),
  past: page(pastRows),
  pastCount: `select count(*)::int as n from luoshi.matter_view m where m.congress = $1 and ${pastRows}`,
  pastSeq: `select last_seq::float8 as n from luoshi.ledger_commit where congress = $1 and at <= $2
    order by at desc, last_seq desc limit 1`,
  rare: page(
    'm.to_seq is null and luoshi.search_keys(m.grams, m.congress, m.number) @> $2 and position($3 in m.search) > 0',
  ),
  rareCount: `select count(*)::int as n from (select 1 from luoshi.matter_view m where m.congress = $1 and m.to_seq is null
    and luoshi.search_keys(m.grams, m.congress, m.number) @> $2 and position($3 in m.search) > 0 limit 201) c`,
  common: page('m.to_seq is null and position($2 in m.search) > 0'),
  commonCount: `select count(*)::int as n from (select 1 from luoshi.matter_view m where m.congress = $1
    and m.to_seq is null and position($2 in m.search) > 0 limit 201) c`,
  one: `select ${columns}, p.doc as matter from luoshi.matter_view p ${named}
    where p.congress = $1 and p.id = $2 and p.to_seq is null`,
  trail: `select e.seq, e.type, e.actor, e.at, e.facts, w.body from luoshi.event e
    left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq
    where e.congress = $1 and e.stream = $2 order by e.version`,
  csv: `select ${columns} from luoshi.matter_view p ${named}
    where p.congress = $1 and p.to_seq is null and p.appraisal = $2 order by p.number`,
  sheet: `select p.number, p.title, p.doc ->> 'text' as text, p.status, u.name as unit, p.due::text as due,
      p.doc -> 'rounds' -> -1 -> 'plan' ->> 'task' as task, p.doc -> 'rounds' -> -1 -> 'progress' as progress
    from luoshi.matter_view p left join luoshi.unit_view u on u.congress = $1 and u.id = p.unit and u.to_seq is null
    where p.congress = $1 and p.to_seq is null and p.appraisal = $2 order by p.number`,
  raise: `with o as (insert into bench_floor.opinion (id, doc) values ($1, $2)),
      m as (insert into bench_floor.matter (id, unit, status, title, updated_at, doc)
        values ($3, $4, 'drafted', $5, now(), $2)),
      e as (insert into bench_floor.event (stream, version, type, facts, words)
        values ($1, 1, 'OpinionRaised', $6, $7), ($3, 1, 'MatterOpened', $6, $7))
    select 1`,
  step: `with m as (update bench_floor.matter set status = $2, updated_at = now(), version = version + 1
        where id = $1 and version = $3 returning version)
    insert into bench_floor.event (stream, version, type, facts, words)
      select $1, version, $2, $4, $5 from m returning version`,
} as const

type Name = keyof typeof statements

async function rows(pool: Pool, name: Name, values: readonly unknown[]) {
  const found = await pool.query<Record<string, unknown>>({
    name,
    text: statements[name],
    values: [...values],
  })
  return found.rows
}

async function list(
  pool: Pool,
  shown: Name,
  counted: Name,
  values: readonly unknown[],
  counts = values,
) {
  const [found, total] = await Promise.all([rows(pool, shown, values), rows(pool, counted, counts)])
  return JSON.stringify({ rows: found, total: { count: total[0]?.['n'] } })
}

export async function floorAnswer(
  pool: Pool,
  congress: string,
  url: string,
  body: string,
): Promise<string | Buffer> {
  const { pathname, searchParams: asked } = new URL(url, 'http://floor')
  const text = (name: string) => asked.get(name) ?? ''
  const given: Record<string, unknown> = body === '' ? {} : JSON.parse(body)
  switch (pathname) {
    case '/unit':
      return list(pool, 'unit', 'unitCount', [congress, text('unit'), text('status')])
    case '/all':
      return list(pool, 'all', 'allCount', [congress])
    case '/after':
      return list(pool, 'after', 'allCount', [congress, Number(text('number'))], [congress])
    case '/past': {
      const [at] = await rows(pool, 'pastSeq', [congress, text('at')])
      return list(pool, 'past', 'pastCount', [congress, text('unit'), text('status'), at?.['n']])
    }
    case '/rare':
      return list(pool, 'rare', 'rareCount', [
        congress,
        text('pairs').split(',').map(Number),
        text('word'),
      ])
    case '/common':
      return list(pool, 'common', 'commonCount', [congress, text('word')])
    case '/one': {
      const [one, trail] = await Promise.all([
        rows(pool, 'one', [congress, text('matter')]),
        rows(pool, 'trail', [congress, text('matter')]),
      ])
      return JSON.stringify({ ...one[0], trail })
    }
    case '/csv': {
      const all = await rows(pool, 'csv', [congress, text('appraisal')])
      return `${[Object.keys(all[0] ?? {}), ...all.map((row) => Object.values(row))].map((one) => one.join(',')).join('\r\n')}\r\n`
    }
    case '/sheet': {
      const all = await rows(pool, 'sheet', [congress, text('appraisal')])
      return deflateRawSync(all.map(bareRow).join(''))
    }
    case '/raise': {
      const { unit, title, text: said } = given
      const id = String(given['id'])
      const words = JSON.stringify({ text: said })
      await rows(pool, 'raise', [`opinion_${id}`, body, `matter_${id}`, unit, title, body, words])
      return JSON.stringify({ matter: `matter_${id}` })
    }
    case '/step': {
      const { matter, version, type, words } = given
      const done = await rows(pool, 'step', [matter, type, version, body, words ?? null])
      if (done.length === 0) throw new Error('moved on')
      return JSON.stringify(done[0])
    }
    default:
      throw new Error(`The floor has no ${pathname}`)
  }
}

/** Current state and events without history, chain or search: as little as keeps what was said. */
export const floorTables = `create schema if not exists bench_floor;
  create table if not exists bench_floor.event (id bigint generated always as identity primary key, stream text not null,
    version integer not null, type text not null, facts text not null, words text);
  create unique index if not exists event_stream on bench_floor.event (stream, version);
  create table if not exists bench_floor.opinion (id text primary key, doc jsonb not null);
  create table if not exists bench_floor.matter (id text primary key, number bigint generated always as identity,
    unit text, status text not null, title text not null, version integer not null default 1,
    updated_at timestamptz not null, doc jsonb not null);
  create index if not exists matter_newest on bench_floor.matter (number desc);
  create index if not exists matter_of_unit on bench_floor.matter (unit, number desc);
  create table if not exists bench_floor.paragraph (id bigint generated always as identity primary key, text text not null)`

/** A row of a sheet with nothing but its cells. */
function bareRow(row: Readonly<Record<string, unknown>>): string {
  const cells = Object.values(row).map((value) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value ?? '')
    return `<c t="inlineStr"><is><t>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</t></is></c>`
  })
  return `<row>${cells.join('')}</row>`
}
