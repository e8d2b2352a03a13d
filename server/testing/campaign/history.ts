/** Log and rows as they were at any position, read once from the tables, for auditors that trust no code of ours. */
import type { Pool } from 'pg'

export type Logged = Readonly<{
  seq: number
  stream: string
  type: string
  actor: string
  at: string
  facts: Readonly<Record<string, unknown>>
  /** First and last position of its commit. */
  first: number
  last: number
}>

export type Row = Readonly<{
  id: string
  from_seq: number
  to_seq: number | null
  kind: string
  status: string
  unit: string | null
  appraisal: string | null
  round: number
  account: string | null
  capacity: string | null
  parent: string | null
  /** Units of the items of a letter, both sides of a hand-over list. */
  units: readonly string[]
  /** The official who hands over. */
  leaver: string | null
}>

export type Lent = Readonly<{
  delegator: string
  deputy: string
  roles: readonly string[]
  starts_at: Date
  ends_at: Date
  ended_at: Date | null
}>

export type Account = Readonly<{
  id: string
  roles: readonly string[]
  unit: string | null
  official: string | null
}>

export type History = Readonly<{
  log: readonly Logged[]
  accounts: ReadonlyMap<string, Account>
  lent: readonly Lent[]
  /** The row of a thing as it stood after a position; undefined when there was none. */
  rowAt: (id: string, seq: number) => Row | undefined
  /** All rows of a kind as they stood after a position. */
  allAt: (kind: string, seq: number) => readonly Row[]
}>

const rowsText = `
  select id, from_seq::float8, to_seq::float8, 'matter' as kind, status, unit, appraisal, round, null as account,
    null as capacity, null as parent, '{}'::text[] as units, null as leaver from luoshi.matter_view
  union all select id, from_seq, to_seq, 'opinion', status, null, appraisal, 0, null, null, null, '{}', null
    from luoshi.opinion_view
  union all select id, from_seq, to_seq, 'appraisal', status, unit, id, 0, null, null, null, '{}', null
    from luoshi.appraisal_view
  union all select id, from_seq, to_seq, 'unit', status, id, null, 0, null, null, null, '{}', null from luoshi.unit_view
  union all select id, from_seq, to_seq, 'official', status, unit, null, 0, null, null, null, '{}', null
    from luoshi.official_view
  union all select id, from_seq, to_seq, kind, status, unit, appraisal, 0, doc ->> 'account', doc ->> 'capacity', parent,
    case kind when 'letter' then array(select i ->> 'unit' from jsonb_array_elements(doc -> 'items') i)
        || array(select h ->> 'to' from jsonb_array_elements(coalesce(doc -> 'heirs', '[]')) h)
      when 'handover' then array_remove(array[doc -> 'from' ->> 'unit', doc -> 'to' ->> 'unit'], null)
      else '{}' end, doc -> 'from' ->> 'official'
    from luoshi.record_view`

export async function historyOf(owner: Pool): Promise<History> {
  const { rows: log } = await owner.query<Omit<Logged, 'facts'> & { facts: string }>(
    `select e.seq::float8, e.stream::text, e.type, e.actor, e.at, e.facts::text, c.first_seq::float8 as first,
        c.last_seq::float8 as last
      from luoshi.event e join luoshi.ledger_commit c on c.congress = e.congress
        and e.seq between c.first_seq and c.last_seq order by e.seq`,
  )
  const { rows } = await owner.query<Row>(`${rowsText} order by from_seq`)
  const { rows: accounts } = await owner.query<Account>(
    'select id, roles, unit, official from luoshi.account',
  )
  const { rows: lent } = await owner.query<Lent>('select * from luoshi.delegation')
  const byId = Map.groupBy(rows, ({ id }) => id)
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  const holds = (seq: number) => (row: Row) =>
    row.from_seq <= seq && (row.to_seq === null || row.to_seq > seq)
  return {
    log: log.map((one) => ({ ...one, facts: factsOf(one.facts) })),
    accounts: new Map(accounts.map((one) => [one.id, one])),
    lent,
    rowAt: (id, seq) => byId.get(id)?.find(holds(seq)),
    allAt: (kind, seq) => (byKind.get(kind) ?? []).filter(holds(seq)),
  }
}

function factsOf(text: string): Readonly<Record<string, unknown>> {
  const raw: unknown = JSON.parse(text)
  return typeof raw === 'object' && raw !== null ? Object.fromEntries(Object.entries(raw)) : {}
}

export function textIn(facts: Logged['facts'], key: string): string | null {
  const found = facts[key]
  return typeof found === 'string' ? found : null
}
