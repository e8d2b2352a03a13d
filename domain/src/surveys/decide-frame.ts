/** What may happen to a sampling frame next. Source: see frame.ts. */
import { commitmentOf, seedOf } from '../appraisals/draw-lots.ts'
import type { Day } from '../kernel/day.ts'
import type { AccountId, Id } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isCodedChannel, type Channel } from './channel.ts'
import { drawnPlaces, isDrawn } from './draw-sample.ts'
import {
  countByStratum,
  strataOfDraw,
  type Frame,
  type FrameEvent,
  type KnownFrame,
} from './frame.ts'
import type { FrameRefusal } from './frame-refusals.ts'
import { isFromList, type Population } from './population.ts'

/** More is not read in at once; a county's whole file of users is below this. */
export const mostInFrame = 50_000

export type FrameCommand = ByType<{
  TakeSurveyFrame: {
    survey: Id<'survey'>
    population: Population
    /** The stratum of each line. */
    lines: readonly string[]
    listHash: string
    /** Codes of an earlier list of this population are with people. */
    codesAreOut?: boolean
    /** The survey is open, and its people of this population are drawn. */
    isDrawnAndAsked?: boolean
    today: Day
  }
  SealSurveyDraw: { commitment: string; by: AccountId; today: Day }
  CallSurveyNumber: { number: string; by: AccountId; today: Day }
  DrawSurveySample: {
    secret: string
    salt: string
    population: Population
    lines: readonly string[]
    today: Day
  }
  IssueSurveyCodes: { channel: Channel; today: Day }
  /** `unsent`: the stratum of each who has no valid code. */
  RemakeSurveyCodes: { unsent: readonly string[]; today: Day }
  /** `areUsed`: by anybody of this list. */
  ReplaceSurveyCodes: { areUsed: boolean; today: Day }
  EraseSurveyFrame: { today: Day }
}>

type Ruling = Result<readonly FrameEvent[], FrameRefusal>
type Told<Type extends FrameCommand['type']> = Extract<FrameCommand, { type: Type }>

const hash = /^[0-9a-f]{64}$/
/** As it is called in a room: digits or letters, so that nobody writes a sentence into what stays for ever. */
export const calledPattern: RegExp = /^[0-9A-Za-z]{1,20}$/
export const secretPattern: RegExp = /^[0-9A-Za-z]{4,64}$/

export function decideFrame(frame: Frame, command: FrameCommand): Ruling {
  if (command.type === 'TakeSurveyFrame')
    return frame.status === 'none' ? take(command) : refuse({ code: 'frame-exists' })
  if (frame.status === 'none') return refuse({ code: 'frame-wrong-status' })
  switch (command.type) {
    case 'SealSurveyDraw':
      return seal(frame, command)
    case 'CallSurveyNumber':
      return call(frame, command)
    case 'DrawSurveySample':
      return draw(frame, command)
    case 'IssueSurveyCodes':
      return issue(frame, command)
    case 'RemakeSurveyCodes':
      return remake(frame, command)
    case 'ReplaceSurveyCodes':
      return replace(frame, command)
    case 'EraseSurveyFrame':
      return frame.erasedOn === null
        ? accept([{ type: 'FrameErased', on: command.today }])
        : refuse({ code: 'frame-erased' })
  }
}

function take(told: Told<'TakeSurveyFrame'>): Ruling {
  const { survey, population, lines, listHash, today: on } = told
  const { codesAreOut = false, isDrawnAndAsked = false } = told
  const { sampling, code, strata } = population
  if (codesAreOut) return refuse({ code: 'frame-codes-out' })
  if (isDrawnAndAsked) return refuse({ code: 'frame-being-asked' })
  if (!isFromList(sampling)) return refuse({ code: 'frame-not-needed' })
  if (lines.length === 0) return refuse({ code: 'frame-empty' })
  if (lines.length > mostInFrame) return refuse({ code: 'frame-too-long', most: mostInFrame })
  const stranger = lines.findIndex((line) => !strata.some((one) => one.code === line))
  if (stranger >= 0) return refuse({ code: 'frame-stratum-unknown', line: stranger + 1 })
  const counted = countByStratum(strata, lines)
  const quotas = strata.map((one) => ({ code: one.code, n: one.quota ?? 0 }))
  const facts = { survey, population: code, sampling, strata: counted, quotas, listHash, on }
  const taken = { type: 'FrameTaken', ...facts } as const
  if (isDrawn(sampling, lines.length)) return accept([taken])
  return accept([taken, { type: 'FrameDrawn', opened: null, drawn: counted, on }])
}

function seal(frame: KnownFrame, { commitment, by, today: on }: Told<'SealSurveyDraw'>): Ruling {
  if (frame.status !== 'listed') return refuse({ code: 'frame-wrong-status' })
  if (!hash.test(commitment)) return refuse({ code: 'frame-not-a-commitment' })
  return accept([{ type: 'FrameSealed', commitment, by, on }])
}

function call(frame: KnownFrame, { number, by, today: on }: Told<'CallSurveyNumber'>): Ruling {
  if (frame.status !== 'sealed') return refuse({ code: 'frame-wrong-status' })
  if (by === frame.sealedBy) return refuse({ code: 'frame-called-by-sealer' })
  if (!calledPattern.test(number)) return refuse({ code: 'frame-number-wrong' })
  return accept([{ type: 'FrameNumberCalled', number, on }])
}

function draw(frame: KnownFrame, told: Told<'DrawSurveySample'>): Ruling {
  const { secret, salt, population, lines, today: on } = told
  if (frame.status !== 'called') return refuse({ code: 'frame-wrong-status' })
  if (commitmentOf({ secret, salt }) !== frame.commitment)
    return refuse({ code: 'frame-commitment-differs' })
  const seed = frameSeed(frame.listHash, { secret, salt, number: frame.number })
  const strata = strataOfDraw(frame, population.strata)
  const places = drawnPlaces(seed, frame.sampling, strata, lines)
  const drawn = countByStratum(
    strata,
    places.flatMap((place) => lines[place] ?? []),
  )
  return accept([{ type: 'FrameDrawn', opened: { secret, salt, seed }, drawn, on }])
}

/** `called` stands where a second salt would. */
export function frameSeed(
  list: string,
  { secret, salt, number }: Readonly<{ secret: string; salt: string; number: string }>,
): string {
  return seedOf(list, [
    { secret, salt },
    { secret: number, salt: 'called' },
  ])
}

/** Once: a second set would let the same person answer twice. */
function issue(frame: KnownFrame, { channel, today: on }: Told<'IssueSurveyCodes'>): Ruling {
  if (frame.status !== 'drawn') return refuse({ code: 'frame-wrong-status' })
  if (!isCodedChannel(channel.kind) || channel.population !== frame.population)
    return refuse({ code: 'frame-channel-without-codes' })
  if (frame.erasedOn !== null) return refuse({ code: 'frame-erased' })
  if (frame.codes.length > 0) return refuse({ code: 'frame-codes-issued' })
  return accept([{ type: 'SurveyCodesIssued', channel: channel.code, strata: frame.drawn, on }])
}

function remake(frame: KnownFrame, { unsent, today: on }: Told<'RemakeSurveyCodes'>): Ruling {
  const [first] = frame.codes
  if (frame.status !== 'drawn' || !first) return refuse({ code: 'frame-wrong-status' })
  if (frame.erasedOn !== null) return refuse({ code: 'frame-erased' })
  if (unsent.length === 0) return refuse({ code: 'frame-all-sent' })
  const strata = countByStratum(frame.strata, unsent)
  return accept([{ type: 'SurveyCodesMadeAnew', channel: first.channel, strata, on }])
}

/** Nobody knows whose code was used: once one was, codes for everybody would let its owner answer twice. */
function replace(frame: KnownFrame, { areUsed, today: on }: Told<'ReplaceSurveyCodes'>): Ruling {
  const [first] = frame.codes
  if (frame.status !== 'drawn' || !first) return refuse({ code: 'frame-wrong-status' })
  if (frame.erasedOn !== null) return refuse({ code: 'frame-erased' })
  if (areUsed) return refuse({ code: 'frame-codes-used' })
  return accept([{ type: 'SurveyCodesReplaced', channel: first.channel, strata: frame.drawn, on }])
}
