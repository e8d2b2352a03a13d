/** Counts of calls, visits, refusals, forms handed out and answers entered: by day and by who did it. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { AnswerOf } from '../../contract/kit.ts'
import type { contactKinds, listContacts } from '../../contract/survey-coverage.ts'
import { mayGive, todayOf, type Asked, type Outcome, type World } from '../../execute/context.ts'
import { forbidden } from '../../execute/refused.ts'
import type { Principal } from '../../identity/principal.ts'
import { scopeOf } from '../../matters/viewer-scope.ts'
import { staffedWay, type StaffedWay } from '../papers/staffed-way.ts'

export type ContactKind = (typeof contactKinds)[number] | 'entered'

type Adding = Readonly<{
  by: Principal
  survey: Id<'survey'>
  way: StaffedWay
  what: ContactKind
  n: number
}>

/** @returns how many this person has of that kind today, by that way. */
export async function addContacts(
  world: World,
  { by, survey, way, what, n }: Adding,
): Promise<number> {
  const [row] = await world.db.rows<{ n: number }>(by.congress, {
    text: `insert into luoshi.survey_contact
        (congress, survey, population, stratum, channel, account, on_day, what, n)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
      on conflict (congress, survey, population, stratum, channel, account, on_day, what)
        do update set n = luoshi.survey_contact.n + excluded.n
      returning n`,
    values: [
      by.congress,
      survey,
      way.population.code,
      way.stratum,
      way.channel.code,
      by.account,
      todayOf(world),
      what,
      n,
    ],
  })
  return row?.n ?? n
}

type Noting = Asked &
  Readonly<{
    survey: Id<'survey'>
    channel: string
    stratum: string
    what: ContactKind
    n: number
  }>

export async function noteReach(world: World, asked: Noting): Outcome<true> {
  if (!mayGive(asked, 'NoteSurveyReach')) return forbidden()
  const { by, survey, what, n } = asked
  const way = await staffedWay(world, by.congress, asked)
  if (!way.ok) return way
  await addContacts(world, { by, survey, way: way.value, what, n })
  return accept(true)
}

export async function readContacts(
  { db }: World,
  by: Principal,
  survey: Id<'survey'>,
): Outcome<AnswerOf<typeof listContacts>> {
  if (scopeOf(by).sees !== 'all') return forbidden()
  const rows = await db.rows<AnswerOf<typeof listContacts>['rows'][number]>(by.congress, {
    text: `select c.on_day::text as on, coalesce(a.name, '') as who, c.channel, c.stratum, c.what, c.n
      from luoshi.survey_contact c
      left join luoshi.account a on a.congress = c.congress and a.id = c.account
      where c.congress = $1 and c.survey = $2
      order by c.on_day desc, who, c.channel, c.stratum, c.what limit 2000`,
    values: [by.congress, survey],
  })
  return accept({ rows: [...rows] })
}
