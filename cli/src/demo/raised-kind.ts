/** What is raised in the demo county, and how its matter goes on. */
import type { Channel, RaiserKind } from '@luoshi/domain/opinions/opinion'
import type { AppraisalKey } from './county.ts'
import type { Journey } from './journeys.ts'

export type Raised = Readonly<{
  appraisal: AppraisalKey
  channel: Channel
  raiserKind: RaiserKind
  title: string
  text: string
  journey: Journey
  /** `record`: a speech, a finding, a voice or a gap becomes it in its own chapter; `clerk`: she registers it. */
  by: 'clerk' | 'record'
}>

type Raise = (
  channel: Channel,
  raiserKind: RaiserKind,
  title: string,
  text: string,
  journey: Journey,
) => Raised

export function raisedAbout(appraisal: AppraisalKey): Raise {
  return (channel, raiserKind, title, text, journey) => {
    // What a unit found in its self-check is taken over from there.
    const by = channel === 'selfCheck' ? 'record' : 'clerk'
    return { appraisal, channel, raiserKind, title, text, journey, by }
  }
}

export function recordedAbout(appraisal: AppraisalKey): Raise {
  const raise = raisedAbout(appraisal)
  return (...told) => ({ ...raise(...told), by: 'record' })
}
