/**
 * A page of what is in units' hands, for the whole committee: first what is owed, the longest late first, by the index of
 * that day; then what waits for the committee, by number. Each page begins after the last line of the one before.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import { matterStatuses, type MatterStatus } from '@luoshi/domain/matters/matter'
import type { FourCheck } from '@luoshi/domain/supervision/four-checks'
import type { World } from '../execute/context.ts'
import { parameters } from '../matters/matter-query.ts'
import type { ChasedMatter } from './chased-matters.ts'
import { usualCheck } from './watch-counts.ts'
import { owing, silentSince, type WatchRules } from './watch-rules.ts'
import { watchedColumns, watchedJoin, type WatchedFound } from './watched-rows.ts'

/** Where a page ended; `owed` null: among those that nobody owes. */
export type WatchedKey = Readonly<{ owed: Day | null; number: number }>

export type PageAsked = Readonly<{
  rules: WatchRules
  chased: readonly ChasedMatter[]
  today: Day
  check?: FourCheck | undefined
  alarm?: 'late' | 'silent' | undefined
  /** So few are silent in all that they can be put in order at once. */
  fewSilent: boolean
  after: WatchedKey | null
  limit: number
}>

export async function watchedPage(
  world: World,
  congress: CongressId,
  asked: PageAsked,
): Promise<readonly WatchedFound[]> {
  const owed =
    asked.after !== null && asked.after.owed === null ? [] : await owedPage(world, congress, asked)
  const left = asked.limit - owed.length
  // Nobody is late with, or silent about, what is not owed.
  if (left === 0 || asked.alarm !== undefined || asked.check === 'responsibility') return owed
  return [...owed, ...(await waitingPage(world, congress, { ...asked, limit: left }))]
}

async function owedPage(
  { db }: World,
  congress: CongressId,
  { rules, chased, today, check, alarm, fewSilent, after, limit }: PageAsked,
): Promise<readonly WatchedFound[]> {
  if (check === 'effect') return []
  const { values, add } = parameters()
  const where = [`m.congress = ${add(congress)}`, owing, 'm.round > 0']
  const refused = chased.filter(({ found }) => found.check === 'responsibility')
  const ids = refused.map(({ id }) => id)
  if (check === 'responsibility') {
    if (ids.length === 0) return []
    where.push(`m.id = any(${add(ids)}::text[])`)
  } else if (check !== undefined) {
    where.push(`m.status = any(${add(statusesOf(check))}::text[])`)
    if (ids.length > 0) where.push(`m.id <> all(${add(ids)}::text[])`)
  }
  if (alarm === 'late') where.push(`m.owed < ${add(today)}::date`)
  if (alarm === 'silent') where.push(...silentSince(rules, today, add))
  if (after !== null)
    where.push(`(m.owed, m.number) > (${add(after.owed)}::date, ${add(after.number)}::int)`)
  // Many who are silent are met soon on the way by days owed; few are found first, by the day they acted.
  const source = alarm === 'silent' && fewSilent ? 'offset 0' : ''
  return db.rows<WatchedFound>(congress, {
    text: `select ${watchedColumns} from (select * from (select * from luoshi.matter_view m
        where ${where.join(' and ')} ${source}) m order by m.owed, m.number limit ${add(limit)}) m
      ${watchedJoin} order by m.owed, m.number`,
    values,
  })
}

/** Without a day by which anybody owes anything: few, most of them the committee's turn. */
async function waitingPage(
  { db }: World,
  congress: CongressId,
  { check, after, limit }: PageAsked,
): Promise<readonly WatchedFound[]> {
  const { values, add } = parameters()
  const where = [
    `m.congress = ${add(congress)}`,
    // As the index has it (0340).
    `m.to_seq is null and m.owed is null and m.round > 0 and m.status in (${inHand})`,
    `m.status = any(${add(statusesOf(check))}::text[])`,
  ]
  if (after !== null && after.owed === null) where.push(`m.number > ${add(after.number)}::int`)
  return db.rows<WatchedFound>(congress, {
    text: `select ${watchedColumns} from (select * from luoshi.matter_view m
        where ${where.join(' and ')} order by m.number limit ${add(limit)}) m
      ${watchedJoin} order by m.number`,
    values,
  })
}

const inHand = statusesOf(undefined)
  .map((one) => `'${one}'`)
  .join(', ')

/** The states under a check, of what was never chased; of all checks together where none is named. */
function statusesOf(check: FourCheck | undefined): readonly MatterStatus[] {
  return matterStatuses.filter((status) => {
    const found = usualCheck(status)
    return found !== null && (check === undefined || found === check)
  })
}
