/**
 * Loads the demo county by giving the commands that its people gave over the last months, with the clock set to each
 * day. Nothing is written past the rules: what is refused here would be refused to anyone.
 */
import type { Day } from '@luoshi/domain/kernel/day'
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { Hall } from '@luoshi/server/ballots/hall/hall'
import type { World } from '@luoshi/server/execute/context'
import type { Identity } from '@luoshi/server/identity/identity'
import { planAppraisals } from './chapters/appraisals.ts'
import { planCampaigns } from './chapters/campaign.ts'
import { planInquiries } from './chapters/inquiries.ts'
import { planLetter } from './chapters/letter.ts'
import { planMeeting } from './chapters/meeting.ts'
import { planOwnRules } from './chapters/own-rules.ts'
import { planPeople } from './chapters/people.ts'
import { planSelfChecks } from './chapters/self-checks.ts'
import { planSuccessions } from './chapters/successions.ts'
import { planSupervision } from './chapters/supervision.ts'
import { planSurveyOfFix } from './chapters/survey-of-fix.ts'
import { planSurveys } from './chapters/surveys.ts'
import { planVoices } from './chapters/voices.ts'
import { planYears } from './chapters/year-plans.ts'
import { congressName } from './county.ts'
import { planMatters } from './matters.ts'
import { raisedOfEducation } from './raised-education.ts'
import { raisedOfHousing } from './raised-housing.ts'
import { raisedOfTransport } from './raised-transport.ts'
import { raisedOfWater } from './raised-water.ts'
import { keepEvidence, registerEverybody } from './register.ts'
import type { Past } from './replay.ts'
import { must, type DemoPerson, type Story } from './story.ts'

export type DemoOffice = Readonly<{
  world: World
  hall: Hall
  identity: Identity
  past: Past
  today: Day
}>

export type LoadedDemo = Readonly<{
  congress: CongressId
  people: readonly DemoPerson[]
  opinions: number
}>

export async function loadDemo(office: DemoOffice): Promise<LoadedDemo> {
  const { world, hall, identity, past, today } = office
  const { id: congress } = must(
    await identity.createCongress({ name: congressName, county: '清禾县', demo: true }),
    'createCongress',
  )
  const { people, principal, unit, official } = await registerEverybody(office, congress)
  const story: Story = {
    world,
    hall,
    identity,
    congress,
    today,
    plan: past.plan,
    people,
    as: principal,
    unit,
    official,
    appraisals: new Map(),
    books: new Map(),
    plans: new Map(),
    roster: new Map(),
    evidence: await keepEvidence(world, congress),
  }
  planPeople(story)
  planOwnRules(story)
  planYears(story)
  planAppraisals(story)
  planCampaigns(story)
  planSelfChecks(story)
  planInquiries(story)
  planVoices(story)
  planMeeting(story)
  planLetter(story)
  planMatters(story, raised)
  planSuccessions(story)
  planSupervision(story)
  planSurveys(story)
  planSurveyOfFix(story)
  await past.play()
  return { congress, people, opinions: await opinionsOf(story) }
}

async function opinionsOf({ world, congress }: Story): Promise<number> {
  const [row] = await world.db.rows<{ n: number }>(congress, {
    text: `select count(*)::int as n from luoshi.opinion_view
      where congress = $1 and to_seq is null and status <> 'split'`,
    values: [congress],
  })
  return row?.n ?? 0
}

/** In the order of their numbers on the ledger. */
const raised = [...raisedOfWater, ...raisedOfHousing, ...raisedOfEducation, ...raisedOfTransport]
