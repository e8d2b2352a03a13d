/** Rebuilds the views of a congress from its log, to prove that they say what the log says, or to make them say it. */
import { escapeIdentifier, type Pool, type PoolClient } from 'pg'
import type { JsonObject } from '../log/json.ts'
import { replay, type Project } from './replay.ts'
import { viewNames, type ViewName } from './view-row.ts'

export type Rebuilt = Readonly<{
  rows: number
  /** Views that did not say what the log says; none when the rebuild is identical to the byte. */
  different: readonly string[]
}>

/** Names of views are a closed set, so they may stand in SQL. */
const tables = [...viewNames, 'matter_count', 'number_series'] as const
type Table = (typeof tables)[number]

const rowsAtATime = 500

/**
 * `owner` connects as the owner of the tables. Nobody appends to this congress meanwhile: writers wait at the head.
 * With `compare` everything is put back as it was.
 */
export async function rebuildViews(
  owner: Pool,
  congress: string,
  project: Project,
  mode: 'compare' | 'replace',
): Promise<Rebuilt> {
  const client = await owner.connect()
  try {
    await client.query('begin')
    await client.query('select from luoshi.ledger_head where congress = $1 for update', [congress])
    const before = await digests(client, congress)
    for (const table of tables)
      await client.query(`delete from luoshi.${table} where congress = $1`, [congress])
    const rows = await writeViews(client, congress, project)
    await writeCounts(client, congress)
    const after = await digests(client, congress)
    await client.query(mode === 'replace' ? 'commit' : 'rollback')
    return { rows, different: tables.filter((table) => before.get(table) !== after.get(table)) }
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
}

type Numbered = { view: ViewName; series: string; id: string; fromSeq: number }

async function writeViews(client: PoolClient, congress: string, project: Project): Promise<number> {
  const waiting = new Map<ViewName, JsonObject[]>()
  const numbered: Numbered[] = []
  let count = 0
  for await (const rows of replay(client, congress, project)) {
    const first = rows.find((one) => one.series !== null)
    if (first?.series) {
      const { view, series, fromSeq, stream } = first
      numbered.push({ view, series, fromSeq, id: stream })
    }
    for (const { view, row } of rows) {
      count += 1
      const list = waiting.get(view) ?? []
      waiting.set(view, list)
      list.push(row)
      if (list.length >= rowsAtATime) await insertRows(client, view, list.splice(0))
    }
  }
  for (const [view, list] of waiting) await insertRows(client, view, list)
  await writeNumbers(client, congress, numbered)
  return count
}

async function insertRows(
  client: PoolClient,
  view: ViewName,
  rows: readonly JsonObject[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
    .map((column) => escapeIdentifier(column))
    .join(', ')
  if (columns === '') return
  const text = `insert into luoshi.${view} (${columns})
    select ${columns} from jsonb_populate_recordset(null::luoshi.${view}, $1::jsonb)`
  await client.query(text, [JSON.stringify(rows)])
}

/** First come, first numbered: by the position at which a stream first asked for a number of its series. */
async function writeNumbers(
  client: PoolClient,
  congress: string,
  numbered: Numbered[],
): Promise<void> {
  const last = new Map<string, number>()
  const given = numbered
    .sort((a, b) => a.fromSeq - b.fromSeq)
    .map((one) => {
      const number = (last.get(one.series) ?? 0) + 1
      last.set(one.series, number)
      return { ...one, number }
    })
  for (const view of viewNames) {
    const text = `update luoshi.${view} v set number = g.number
      from jsonb_to_recordset($2::jsonb) g(id text, "fromSeq" bigint, number integer)
      where v.congress = $1 and v.id = g.id and v.from_seq >= g."fromSeq"`
    const own = given.filter((one) => one.view === view)
    await client.query(text, [congress, JSON.stringify(own)])
  }
  const series = [...last].map(([name, number]) => ({ name, number }))
  await client.query(
    `insert into luoshi.number_series select $1, s.name, s.number
      from jsonb_to_recordset($2::jsonb) s(name text, number integer)`,
    [congress, JSON.stringify(series)],
  )
}

async function writeCounts(client: PoolClient, congress: string): Promise<void> {
  await client.query(
    `insert into luoshi.matter_count select congress, appraisal, coalesce(unit, ''), status, count(*)
      from luoshi.matter_view where congress = $1 and to_seq is null group by 1, 2, 3, 4`,
    [congress],
  )
}

/** How many rows there are, and a sum of their hashes that does not ask for an order. Counts of nothing do not count. */
async function digests(client: PoolClient, congress: string): Promise<ReadonlyMap<Table, string>> {
  const found = new Map<Table, string>()
  for (const table of tables) {
    const some = table === 'matter_count' ? 'and t.n <> 0' : ''
    const { rows } = await client.query<{ digest: string }>(
      `select count(*) || ' ' || coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0) as digest
        from luoshi.${table} t where t.congress = $1 ${some}`,
      [congress],
    )
    found.set(table, rows[0]?.digest ?? '')
  }
  return found
}
