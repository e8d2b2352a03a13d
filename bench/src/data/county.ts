/** The county that is measured: invented, founded as a demo so that a session can be had by a link. */
import type { AppraisalId, CongressId, OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import { dayInChina, type Day } from '@luoshi/domain/kernel/day'
import type { Application } from '@luoshi/server/application'
import { openAppraisal } from '@luoshi/server/appraisals/appraisal-commands'
import type { World } from '@luoshi/server/execute/context'
import type { Principal } from '@luoshi/server/identity/principal'
import { putOfficialOnRecord, putUnitOnRecord } from '@luoshi/server/people/register'
import { must } from './must.ts'

export type Seat = Readonly<{ unit: UnitId; official: OfficialId }>

export type County = Readonly<{
  congress: CongressId
  world: World
  today: Day
  clerk: Principal
  /** Of the unit that works on its matters. */
  staff: Principal
  /** The unit that is looked at: 2,000 matters whatever the size of the whole. */
  watched: Seat
  working: Seat
  others: readonly Seat[]
  /** Matters that each appraisal gets, in the order of raising. */
  inAppraisal: number
  appraisalOf: (place: number) => Promise<AppraisalId>
}>

const otherUnits = 40

/** One account for each unit: whoever is told something costs something. */
export async function found(
  { world, identity }: Application,
  inAppraisal: number,
): Promise<County> {
  const { id: congress } = must(
    await identity.createCongress({
      name: '测速县人民代表大会常务委员会',
      county: '测速县',
      demo: true,
    }),
  )
  const enrol = async (login: string, roles: readonly Role[], seat: Seat | null) => {
    const person = { login, name: login, roles, unit: seat?.unit ?? null, official: null }
    const account = must(await identity.createAccountDirectly(congress, person))
    return { account, name: login, congress, roles, unit: person.unit, official: null }
  }
  const clerk = await enrol('clerk', ['clerk'], null)
  const seat = (name: string) => makeSeat(world, clerk, name)
  const [watched, working] = [await seat('县市政管理处'), await seat('县水利局')]
  const others: Seat[] = []
  for (let n = 1; n <= otherUnits; n += 1) others.push(await seat(`第${n}街道办事处`))
  const staff = await enrol('staff', ['unitStaff'], working)
  for (const [n, one] of [watched, ...others].entries())
    await enrol(`staff${n}`, ['unitStaff'], one)

  const opened = new Map<number, Promise<AppraisalId>>()
  const open = async (number: number) => {
    const opening = {
      title: `述职评议第${number + 1}组`,
      ruleBook: 'seed',
      session: '第30次会议',
      ...watched,
    }
    return must(await openAppraisal(world, { by: clerk, opening })).appraisal
  }
  const appraisalOf = (place: number) => {
    const number = Math.floor(place / inAppraisal)
    const known = opened.get(number) ?? open(number)
    opened.set(number, known)
    return known
  }
  const today = dayInChina(world.now())
  return {
    congress,
    world,
    today,
    clerk,
    staff,
    watched,
    working,
    others,
    inAppraisal,
    appraisalOf,
  }
}

async function makeSeat(world: World, by: Principal, name: string): Promise<Seat> {
  const { unit } = must(await putUnitOnRecord(world, { by, name }))
  const registration = {
    name: `${name}负责人`,
    unit,
    post: '负责人',
    appointedBy: 'committeeAppointed',
  } as const
  const { official } = must(await putOfficialOnRecord(world, { by, registration }))
  return { unit, official }
}
