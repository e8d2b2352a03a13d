/** Time limits counted out for somebody who asks: forwards from a day, and backwards from a meeting. */
import { latestDayBefore } from '@luoshi/domain/calendar/before-meeting'
import { countDeadline, type CountQuestion } from '@luoshi/domain/calendar/count-deadline'
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { accept } from '@luoshi/domain/kernel/result'
import { settingLabels } from '@luoshi/domain/rule-books/setting-words'
import {
  leadKeys,
  type countDeadline as countSpec,
  type deadlinesBefore as beforeSpec,
} from '../contract/calendar.ts'
import type { OutputOf } from '../contract/kit.ts'
import type { Outcome, World } from '../execute/context.ts'
import { loadAppraisal } from '../execute/load.ts'
import { notFound } from '../execute/refused.ts'
import type { Principal } from '../identity/principal.ts'

type CountAsked = Pick<CountQuestion, 'from' | 'count' | 'unit'> &
  Readonly<{ appraisal?: AppraisalId | undefined }>

export async function countOut(
  world: World,
  { congress }: Principal,
  { appraisal, ...asked }: CountAsked,
): Outcome<OutputOf<(typeof countSpec)['answer']>> {
  const { calendar } = await world.calendar.of(congress)
  if (appraisal !== undefined && !(await isThere(world, congress, appraisal))) return notFound()
  const rollOver =
    appraisal === undefined ||
    (await world.policies.ruleBookOf(congress, appraisal)).settings.rollOver.value
  const counted = countDeadline({ ...asked, calendar, rollOver })
  return accept({ ...counted, skipped: [...counted.skipped] })
}

/** Source: 监督法第十五条 (20, 10 and 7 days); two months' notice (昭通市述职评议办法). */
export async function countBack(
  world: World,
  { congress }: Principal,
  { appraisal, meeting }: Readonly<{ appraisal: AppraisalId; meeting: Day }>,
): Outcome<OutputOf<(typeof beforeSpec)['answer']>> {
  if (!(await isThere(world, congress, appraisal))) return notFound()
  const [{ calendar }, { settings }] = await Promise.all([
    world.calendar.of(congress),
    world.policies.ruleBookOf(congress, appraisal),
  ])
  const rows = leadKeys.map((key) => {
    const { value, source } = settings[key]
    const { latest, provisional } = latestDayBefore(meeting, value, calendar)
    return { key, label: settingLabels[key], ...value, latest, uncertain: provisional, source }
  })
  return accept({ rows })
}

async function isThere(
  { db }: World,
  congress: Principal['congress'],
  appraisal: AppraisalId,
): Promise<boolean> {
  return (await loadAppraisal(db, congress, appraisal)).state.status !== 'none'
}
