/**
 * Once a day: what falls due, what is late, what is silent, each as one line to the unit's people, and to the clerk how
 * many matters a paper is proposed for. It reminds; it issues nothing and escalates nothing.
 *
 * The scan, its lines and the note that it was done are one transaction that sees one moment: a scan that is killed was
 * none, and of several servers one does it. What it saw is known from then on by the position of the log alone.
 */
import { day as dayOf, type Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { MessageCause } from '@luoshi/domain/supervision/message-causes'
import type { OwedCause } from '@luoshi/domain/supervision/occasion'
import { errorCode } from '@luoshi/ledger/engine/engine-refusal'
import { walkChanged, type DoneScan } from '../calendar/changed-deadlines.ts'
import {
  boundsOf,
  open,
  rulesOf,
  usualPace,
  walkDeadlines,
  type Asking,
  type Pace,
} from '../calendar/scan-deadlines.ts'
import { todayOf, type World } from '../execute/context.ts'
import { countProposals } from '../supervision/count-proposals.ts'
import { openTally, type Line, type Tally } from './tally-occasions.ts'
import { ofRole, ofUnit, peopleOf, putNotes, type NewNote, type Person } from './tell.ts'

const causes: Readonly<Record<OwedCause, MessageCause>> = {
  due: 'dueSoon',
  late: 'overdue',
  silent: 'silent',
}

/** PostgreSQL: another process has written what this transaction wanted to write. */
const anotherWasFaster = '40001'

type Scanning = Pick<World, 'db' | 'policies' | 'now'>

/** @returns False when the day's scan was already done. */
export async function scanOnce(
  world: Scanning,
  congress: CongressId,
  pace: Pace = usualPace,
): Promise<boolean> {
  const [today, now] = [todayOf(world), world.now()]
  if (await isDone(world, congress, today)) return false
  try {
    return await world.db.transaction(congress, async (client) => {
      await client.query('set transaction isolation level repeatable read')
      const last = await lastScan(client, congress)
      if (!(await begin(client, congress, today))) return false
      const { tally, proposed } = await look(client, world, congress, { today, last, pace })
      const people = await peopleOf(client, congress)
      const before = await readersAt(client, congress, last)
      const toUnits = await notesOf(client, congress, { today, tally, people, before })
      const clerks = proposed > 0 ? ofRole(people, 'clerk') : []
      const toClerks = clerks.map(({ account }): NewNote => {
        return {
          account,
          cause: 'papersProposed',
          thing: 'supervision',
          facts: { count: proposed },
        }
      })
      await keepReaders(client, congress, people, today)
      await putNotes(client, congress, [...toUnits, ...toClerks], { day: today, now })
      return true
    })
  } catch (failure) {
    if (errorCode(failure) === anotherWasFaster) return false
    throw failure
  }
}

async function isDone({ db }: Scanning, congress: CongressId, today: Day): Promise<boolean> {
  const [row] = await db.rows<{ done: boolean }>(congress, {
    text: `select exists (select from luoshi.deadline_scan
      where congress = $1 and day >= $2) as done`,
    values: [congress, today],
  })
  return row?.done === true
}

async function lastScan(client: Asking, congress: CongressId): Promise<DoneScan | null> {
  const { rows } = await client.query<{ day: string; seq: string }>({
    text: `select day::text, seq from luoshi.deadline_scan
      where congress = $1 order by day desc limit 1`,
    values: [congress],
  })
  const [last] = rows
  return last ? { day: dayOf(last.day), seq: last.seq } : null
}

/** Written first, so that another process waits here and then finds it done. */
async function begin(client: Asking, congress: CongressId, today: Day): Promise<boolean> {
  const { rowCount } = await client.query({
    text: `insert into luoshi.deadline_scan
      select congress, $2, seq from luoshi.ledger_head where congress = $1
        and not exists (select from luoshi.deadline_scan where congress = $1 and day >= $2)
      on conflict do nothing`,
    values: [congress, today],
  })
  return rowCount === 1
}

type Looking = Readonly<{ today: Day; last: DoneScan | null; pace: Pace }>

async function look(
  client: Asking,
  { policies }: Scanning,
  congress: CongressId,
  { today, last, pace }: Looking,
): Promise<Readonly<{ tally: Tally; proposed: number }>> {
  const rules = await rulesOf(client, policies, congress)
  const tally = openTally(rules, today, last)
  if (rules.size === 0) return { tally, proposed: 0 }
  const until = boundsOf(rules, today)
  for await (const groups of walkDeadlines(client, congress, today, until, pace))
    tally.walked(groups)
  if (last)
    for await (const groups of walkChanged(client, congress, today, until, last))
      tally.changed(groups)
  const proposed = await countProposals(client, rules, today, tally.overdue())
  return { tally, proposed }
}

type Telling = Readonly<{
  today: Day
  tally: Tally
  people: readonly Person[]
  /** The unit that each account acted for at the last scan. */
  before: ReadonlyMap<string, string>
}>

/** Those who were there at the last scan are told what is new; who has come since, all that lies there. */
async function notesOf(
  client: Asking,
  congress: CongressId,
  { today, tally, people, before }: Telling,
): Promise<readonly NewNote[]> {
  const notes: NewNote[] = []
  const things = new Map<Line, string>()
  for (const unit of new Set(people.flatMap((one) => one.unit ?? []))) {
    const [fresh, all] = [tally.fresh(unit), tally.all(unit)]
    for (const { account } of ofUnit(people, unit)) {
      for (const [cause, line] of before.get(account) === unit ? fresh : all) {
        const { count, days } = line
        const one = things.get(line) ?? (await thingOf(client, congress, today, cause, line))
        things.set(line, one)
        notes.push({ account, cause: causes[cause], thing: one, facts: { count, days } })
      }
    }
  }
  return notes
}

/** A single matter is linked by itself. */
async function thingOf(
  client: Asking,
  congress: CongressId,
  today: Day,
  cause: OwedCause,
  { count, one: { matter, from, since, appraisal, unit, late } }: Line,
): Promise<string> {
  const many = `owed-${cause}`
  if (count > 1) return many
  if (matter !== null) return matter
  const { rows } = await client.query<{ id: string }>({
    text: `select id from luoshi.matter_view where congress = $1 and ${from} = $2 and appraisal = $3
        and unit = $4 and ${open} and (owed < $5) = $6 limit 1`,
    values: [congress, since, appraisal, unit, today, late],
  })
  return rows[0]?.id ?? many
}

async function readersAt(
  client: Asking,
  congress: CongressId,
  last: DoneScan | null,
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ account: string; unit: string }>({
    text: 'select account, unit from luoshi.scan_reader where congress = $1 and day = $2',
    values: [congress, last?.day ?? '-infinity'],
  })
  return new Map(rows.map(({ account, unit }) => [account, unit]))
}

async function keepReaders(
  client: Asking,
  congress: CongressId,
  people: readonly Person[],
  today: Day,
): Promise<void> {
  const readers = people.flatMap(({ account, unit }) => (unit === null ? [] : [{ account, unit }]))
  await client.query({
    text: `insert into luoshi.scan_reader
      select $1, r.account, r.unit, $3 from jsonb_to_recordset($2::jsonb) r(account text, unit text)
      on conflict (congress, account) do update set unit = excluded.unit, day = excluded.day`,
    values: [congress, JSON.stringify(readers), today],
  })
}
