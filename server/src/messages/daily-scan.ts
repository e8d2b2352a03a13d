/**
 * Once a day: what falls due, what is late, what is silent, each as one line to the unit's people, and to the clerk how
 * many matters a paper is proposed for. It reminds; it issues nothing and escalates nothing.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AccountId, CongressId, MatterId } from '@luoshi/domain/kernel/ids'
import type { MessageCause } from '@luoshi/domain/supervision/message-causes'
import { occasionOf, type OwedCause } from '@luoshi/domain/supervision/occasion'
import { findOwed, type Owed } from '../calendar/scan-deadlines.ts'
import { todayOf, type World } from '../execute/context.ts'
import { readProposals } from '../supervision/propose-papers.ts'
import { ofRole, ofUnit, peopleOf, putNotes, type NewNote } from './tell.ts'

const causes: Readonly<Record<OwedCause, MessageCause>> = {
  due: 'dueSoon',
  late: 'overdue',
  silent: 'silent',
}

type Occasion = Readonly<{
  account: AccountId
  matter: MatterId
  owed: Day
  cause: OwedCause
  occasion: string
  days: number
}>

/** @returns False when the day's scan was already done. */
export async function scanOnce(world: World, congress: CongressId): Promise<boolean> {
  const [day, now] = [todayOf(world), world.now()]
  if (!(await isStillToDo(world, congress, day))) return false
  const owed: Owed[] = []
  for await (const some of findOwed(world, congress, day)) owed.push(...some)
  const proposed = await readProposals(world, congress)
  return world.db.transaction(congress, async (client) => {
    const { rowCount } = await client.query({
      text: `update luoshi.news_read set scanned_on = $2
        where congress = $1 and (scanned_on is null or scanned_on < $2)`,
      values: [congress, day],
    })
    // Another process was faster: its lines are there.
    if (rowCount === 0) return false
    const people = await peopleOf(client, congress)
    const occasions = owed.flatMap(({ matter, unit, owed: due, cause, days }) =>
      ofUnit(people, unit).map(({ account }) => {
        return { account, matter, owed: due, cause, days, occasion: occasionOf(cause, days) }
      }),
    )
    const fresh = await freshOnes(client, congress, occasions)
    const clerks = proposed.length === 0 ? [] : ofRole(people, 'clerk')
    const toClerks = clerks.map(({ account }): NewNote => {
      const facts = { count: proposed.length }
      return { account, cause: 'papersProposed', thing: 'supervision', facts }
    })
    await putNotes(client, congress, [...linesOf(fresh), ...toClerks], { day, now })
    return true
  })
}

async function isStillToDo({ db }: World, congress: CongressId, day: Day): Promise<boolean> {
  const [row] = await db.rows<{ due: boolean }>(congress, {
    text: `select scanned_on is null or scanned_on < $2 as due
      from luoshi.news_read where congress = $1`,
    values: [congress, day],
  })
  return row?.due === true
}

type Client = Parameters<typeof putNotes>[0]

/** Those nobody was told of yet; they are marked as told. */
async function freshOnes(
  client: Client,
  congress: CongressId,
  occasions: readonly Occasion[],
): Promise<readonly Occasion[]> {
  if (occasions.length === 0) return []
  const { rows } = await client.query<{ account: string; matter: string; occasion: string }>({
    text: `insert into luoshi.told_occasion
      select $1, o.account, o.matter, o.owed, o.occasion
      from jsonb_to_recordset($2::jsonb) o(account text, matter text, owed date, occasion text)
      on conflict do nothing returning account, matter, occasion`,
    values: [congress, JSON.stringify(occasions)],
  })
  const fresh = new Set(
    rows.map(({ account, matter, occasion }) => `${account} ${matter} ${occasion}`),
  )
  return occasions.filter(({ account, matter, occasion }) =>
    fresh.has(`${account} ${matter} ${occasion}`),
  )
}

/** One line a person and cause: how many, and by when the last of them. A single matter is linked by itself. */
function linesOf(occasions: readonly Occasion[]): readonly NewNote[] {
  const groups = Map.groupBy(occasions, ({ account, cause }) => `${account} ${cause}`)
  return [...groups.values()].flatMap((group): readonly NewNote[] => {
    const [first] = group
    if (!first) return []
    const { account, cause } = first
    const thing = group.length === 1 ? first.matter : `owed-${cause}`
    const days = Math.max(...group.map((one) => one.days))
    return [{ account, cause: causes[cause], thing, facts: { count: group.length, days } }]
  })
}
