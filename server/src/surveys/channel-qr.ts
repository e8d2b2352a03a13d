/** The QR code of a way in that anybody may use: the same address that the poster says in letters. */
import type { Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { isInUse, isOpenChannel } from '@luoshi/domain/surveys/channel'
import { renderSVG } from 'uqr'
import type { Outcome, World } from '../execute/context.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { readSurvey } from './read-surveys.ts'

type Asked = Readonly<{ survey: Id<'survey'>; channel: string; origin: string }>

export async function channelQr(
  world: World,
  by: Principal,
  { survey, channel: code, origin }: Asked,
): Outcome<string> {
  const found = await readSurvey(world, by, survey)
  if (!found.ok) return found
  const channel = found.value.reach.channels.find((one) => one.code === code)
  if (!channel || !isOpenChannel(channel.kind) || !isInUse(channel)) return notFound()
  return accept(renderSVG(`${origin}/s/${survey}?c=${code}`, { ecc: 'M', border: 2 }))
}
