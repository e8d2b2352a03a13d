/**
 * What raising one opinion writes: the opinion with the words as said, and in the same commit either the matter that
 * will answer for it or its lawful exit. Nothing ever waits outside the count.
 * Source: domain/src/opinions/opinion.ts (the law).
 */
import type { Day, Instant } from '@luoshi/domain/kernel/day'
import type { AppraisalId, MatterId, OpinionId } from '@luoshi/domain/kernel/ids'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import { evolveMatter } from '@luoshi/domain/matters/evolve'
import { matterDecider } from '@luoshi/domain/matters/matter-decider'
import type { Matter } from '@luoshi/domain/matters/matter'
import type { MatterPolicy } from '@luoshi/domain/matters/policy'
import type { Opinion, OpinionFacts } from '@luoshi/domain/opinions/opinion'
import { opinionDecider, type OpinionCommand } from '@luoshi/domain/opinions/opinion-decider'
import type { PlanNotes } from '@luoshi/domain/plans/plan-notes'
import type { StreamWrite } from '@luoshi/ledger/log/event'
import { write } from '../execute/commit.ts'
import { newId } from '../execute/ids.ts'
import { isOpened } from '../execute/load.ts'
import { refusedByMatter, refusedByOpinion, type Refused } from '../execute/refused.ts'
import { matterRow, opinionRow } from '../execute/view-rows.ts'
import type { Disposition } from './disposition.ts'

export type Raising = Pick<
  OpinionFacts,
  'channel' | 'raiserKind' | 'receivedOn' | 'source' | 'partOf'
> &
  Readonly<{
    text: string
    raiser: string
    disposition: Disposition
    /** What the sheet it was read in says of its plan. */
    noted?: PlanNotes | undefined
  }>

export type Setting = Readonly<{
  appraisal: AppraisalId
  phase: OpinionFacts['phase']
  policy: MatterPolicy
  at: Instant
  today: Day
}>

export type Raised = Readonly<{
  opinion: OpinionId
  matter: MatterId | null
  writes: readonly StreamWrite[]
}>

/** @param existing - The matter that takes this opinion over when an opinion is divided; else a new one is opened. */
export function raising(
  asked: Raising,
  setting: Setting,
  existing: MatterId | null = null,
): Result<Raised, Refused> {
  const { disposition, noted, ...facts } = asked
  const { appraisal, phase, policy, today } = setting
  const opinion = newId('opinion')
  const matter = disposition.kind === 'matter' ? (existing ?? newId('matter')) : null
  const told: OpinionCommand[] = [
    { type: 'RaiseOpinion', ...facts, appraisal, phase, opinion, matter, today },
  ]
  if (disposition.kind === 'exit') {
    const { exit, reason, approval } = disposition
    told.push({ type: 'ExitOpinion', exit, reason, approval, today })
  }
  const raised = opinionWrite(opinion, told, policy)
  if (!raised.ok) return raised
  if (matter === null || disposition.kind === 'exit' || existing !== null)
    return accept({ opinion, matter, writes: [raised.value] })

  const { title, unit } = disposition
  const open = { type: 'OpenMatter', opinion, appraisal, phase, unit, title } as const
  const opened = matterDecider(matter, policy).decide(
    { status: 'none' },
    { ...open, text: asked.text, noted, today },
  )
  if (!opened.ok) return refusedByMatter(opened.refusal)
  const state = opened.value.reduce<Matter>(evolveMatter, { status: 'none' })
  if (!isOpened(state)) throw new Error('OpenMatter opened nothing')
  const carried = write(matter, 0, opened.value, matterRow(state, setting.at))
  return accept({ opinion, matter, writes: [raised.value, carried] })
}

function opinionWrite(
  id: OpinionId,
  told: readonly OpinionCommand[],
  policy: MatterPolicy,
): Result<StreamWrite, Refused> {
  const decider = opinionDecider(policy)
  const events = []
  let state: Opinion = decider.initial
  for (const command of told) {
    const ruling = decider.decide(state, command)
    if (!ruling.ok) return refusedByOpinion(ruling.refusal)
    events.push(...ruling.value)
    state = ruling.value.reduce(decider.evolve, state)
  }
  if (state.status === 'none') throw new Error('RaiseOpinion raised nothing')
  return accept(write(id, 0, events, opinionRow(state)))
}
