/**
 * Rules of an opinion: raised with the words as said, it is carried by a matter at once or leaves by a lawful exit; it
 * may be split into parts that answer for it; its words never change.
 * Source: seed map S02, S07; `opinion.ts`.
 */
import type { Day } from '../kernel/day.ts'
import type { Decider } from '../kernel/decider.ts'
import type { MatterId, OpinionId } from '../kernel/ids.ts'
import type { ByType } from '../kernel/one-of.ts'
import { accept, refuse, type Result } from '../kernel/result.ts'
import { erasedText } from '../kernel/words.ts'
import { badApproval, blank, firstOf } from '../matters/guards.ts'
import type { MatterPolicy } from '../matters/policy.ts'
import type { MatterRefusal } from '../matters/refusals.ts'
import type { Approval } from '../people/approval.ts'
import type { Exit } from './exits.ts'
import type { Opinion, OpinionEvent, OpinionFacts } from './opinion.ts'
import type { OpinionRefusal } from './refusals.ts'

export type OpinionCommand = ByType<{
  RaiseOpinion: OpinionFacts & {
    opinion: OpinionId
    matter: MatterId | null
    text: string
    raiser: string
    today: Day
  }
  /** At raising, or when its matter exits: then the opinion counts as an exit too. */
  ExitOpinion: { exit: Exit; reason: string; approval: Approval; today: Day }
  SplitOpinion: { parts: readonly OpinionId[]; reason: string; today: Day }
}>

export type OpinionDecider = Decider<
  Opinion,
  OpinionCommand,
  OpinionEvent,
  OpinionRefusal | MatterRefusal
>

export function opinionDecider(policy: Pick<MatterPolicy, 'mayApprove'>): OpinionDecider {
  return {
    initial: { status: 'none' },
    evolve: evolveOpinion,
    decide: (opinion, command) => decideOpinion(policy, opinion, command),
  }
}

type Ruling = Result<readonly OpinionEvent[], OpinionRefusal | MatterRefusal>

function decideOpinion(
  policy: Pick<MatterPolicy, 'mayApprove'>,
  opinion: Opinion,
  command: OpinionCommand,
): Ruling {
  switch (command.type) {
    case 'RaiseOpinion': {
      if (opinion.status !== 'none') return refuse({ code: 'opinion-already-raised' })
      const { text, raiser, today, ...facts } = command
      const refusal = firstOf(
        blank('意见原文', text),
        command.receivedOn > today
          ? { code: 'day-in-the-future', day: command.receivedOn, today }
          : null,
      )
      if (refusal) return refuse(refusal)
      return accept([{ ...facts, type: 'OpinionRaised', words: { text, raiser } }])
    }
    case 'ExitOpinion': {
      if (opinion.status !== 'answerable' && opinion.status !== 'raised') {
        return refuse({ code: 'opinion-not-answerable', actual: opinion.status })
      }
      const { exit, reason, approval, today } = command
      const refusal = firstOf(blank('理由', reason), badApproval('exit', approval, today, policy))
      return refusal
        ? refuse(refusal)
        : accept([{ type: 'OpinionExited', exit, approval, words: { reason } }])
    }
    case 'SplitOpinion': {
      if (opinion.status !== 'answerable')
        return refuse({ code: 'opinion-not-answerable', actual: opinion.status })
      if (command.parts.length < 2)
        return refuse({ code: 'split-needs-two-parts', got: command.parts.length })
      return accept([
        { type: 'OpinionSplit', parts: command.parts, words: { reason: command.reason } },
      ])
    }
  }
}

function evolveOpinion(before: Opinion, event: OpinionEvent): Opinion {
  if (event.type === 'OpinionRaised') {
    const { type: _, opinion: __, matter, ...facts } = event
    return matter === null
      ? { ...facts, status: 'raised' }
      : { ...facts, status: 'answerable', matter }
  }
  if (before.status === 'none') throw new Error(`${event.type} before OpinionRaised`)
  const { appraisal, channel, raiserKind, receivedOn, phase, source, partOf, words } = before
  const base = { appraisal, channel, raiserKind, receivedOn, phase, source, partOf, words }
  switch (event.type) {
    case 'OpinionExited': {
      const { exit, approval } = event
      return {
        ...base,
        status: 'exited',
        exit,
        approval,
        reason: event.words?.reason ?? erasedText,
      }
    }
    case 'OpinionSplit':
      return { ...base, status: 'split', parts: event.parts }
  }
}
