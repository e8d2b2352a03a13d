/**
 * A survey of one appraisal, and optionally of some of its matters.
 *
 *     none ─draft─▸ draft ─start─▸ open ─close─▸ closed ─publish─▸ published
 *             questions, matters, reach   │ a way in is added or shut
 *                     └─drop─▸ dropped
 *
 * Starting freezes the questionnaire by its hash. A later wave asks the questions of the earlier one again, word for
 * word, and may add some after them: only so can before and after be compared.
 * Source: issue 6 points 1, 2, 6; domain.md §11; seed map S10, S19.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, Id, MatterId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import type { SurveyTaken } from './answer-batch.ts'
import type { Channel } from './channel.ts'
import type { Questionnaire } from './questionnaire.ts'
import type { Reach } from './reach.ts'
import { formWith, reachWith } from './survey-words.ts'

export const surveyStages = ['before', 'after', 'single'] as const

export type SurveyStage = (typeof surveyStages)[number]

export const surveyStageLabels: Readonly<
  Record<SurveyStage, Readonly<{ zh: string; en: string }>>
> = {
  before: { zh: '整改前', en: 'Before rectification' },
  after: { zh: '整改后', en: 'After rectification' },
  single: { zh: '单次调查', en: 'Once' },
}

/**
 * `first`: the first of the series; null in that one itself. `again`: the earlier wave, any of them, whose questions this one
 * is bound to; where it was not noted, those of the first.
 */
export type Wave = Readonly<{
  number: number
  stage: SurveyStage
  first: Id<'survey'> | null
  again?: Id<'survey'> | undefined
}>

/** The survey by whose questions a later wave is bound. */
export function boundTo({ first, again }: Wave): Id<'survey'> | null {
  return again ?? first
}

export type SurveyAbout = Readonly<{
  appraisal: AppraisalId
  matters: readonly MatterId[]
  wave: Wave
  draftedOn: Day
  form: Questionnaire
  reach: Reach
}>

/** `smallest`: of whom anything is told at the least; absent in surveys that started before there was a rule for it. */
type Started = SurveyAbout & Readonly<{ hash: string; startedOn: Day; smallest?: number }>
type Closed = Started & Readonly<{ closedOn: Day; closedBecause: string; taken: SurveyTaken }>

export type Survey = ByStatus<{
  none: Nothing
  draft: SurveyAbout
  open: Started
  closed: Closed
  published: Closed & { publishedOn: Day; approval: Approval }
  dropped: SurveyAbout & { reason: string }
}>

export type KnownSurvey = Exclude<Survey, Readonly<{ status: 'none' }>>

type Texts = Words<{ texts: readonly string[] }>

export type SurveyEvent = ByType<{
  SurveyDrafted: {
    appraisal: AppraisalId
    matters: readonly MatterId[]
    wave: Wave
    form: Questionnaire
    from: Day
    until: Day
    on: Day
    words: Texts
  }
  SurveyQuestionsSet: { form: Questionnaire; on: Day; words: Texts }
  SurveyMattersSet: { matters: readonly MatterId[]; on: Day }
  SurveyReachSet: { reach: Reach; on: Day; words: Texts }
  SurveyStarted: { hash: string; smallest?: number; on: Day }
  SurveyChannelAdded: { channel: Channel; on: Day; words: Words<{ place: string }> }
  SurveyChannelShut: { channel: string; on: Day; words: Words<{ reason: string }> }
  SurveyClosed: { taken: SurveyTaken; on: Day; words: Words<{ reason: string }> }
  SurveyPublished: { approval: Approval; on: Day }
  SurveyDropped: { on: Day; words: Words<{ reason: string }> }
}>

export const noSurvey: Survey = { status: 'none' }

export function evolveSurvey(before: Survey, event: SurveyEvent): Survey {
  if (event.type === 'SurveyDrafted') {
    const { appraisal, matters, wave, from, until, on: draftedOn, words } = event
    const form = formWith(event.form, words?.texts ?? null)
    const reach = { populations: [], channels: [], from, until }
    return { status: 'draft', appraisal, matters, wave, draftedOn, form, reach }
  }
  if (before.status === 'none') throw new Error(`${event.type} before SurveyDrafted`)
  switch (event.type) {
    case 'SurveyQuestionsSet':
      return { ...before, form: formWith(event.form, event.words?.texts ?? null) }
    case 'SurveyMattersSet':
      return { ...before, matters: event.matters }
    case 'SurveyReachSet':
      return { ...before, reach: reachWith(event.reach, event.words?.texts ?? null) }
    case 'SurveyStarted': {
      const { hash, on: startedOn, smallest } = event
      const told = smallest === undefined ? {} : { smallest }
      return { ...aboutOf(before), status: 'open', hash, startedOn, ...told }
    }
    case 'SurveyChannelAdded': {
      const channel = { ...event.channel, place: event.words?.place ?? erasedText }
      return withChannels(before, (channels) => [...channels, channel])
    }
    case 'SurveyChannelShut': {
      const shut = { on: event.on, because: event.words?.reason ?? erasedText }
      return withChannels(before, (channels) =>
        channels.map((one) => (one.code === event.channel ? { ...one, shut } : one)),
      )
    }
    case 'SurveyClosed': {
      if (before.status !== 'open') throw new Error('SurveyClosed before SurveyStarted')
      const closedBecause = event.words === null ? erasedText : event.words.reason
      const { on: closedOn, taken } = event
      return { ...before, status: 'closed', closedOn, closedBecause, taken }
    }
    case 'SurveyPublished': {
      if (before.status !== 'closed') throw new Error('SurveyPublished before SurveyClosed')
      const { approval, on: publishedOn } = event
      return { ...before, status: 'published', publishedOn, approval }
    }
    case 'SurveyDropped': {
      const reason = event.words?.reason ?? erasedText
      return { ...aboutOf(before), status: 'dropped', reason }
    }
  }
}

function aboutOf(survey: KnownSurvey): SurveyAbout {
  const { appraisal, matters, wave, draftedOn, form, reach } = survey
  return { appraisal, matters, wave, draftedOn, form, reach }
}

function withChannels(
  survey: KnownSurvey,
  change: (channels: readonly Channel[]) => readonly Channel[],
): KnownSurvey {
  return { ...survey, reach: { ...survey.reach, channels: change(survey.reach.channels) } }
}
