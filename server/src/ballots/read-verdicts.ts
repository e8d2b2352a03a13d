/** How every matter of an appraisal was judged, session by session, round by round. */
import { isDay } from '@luoshi/domain/kernel/day'
import { idOf, type AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { OpenedMatter } from '@luoshi/domain/matters/matter'
import type { MatterVerdicts } from '../contract/verdicts.ts'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import type { Outcome, World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'

type Found = { id: string; number: number; title: string; rounds: OpenedMatter['rounds'] }

/** A unit sees what it has been handed, as everywhere. */
export async function readVerdicts(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<readonly MatterVerdicts[]> {
  const visible = await readAppraisal(world, by, appraisal)
  if (!visible.ok) return visible
  const scope = scopeOf(by)
  const rows = await world.db.rows<Found>(by.congress, {
    text: `select id, number, title, doc -> 'rounds' as rounds from luoshi.matter_view
      where congress = $1 and appraisal = $2 and to_seq is null and round > 0
        and ($3::text is null or unit = $3)
      order by number limit 500`,
    values: [by.congress, appraisal, scope.sees === 'unit' ? scope.unit : null],
  })
  return accept(rows.map(rowOf).filter(({ verdicts }) => verdicts.length > 0))
}

function rowOf({ id, number, title, rounds }: Found): MatterVerdicts {
  const verdicts = rounds.flatMap(({ number: round, verdict }) => {
    if (verdict === null || !isDay(verdict.on)) return []
    const { on, session, outcome, by } = verdict
    const ballot = by?.ballot ?? null
    return [{ round, on, session, outcome, ballot, isExcepted: by?.excepted === true }]
  })
  return { matter: idOf('matter', id), number, title, verdicts }
}
