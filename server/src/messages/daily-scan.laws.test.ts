/**
 * The scan counts by days and looks only at what changed; that must come to the same as looking at every matter each day
 * and remembering of each what was told of it.
 */
import { addDays, day, instant, type Day } from '@luoshi/domain/kernel/day'
import { idOf, type CongressId } from '@luoshi/domain/kernel/ids'
import { dayOf, owedNext } from '@luoshi/domain/matters/limit'
import { chaseLevels } from '@luoshi/domain/supervision/chase'
import { fourChecks, type FourCheck } from '@luoshi/domain/supervision/four-checks'
import { occasionOn, type OwedCause } from '@luoshi/domain/supervision/occasion'
import { inHandOf } from '@luoshi/domain/supervision/briefing'
import { headSeq } from '@luoshi/ledger/log/read'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lawSeed } from '../../testing/chance.ts'
import { testCounty, type TestCounty } from '../../testing/test-county.ts'
import { todayOf, type World } from '../execute/context.ts'
import type { WatchedRow } from '../contract/supervision.ts'
import { watchAll, watchMatters } from '../supervision/watch-matters.ts'
import { watchUnits } from '../supervision/watch-units.ts'
import { readProposals } from '../supervision/propose-papers.ts'
import { scanOnce } from './daily-scan.ts'
import { quickLedger, type QuickLedger, type QuickMatter } from './testing/quick-ledger.ts'

let county: TestCounty
let runs = 0

beforeAll(async () => {
  county = await testCounty()
}, 60_000)
afterAll(() => county[Symbol.asyncDispose](), 60_000)

const start = day('2026-05-01')
const units = ['unit_law00001', 'unit_law00002'] as const
const ids = ['matter_law00001', 'matter_law00002', 'matter_law00003'] as const

/** Days from the day it is written; near the borders of occasions, which are weeks and months. */
const changed = fc.record({
  id: fc.constantFrom(...ids),
  status: fc.constantFrom(
    'issued',
    'received',
    'inProgress',
    'committed',
    'planned',
    'submitted',
    'misassigned',
    'closed',
  ),
  unit: fc.constantFrom(...units),
  owed: fc.integer({ min: -9, max: 9 }),
  acted: fc.constantFrom(0, -1, -15, -29, -30, -31, -32),
  chase: fc.option(
    fc.record({ ago: fc.integer({ min: 0, max: 9 }), level: fc.constantFrom(...chaseLevels) }),
  ),
})
type Changed = typeof changed extends fc.Arbitrary<infer Value> ? Value : never
const act = fc.oneof(
  { weight: 6, arbitrary: fc.record({ type: fc.constant('change'), changed }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('again'),
      id: fc.constantFrom(...ids),
      with: fc.constantFrom('nothing', 'otherUnit', 'submitted', 'inProgress'),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({ type: fc.constant('scan'), days: fc.constantFrom(1, 1, 1, 2, 6, 7, 8) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('move'), to: fc.constantFrom(null, ...units) }),
  },
)
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

it('tells what a look at every matter would find, each occasion once', async () => {
  const law = fc.asyncProperty(
    fc.array(act, { minLength: 4, maxLength: 24, size: 'max' }),
    playedOut,
  )
  await fc.assert(law, { seed: lawSeed(), numRuns: 60, endOnFailure: true })
}, 180_000)

type Told = Readonly<{ account: string; cause: string; thing: string; count: number; days: number }>

async function playedOut(acts: readonly Act[]): Promise<void> {
  runs += 1
  const congress = idOf('congress', `congress_law${runs}`)
  const { database, appraisal } = county
  const ledger = await quickLedger(database.owner, congress, appraisal, units)
  const person = (name: string) =>
    `account_${name.replace('unit_', '')}${String(runs).padStart(4, '0')}`
  await ledger.account(person('clerk'), 'clerk', null)
  for (const unit of units) await ledger.account(person(unit), 'unitStaff', unit)
  let today = start
  const world: World = {
    ...county.world,
    // The rules of the county's one appraisal for all congresses of this test.
    policies: {
      ...county.world.policies,
      ruleBookOf: () => county.world.policies.ruleBookOf(county.congress, appraisal),
    },
    now: () => instant(`${today}T01:00:00.000Z`),
  }
  const { settings } = await world.policies.ruleBookOf(congress, appraisal)
  const rule = { remindDays: settings.remindDays.value, silenceDays: settings.silenceDays.value }
  const naive = openNaive(rule)
  const matters = new Map<string, QuickMatter>()
  const places = new Map<string, string>(units.map((unit) => [person(unit), unit]))
  for (const one of [...acts, { type: 'scan', days: 1 } as const]) {
    switch (one.type) {
      case 'change':
        await put(ledger, matters, matterOf(one.changed, today))
        break
      case 'again': {
        const same = matters.get(one.id)
        if (same) await put(ledger, matters, changedIn(same, one.with))
        break
      }
      case 'move':
        await ledger.account(person('mover'), 'unitStaff', one.to)
        if (one.to === null) places.delete(person('mover'))
        else places.set(person('mover'), one.to)
        break
      case 'scan': {
        today = addDays(today, one.days)
        // Two servers: one of them does it.
        const done = await Promise.all([scan(world, congress), scan(world, congress)])
        expect(done.filter(Boolean)).toHaveLength(1)
        const [told, proposed] = await notesOf(congress, today)
        expect(told).toEqual(naive(today, [...matters.values()], places))
        expect(proposed).toBe((await readProposals(world, congress)).length)
      }
    }
  }
  // Once, at the end of each history: its last look is as good as any.
  await looksTheSame(world, congress)
  await briefsTheSame(world, congress)
}

const questions: readonly (readonly [FourCheck | undefined, 'late' | 'silent' | undefined])[] = [
  [undefined, undefined],
  [undefined, 'late'],
  [undefined, 'silent'],
  ['cause', 'late'],
  ['progress', 'silent'],
  ...fourChecks.map((check) => [check, undefined] as const),
]

/** What indexes and pages tell of the whole is what the rule says of each matter, in the same order. */
async function looksTheSame(world: World, congress: CongressId) {
  const by = { ...county.as('clerk'), congress }
  const { rows } = await watchAll(world, congress, { unit: null, appraisal: null })
  const last = '9999-12-31'
  const order = (one: WatchedRow) => `${one.owed ?? last} ${String(one.number).padStart(9, '0')}`
  const all = rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  for (const [check, alarm] of questions) {
    const wanted = all.filter(
      (one) =>
        (check === undefined || one.check === check) &&
        (alarm !== 'late' || one.daysLate > 0) &&
        (alarm !== 'silent' || one.silentDays > 0),
    )
    const seen: WatchedRow[] = []
    for (let after: string | null | undefined; after !== null;) {
      const page = await watchMatters(world, { by, check, alarm, after, limit: 1 })
      if (!page.ok) throw new Error('refused')
      seen.push(...page.value.rows)
      after = page.value.next
      if (check !== undefined) {
        const count = page.value.counts.find((one) => one.check === check)
        const field = alarm ?? 'all'
        expect(count?.[field]).toBe(wanted.length)
      }
    }
    expect(seen).toEqual(wanted)
  }
}

/** What each unit had in hand, now and at a moment before, by the rules of a day before: as the rule says of each matter. */
async function briefsTheSame(world: World, congress: CongressId) {
  const head = await headSeq(county.database.pool, congress)
  for (const back of [0, 1, Math.floor(head / 2)]) {
    const then = { seq: head - back, day: addDays(todayOf(world), -back) }
    const all = await watchAll(world, congress, { unit: null, appraisal: null }, then)
    const wanted = [...Map.groupBy(all.rows, ({ unit }) => unit)].map(([unit, rows]) => ({
      unit,
      checks: Object.fromEntries(
        fourChecks.map((check) => [check, rows.filter((one) => one.check === check).length]),
      ),
      late: rows.filter(({ daysLate }) => daysLate > 0).length,
      silent: rows.filter(({ silentDays }) => silentDays > 0).length,
    }))
    const told = [...(await watchUnits(world, congress, then))]
      .map(([unit, inHand]) => ({ unit, ...inHand }))
      .filter(({ checks }) => inHandOf({ checks }) > 0)
    const byUnit = (one: { unit: string }, other: { unit: string }) =>
      one.unit < other.unit ? -1 : 1
    expect(told.toSorted(byUnit)).toEqual(wanted.toSorted(byUnit))
  }
}

const scan = (world: World, congress: CongressId) => scanOnce(world, congress, { restShare: 0 })

async function put(ledger: QuickLedger, matters: Map<string, QuickMatter>, matter: QuickMatter) {
  matters.set(matter.id, matter)
  await ledger.put(matter)
}

function matterOf({ id, status, unit, owed, acted, chase }: Changed, today: Day): QuickMatter {
  const due = addDays(today, owed)
  return {
    id,
    status,
    unit,
    due,
    planDue: addDays(due, 1),
    acted: addDays(today, acted),
    chase: chase ? { on: addDays(today, -chase.ago), level: chase.level } : null,
  }
}

/** The days stay as they were: what was told stays told. */
function changedIn(
  matter: QuickMatter,
  what: 'nothing' | 'otherUnit' | 'submitted' | 'inProgress',
): QuickMatter {
  switch (what) {
    case 'nothing':
      return matter
    case 'otherUnit':
      return { ...matter, unit: matter.unit === units[0] ? units[1] : units[0] }
    case 'submitted':
    case 'inProgress':
      return { ...matter, status: what }
  }
}

/** Looks at every matter, and keeps of each what was told to whom its unit was then. */
function openNaive(rule: Parameters<typeof occasionOn>[3]) {
  const told = new Set<string>()
  let before = new Map<string, string>()
  return (today: Day, matters: readonly QuickMatter[], places: ReadonlyMap<string, string>) => {
    const found = matters.flatMap(({ id, status, unit, due, planDue, acted }) => {
      const reckoned = owedNext({ status, due, planDue })?.limit ?? null
      const owed = reckoned === null ? null : dayOf(reckoned)
      if (owed === null) return []
      const [limit, silence] = [
        occasionOn(today, 'owed', owed, rule),
        occasionOn(today, 'acted', acted, rule),
      ]
      return [
        ...(limit ? [{ id, unit, key: `${id} ${unit} ${owed} ${limit.name}`, ...limit }] : []),
        ...(silence
          ? [{ id, unit, key: `${id} ${unit} ${acted} ${silence.name}`, ...silence }]
          : []),
      ]
    })
    const fresh = found.filter(({ key }) => !told.has(key))
    for (const { key } of found) told.add(key)
    const lines = [...places].flatMap(([account, unit]) => {
      const own = (before.get(account) === unit ? fresh : found).filter((one) => one.unit === unit)
      return [...Map.groupBy(own, ({ cause }) => cause)].map(([cause, group]): Told => {
        const days = Math.max(...group.map((one) => one.days))
        const [first] = group
        const thing = group.length === 1 && first ? first.id : `owed-${cause}`
        return { account, cause: causes[cause], thing, count: group.length, days }
      })
    })
    before = new Map(places)
    return lines.toSorted(inOrder)
  }
}

const causes: Readonly<Record<OwedCause, string>> = {
  due: 'dueSoon',
  late: 'overdue',
  silent: 'silent',
}
const inOrder = (a: Told, b: Told) =>
  `${a.account} ${a.cause}` < `${b.account} ${b.cause}` ? -1 : 1

async function notesOf(
  congress: CongressId,
  today: Day,
): Promise<readonly [readonly Told[], number]> {
  const { rows } = await county.database.owner.query<Told>(
    `select account, cause, thing, (facts ->> 'count')::int as count, (facts ->> 'days')::int as days
      from luoshi.note where congress = $1 and day = $2`,
    [congress, today],
  )
  const [proposed = [], told = []] = [true, false].map((ofClerk) =>
    rows.filter(({ cause }) => (cause === 'papersProposed') === ofClerk),
  )
  return [told.toSorted(inOrder), proposed[0]?.count ?? 0]
}
