/** Self-checks as they may be seen: while the unit writes, only the unit reads what it writes. */
import {
  seedFramework,
  type SelfCheckFramework,
} from '@luoshi/domain/appraisals/self-check-framework'
import { selfCheckFigures, type KnownSelfCheck } from '@luoshi/domain/appraisals/self-check'
import { idOf, type AppraisalId, type Id } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import type { SelfCheckRow } from '../contract/self-checks.ts'
import type { Outcome, World } from '../execute/context.ts'
import { listRecords } from '../execute/record.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'
import { scopeOf } from '../matters/viewer-scope.ts'
import { countyFramework } from './county-framework.ts'
import { selfCheckKind } from './campaign-records.ts'
import { selfCheckOf, type SelfCheckDone } from './self-check-commands.ts'

async function namesOf({ db }: World, by: Principal, { unit, official }: KnownSelfCheck) {
  const [row] = await db.rows<{ unit_name: string | null; official_name: string | null }>(
    by.congress,
    {
      text: `select (select name from luoshi.unit_view
            where congress = $1 and id = $2 and to_seq is null) as unit_name,
          (select name from luoshi.official_view
            where congress = $1 and id = $3 and to_seq is null) as official_name`,
      values: [by.congress, unit, official],
    },
  )
  return { unitName: row?.unit_name ?? '', officialName: row?.official_name ?? '' }
}

async function rowOf(
  world: World,
  by: Principal,
  id: Id<'selfcheck'>,
): Promise<SelfCheckRow | null> {
  const { state, version } = await selfCheckKind.load(world.db, by.congress, id)
  if (state.status === 'none') return null
  const scope = scopeOf(by)
  const isOwn = by.unit !== null && by.unit === state.unit
  if (!isOwn && scope.sees !== 'all') return null
  const isHidden = !isOwn && state.status === 'filling'
  const check = isHidden ? { ...state, gaps: [], achievements: [], clean: [] } : state
  const figures = selfCheckFigures(check)
  return { id, version, ...(await namesOf(world, by, state)), check, figures, isHidden }
}

/** The county's own framework, else that of its last self-check, else the four parts of the source document. */
async function frameworkOffered(world: World, by: Principal): Promise<SelfCheckFramework> {
  const { db } = world
  const own = await countyFramework(world, by.congress)
  if (own.state.status === 'set') return own.state.framework
  const [last] = await listRecords(db, by.congress, 'selfcheck', {}, 1)
  if (!last) return seedFramework
  const { state } = await selfCheckKind.load(db, by.congress, idOf('selfcheck', last.id))
  return state.status === 'none' ? seedFramework : state.framework
}

export async function readSelfCheck(
  world: World,
  by: Principal,
  appraisal: AppraisalId,
): Outcome<{ row: SelfCheckRow | null; framework: SelfCheckFramework }> {
  const scope = scopeOf(by)
  if (scope.sees === 'none') return notFound()
  const row = await rowOf(world, by, selfCheckOf(appraisal))
  if (!row && scope.sees !== 'all') return accept({ row: null, framework: [] })
  return accept({ row, framework: await frameworkOffered(world, by) })
}

export async function selfCheckShown(
  world: World,
  by: Principal,
  done: SelfCheckDone,
): Outcome<SelfCheckRow> {
  const result = await done
  if (!result.ok) return result
  const row = await rowOf(world, by, result.value.id)
  return row ? accept(row) : notFound()
}
