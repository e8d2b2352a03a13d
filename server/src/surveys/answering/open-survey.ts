/** A survey as its public door sees it: found by its address alone, kept for a few seconds, since little in it changes. */
import type { Day } from '@luoshi/domain/kernel/day'
import { isId } from '@luoshi/domain/kernel/ids'
import {
  isCodedChannel,
  isInUse,
  isOpenChannel,
  type Channel,
} from '@luoshi/domain/surveys/channel'
import type { Population } from '@luoshi/domain/surveys/population'
import type { Questionnaire } from '@luoshi/domain/surveys/questionnaire'
import type { KnownSurvey } from '@luoshi/domain/surveys/survey'
import { unstated } from '@luoshi/domain/surveys/unstated'
import type { World } from '../../execute/context.ts'
import type { SurveyPlace } from '../intake/trays.ts'
import { surveyKind } from '../survey-kind.ts'

export type DoorSurvey = Readonly<{
  place: SurveyPlace
  survey: KnownSurvey
  /** The name of the congress that asks. */
  asker: string
}>

export type Door = (survey: string) => Promise<DoorSurvey | null>

const keptMs = 3_000
const mostKept = 1_000

export function surveyDoor(
  { db }: Pick<World, 'db'>,
  congressName: (congress: SurveyPlace['congress']) => Promise<string | null>,
): Door {
  const kept = new Map<string, Readonly<{ since: number; found: Promise<DoorSurvey | null> }>>()

  async function find(survey: string): Promise<DoorSurvey | null> {
    if (!isId('survey', survey)) return null
    const { rows } = await db.pool.query<{ congress: string | null }>(
      'select luoshi.congress_of_survey($1) as congress',
      [survey],
    )
    const congress = rows[0]?.congress ?? ''
    if (!isId('congress', congress)) return null
    const { state } = await surveyKind.load(db, congress, survey)
    const asker = await congressName(congress)
    if (state.status === 'none' || asker === null) return null
    return { place: { congress, survey }, survey: state, asker }
  }

  return (survey) => {
    const known = kept.get(survey)
    if (known && performance.now() - known.since < keptMs) return known.found
    const found = find(survey)
    kept.set(survey, { since: performance.now(), found })
    found.catch(() => kept.delete(survey))
    if (kept.size > mostKept) kept.delete(kept.keys().next().value ?? '')
    return found
  }
}

export type Opening = 'open' | 'not-yet' | 'over'

export function openingOf(
  { place, survey: { status, reach } }: DoorSurvey,
  today: Day,
  intake: Pick<World['intake'], 'isClosed'>,
): Opening {
  if (intake.isClosed(place)) return 'over'
  if (status === 'draft' || status === 'dropped') return 'not-yet'
  if (status !== 'open' || today > reach.until) return 'over'
  return today < reach.from ? 'not-yet' : 'open'
}

/** A poster or link that was put up once and lets nobody in any more. */
export function isShutWay({ reach }: KnownSurvey, code: string | null): boolean {
  return reach.channels.some((one) => one.code === code && !isInUse(one))
}

/** What a page is for: one population, by one channel, in one stratum or whichever they say. */
export type Way = Readonly<{
  channel: Channel
  population: Population
  form: Questionnaire
}>

/** The way of this code; without one, the only open way there is or the public link. Null: choose among them. */
export function wayOf({ form, reach }: KnownSurvey, code: string | null): Way | null {
  const ways = openChannelsOf(reach)
  const links = ways.filter(({ kind }) => kind === 'link')
  const only = ways.length === 1 ? ways[0] : links.length === 1 ? links[0] : undefined
  const channel = code === null ? only : ways.find((one) => one.code === code)
  const population = reach.populations.find((one) => one.code === channel?.population)
  return channel && population ? { channel, population, form } : null
}

/** For people with a code, who answer with a token of their own. */
export function invitedWayOf({ form, reach }: KnownSurvey, code: string | null): Way | null {
  const coded = reach.channels.filter(({ kind }) => isCodedChannel(kind))
  const only = openChannelsOf(reach).length === 0 ? coded[0] : undefined
  const channel = code === null ? only : coded.find((one) => one.code === code)
  const population = reach.populations.find((one) => one.code === channel?.population)
  return channel && population ? { channel, population, form } : null
}

export function openChannelsOf({ channels }: KnownSurvey['reach']): readonly Channel[] {
  return channels.filter((one) => isOpenChannel(one.kind) && isInUse(one))
}

/** The stratum of the channel, the only one there is, or what was said; whoever says nothing is in none of them. */
export function stratumOf({ channel, population: { strata } }: Way, said: string): string {
  if (channel.stratum !== null) return channel.stratum
  if (strata.length === 1) return strata[0]?.code ?? unstated
  return strata.some(({ code }) => code === said) ? said : unstated
}

export function asksForStratum({ channel, population }: Way): boolean {
  // A code knows its stratum.
  if (isCodedChannel(channel.kind)) return false
  return channel.stratum === null && population.strata.length > 1
}
