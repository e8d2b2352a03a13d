/** Raising one opinion in an appraisal that is running. */
import { originOf, phases } from '@luoshi/domain/appraisals/phases'
import type { AppraisalId, MatterId, OpinionId } from '@luoshi/domain/kernel/ids'
import { isId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { alreadyDone, commit, type Done } from '../execute/commit.ts'
import {
  mayGive,
  oneMoment,
  todayOf,
  type Asked,
  type Outcome,
  type World,
} from '../execute/context.ts'
import { forbidden, notFound, refusedByAppraisal } from '../execute/refused.ts'
import { matterNumbers } from '../matters/matter-numbers.ts'
import { recusalObstacle } from '../people/recused-from.ts'
import { unitObstacle } from '../people/responsible-obstacle.ts'
import { raising, type Raising, type Setting } from './raising.ts'

export type RaiseAsked = Asked &
  Readonly<{ appraisal: AppraisalId; raising: Omit<Raising, 'partOf' | 'source'> }>

export type RaiseDone = Readonly<{
  opinion: OpinionId
  matter: MatterId | null
  number: number | null
  seq: number
}>

export async function raiseOpinion(at: World, asked: RaiseAsked): Outcome<RaiseDone> {
  const world = oneMoment(at)
  if (!mayGive(asked, 'RaiseOpinion')) return forbidden()
  const repeated = await alreadyDone(world.db, asked)
  if (repeated) return answer(world, asked, repeated.streams, { seq: repeated.seq, numbers: {} })

  const { disposition } = asked.raising
  const proposed = disposition.kind === 'matter' ? disposition.unit : null
  // Asked side by side: a unit that is gone is told only when the appraisal itself takes opinions.
  const [setting, unit] = await Promise.all([
    settingOf(world, asked, asked.appraisal),
    proposed === null ? accept(true) : unitObstacle(world.db, asked.by.congress, proposed),
  ])
  if (!setting.ok) return setting
  if (!unit.ok) return unit
  const on = { unit: null, appraisal: asked.appraisal }
  const barred = await recusalObstacle(world, asked.by, 'RaiseOpinion', on)
  if (!barred.ok) return barred
  const raised = raising({ ...asked.raising, partOf: null, source: null }, setting.value)
  if (!raised.ok) return raised
  const done = await commit(world, asked, raised.value.writes)
  if (!done.ok) return done
  const streams = raised.value.writes.map(({ stream }) => stream)
  return answer(world, asked, streams, done.value)
}

/** The appraisal's phase and rules now. Refused unless it is running. */
export async function settingOf(
  world: World,
  { by }: Asked,
  appraisal: AppraisalId,
): Outcome<Setting> {
  // The row, not the stream: the frozen rule book in it is long, and the policy made of it is kept already.
  const [row] = await world.db.rows<{ phase: string; status: string }>(by.congress, {
    name: 'appraisal-phase',
    text: `select phase, status from luoshi.appraisal_view
      where congress = $1 and id = $2 and to_seq is null`,
    values: [by.congress, appraisal],
  })
  if (!row) return notFound()
  const phase = phases.find((one) => one === row.phase)
  if (row.status !== 'running' || !phase) {
    return refusedByAppraisal({ code: 'appraisal-not-running' })
  }
  const policy = await world.policies.of(by.congress, appraisal)
  const at = world.now()
  return accept({ appraisal, phase: originOf(phase), policy, at, today: todayOf(world) })
}

async function answer(
  { db }: World,
  { by }: Asked,
  streams: readonly string[],
  { seq, numbers: given }: Done,
): Outcome<RaiseDone> {
  const opinion = streams.find((stream) => isId('opinion', stream))
  if (opinion === undefined || !isId('opinion', opinion)) throw new Error('No opinion was raised')
  const matter = streams.find((stream) => isId('matter', stream))
  if (matter === undefined || !isId('matter', matter)) {
    return accept({ opinion, matter: null, number: null, seq })
  }
  const known = given[matter]
  if (known !== undefined) return accept({ opinion, matter, number: known, seq })
  const numbers = await matterNumbers(db, by.congress, [matter])
  return accept({ opinion, matter, number: numbers.get(matter) ?? null, seq })
}
