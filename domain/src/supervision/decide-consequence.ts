/**
 * Rule: what each step of the ladder takes before it is on record, and what may follow it. Source: domain.md §12; 监督法
 * 2024 arts 51–54 (written, target, question, content; more than half of the proposers), 61–62 (reason, material, defence,
 * secret ballot, more than half of all members).
 */
import type { Day } from '../kernel/day.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { approvalFault, type Approval, type ApprovingBody } from '../people/approval.ts'
import { moverFault, standingFault, type CheckFault } from './consequence-checks.ts'
import { consequenceFault as fault } from './consequence-faults.ts'
import type { ConsequenceStep } from './consequence-steps.ts'
import type {
  AnswerWay,
  Consequence,
  ConsequenceEvent,
  ConsequenceFacts,
  ConsequenceWords,
  DefenceWay,
} from './consequence.ts'

export type ConsequenceCommand = ByType<{
  DecideConsequence: ConsequenceFacts & {
    words: ConsequenceWords
    /** Who may decide measures, by the rule book. */
    approvers: readonly ApprovingBody[]
    today: Day
  }
  AnswerConsequence: { way: AnswerWay; text: string; signer: string; today: Day }
  RateConsequenceAnswer: { dissatisfied: number; today: Day }
  OrderSecondAnswer: { approval: Approval; today: Day }
  HearDefence: { way: DefenceWay; text: string; today: Day }
  CountRemovalVote: { yes: number; no: number; abstain: number; secret: boolean; today: Day }
  ConcludeConsequence: { text: string; today: Day }
  LiftConsequence: { reason: string; today: Day }
}>

type Ruling = Result<readonly ConsequenceEvent[], CheckFault>
type Command<Type extends ConsequenceCommand['type']> = Extract<ConsequenceCommand, { type: Type }>
type Running = Extract<Consequence, { status: 'decided' | 'answered' }>

export function decideConsequence(state: Consequence, command: ConsequenceCommand): Ruling {
  if (command.type === 'DecideConsequence')
    return state.status === 'none' ? decide(command) : refuse(fault.notOpen)
  if (state.status !== 'decided' && state.status !== 'answered') return refuse(fault.notOpen)
  switch (command.type) {
    case 'AnswerConsequence':
      return answer(state, command)
    case 'RateConsequenceAnswer':
      return rate(state, command)
    case 'OrderSecondAnswer':
      return orderSecond(state, command)
    case 'HearDefence':
      return hear(state, command)
    case 'CountRemovalVote':
      return count(state, command)
    case 'ConcludeConsequence':
      return conclude(state, command)
    case 'LiftConsequence':
      return command.reason.trim() === ''
        ? refuse(fault.missing('撤回理由'))
        : accept([lifted(command)])
  }
}

const isVoted = (step: ConsequenceStep) => step === 'removal' || step === 'dismissal'

function decide(command: Command<'DecideConsequence'>): Ruling {
  const { type: _, words, approvers, today, ...facts } = command
  const found =
    standingFault(facts.step, facts) ??
    moverFault(facts.step, facts) ??
    textFault(facts.step, words, facts.session) ??
    decisionFault(facts.step, facts.approval, approvers, today)
  if (found !== null) return refuse(found)
  if (facts.due !== null && facts.due < today) return refuse(fault.duePast(today))
  const kept = {
    target: words.target.trim(),
    text: words.text.trim(),
    material: words.material.trim(),
    movers: words.movers.trim(),
  }
  return accept([{ type: 'ConsequenceDecided', ...facts, on: today, words: kept }])
}

function textFault(
  step: ConsequenceStep,
  { target, text, material }: ConsequenceWords,
  session: string,
): CheckFault | null {
  if (text.trim() === '')
    return fault.missing(step === 'interpellation' ? '质询的问题和内容' : '理由和要求')
  if (step === 'interpellation' && target.trim() === '') return fault.missing('质询对象')
  if (isVoted(step) && target.trim() === '') return fault.missing('对象')
  if (isVoted(step) && material.trim() === '') return fault.missing('有关材料')
  if (step === 'redo' && session.trim() === '') return fault.missing('再次报告的会议')
  return null
}

/** Some bodies are named by law; for the rest the rule book names them. */
function decidersOf(
  step: ConsequenceStep,
  approvers: readonly ApprovingBody[],
): readonly ApprovingBody[] {
  switch (step) {
    case 'listed':
    case 'interpellation':
    case 'removal':
    case 'dismissal':
      return ['chairs']
    case 'specialInquiry':
      return ['standingCommittee']
    case 'talk':
    case 'inquiry':
    case 'affirmation':
      return [
        ...new Set([...approvers, 'chairs', 'standingCommittee', 'workingCommittee'] as const),
      ]
    case 'commendation':
    case 'circular':
    case 'redo':
    case 'selfCriticism':
    case 'honours':
    case 'thematicInquiry':
    case 'superior':
    case 'organisational':
      return [...new Set([...approvers, 'standingCommittee'] as const)]
  }
}

function decisionFault(
  step: ConsequenceStep,
  approval: Approval,
  approvers: readonly ApprovingBody[],
  today: Day,
): CheckFault | null {
  const bodies = decidersOf(step, approvers)
  const isGood = bodies.includes(approval.body) && approvalFault(approval, today) === null
  return isGood ? null : fault.notDecided(bodies)
}

function answer({ step, status }: Running, command: Command<'AnswerConsequence'>): Ruling {
  const { way, text, signer, today } = command
  if (isVoted(step)) return refuse(fault.defenceInstead)
  if (status === 'answered') return refuse(fault.alreadyAnswered)
  if (text.trim() === '') return refuse(fault.missing('答复内容'))
  if (step === 'interpellation' && way === 'written' && signer.trim() === '')
    return refuse(fault.missing('负责人签署'))
  const words = { text: text.trim(), signer: signer.trim() }
  return accept([{ type: 'ConsequenceAnswered', on: today, way, words }])
}

function rate(
  { step, status, signers, answers, ratings }: Running,
  { dissatisfied, today }: Command<'RateConsequenceAnswer'>,
): Ruling {
  if (step !== 'interpellation') return refuse(fault.onlyInterpellation)
  if (status !== 'answered' || ratings.length >= answers.length) return refuse(fault.notAnswered)
  if (dissatisfied > signers) return refuse(fault.tooManyRaters(signers))
  return accept([{ type: 'ProposersRated', on: today, dissatisfied, proposers: signers }])
}

/** More than half of the proposers. */
export function mayDemandSecond(dissatisfied: number, proposers: number): boolean {
  return dissatisfied * 2 > proposers
}

function orderSecond(
  { step, ratings, answers }: Running,
  { approval, today }: Command<'OrderSecondAnswer'>,
): Ruling {
  if (step !== 'interpellation') return refuse(fault.onlyInterpellation)
  const last = ratings.at(-1)
  if (!last || ratings.length < answers.length) return refuse(fault.notRated)
  if (!mayDemandSecond(last.dissatisfied, last.proposers))
    return refuse(fault.notDissatisfied(last.dissatisfied, last.proposers))
  if (approval.body !== 'chairs' || approvalFault(approval, today) !== null)
    return refuse(fault.notDecided(['chairs']))
  return accept([{ type: 'SecondAnswerOrdered', on: today, approval }])
}

function hear({ step, vote }: Running, { way, text, today }: Command<'HearDefence'>): Ruling {
  if (!isVoted(step) || vote !== null) return refuse(fault.noDefenceHere)
  if (way !== 'waived' && text.trim() === '') return refuse(fault.missing('申辩意见'))
  return accept([{ type: 'DefenceHeard', on: today, way, words: { text: text.trim() } }])
}

function count(
  { step, defence, members, vote }: Running,
  { yes, no, abstain, secret, today }: Command<'CountRemovalVote'>,
): Ruling {
  if (!isVoted(step) || vote !== null) return refuse(fault.noVoteHere)
  if (step === 'removal' && defence === null) return refuse(fault.defenceMissing)
  if (!secret) return refuse(fault.notSecret)
  const cast = yes + no + abstain
  if (cast > members) return refuse(fault.tooManyVotes(members))
  if (cast * 2 <= members) return refuse(fault.noQuorum(cast, members))
  const passed = yes * 2 > members
  return accept([{ type: 'RemovalVoteCounted', on: today, yes, no, abstain, members, passed }])
}

function conclude(
  { step, vote, ratings, answers }: Running,
  { text, today }: Command<'ConcludeConsequence'>,
): Ruling {
  if (text.trim() === '') return refuse(fault.missing('结果'))
  if (isVoted(step) && vote === null) return refuse(fault.notVoted)
  if (step === 'interpellation' && (answers.length === 0 || ratings.length < answers.length))
    return refuse(fault.notRated)
  return accept([{ type: 'ConsequenceConcluded', on: today, words: { text: text.trim() } }])
}

function lifted({ reason, today }: Command<'LiftConsequence'>): ConsequenceEvent {
  return { type: 'ConsequenceLifted', on: today, words: { reason: reason.trim() } }
}
