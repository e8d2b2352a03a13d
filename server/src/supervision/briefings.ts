/** Steps of a monthly briefing. */
import type { Id } from '@luoshi/domain/kernel/ids'
import type { Approval } from '@luoshi/domain/people/approval'
import {
  decideBriefing,
  explainBriefingRefusal,
  type BriefingCommand,
} from '@luoshi/domain/supervision/briefing'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { newId } from '../execute/ids.ts'
import { takeRecordStep, type RecordDone } from '../execute/record.ts'
import { forbidden, refused } from '../execute/refused.ts'
import { assembleBriefing } from './assemble-briefing.ts'
import { briefingKind } from './briefing-kind.ts'

type Which = Readonly<{ briefing: Id<'briefing'>; version: number }>
type Done = Outcome<RecordDone<'briefing'>>

export async function draftBriefing(
  at: World,
  asked: Asked & Readonly<{ month: string; remarks: string; again: Which | null }>,
): Done {
  const world = oneMoment(at)
  if (!mayGive(asked, 'DraftBriefing')) return forbidden()
  const { month, remarks, again } = asked
  const today = todayOf(world)
  const isAhead = month > today.slice(0, 7)
  const figures = isAhead
    ? { asOf: today, lines: [] }
    : await assembleBriefing(world, asked.by.congress, month)
  const which = again ?? { briefing: newId('briefing'), version: 0 }
  return step(
    world,
    { ...asked, ...which },
    { type: 'DraftBriefing', month, remarks, ...figures, today },
  )
}

export function issueBriefing(
  world: World,
  asked: Asked & Which & Readonly<{ approval: Approval }>,
): Done {
  const { approval } = asked
  return step(world, asked, { type: 'IssueBriefing', approval, today: todayOf(world) })
}

export function withdrawBriefing(
  world: World,
  asked: Asked & Which & Readonly<{ reason: string }>,
): Done {
  const { reason } = asked
  return step(world, asked, { type: 'WithdrawBriefing', reason, today: todayOf(world) })
}

function step(
  world: World,
  { by, key, briefing, version }: Asked & Which,
  command: BriefingCommand,
): Done {
  return takeRecordStep(world, briefingKind, {
    by,
    key,
    id: briefing,
    version,
    command: command.type,
    decide: (state) => {
      const ruling = decideBriefing(state, command)
      if (ruling.ok) return ruling
      return refused(409, ruling.refusal.code, explainBriefingRefusal(ruling.refusal))
    },
  })
}
