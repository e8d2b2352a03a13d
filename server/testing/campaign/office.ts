/** The small office of the whole campaign: its people, its units, its own rules, its plan of the year with two subjects. */
import type { Day } from '@luoshi/domain/kernel/day'
import type { AppraisalId, Id, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import * as books from '../../src/contract/county-books.ts'
import * as people from '../../src/contract/people.ts'
import { registerPerson } from '../../src/contract/roster.ts'
import * as plans from '../../src/contract/yearplans.ts'
import type { EmptyCongress } from '../empty-congress.ts'
import type { HttpPerson } from '../http-person.ts'

export type Seat = Readonly<{ unit: UnitId; official: OfficialId }>

export type Subject = Readonly<{ appraisal: AppraisalId; seat: Seat; head: HttpPerson }>

export type Office = Readonly<{
  clerk: HttpPerson
  team: HttpPerson
  staff: HttpPerson
  today: Day
  water: Subject
  schools: Subject
}>

export const session = '云岭县第十八届人大常委会第31次会议'

export const decided = (on: Day, reference = '第12次主任会议') => {
  return { body: 'chairs', on, reference } as const
}

export async function openOffice(congress: EmptyCongress): Promise<Office> {
  const { invite } = congress
  const clerk = await invite('clerk', '方以宁', 'clerk')
  const { today } = await clerk.session()
  const seat = (unit: string, name: string) => seatOf(clerk, unit, name)
  const [water, schools] = [await seat('水利局', '刘明远'), await seat('教育局', '陶静宜')]
  for (const [order, name] of ['顾启明', '温若兰', '秦岚'].entries())
    await member(clerk, name, order)
  const team = await invite('team', '秦岚', 'team')
  const staff = await invite('staff', '宋佳', 'unitStaff', { ...water, official: null })
  const book = await adoptBook(clerk, today)
  const [first, second] = await planYear(clerk, today, book, [water, schools])
  const heads = [
    await invite('water', '刘明远', 'official', water),
    await invite('schools', '陶静宜', 'official', schools),
  ] as const
  return {
    clerk,
    team,
    staff,
    today,
    water: { appraisal: first, seat: water, head: heads[0] },
    schools: { appraisal: second, seat: schools, head: heads[1] },
  }
}

async function seatOf(clerk: HttpPerson, name: string, head: string): Promise<Seat> {
  const unit = await clerk.call(people.registerUnit, { body: { name } })
  const official = await registerOfficial(clerk, unit.id, head)
  return { unit: unit.id, official }
}

export async function registerOfficial(
  clerk: HttpPerson,
  unit: UnitId,
  name: string,
): Promise<OfficialId> {
  const body = { name, unit, post: '局长', appointedBy: 'committeeAppointed' } as const
  return (await clerk.call(people.registerOfficial, { body })).id
}

function member(clerk: HttpPerson, name: string, order: number) {
  const office = order === 0 ? ('director' as const) : ('ordinary' as const)
  const seat = { name, office, order: order + 1, unit: null, place: '', post: '' }
  return clerk.call(registerPerson, { body: { capacity: 'member', ...seat, term: null } })
}

/** The county's own rules: a plan ten days after the hand-over, everything else as the neutral default has it. */
async function adoptBook(clerk: HttpPerson, today: Day): Promise<Id<'book'>> {
  const name = '云岭县人大常委会述职评议办法'
  const from = { kind: 'profile', profile: 'seed' } as const
  let book = await clerk.call(books.draftCountyBook, { body: { name, from } })
  const step = async (told: books.CountyBookTold) => {
    const body = { version: book.version, told }
    book = await clerk.call(books.stepOnCountyBook, { params: { book: book.id }, body })
  }
  const source = { text: '接到评议意见后十日内报送整改方案', ref: `${name}第九条`, verified: true }
  const value = { count: 10, unit: 'day', from: 'handOver' }
  await step({ type: 'ChangeSetting', key: 'planDue', value, source })
  await step({
    type: 'AdoptRuleBook',
    approval: { body: 'standingCommittee', on: today, reference: '第30次会议' },
  })
  return book.id
}

async function planYear(
  clerk: HttpPerson,
  today: Day,
  ruleBook: string,
  seats: readonly [Seat, Seat],
): Promise<readonly [AppraisalId, AppraisalId]> {
  const year = Number(today.slice(0, 4))
  let plan = await clerk.call(plans.draftYearPlan, { body: { year, title: '' } })
  const step = async (told: plans.YearPlanTold) => {
    const [params, body] = [{ yearplan: plan.id }, { version: plan.version, told }]
    plan = await clerk.call(plans.stepOnYearPlan, { params, body })
  }
  const how = { kind: 'person', selection: 'plan', drawing: null, reason: '届内尚未评议' } as const
  const subjects = seats.map((seat) => ({ ...seat, ...how }))
  await step({ type: 'PlanSubjects', subjects, approval: null })
  await step({ type: 'RecordPartyConsent', body: '县委', number: '云委〔2026〕30号', on: today })
  await step({ type: 'AdoptYearPlan', approval: decided(today) })
  await step({ type: 'PublishYearPlan', on: today })
  const open = async (subject: string, title: string) => {
    const body = { version: plan.version, subject, title, ruleBook, session }
    const opened = await clerk.call(plans.openFromPlan, { params: { yearplan: plan.id }, body })
    const { rows } = await clerk.call(plans.listYearPlans, {})
    plan = rows.find(({ id }) => id === plan.id) ?? plan
    return opened.id
  }
  return [await open('s1', '水利局局长述职评议'), await open('s2', '教育局局长述职评议')]
}
