/** The appraisals of the year: each opened from the plan, and led through its phases as far as it has come. */
import { phases, type Phase } from '@luoshi/domain/appraisals/phases'
import { enterPhase } from '@luoshi/server/appraisals/appraisal-commands'
import { yearPlanKind } from '@luoshi/server/appraisals/campaign-records'
import { openFromPlan } from '@luoshi/server/appraisals/year-plan-commands'
import { loadAppraisal } from '@luoshi/server/execute/load'
import { paces } from '../calendar.ts'
import { appraisalKeys, officials, subjects, units, type AppraisalKey } from '../county.ts'
import { appraisalOf, known, must, type Story } from '../story.ts'
import { sessionOf } from '../words/roster.ts'

const reached: Readonly<Record<AppraisalKey, Phase>> = {
  water: 'verdict',
  transport: 'verdict',
  housing: 'rectification',
  education: 'opinionLetter',
  health: 'investigation',
  market: 'selfCheck',
  justice: 'planned',
}

const heardAt: Readonly<Record<AppraisalKey, number>> = {
  water: 28,
  transport: 29,
  housing: 30,
  education: 31,
  health: 32,
  market: 32,
  justice: 33,
}

export function planAppraisals(story: Story): void {
  for (const key of appraisalKeys) {
    const pace = paces[key]
    const days: Readonly<Record<Phase, number>> = {
      planned: pace.open,
      selfCheck: pace.open + 3,
      investigation: pace.open + 12,
      meeting: pace.raise,
      opinionLetter: pace.raise + 1,
      rectification: pace.handOver + 1,
      verdict: pace.judge,
    }
    story.plan(pace.open, () => open(story, key))
    for (const phase of phases.slice(1, phases.indexOf(reached[key]) + 1))
      story.plan(days[phase], () => enter(story, key, phase))
  }
}

async function open(story: Story, key: AppraisalKey): Promise<void> {
  const { world, congress } = story
  const id = known(story.plans.get('current'), 'plan')
  const { state, version } = await yearPlanKind.load(world.db, congress, id)
  const listed = state.status === 'none' ? [] : state.subjects
  const one = listed.find(({ unit }) => unit === story.unit(key))
  const done = await openFromPlan(world, {
    by: story.as('clerk'),
    id,
    version,
    subject: known(one, `subject ${key}`).subject,
    title: `${units[key]}${officials[subjects[key]].name}同志述职评议`,
    ruleBook: known(story.books.get('first'), 'own rules'),
    session: sessionOf(heardAt[key]),
  })
  story.appraisals.set(key, must(done, `open ${key}`).appraisal)
}

async function enter(story: Story, key: AppraisalKey, phase: Phase): Promise<void> {
  const { world, congress } = story
  const appraisal = appraisalOf(story, key)
  const { version } = await loadAppraisal(world.db, congress, appraisal)
  const asked = { by: story.as('clerk'), appraisal, version, phase }
  must(await enterPhase(world, asked), `enterPhase ${phase}`)
}
