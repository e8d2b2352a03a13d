/** What the figures would lead to, found by the same rule that will judge, without writing anything. */
import type { MatterId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import {
  outcomeOf,
  type Attendance,
  type Axis,
  type AxisVotes,
} from '@luoshi/domain/verdicts/verdict'
import { mayGive, type Asked, type World } from '../execute/context.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { forbidden, notFound, refusedByMatter } from '../execute/refused.ts'
import { answeringUnit } from './answering-unit.ts'

export type PreviewAsked = Asked &
  Readonly<{
    matter: MatterId
    attendance: Attendance
    votes: Readonly<Record<Axis, AxisVotes>>
  }>

export async function previewJudgement(world: World, asked: PreviewAsked) {
  const { by, matter, attendance, votes } = asked
  const { state } = await loadMatter(world.db, by.congress, matter)
  if (!isOpened(state)) return notFound()
  if (!mayGive(asked, 'JudgeMatter', answeringUnit(state))) return forbidden()
  const policy = await world.policies.of(by.congress, state.appraisal)
  const judge = (axis: Axis) => policy.judgeAxis(axis, attendance, votes[axis])
  const [measures, timeliness, quality] = [judge('measures'), judge('timeliness'), judge('quality')]
  if (!measures.ok) return refusedCount('measures', measures.refusal)
  if (!timeliness.ok) return refusedCount('timeliness', timeliness.refusal)
  if (!quality.ok) return refusedCount('quality', quality.refusal)
  const findings = {
    measures: measures.value,
    timeliness: timeliness.value,
    quality: quality.value,
  }
  return accept({ findings, outcome: outcomeOf(findings) })
}

type CountRefused = Extract<Parameters<typeof refusedByMatter>[0], { code: 'count-refused' }>

function refusedCount(axis: Axis, refusal: CountRefused['refusal']) {
  return refusedByMatter({ code: 'count-refused', axis, refusal })
}
