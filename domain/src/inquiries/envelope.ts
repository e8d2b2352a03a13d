/**
 * A sealed envelope: what an investigation must know and nobody else may. Either the name of a protected source, or an
 * accusation (举报、违纪违法线索) on its way to the body that may look into it.
 *
 *     none ──seal a source──▸ source ──read──▸ (same)                  each reading is an entry, with who read
 *       ├───note───▸ noted ──divert──▸ diverted ──record the outcome──▸ answered
 *       ├─ a voice is answered in words ──▸ replied
 *       ├─ a voice is passed on ──▸ passedOn                  its outcome lies in an envelope of its own (outcome)
 *     any but noted ──erase (PIPL)──▸ erased                  the readings stay
 *
 * What happens to an envelope is kept apart from the log. The log holds one kind of event for all of it, a salted hash:
 * it can be proved that nothing was changed, and nobody can tell an accusation from a name, or one from none. Once an
 * accusation is diverted its text is shown to nobody. A voice of the public that is answered and one that is passed on as
 * an accusation leave the same in the log: one word that it was settled, and one touched envelope that is touched by
 * nothing afterwards but its erasure; that is why an outcome reported back is not put into it.
 * Source: domain.md §3.5 (Henan 信访条例 art. 28; 政务处分法), §13 (accusations sealed, routed out, never to the accused).
 */
import type { Day } from '../kernel/day.ts'
import type { AccountId, AppraisalId, Id } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import type { SealedRoute } from '../opinions/voice.ts'
import type { InquiryRefusal } from './inquiry-refusals.ts'

export type Reading = Readonly<{ by: AccountId; on: Day }>

type Noted = Readonly<{ appraisal: AppraisalId; notedOn: Day; readings: readonly Reading[] }>

type Diversion = Readonly<{ route: SealedRoute; reference: string; divertedOn: Day }>

export type Envelope = ByStatus<{
  none: Nothing
  source: { inquiry: Id<'inquiry'>; name: string; readings: readonly Reading[] }
  noted: Noted & { text: string }
  diverted: Noted & Diversion
  answered: Noted & Diversion & { outcome: string; answeredOn: Day }
  replied: { voice: Id<'voice'>; reply: string; on: Day; readings: readonly Reading[] }
  passedOn: Noted & Diversion & { voice: Id<'voice'> }
  outcome: {
    of: Id<'envelope'>
    appraisal: AppraisalId
    outcome: string
    on: Day
    readings: readonly Reading[]
  }
  erased: { on: Day; readings: readonly Reading[] }
}>

export type EnvelopeEntry = ByType<{
  SourceSealed: { inquiry: Id<'inquiry'>; name: string; on: Day }
  AccusationNoted: { appraisal: AppraisalId; text: string; on: Day }
  EnvelopeRead: Reading
  AccusationDiverted: { route: SealedRoute; reference: string; on: Day }
  AccusationAnswered: { outcome: string; on: Day }
  ReplySealed: { voice: Id<'voice'>; reply: string; on: Day }
  VoicePassedOn: {
    voice: Id<'voice'>
    appraisal: AppraisalId
    receivedOn: Day
    route: SealedRoute
    reference: string
    on: Day
  }
  OutcomeHeard: { of: Id<'envelope'>; appraisal: AppraisalId; outcome: string; on: Day }
}>

export type EnvelopeCommand = ByType<{
  SealSource: { inquiry: Id<'inquiry'>; name: string; today: Day }
  NoteAccusation: { appraisal: AppraisalId; text: string; today: Day }
  ReadEnvelope: { by: AccountId; today: Day }
  DivertAccusation: { route: SealedRoute; reference: string; on: Day; today: Day }
  RecordOutcome: { outcome: string; on: Day; today: Day }
  SealReply: { voice: Id<'voice'>; reply: string; today: Day }
  PassVoiceOn: {
    voice: Id<'voice'>
    appraisal: AppraisalId
    receivedOn: Day
    route: SealedRoute
    reference: string
    today: Day
  }
  HearOutcome: {
    of: Id<'envelope'>
    appraisal: AppraisalId
    outcome: string
    on: Day
    today: Day
  }
}>

export const noEnvelope: Envelope = { status: 'none' }

type Ruling = Result<readonly EnvelopeEntry[], InquiryRefusal>

export function decideEnvelope(envelope: Envelope, command: EnvelopeCommand): Ruling {
  switch (command.type) {
    case 'SealSource': {
      const name = command.name.trim()
      if (envelope.status !== 'none' && envelope.status !== 'source')
        return refuse({ code: 'already-recorded' })
      if (name === '') return refuse({ code: 'source-missing' })
      return accept([{ type: 'SourceSealed', inquiry: command.inquiry, name, on: command.today }])
    }
    case 'NoteAccusation': {
      const text = command.text.trim()
      if (envelope.status !== 'none') return refuse({ code: 'already-recorded' })
      if (text === '') return refuse({ code: 'accusation-text-missing' })
      const { appraisal, today: on } = command
      return accept([{ type: 'AccusationNoted', appraisal, text, on }])
    }
    case 'ReadEnvelope':
      return envelope.status === 'source' || envelope.status === 'noted'
        ? accept([{ type: 'EnvelopeRead', by: command.by, on: command.today }])
        : refuse({ code: 'nothing-to-read' })
    case 'DivertAccusation': {
      const { route, on, today } = command
      const reference = command.reference.trim()
      if (envelope.status !== 'noted') return refuse({ code: 'accusation-not-here' })
      if (reference === '') return refuse({ code: 'reference-missing' })
      if (on > today) return refuse({ code: 'day-to-come' })
      return accept([{ type: 'AccusationDiverted', route, reference, on }])
    }
    case 'RecordOutcome': {
      const { on, today } = command
      const outcome = command.outcome.trim()
      if (envelope.status !== 'diverted') return refuse({ code: 'accusation-not-diverted' })
      if (outcome === '') return refuse({ code: 'outcome-missing' })
      if (on > today) return refuse({ code: 'day-to-come' })
      return accept([{ type: 'AccusationAnswered', outcome, on }])
    }
    case 'SealReply':
    case 'PassVoiceOn':
    case 'HearOutcome':
      return envelope.status === 'none' ? begin(command) : refuse({ code: 'already-recorded' })
  }
}

type Beginning = Extract<EnvelopeCommand, { type: 'SealReply' | 'PassVoiceOn' | 'HearOutcome' }>

/** Whether the voice may be settled so, and its words are complete, is the voice's own rule. */
function begin(command: Beginning): Ruling {
  switch (command.type) {
    case 'SealReply': {
      const { voice, reply, today: on } = command
      return accept([{ type: 'ReplySealed', voice, reply: reply.trim(), on }])
    }
    case 'PassVoiceOn': {
      const { voice, appraisal, receivedOn, route, today: on } = command
      const reference = command.reference.trim()
      return accept([{ type: 'VoicePassedOn', voice, appraisal, receivedOn, route, reference, on }])
    }
    case 'HearOutcome': {
      const { of, appraisal, on, today } = command
      const outcome = command.outcome.trim()
      if (outcome === '') return refuse({ code: 'outcome-missing' })
      if (on > today) return refuse({ code: 'day-to-come' })
      return accept([{ type: 'OutcomeHeard', of, appraisal, outcome, on }])
    }
  }
}

export function evolveEnvelope(before: Envelope, entry: EnvelopeEntry): Envelope {
  switch (entry.type) {
    case 'SourceSealed': {
      const readings = before.status === 'source' ? before.readings : []
      return { status: 'source', inquiry: entry.inquiry, name: entry.name, readings }
    }
    case 'AccusationNoted': {
      const { appraisal, text, on: notedOn } = entry
      return { status: 'noted', appraisal, text, notedOn, readings: [] }
    }
    case 'EnvelopeRead': {
      if (before.status === 'none') return before
      const { by, on } = entry
      return { ...before, readings: [...before.readings, { by, on }] }
    }
    case 'AccusationDiverted': {
      if (before.status !== 'noted') return before
      const { appraisal, notedOn, readings } = before
      const { route, reference, on: divertedOn } = entry
      return { status: 'diverted', appraisal, notedOn, readings, route, reference, divertedOn }
    }
    case 'AccusationAnswered': {
      if (before.status !== 'diverted') return before
      return { ...before, status: 'answered', outcome: entry.outcome, answeredOn: entry.on }
    }
    case 'ReplySealed': {
      const { voice, reply, on } = entry
      return { status: 'replied', voice, reply, on, readings: [] }
    }
    case 'VoicePassedOn': {
      const { voice, appraisal, receivedOn: notedOn, route, reference, on: divertedOn } = entry
      const diversion = { route, reference, divertedOn }
      return { status: 'passedOn', voice, appraisal, notedOn, ...diversion, readings: [] }
    }
    case 'OutcomeHeard': {
      const { of, appraisal, outcome, on } = entry
      return { status: 'outcome', of, appraisal, outcome, on, readings: [] }
    }
  }
}
