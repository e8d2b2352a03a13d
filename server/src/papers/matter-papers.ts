/** Papers made of matters: a unit's rectification plan, the three lists, the closure form. */
import { accept } from '@luoshi/domain/kernel/result'
import type { Day } from '@luoshi/domain/kernel/day'
import { currentRound } from '@luoshi/domain/matters/matter'
import { closureFormPaper } from '@luoshi/papers/official/kinds/closure-form'
import { rectificationPlanPaper } from '@luoshi/papers/official/kinds/rectification-plan'
import { threeListsPaper } from '@luoshi/papers/official/kinds/three-lists'
import { readAppraisal } from '../appraisals/list-appraisals.ts'
import { todayOf, type World } from '../execute/context.ts'
import type { Principal } from '../identity/principal.ts'
import { dayOrNull } from '../matters/list-matters.ts'
import { readMatter } from '../matters/read-matter.ts'
import { noRecord, recordAsked, type PaperLoader } from './asked-paper.ts'
import { entriesOnPaper, mattersOnPaper, type MatterOnPaper } from './matters-on-paper.ts'

/** Of the unit that is named, else of the one the appraisal is about, else of the first that has a plan. */
export const rectificationPlan: PaperLoader = async (world, asked) => {
  const { by, appraisal } = asked
  if (appraisal === undefined) return noRecord(asked)
  const row = await readAppraisal(world, by, appraisal)
  if (!row.ok) return row
  const all = (await mattersOnPaper(world, by, { appraisal })).filter(isOwed)
  const planned = all.filter(({ matter }) => planOf(matter) !== null)
  const named = recordAsked(asked, 'unit')
  const ofAppraisal = planned.find(({ matter }) => matter.unit === row.value.unit)
  const first = planned.find(({ matter }) => matter.unit === named) ?? ofAppraisal ?? planned[0]
  const unit = named ?? first?.matter.unit
  const own = all.filter(({ matter }) => matter.unit === unit)
  const [one] = own
  if (!one || !planned.some(({ matter }) => matter.unit === unit)) return noRecord(asked)
  const given = {
    unitName: one.unitName,
    officialName: [...new Set(own.map(({ officialName }) => officialName))].join('、'),
    activityName: row.value.title,
    session: row.value.session,
    items: own.map(({ number, matter }) => ({
      number,
      title: matter.title,
      text: matter.text,
      round: currentRound(matter)?.number ?? 1,
      meeting: matter.rounds.findLast(({ meeting }) => meeting !== null)?.meeting ?? null,
      plan: planOf(matter),
    })),
  }
  const isWhole = own.every(({ matter }) => planOf(matter) !== null)
  const submitted = isWhole ? await lastSubmitted(world, by, own) : null
  return accept({
    on: submitted ?? todayOf(world),
    of: `${appraisal}/${unit}`,
    standing: isWhole ? 'issued' : 'draft',
    paper: (frame) => rectificationPlanPaper(frame, given),
  })
}

/** The day on which the last of the plans was submitted: what is dated later would promise days that had passed. */
async function lastSubmitted(
  { db }: World,
  by: Principal,
  own: readonly MatterOnPaper[],
): Promise<Day | null> {
  const [row] = await db.rows<{ on: string | null }>(by.congress, {
    text: `select max(facts::jsonb ->> 'on') as on from luoshi.event
      where congress = $1 and stream = any($2) and type = 'PlanSubmitted'`,
    values: [by.congress, own.map(({ id }) => id)],
  })
  return dayOrNull(row?.on ?? null)
}

/** Handed over, and neither merged into another nor left by an exit. */
function isOwed({ matter }: MatterOnPaper): boolean {
  return matter.rounds.length > 0 && matter.status !== 'merged' && matter.status !== 'exited'
}

/** The plan that stands: of the last round that has one. */
function planOf({ rounds }: MatterOnPaper['matter']) {
  return rounds.findLast(({ plan }) => plan !== null)?.plan ?? null
}

export const threeLists: PaperLoader = async (world, asked) => {
  const { by, appraisal } = asked
  if (appraisal === undefined) return noRecord(asked)
  const row = await readAppraisal(world, by, appraisal)
  if (!row.ok) return row
  const unit = recordAsked(asked, 'unit')
  const entries = await entriesOnPaper(world, by, { appraisal, unit })
  if (entries.length === 0) return noRecord(asked)
  const { title: activityName, officialName, unitName, session } = row.value
  const given = { activityName, officialName, unitName, session, entries }
  return accept({
    on: todayOf(world),
    of: unit === undefined ? appraisal : `${appraisal}/${unit}`,
    standing: 'issued',
    paper: (frame) => threeListsPaper(frame, given),
  })
}

/** Of the matter that is named, else of the last that waits to be struck off or has been. */
export const closureForm: PaperLoader = async (world, asked) => {
  const { by, appraisal } = asked
  let id = recordAsked(asked, 'matter')
  if (id === undefined && appraisal !== undefined) {
    const statuses = ['satisfied', 'closed'] as const
    const all = await mattersOnPaper(world, by, { appraisal, statuses })
    id = (all.findLast(({ matter }) => matter.status === 'satisfied') ?? all.at(-1))?.id
  }
  if (id === undefined) return noRecord(asked)
  const found = await readMatter(world, { by, matter: id })
  if (!found.ok) return found
  const { number, matter, unitName, officialName } = found.value
  const [row, policy] = await Promise.all([
    readAppraisal(world, by, matter.appraisal),
    world.policies.of(by.congress, matter.appraisal),
  ])
  const verdict = currentRound(matter)?.verdict
  const given = {
    number,
    matter,
    unitName: unitName ?? '',
    officialName: officialName ?? '',
    activityName: row.ok ? row.value.title : '',
    session: row.ok ? row.value.session : '',
    closeFrom: verdict ? policy.closeFrom(verdict.on) : null,
  }
  const on = matter.closure?.on ?? todayOf(world)
  const standing = matter.status === 'closed' ? 'issued' : 'draft'
  return accept({ on, of: id, standing, paper: (frame) => closureFormPaper(frame, given) })
}
