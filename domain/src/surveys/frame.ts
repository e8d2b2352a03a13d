/**
 * A list from which a population's sample is drawn, and the draw. The list is fixed by its hash; the clerk seals a
 * secret; somebody else calls a number; then the secret is opened and the places follow. Where everybody on the list is
 * asked, chance has no part and the list stands at once.
 *
 *     none ─take─▸ listed ─seal─▸ sealed ─call (another person)─▸ called ─draw─▸ drawn
 *           └─ everybody is asked ──────────────────────────────────────────────▸ drawn
 *     drawn: codes are made; names and contacts are erased
 *
 * How people are chosen, and how many of each stratum, are fixed with the list, before anybody seals or calls anything.
 * Once codes of a population are out, no other list takes its place: one person would answer twice. Nor once people who are
 * drawn are being asked: how many they are says what may be told of them (`results/protect-counts.ts`). For the same reason
 * codes are made anew only for those whose first one never became valid, because it is not known to have been sent; or for
 * everybody, all earlier ones void, as long as nobody has used one (letters that were lost before they went out).
 *
 * Source: issue 6 point 2; domain.md §11 (equal-interval draw, one-time codes); commit–reveal: `appraisals/draw-lots.ts`.
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, Id } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import type { Sampling, Stratum } from './population.ts'

export type InStratum = Readonly<{ code: string; n: number }>

type About = Readonly<{
  survey: Id<'survey'>
  population: string
  sampling: Sampling
  strata: readonly InStratum[]
  /** How many are to be drawn of each stratum, as it stood when the list was taken; null in lists of before. */
  quotas: readonly InStratum[] | null
  listHash: string
  takenOn: Day
  codes: readonly IssuedCodes[]
  erasedOn: Day | null
}>

/**
 * `anew`: for those of an earlier set whose codes are not known to have gone, and never became valid. `instead`: for
 * everybody, in the place of all sets before, which are void.
 */
export type IssuedCodes = Readonly<{
  channel: string
  strata: readonly InStratum[]
  on: Day
  anew?: true
  instead?: true
}>

type Sealed = Readonly<{ commitment: string; sealedBy: AccountId }>
type Called = Sealed & Readonly<{ number: string }>

export type Drawn = Readonly<{
  /** Null where everybody on the list is asked. */
  draw: (Called & Readonly<{ secret: string; salt: string; seed: string }>) | null
  drawn: readonly InStratum[]
  drawnOn: Day
}>

export type Frame = ByStatus<{
  none: Nothing
  listed: About
  sealed: About & Sealed
  called: About & Called
  drawn: About & Drawn
}>

export type KnownFrame = Exclude<Frame, Readonly<{ status: 'none' }>>

export type FrameEvent = ByType<{
  FrameTaken: {
    survey: Id<'survey'>
    population: string
    sampling: Sampling
    strata: readonly InStratum[]
    quotas?: readonly InStratum[]
    listHash: string
    on: Day
  }
  FrameSealed: { commitment: string; by: AccountId; on: Day }
  FrameNumberCalled: { number: string; on: Day }
  FrameDrawn: {
    opened: Readonly<{ secret: string; salt: string; seed: string }> | null
    drawn: readonly InStratum[]
    on: Day
  }
  SurveyCodesIssued: { channel: string; strata: readonly InStratum[]; on: Day }
  SurveyCodesMadeAnew: { channel: string; strata: readonly InStratum[]; on: Day }
  SurveyCodesReplaced: { channel: string; strata: readonly InStratum[]; on: Day }
  FrameErased: { on: Day }
}>

export const noFrame: Frame = { status: 'none' }

export function evolveFrame(before: Frame, event: FrameEvent): Frame {
  if (event.type === 'FrameTaken') {
    const { survey, population, sampling, strata, listHash, on: takenOn } = event
    const quotas = event.quotas ?? null
    const about = { survey, population, sampling, strata, quotas, listHash, takenOn }
    return { status: 'listed', ...about, codes: [], erasedOn: null }
  }
  if (before.status === 'none') throw new Error(`${event.type} before FrameTaken`)
  switch (event.type) {
    case 'FrameSealed': {
      const { commitment, by: sealedBy } = event
      return { ...aboutOf(before), status: 'sealed', commitment, sealedBy }
    }
    case 'FrameNumberCalled': {
      if (before.status !== 'sealed') throw new Error('FrameNumberCalled before FrameSealed')
      return { ...before, status: 'called', number: event.number }
    }
    case 'FrameDrawn': {
      const { opened, drawn, on: drawnOn } = event
      const draw = before.status === 'called' && opened ? { ...sealedOf(before), ...opened } : null
      return { ...aboutOf(before), status: 'drawn', draw, drawn, drawnOn }
    }
    case 'SurveyCodesIssued': {
      const { channel, strata, on } = event
      return { ...before, codes: [...before.codes, { channel, strata, on }] }
    }
    case 'SurveyCodesMadeAnew': {
      const { channel, strata, on } = event
      return { ...before, codes: [...before.codes, { channel, strata, on, anew: true }] }
    }
    case 'SurveyCodesReplaced': {
      const { channel, strata, on } = event
      return { ...before, codes: [{ channel, strata, on, instead: true }] }
    }
    case 'FrameErased':
      return { ...before, erasedOn: event.on }
  }
}

function sealedOf({ commitment, sealedBy, number }: Called): Called {
  return { commitment, sealedBy, number }
}

function aboutOf(frame: KnownFrame): About {
  const { survey, population, sampling, strata, quotas, listHash, takenOn, codes, erasedOn } = frame
  return { survey, population, sampling, strata, quotas, listHash, takenOn, codes, erasedOn }
}

/** How many lines of each stratum, in the order of the strata. */
export function countByStratum(
  strata: readonly Pick<Stratum, 'code'>[],
  lines: readonly string[],
): readonly InStratum[] {
  return strata.map(({ code }) => ({ code, n: lines.filter((one) => one === code).length }))
}

/**
 * The strata a draw goes by: those of the list with the quotas it was taken with. Were they read from the survey at the
 * draw, whoever knows the secret and has heard the number could still choose how many come in, and so who does.
 */
export function strataOfDraw(
  { quotas }: Pick<About, 'quotas'>,
  strata: readonly Stratum[],
): readonly Stratum[] {
  if (quotas === null) return strata
  return quotas.map(({ code, n }) => ({ code, name: '', size: null, quota: n }))
}
