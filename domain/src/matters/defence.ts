/**
 * A written defence (书面申辩): the official explains in person why an opinion is not, or not wholly, as the letter has it,
 * with evidence. A body answers it: it stands, stands in part, or does not stand. What follows from one that stands is
 * decided as anything is (a lawful exit, another wording, a longer limit); the limits run on meanwhile.
 *
 *     none ─file─▸ filed ─answer─▸ answered
 *
 * Source: domain.md §4 (“允许进行解释和申辩”, S8), §9.1 (争议（申辩） is a flag, not a state). That limits run on, and that
 * a later round opens the window anew from its verdict, is inferred.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByCode, ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import { approvalFault, type Approval } from '../people/approval.ts'
import { evidenceOf, factsOf, type EvidenceFacts } from './events.ts'
import { awaitsSession, type Limit } from './limit.ts'
import type { MatterStatus } from './matter.ts'
import type { Evidence } from './round-parts.ts'

export const defenceOutcomes = ['stands', 'standsInPart', 'doesNotStand'] as const

export type DefenceOutcome = (typeof defenceOutcomes)[number]

export const defenceOutcomeLabels: Readonly<
  Record<DefenceOutcome, Readonly<{ zh: string; en: string }>>
> = {
  stands: { zh: '申辩成立', en: 'It stands' },
  standsInPart: { zh: '申辩部分成立', en: 'It stands in part' },
  doesNotStand: { zh: '申辩不成立', en: 'It does not stand' },
}

export type AboutDefence = Readonly<{
  matter: MatterId
  appraisal: AppraisalId
  unit: UnitId
  official: OfficialId | null
  round: number
}>

type Filed = AboutDefence &
  Readonly<{ on: Day; text: string; signedBy: string; evidence: readonly Evidence[] }>

export type Defence = ByStatus<{
  none: Nothing
  filed: Filed
  answered: Filed & {
    outcome: DefenceOutcome
    answer: string
    approval: Approval
    answeredOn: Day
  }
}>

export type DefenceEvent = ByType<{
  DefenceFiled: AboutDefence & {
    on: Day
    evidence: readonly EvidenceFacts[]
    words: Words<{ text: string; signedBy: string; files: readonly string[] }>
  }
  DefenceAnswered: {
    outcome: DefenceOutcome
    approval: Approval
    on: Day
    words: Words<{ answer: string }>
  }
}>

export type DefenceCommand = ByType<{
  /** `until`: the end of the window. `isOpen`: another one on the same matter waits for an answer. */
  FileDefence: {
    about: AboutDefence
    status: MatterStatus
    until: Limit
    isOpen: boolean
    text: string
    signedBy: string
    evidence: readonly Evidence[]
    today: Day
  }
  AnswerDefence: { outcome: DefenceOutcome; answer: string; approval: Approval; today: Day }
}>

export type DefenceRefusal = ByCode<{
  'defence-exists': Nothing
  'defence-not-filed': Nothing
  'defence-answered': Nothing
  'defence-not-now': Nothing
  'defence-window-passed': { until: Day; today: Day }
  'defence-waits': Nothing
  'defence-text-missing': Nothing
  'defence-unsigned': Nothing
  'defence-answer-missing': Nothing
  'defence-approval-missing': Nothing
  'defence-approval-to-come': Nothing
}>

type Ruling = Result<readonly DefenceEvent[], DefenceRefusal>

/** In the hands of the unit, or on its way to the verdict: what is judged, struck off or gone is defended no more. */
const defensible: readonly MatterStatus[] = [
  'issued',
  'received',
  'misassigned',
  'planned',
  'inProgress',
  'committed',
  'submitted',
  'verified',
]

export function mayBeDefended(status: MatterStatus): boolean {
  return defensible.includes(status)
}

export function decideDefence(defence: Defence, command: DefenceCommand): Ruling {
  switch (command.type) {
    case 'FileDefence':
      return defence.status === 'none' ? file(command) : refuse({ code: 'defence-exists' })
    case 'AnswerDefence':
      if (defence.status === 'none') return refuse({ code: 'defence-not-filed' })
      if (defence.status === 'answered') return refuse({ code: 'defence-answered' })
      return answer(command)
  }
}

function file(command: Extract<DefenceCommand, { type: 'FileDefence' }>): Ruling {
  const { about, status, until, isOpen, today } = command
  const [text, signedBy] = [command.text.trim(), command.signedBy.trim()]
  if (!mayBeDefended(status)) return refuse({ code: 'defence-not-now' })
  if (until !== awaitsSession && today > until)
    return refuse({ code: 'defence-window-passed', until, today })
  if (isOpen) return refuse({ code: 'defence-waits' })
  if (text === '') return refuse({ code: 'defence-text-missing' })
  if (signedBy === '') return refuse({ code: 'defence-unsigned' })
  const { evidence, files } = factsOf(command.evidence)
  const words = { text, signedBy, files }
  return accept([{ type: 'DefenceFiled', ...about, on: today, evidence, words }])
}

function answer(command: Extract<DefenceCommand, { type: 'AnswerDefence' }>): Ruling {
  const { outcome, approval, today } = command
  const said = command.answer.trim()
  if (said === '') return refuse({ code: 'defence-answer-missing' })
  const fault = approvalFault(approval, today)
  if (fault === 'reference-missing') return refuse({ code: 'defence-approval-missing' })
  if (fault === 'in-the-future') return refuse({ code: 'defence-approval-to-come' })
  return accept([
    { type: 'DefenceAnswered', outcome, approval, on: today, words: { answer: said } },
  ])
}

export function evolveDefence(before: Defence, event: DefenceEvent): Defence {
  switch (event.type) {
    case 'DefenceFiled': {
      const { matter, appraisal, unit, official, round, on, words, evidence } = event
      return {
        status: 'filed',
        matter,
        appraisal,
        unit,
        official,
        round,
        on,
        text: words?.text ?? erasedText,
        signedBy: words?.signedBy ?? erasedText,
        evidence: evidenceOf(evidence, words?.files),
      }
    }
    case 'DefenceAnswered': {
      if (before.status === 'none') throw new Error('DefenceAnswered before DefenceFiled')
      const { outcome, approval, on: answeredOn, words } = event
      const said = words?.answer ?? erasedText
      return { ...before, status: 'answered', outcome, answer: said, approval, answeredOn }
    }
  }
}
