/** A small county on a real database of its own: three units, their officials, one appraisal, and people of every role. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, day, instant, type Day, type Instant } from '@luoshi/domain/kernel/day'
import { idOf, type AppraisalId, type CongressId, type MatterId } from '@luoshi/domain/kernel/ids'
import type { Result } from '@luoshi/domain/kernel/result'
import type { OfficialId, UnitId } from '@luoshi/domain/kernel/ids'
import type { Role } from '@luoshi/domain/people/roles'
import { openAppender } from '@luoshi/ledger/log/append'
import type { Pool } from 'pg'
import { freshDatabase, type FreshDatabase } from '../../ledger/testing/fresh-database.ts'
import { openAppraisal } from '../src/appraisals/appraisal-commands.ts'
import { congressCalendar } from '../src/calendar/congress-calendar.ts'
import { diskStore } from '../src/evidence/store/disk-store.ts'
import { congressDb } from '../src/execute/congress-db.ts'
import type { World } from '../src/execute/context.ts'
import { houseSealIn } from '../src/execute/house-seal.ts'
import { sheetSealIn } from '../src/ledgers/sheet-seal.ts'
import { policyBook } from '../src/execute/policy-book.ts'
import type { Principal } from '../src/identity/principal.ts'
import type { StepCommand } from '../src/matters/step-command.ts'
import { takeStep, type StepDone } from '../src/matters/take-step.ts'
import { raiseOpinion, type RaiseDone } from '../src/opinions/raise-opinion.ts'
import { openIntake } from '../src/surveys/intake/intake.ts'
import { textSeal } from '../src/surveys/intake/text-seal.ts'
import { trayKeys } from '../src/surveys/intake/tray-keys.ts'
import { tokenKeys } from '../src/surveys/invited/token-keys.ts'
import { putOfficialOnRecord, putUnitOnRecord } from '../src/people/register.ts'

const plainCongress = idOf('congress', 'congress_test0001')
export const approval = {
  body: 'chairs',
  on: day('2026-03-01'),
  reference: '第12次主任会议',
} as const

/** @throws when a step of the scene itself is refused: then the test says nothing. */
export function value<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

export type TestClock = Readonly<{ now: () => Instant; goTo: (day: Day) => void; today: () => Day }>

export function testClock(start: string): TestClock {
  let [here, tick] = [day(start), 0]
  return {
    // 01:00 UTC is 09:00 in China; a second for each reading keeps the order of acts.
    now: () => {
      tick += 1
      const time = new Date(Date.parse(`${here}T01:00:00.000Z`) + tick * 1000)
      return instant(time.toISOString())
    },
    goTo: (next) => {
      here = next
    },
    today: () => here,
  }
}

export type Seat = Readonly<{ unit: UnitId; official: OfficialId }>

export type TestCounty = AsyncDisposable &
  Readonly<{
    database: FreshDatabase
    congress: CongressId
    folder: string
    world: World
    clock: TestClock
    appraisal: AppraisalId
    roads: Seat
    water: Seat
    schools: Seat
    as: (role: Role, unit?: UnitId | null) => Principal
    raise: (title: string, unit?: UnitId | null) => Promise<RaiseDone & { matter: MatterId }>
    step: (by: Principal, matter: MatterId, command: StepCommand) => Promise<StepDone>
    /** Raises, approves and hands over. */
    handOver: (title: string, seat: Seat) => Promise<MatterId>
  }>

function principalOf(congress: CongressId, role: Role, unit: UnitId | null): Principal {
  const account = idOf('account', `account_${role.toLowerCase()}01`)
  return { account, name: role, congress, roles: [role], unit, official: null }
}

/** What every command is given, on a database that is there: for a process beside the test as well. */
export async function testWorld(pool: Pool, folder: string, now: World['now']): Promise<World> {
  const db = congressDb(pool)
  const calendar = congressCalendar(db)
  const append = openAppender(pool)
  const intake = openIntake({
    world: { db, append, now },
    keys: trayKeys(folder),
    texts: textSeal(db, folder),
    tokens: tokenKeys(db, folder),
    failed: (failure) => {
      throw failure
    },
  })
  return {
    db,
    append,
    intake,
    files: diskStore(folder),
    dataDir: folder,
    policies: policyBook(db, calendar),
    calendar,
    sheets: await sheetSealIn(folder),
    house: await houseSealIn(folder),
    now,
  }
}

/** @param found - Makes the congress, where identity is part of the test; else it is only a name in the log. */
export async function testCounty(
  found: (pool: Pool, clock: () => Instant) => Promise<CongressId> = async () => plainCongress,
): Promise<TestCounty> {
  const database = await freshDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-server-test-'))
  const clock = testClock('2026-03-02')
  const world = await testWorld(database.pool, folder, clock.now)
  const { db } = world
  const congress = await found(database.pool, clock.now)
  const clerk = principalOf(congress, 'clerk', null)
  const seat = (name: string) => makeSeat(world, clerk, name)
  const [roads, water, schools] = [await seat('公路局'), await seat('水利局'), await seat('教育局')]
  const opening = { title: '2026年述职评议', ruleBook: 'seed', session: '第30次会议', ...roads }
  const { appraisal } = value(await openAppraisal(world, { by: clerk, opening }))

  const raise: TestCounty['raise'] = async (title, unit = null) => {
    const disposition = { kind: 'matter', title, unit } as const
    const facts = { channel: 'forum', raiserKind: 'public', receivedOn: clock.today() } as const
    const raising = { ...facts, raiser: '', text: `${title}，群众反映多次。`, disposition }
    const done = value(await raiseOpinion(world, { by: clerk, appraisal, raising }))
    if (done.matter === null) throw new Error('No matter')
    return { ...done, matter: done.matter }
  }
  const step: TestCounty['step'] = async (by, matter, command) => {
    const [row] = await db.rows<{ version: number }>(congress, {
      text: 'select max(version) as version from luoshi.event where congress = $1 and stream = $2',
      values: [congress, matter],
    })
    return value(await takeStep(world, { by, matter, version: row?.version ?? 0, command }))
  }
  return {
    database,
    congress,
    folder,
    world,
    clock,
    appraisal,
    roads,
    water,
    schools,
    as: (role, unit = null) => principalOf(congress, role, unit),
    raise,
    step,
    handOver: async (title, { unit, official }) => {
      const { matter } = await raise(title, unit)
      await step(clerk, matter, { type: 'ApproveMatter', approval })
      await step(clerk, matter, {
        type: 'HandOverMatter',
        unit,
        official,
        letter: '人常〔2026〕7号',
      })
      return matter
    },
    [Symbol.asyncDispose]: async () => {
      await database[Symbol.asyncDispose]()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function makeSeat(world: World, by: Principal, name: string): Promise<Seat> {
  const { unit } = value(await putUnitOnRecord(world, { by, name }))
  const registration = {
    name: `${name}长`,
    unit,
    post: '局长',
    appointedBy: 'committeeAppointed',
  } as const
  const { official } = value(await putOfficialOnRecord(world, { by, registration }))
  return { unit, official }
}

export function daysLater(clock: TestClock, days: number): Day {
  const later = addDays(clock.today(), days)
  clock.goTo(later)
  return later
}
