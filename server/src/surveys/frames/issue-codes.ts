/**
 * A code for each person drawn: on letters, answered once and kept nowhere; or by text message, where whoever is not known
 * to have been sent one stays on a list and can be made another, by message again or on a letter.
 */
import { accept } from '@luoshi/domain/kernel/result'
import type { Channel } from '@luoshi/domain/surveys/channel'
import type { FrameCommand } from '@luoshi/domain/surveys/decide-frame'
import type { KnownFrame } from '@luoshi/domain/surveys/frame'
import { explainFrameRefusal } from '@luoshi/domain/surveys/frame-refusals'
import type { AnswerOf } from '../../contract/kit.ts'
import type { issueCodes as issued } from '../../contract/survey-frames.ts'
import { mayGive, oneMoment, todayOf, type Outcome, type World } from '../../execute/context.ts'
import { takeRecordStep } from '../../execute/record.ts'
import { forbidden, notFound, refused } from '../../execute/refused.ts'
import type { SmsSettings } from '../../messages/channel-settings.ts'
import { newReceiptCode } from '../../voices/receipt-code.ts'
import { surveyKind } from '../survey-kind.ts'
import { frameKind } from './frame-kind.ts'
import { placesOf, ruled, type OfFrame } from './frame-steps.ts'
import { readFrameLines, type FrameLine } from './frame-table.ts'
import { keepingInvitations } from './keep-invitations.ts'
import { sendCodes } from './send-codes.ts'
import {
  beginSending,
  confirmHanded,
  dropUnsent,
  endSending,
  setUnsent,
  unsentPlaces,
} from './unsent-codes.ts'

export type Issued = Outcome<AnswerOf<typeof issued>>
export type Asking = OfFrame & Readonly<{ origin: string; sms: SmsSettings | null }>
export type Scene = Readonly<{ asked: Asking; of: KnownFrame; channel: Channel }>

export async function issueCodes(at: World, asked: Asking & Readonly<{ channel: string }>): Issued {
  const world = oneMoment(at)
  if (!mayGive(asked, 'IssueSurveyCodes')) return forbidden()
  const scene = await sceneOf(world, asked, asked.channel)
  if (!scene) return notFound()
  const { of, channel } = scene
  const command = { type: 'IssueSurveyCodes', channel, today: todayOf(world) } as const
  const possible = ruled(of, command)
  if (!possible.ok) return possible
  const lines = await readFrameLines(world.db, asked.by.congress, asked.frame)
  const people = (await placesOf(world, asked.by, of, lines)).flatMap((place) => lines[place] ?? [])
  if (bySms(scene) === null) return onLetters(world, scene, command, people)
  return inOneRun(world, scene, async (run) => {
    await setUnsent(world, listOf(asked), channel.code, people.map(placeOf))
    const done = await noted(world, asked, command)
    if (!done.ok) await dropUnsent(world, listOf(asked))
    return done.ok ? byMessage(world, scene, people, run) : done
  })
}

/** For those who are not known to have been sent theirs. */
export async function remakeCodes(
  at: World,
  asked: Asking & Readonly<{ way: 'message' | 'letter' }>,
): Issued {
  const world = oneMoment(at)
  if (!mayGive(asked, 'IssueSurveyCodes')) return forbidden()
  const { state } = await frameKind.load(world.db, asked.by.congress, asked.frame)
  const first = state.status === 'none' ? undefined : state.codes[0]
  const scene = first && (await sceneOf(world, asked, first.channel))
  if (!scene) return notFound()
  return inOneRun(world, scene, async (run) => {
    const places = new Set(await unsentPlaces(world, listOf(asked)))
    const lines = await readFrameLines(world.db, asked.by.congress, asked.frame)
    const people = lines.filter(({ place }) => places.has(place))
    const unsent = people.map(({ stratum }) => stratum)
    const command = { type: 'RemakeSurveyCodes', unsent, today: todayOf(world) } as const
    const done = await noted(world, asked, command)
    if (!done.ok) return done
    if (asked.way === 'message' && bySms(scene) !== null)
      return byMessage(world, scene, people, run)
    const made = people.map((one) => madeFor(scene, one))
    const { of, channel } = scene
    await confirmHanded(world, { ...listOf(asked), of, channel: channel.code, run }, made)
    return accept({ rows: made.map(shownOf), sent: 0, unsent: 0 })
  })
}

const placeOf = ({ place }: FrameLine) => place
export const listOf = ({ by, frame }: Asking) => ({ congress: by.congress, frame })

export async function sceneOf(world: World, asked: Asking, code: string): Promise<Scene | null> {
  const { congress } = asked.by
  const { state: of } = await frameKind.load(world.db, congress, asked.frame)
  if (of.status === 'none') return null
  const survey = await surveyKind.load(world.db, congress, of.survey)
  const reach = survey.state.status === 'none' ? null : survey.state.reach
  const channel = reach?.channels.find((one) => one.code === code)
  return channel ? { asked, of, channel } : null
}

function bySms({ asked: { sms }, channel }: Scene) {
  const template = sms?.surveyTemplate
  return channel.kind === 'sms' && sms && template !== undefined ? { sms, template } : null
}

export async function inOneRun(
  world: World,
  { asked }: Scene,
  act: (run: string) => Issued,
): Issued {
  const run = await beginSending(world, listOf(asked))
  if (run === null) {
    const refusal = { code: 'frame-still-sending' } as const
    return refused(409, refusal.code, explainFrameRefusal(refusal))
  }
  try {
    return await act(run)
  } finally {
    await endSending(world, listOf(asked), run)
  }
}

function noted(world: World, { by, key, frame, version }: Asking, command: FrameCommand) {
  return takeRecordStep(world, frameKind, {
    by,
    key,
    command: 'IssueSurveyCodes',
    id: frame,
    version,
    decide: (known) => ruled(known, command),
  })
}

/** Kept before the log tells of them: a hash of a code that nobody was given opens nothing. */
async function onLetters(
  world: World,
  scene: Scene,
  command: FrameCommand,
  people: readonly FrameLine[],
): Issued {
  const { asked, of, channel } = scene
  const { congress } = asked.by
  const made = people.map((one) => madeFor(scene, one))
  await world.db.rows(congress, keepingInvitations(congress, of, channel.code, made))
  const done = await noted(world, asked, command)
  return done.ok ? accept({ rows: made.map(shownOf), sent: 0, unsent: 0 }) : done
}

async function byMessage(
  world: World,
  scene: Scene,
  people: readonly FrameLine[],
  run: string,
): Issued {
  const way = bySms(scene)
  if (!way) return notFound()
  const { asked, of, channel } = scene
  const handed = { ...listOf(asked), of, channel: channel.code, run }
  const sent = await sendCodes(way.sms, way.template, people, {
    make: (person) => ({ ...person, ...codeFor(scene) }),
    confirm: (taken) => confirmHanded(world, handed, taken),
  })
  return accept({ rows: [], sent, unsent: people.length - sent })
}

function codeFor({ asked, of, channel }: Scene) {
  const code = newReceiptCode()
  // Behind the #, which browsers send to nobody.
  return { code, link: `${asked.origin}/s/${of.survey}?c=${channel.code}#${code}` }
}

export function madeFor(scene: Scene, line: FrameLine) {
  return { ...line, ...codeFor(scene) }
}

export function shownOf({ place, stratum, name, contact, code, link }: ReturnType<typeof madeFor>) {
  return { place, stratum, name, contact, code, link }
}
