/**
 * A step of the ladder as it was taken: who moved it, who decided, what is asked until when, and what became of it.
 *
 *     none ─decide─▸ decided ─answer─▸ answered ─conclude─▸ concluded
 *                       ▴                 │ proposers dissatisfied by more than half: second answer (质询)
 *                       └─────────────────┘
 *     decided, answered ─unit merged, official left─▸ the same, in the successor’s hands (not what is the person’s own)
 *     decided ─defence, vote (免职、撤职)─▸ concluded          decided, answered ─lift (reason)─▸ lifted
 *
 * Source: domain.md §12; 监督法 2024 arts 51–62. Never automatic: each is a decision of a body.
 */
import type { Day } from '../kernel/day.ts'
import type { AppraisalId, MatterId, OfficialId, UnitId } from '../kernel/ids.ts'
import type { ByStatus, ByType, Nothing } from '../kernel/one-of.ts'
import { erasedText, type Words } from '../kernel/words.ts'
import type { Approval } from '../people/approval.ts'
import { passedFrom, type Held } from '../people/custody.ts'
import type { Mover, Standing } from './consequence-checks.ts'
import type { ConsequenceStep } from './consequence-steps.ts'

/** Who answers and by whom they were appointed are kept with the decision: they may change later, the ground may not. */
export type ConsequenceFacts = Standing &
  Readonly<{
    step: ConsequenceStep
    appraisal: AppraisalId
    unit: UnitId
    official: OfficialId | null
    matters: readonly MatterId[]
    mover: Mover
    signers: number
    members: number
    due: Day | null
    /** 第三十二次会议: where a redo is reported, a question answered, a motion voted on. */
    session: string
    approval: Approval
  }>

/** `target`: whom it addresses; `text`: reason, question, demand; `material`: what supports it; `movers`: who signed. */
export type ConsequenceWords = Readonly<{
  target: string
  text: string
  material: string
  movers: string
}>

export const answerWays = ['oral', 'written'] as const
export type AnswerWay = (typeof answerWays)[number]

export const defenceWays = ['oral', 'written', 'waived'] as const
export type DefenceWay = (typeof defenceWays)[number]

type Answer = Readonly<{ on: Day; way: AnswerWay; text: string; signer: string }>
type Rating = Readonly<{ on: Day; dissatisfied: number; proposers: number }>
export type RemovalVote = Readonly<{
  on: Day
  yes: number
  no: number
  abstain: number
  members: number
  passed: boolean
}>

/** Whose hands it is in now; `official` of the facts stays whom it was decided on. */
export type Holder = Readonly<{
  holder: OfficialId | null
  /** Whose successor is still to be named, while the unit’s head holds it for him. */
  keptFor: OfficialId | null
  heldBefore: readonly Held[]
}>

export type ConsequenceAbout = ConsequenceFacts &
  ConsequenceWords &
  Holder &
  Readonly<{
    on: Day
    answers: readonly Answer[]
    ratings: readonly Rating[]
    secondAnswer: Approval | null
    defence: Readonly<{ on: Day; way: DefenceWay; text: string }> | null
    vote: RemovalVote | null
  }>

export type Consequence = ByStatus<{
  none: Nothing
  decided: ConsequenceAbout
  answered: ConsequenceAbout
  concluded: ConsequenceAbout & { outcome: Readonly<{ on: Day; text: string }> }
  lifted: ConsequenceAbout & { lifting: Readonly<{ on: Day; reason: string }> }
}>

export type ConsequenceEvent = ByType<{
  ConsequenceDecided: ConsequenceFacts & { on: Day; words: Words<ConsequenceWords> }
  ConsequencePassedOn: {
    to: UnitId
    official: OfficialId | null
    keptFor: OfficialId | null
    on: Day
  }
  ConsequenceAnswered: { on: Day; way: AnswerWay; words: Words<{ text: string; signer: string }> }
  ProposersRated: Rating
  SecondAnswerOrdered: { on: Day; approval: Approval }
  DefenceHeard: { on: Day; way: DefenceWay; words: Words<{ text: string }> }
  RemovalVoteCounted: RemovalVote
  ConsequenceConcluded: { on: Day; words: Words<{ text: string }> }
  ConsequenceLifted: { on: Day; words: Words<{ reason: string }> }
}>

const noWords: ConsequenceWords = {
  target: erasedText,
  text: erasedText,
  material: erasedText,
  movers: erasedText,
}

export function evolveConsequence(before: Consequence, event: ConsequenceEvent): Consequence {
  if (event.type === 'ConsequenceDecided') {
    const { type: _, words, ...facts } = event
    const nothingYet = { answers: [], ratings: [], secondAnswer: null, defence: null, vote: null }
    const held = { holder: facts.official, keptFor: null, heldBefore: [] }
    return { status: 'decided', ...facts, ...(words ?? noWords), ...held, ...nothingYet }
  }
  if (before.status === 'none') throw new Error(`${event.type} before ConsequenceDecided`)
  const about = aboutOf(before)
  switch (event.type) {
    case 'ConsequencePassedOn': {
      const { to: unit, official: holder, keptFor, on } = event
      const from = { unit: before.unit, official: before.holder }
      const heldBefore = passedFrom(before.heldBefore, from, on)
      return { ...before, unit, holder, keptFor, heldBefore }
    }
    case 'ConsequenceAnswered': {
      const { on, way, words } = event
      const said = { text: words?.text ?? erasedText, signer: words?.signer ?? erasedText }
      return { ...about, status: 'answered', answers: [...about.answers, { on, way, ...said }] }
    }
    case 'ProposersRated': {
      const { on, dissatisfied, proposers } = event
      const ratings = [...about.ratings, { on, dissatisfied, proposers }]
      return { ...about, status: 'answered', ratings }
    }
    case 'SecondAnswerOrdered':
      return { ...about, status: 'decided', secondAnswer: event.approval }
    case 'DefenceHeard': {
      const { on, way, words } = event
      return { ...about, status: 'decided', defence: { on, way, text: words?.text ?? erasedText } }
    }
    case 'RemovalVoteCounted': {
      const { on, yes, no, abstain, members, passed } = event
      return { ...about, status: 'decided', vote: { on, yes, no, abstain, members, passed } }
    }
    case 'ConsequenceConcluded': {
      const outcome = { on: event.on, text: event.words?.text ?? erasedText }
      return { ...about, status: 'concluded', outcome }
    }
    case 'ConsequenceLifted': {
      const lifting = { on: event.on, reason: event.words?.reason ?? erasedText }
      return { ...about, status: 'lifted', lifting }
    }
  }
}

function aboutOf(one: Exclude<Consequence, { status: 'none' }>): ConsequenceAbout {
  const { step, appraisal, unit, official, matters, mover, signers, members, due } = one
  const { appointedBy, electedDeputy } = one
  const { session, approval, on, target, text, material, movers } = one
  const { answers, ratings, secondAnswer, defence, vote } = one
  const { holder, keptFor, heldBefore } = one
  return {
    holder,
    keptFor,
    heldBefore,
    step,
    appraisal,
    unit,
    official,
    matters,
    mover,
    signers,
    members,
    due,
    appointedBy,
    electedDeputy,
    session,
    approval,
    on,
    target,
    text,
    material,
    movers,
    answers,
    ratings,
    secondAnswer,
    defence,
    vote,
  }
}
