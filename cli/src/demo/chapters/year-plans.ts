/** Last year's plan, this year's with a drawing by lot, the Party committee's consent, adoption and publication. */
import { commitmentOf } from '@luoshi/domain/appraisals/draw-lots'
import type { Id } from '@luoshi/domain/kernel/ids'
import { drawingKind, yearPlanKind } from '@luoshi/server/appraisals/campaign-records'
import { openDrawing, stepOnDrawing } from '@luoshi/server/appraisals/drawing-commands'
import { draftYearPlan, stepOnYearPlan } from '@luoshi/server/appraisals/year-plan-commands'
import type { DrawingTold } from '@luoshi/server/contract/drawings'
import type { YearPlanTold } from '@luoshi/server/contract/yearplans'
import { officials, subjects, units, type OfficialKey, type UnitKey } from '../county.ts'
import { dayOf, decided, known, must, type Story } from '../story.ts'
import { lotCandidates, lotReason, participants, planned } from '../words/year-plans.ts'

type PlanId = Id<'yearplan'>
type Subject = Extract<YearPlanTold, { type: 'PlanSubjects' }>['subjects'][number]

export function planYears(story: Story): void {
  const year = Number(dayOf(story, -240).slice(0, 4))
  story.plan(-298, async () => {
    const id = await draft(story, year - 1, `${year - 1}年度评议工作计划（补录）`)
    story.plans.set('last', id)
    const unit = subject(story, 'floodOffice', 'bao', 'plan', '防汛物资储备检查发现问题较多。')
    await tell(story, id, {
      type: 'PlanSubjects',
      subjects: [
        subject(
          story,
          'housing',
          'oldBao',
          'rotation',
          '届内轮换；评议工作在本系统启用前已经办结。',
        ),
        { ...unit, kind: 'unit' },
      ],
      approval: null,
    })
    await consentAndAdopt(story, id, -298, { year: year - 1, minutes: 22 })
    await tell(story, id, {
      type: 'WithdrawSubject',
      subject: 's2',
      reason: '机构改革，单位拟并入县水利局，不再单独评议。',
      approval: decided(story, -298, '第26次主任会议'),
    })
  })
  story.plan(-290, async () => {
    const id = await draft(story, year, `${year}年度评议工作计划`)
    story.plans.set('current', id)
    const listed = planned.map(({ key, selection, reason }) =>
      subject(story, key, subjects[key], selection, reason),
    )
    await tell(story, id, { type: 'PlanSubjects', subjects: listed, approval: null })
  })
  story.plan(-288, () => drawByLot(story))
  story.plan(-280, async () => {
    const id = known(story.plans.get('current'), 'plan')
    await consentAndAdopt(story, id, -280, { year, minutes: 30 })
    await tell(story, id, { type: 'PublishYearPlan', on: dayOf(story, -280) })
  })
}

function subject(
  story: Story,
  unit: UnitKey,
  official: OfficialKey,
  selection: Subject['selection'],
  reason: string,
): Subject {
  const who = { unit: story.unit(unit), official: story.official(official) }
  return { kind: 'person', ...who, selection, drawing: null, reason }
}

async function draft({ world, as }: Story, year: number, title: string): Promise<PlanId> {
  return must(await draftYearPlan(world, { by: as('clerk'), year, title }), title).id
}

async function consentAndAdopt(
  story: Story,
  id: PlanId,
  day: number,
  { year, minutes }: Readonly<{ year: number; minutes: number }>,
): Promise<void> {
  const party = { body: '中共清禾县委', number: `清委批〔${year}〕${minutes}号` }
  await tell(story, id, { type: 'RecordPartyConsent', ...party, on: dayOf(story, day) })
  const approval = decided(story, day, `第${minutes}次主任会议`)
  await tell(story, id, { type: 'AdoptYearPlan', approval })
}

async function tell(story: Story, id: PlanId, told: YearPlanTold): Promise<void> {
  const { world, congress } = story
  const { version } = await yearPlanKind.load(world.db, congress, id)
  must(await stepOnYearPlan(world, { by: story.as('clerk'), id, version, told }), told.type)
}

/** Everybody seals first, in his own account; then everybody opens; the outcome is computed, and listed as it came. */
async function drawByLot(story: Story): Promise<void> {
  const { world, congress } = story
  const plan = known(story.plans.get('current'), 'plan')
  const candidates = lotCandidates.map((key) => {
    const head = key === 'floodOffice' ? 'bao' : subjects[key]
    const label = `${units[key]} ${officials[head].name}`
    return { unit: story.unit(key), official: story.official(head), label }
  })
  const opening = {
    title: '年度评议对象抽签',
    plan,
    candidates,
    count: 2,
    participants: participants.map(({ name }) => name),
  }
  const { id } = must(await openDrawing(world, { by: story.as('clerk'), opening }), 'openDrawing')
  const step = async (login: string, told: DrawingTold) => {
    const { version } = await drawingKind.load(world.db, congress, id)
    must(await stepOnDrawing(world, { by: story.as(login), id, version, told }), told.type)
  }
  for (const [participant, one] of participants.entries())
    await step(one.login, { type: 'SealLot', participant, commitment: commitmentOf(one) })
  for (const [participant, { login, secret, salt }] of participants.entries())
    await step(login, { type: 'OpenLot', participant, secret, salt })
  const { state } = await drawingKind.load(world.db, congress, id)
  const chosen = state.status === 'drawn' ? state.chosen : []
  const drawn = chosen.flatMap((place): Subject[] => {
    const one = candidates[place]
    if (!one) return []
    const { unit, official } = one
    return [{ kind: 'person', unit, official, selection: 'lot', drawing: id, reason: lotReason }]
  })
  await tell(story, plan, { type: 'PlanSubjects', subjects: drawn, approval: null })
}
