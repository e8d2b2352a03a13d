/** Raising one opinion in an appraisal that is running. */
import { originOf, phases } from '@luoshi/domain/appraisals/phases'
import type { AppraisalId, MatterId, OpinionId, UnitId } from '@luoshi/domain/kernel/ids'
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
import { recusalObstacle, type RecusedNames } from '../people/recused-from.ts'
import { unitNotActive } from '../people/responsible-obstacle.ts'
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
  if (repeated) return answer(world, asked, repeated.streams, { ...repeated, numbers: {} })

  const { disposition } = asked.raising
  const proposed = disposition.kind === 'matter' ? disposition.unit : null
  const setting = await settingOf(world, asked, asked.appraisal, proposed)
  if (!setting.ok) return setting
  const on = { unit: null, appraisal: asked.appraisal, known: raisingAhead(asked)?.recused ?? null }
  const barred = await recusalObstacle(world, asked.by, 'RaiseOpinion', on)
  if (!barred.ok) return barred
  const raised = raising({ ...asked.raising, partOf: null, source: null }, setting.value)
  if (!raised.ok) return raised
  const done = await commit(world, asked, raised.value.writes)
  if (!done.ok) return done
  const streams = raised.value.writes.map(({ stream }) => stream)
  return answer(world, asked, streams, done.value)
}

/**
 * The appraisal's phase and rules now. Refused unless it is running, and then for a unit that may not be given anything.
 * @param unit - The unit that is to answer, if one is named already: asked for in the same question.
 */
export async function settingOf(
  world: World,
  asked: Asked,
  appraisal: AppraisalId,
  unit: UnitId | null = null,
): Outcome<Setting> {
  const { by } = asked
  const row = await raisingNow(world, asked, appraisal, unit)
  if (!row) return notFound()
  const phase = phases.find((one) => one === row.phase)
  if (row.status !== 'running' || !phase) {
    return refusedByAppraisal({ code: 'appraisal-not-running' })
  }
  if (unit !== null && row.unit_status !== 'active') return unitNotActive()
  const policy = await world.policies.of(by.congress, appraisal)
  const at = world.now()
  return accept({ appraisal, phase: originOf(phase), policy, at, today: todayOf(world) })
}

type RaisingNow = Readonly<{ phase: string; status: string; unit_status: string | null }>

/** What was read with the session; null when it was not, or when there is no such appraisal. */
function raisingAhead({ ahead }: Asked): (RaisingNow & { recused: RecusedNames[] }) | null {
  return ahead?.wanted === 'raising' && ahead.found !== null ? JSON.parse(ahead.found) : null
}

async function raisingNow(
  { db }: World,
  asked: Asked,
  appraisal: AppraisalId,
  unit: UnitId | null,
): Promise<RaisingNow | null> {
  const { by, ahead } = asked
  if (ahead?.wanted === 'raising' && ahead.which === appraisal && ahead.also === unit)
    return raisingAhead(asked)
  // The row, not the stream: the frozen rule book in it is long, and the policy made of it is kept already.
  const [row] = await db.rows<RaisingNow>(by.congress, {
    name: 'appraisal-phase',
    text: `select a.phase, a.status, (select u.status from luoshi.unit_view u
        where u.congress = $1 and u.id = $3 and u.to_seq is null) as unit_status
      from luoshi.appraisal_view a where a.congress = $1 and a.id = $2 and a.to_seq is null`,
    values: [by.congress, appraisal, unit],
  })
  return row ?? null
}

async function answer(
  { db }: World,
  { by }: Asked,
  streams: readonly string[],
  { seq, numbers: given }: Omit<Done, 'repeated'>,
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
