/** What may happen to a self-check next. Source: see self-check.ts. */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import type { AppraisalId, MatterId, OfficialId, OpinionId, UnitId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { factsOf } from '../matters/events.ts'
import type { Evidence } from '../matters/round-parts.ts'
import { frameworkFault, questionsOf, type SelfCheckFramework } from './self-check-framework.ts'
import type { SelfCheckRefusal } from './self-check-refusals.ts'
import {
  evolveSelfCheck,
  noSelfCheck,
  type GapCheck,
  type KnownSelfCheck,
  type SelfCheck,
  type SelfCheckEvent,
} from './self-check.ts'

export type SelfCheckCommand = ByType<{
  OpenSelfCheck: {
    appraisal: AppraisalId
    unit: UnitId
    official: OfficialId
    framework: SelfCheckFramework
    due: Day | null
    today: Day
  }
  NameGap: {
    question: string
    finding: string
    cause: string
    remedy: string
    fixedOn: Day | null
    evidence: readonly Evidence[]
    /** The entry that this one is written in the place of. */
    replaces?: string | undefined
    today: Day
  }
  DropGap: { gap: string; today: Day }
  /** Each question with its own grounds; one sentence for all of them is none. */
  StateNothingFound: { stated: readonly Clean[]; today: Day }
  NameAchievement: { text: string; evidence: readonly Evidence[]; today: Day }
  DropAchievement: { achievement: string; today: Day }
  SubmitSelfCheck: { signedBy: string; today: Day }
  ReturnSelfCheck: { comments: string; today: Day }
  TakeOverGap: { gap: string; opinion: OpinionId; matter: MatterId | null; today: Day }
  VerifySelfFix: { gap: string; outcome: GapCheck['outcome']; findings: string; today: Day }
}>

/** A question of the framework, and how the unit knows that there is nothing. */
export type Clean = Readonly<{ question: string; basis: string }>

type Ruling = Result<readonly SelfCheckEvent[], SelfCheckRefusal>

export const selfCheckDecider: Decider<
  SelfCheck,
  SelfCheckCommand,
  SelfCheckEvent,
  SelfCheckRefusal
> = {
  initial: noSelfCheck,
  decide: (check, command) => {
    if (command.type === 'OpenSelfCheck') {
      if (check.status !== 'none') return refuse({ code: 'self-check-already-open' })
      const fault = frameworkFault(command.framework)
      if (fault) return refuse({ code: 'framework-faulty', fault })
      const { appraisal, unit, official, framework, due, today: on } = command
      return accept([{ type: 'SelfCheckOpened', appraisal, unit, official, framework, due, on }])
    }
    switch (command.type) {
      case 'ReturnSelfCheck':
      case 'TakeOverGap':
      case 'VerifySelfFix':
        return check.status === 'submitted'
          ? decideSubmitted(check, command)
          : refuse({ code: 'self-check-not-submitted' })
      case 'NameGap':
      case 'DropGap':
      case 'StateNothingFound':
      case 'NameAchievement':
      case 'DropAchievement':
      case 'SubmitSelfCheck':
        return check.status === 'filling'
          ? decideFilling(check, command)
          : refuse({ code: 'self-check-not-filling' })
    }
  },
  evolve: evolveSelfCheck,
}

type Told<Type extends SelfCheckCommand['type']> = Extract<
  SelfCheckCommand,
  Readonly<{ type: Type }>
>

type Filling = Told<
  | 'NameGap'
  | 'DropGap'
  | 'StateNothingFound'
  | 'NameAchievement'
  | 'DropAchievement'
  | 'SubmitSelfCheck'
>

function decideFilling(check: KnownSelfCheck, command: Filling): Ruling {
  const { today: on } = command
  const questions = questionsOf(check.framework)
  const isAsked = (question: string) => questions.some(({ key }) => key === question)
  switch (command.type) {
    case 'NameGap':
      return isAsked(command.question)
        ? nameGap(check, command)
        : refuse({ code: 'no-such-question' })
    case 'DropGap':
      return check.gaps.some(({ gap }) => gap === command.gap)
        ? accept([{ type: 'GapDropped', gap: command.gap }])
        : refuse({ code: 'no-such-gap' })
    case 'StateNothingFound': {
      const stated = command.stated.map((one) => ({ ...one, basis: one.basis.trim() }))
      const fault = cleanFault(check, stated, isAsked)
      if (fault) return refuse(fault)
      // Said again, it is on record again: a step that writes nothing cannot be answered.
      return accept(
        stated.map(({ question, basis }) => {
          return { type: 'NothingFound', question, on, words: { basis } } as const
        }),
      )
    }
    case 'NameAchievement': {
      const text = command.text.trim()
      if (text === '') return refuse({ code: 'text-missing' })
      const achievement = `a${check.named + 1}`
      const { evidence, files } = factsOf(command.evidence)
      return accept([{ type: 'AchievementNamed', achievement, evidence, words: { text, files } }])
    }
    case 'DropAchievement': {
      const { achievement } = command
      return check.achievements.some((one) => one.achievement === achievement)
        ? accept([{ type: 'AchievementDropped', achievement }])
        : refuse({ code: 'no-such-gap' })
    }
    case 'SubmitSelfCheck': {
      const signedBy = command.signedBy.trim()
      const answered = new Set([...check.clean, ...check.gaps.map(({ question }) => question)])
      const left = questions.filter(({ key }) => !answered.has(key)).length
      if (left > 0) return refuse({ code: 'questions-unanswered', left })
      if (signedBy === '') return refuse({ code: 'signature-missing' })
      return accept([{ type: 'SelfCheckSubmitted', on, words: { signedBy } }])
    }
  }
}

/** What is wrong with what is stated, or null. */
function cleanFault(
  check: KnownSelfCheck,
  stated: readonly Clean[],
  isAsked: (question: string) => boolean,
): SelfCheckRefusal | null {
  const bases = stated.map(({ basis }) => basis)
  if (stated.length === 0 || bases.includes('')) return { code: 'basis-missing' }
  if (new Set(bases).size < bases.length) return { code: 'basis-repeated' }
  if (stated.some(({ question }) => !isAsked(question))) return { code: 'no-such-question' }
  const asked = new Set(stated.map(({ question }) => question))
  if (asked.size < stated.length) return { code: 'no-such-question' }
  return check.gaps.some(({ question }) => asked.has(question)) ? { code: 'gap-contradicts' } : null
}

function nameGap(check: KnownSelfCheck, command: Told<'NameGap'>): Ruling {
  const { question, fixedOn, today } = command
  const [finding, cause] = [command.finding.trim(), command.cause.trim()]
  const remedy = command.remedy.trim()
  if (finding === '') return refuse({ code: 'finding-missing' })
  if (cause === '') return refuse({ code: 'cause-missing' })
  if (fixedOn !== null && fixedOn > today) return refuse({ code: 'fixed-in-the-future' })
  // What is said to be fixed says how; what is not says what will be done.
  if (remedy === '') return refuse({ code: 'remedy-missing' })
  const { replaces } = command
  if (replaces !== undefined && !check.gaps.some((one) => one.gap === replaces))
    return refuse({ code: 'no-such-gap' })
  const { evidence, files } = factsOf(command.evidence)
  const words = { finding, cause, remedy, files }
  const gap = `g${check.named + 1}`
  const named = { type: 'GapNamed', gap, question, evidence, fixedOn, words } as const
  return accept(replaces === undefined ? [named] : [{ type: 'GapDropped', gap: replaces }, named])
}

function decideSubmitted(
  check: KnownSelfCheck,
  command: Told<'ReturnSelfCheck' | 'TakeOverGap' | 'VerifySelfFix'>,
): Ruling {
  const { today: on } = command
  if (command.type === 'ReturnSelfCheck') {
    const comments = command.comments.trim()
    if (comments === '') return refuse({ code: 'text-missing' })
    if (check.gaps.some(({ takenOver }) => takenOver !== null))
      return refuse({ code: 'already-taken-over' })
    return accept([{ type: 'SelfCheckReturned', on, words: { comments } }])
  }
  const one = check.gaps.find(({ gap }) => gap === command.gap)
  if (!one) return refuse({ code: 'no-such-gap' })
  const { gap } = one
  if (command.type === 'TakeOverGap') {
    const { opinion, matter } = command
    if (one.takenOver !== null) return refuse({ code: 'already-taken-over' })
    return accept([{ type: 'GapTakenOver', gap, opinion, matter, on }])
  }
  const findings = command.findings.trim()
  if (one.fixedOn === null) return refuse({ code: 'not-said-fixed' })
  if (findings === '') return refuse({ code: 'text-missing' })
  const { outcome } = command
  return accept([{ type: 'SelfFixChecked', gap, outcome, on, words: { findings } }])
}
