/**
 * Ways into a survey that is open. Whom it asks and what it asks stay as they were frozen; a further poster, counter or
 * interviewer may be added, and one that went wrong (a link passed round, a poster torn down) may be shut with a reason
 * that is published with the results. Codes are with the people who were drawn: shutting them out one way would take the
 * answer from some of the sample, so that is done by closing the survey only.
 *
 * Source: issue 6 point 2 (channels); domain.md §11 (every population reached by several channels; coverage told).
 */
import type { Day } from '../kernel/day.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { isCodedChannel, isInUse, type Channel } from './channel.ts'
import { reachFault, type Reach } from './reach.ts'
import type { SurveyEvent } from './survey.ts'
import type { SurveyRefusal } from './survey-refusals.ts'

export type NewChannel = Omit<Channel, 'shut'>

type Ruling = Result<readonly SurveyEvent[], SurveyRefusal>

export function addChannel(reach: Reach, channel: NewChannel, on: Day): Ruling {
  const fault = reachFault({ ...reach, channels: [...reach.channels, channel] })
  if (fault) return refuse(fault)
  const place = channel.place.trim()
  const told = { ...channel, place: '' }
  return accept([{ type: 'SurveyChannelAdded', channel: told, on, words: { place } }])
}

export function shutChannel(reach: Reach, code: string, reason: string, on: Day): Ruling {
  const channel = reach.channels.find((one) => one.code === code)
  if (!channel) return refuse({ code: 'survey-channel-nowhere', channel: code })
  if (!isInUse(channel)) return refuse({ code: 'survey-channel-shut' })
  if (isCodedChannel(channel.kind)) return refuse({ code: 'survey-channel-has-codes' })
  const why = reason.trim()
  if (why === '') return refuse({ code: 'survey-reason-missing' })
  return accept([{ type: 'SurveyChannelShut', channel: code, on, words: { reason: why } }])
}
