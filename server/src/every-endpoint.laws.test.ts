/**
 * Laws of every endpoint there is, in two congresses in which everything has been used: no call fails inside, no event
 * keeps a free text among its facts that could name somebody, and nothing of one congress is seen, touched or even named
 * by the other. A new endpoint is under them from its first day.
 */
import { handIn } from './evidence/arriving/hand-in.ts'
import { rights } from '@luoshi/domain/people/rights'
import type { Role } from '@luoshi/domain/people/roles'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  callable,
  callEach,
  idsOf,
  isEnding,
  liveIn,
  peopleWho,
  type Answered,
  type Living,
} from '../testing/lived-in.ts'
import type { Seat } from '../testing/test-county.ts'
import { testSite, type TestSite } from '../testing/test-site.ts'

const committee: readonly Role[] = ['clerk', 'chairs', 'team', 'member', 'deputy']
const answering: readonly Role[] = ['official', 'unitStaff']
const others: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin', 'observer']
const administrators: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin']
/** Others have a part in them, too, and see only their own. */
const ofSeveral: ReadonlySet<string> = new Set(['GET /api/v1/pending-acts'])
const long = process.env['LUOSHI_LONG'] === '1'
const everybody = [...committee, ...answering, ...others]
const answers = (role: Role): boolean => answering.includes(role)

let site: TestSite
let home: Living
let next: Living
let failed: readonly string[]

beforeAll(async () => {
  site = await testSite()
  const { county } = site
  await county.handOver('坑槽修补慢', county.roads)
  const scan = new TextEncoder().encode('佐证')
  const { sha256 } = await handIn(county.world, county.congress, scan)
  const common = { pool: county.database.owner, sha256, today: county.clock.today() }
  const roads = county.roads.unit
  const { congress, as } = await site.neighbour()
  await handIn(county.world, congress, scan)
  const office = { ...common, congress, words: '李邻县的住址' }
  const founding = { ...office, people: peopleWho(committee, (role) => as(role)) }
  const early = await liveIn(founding, 1)
  const seat = await seatOf(founding)
  next = {
    ...office,
    people: peopleWho(everybody, (role) => as(role, answers(role) ? seat : {})),
  }
  home = {
    ...common,
    congress: county.congress,
    words: '张丰收的手机13912345678',
    people: peopleWho(everybody, (role) => site.as(role, answers(role) ? roads : null)),
  }
  failed = [...early, ...(await liveIn(next, 1)), ...(await liveIn(home, 3))]
}, 300_000)
afterAll(() => site[Symbol.asyncDispose]())

/** A unit of the congress and the official who answers for it. */
async function seatOf({ pool, congress }: Living): Promise<Seat> {
  const { rows } = await pool.query<Seat>(
    `select unit, id as official from luoshi.official_view
      where congress = $1 and to_seq is null limit 1`,
    [congress],
  )
  const [seat] = rows
  if (!seat) throw new Error('Nobody is in post')
  return seat
}

/** Everything on record that has to do with a unit, whoever else it is of. */
async function ofUnit({ pool, congress }: Living, unit: string): Promise<readonly string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from luoshi.record_view
        where congress = $1 and to_seq is null and (unit = $2 or strpos(doc::text, $2) > 0)
      union select id from luoshi.matter_view
        where congress = $1 and to_seq is null and (unit = $2 or strpos(doc::text, $2) > 0)`,
    [congress, unit],
  )
  return rows.map(({ id }) => id)
}

type Kept = Readonly<{ stream: string; type: string; facts: unknown; words: string | null }>

async function eventsOf({ pool, congress }: Living): Promise<readonly Kept[]> {
  const { rows } = await pool.query<Kept>(
    `select e.stream::text as stream, e.type::text as type, e.facts::jsonb as facts, w.body as words from luoshi.event e
      left join luoshi.event_words w on w.congress = e.congress and w.seq = e.seq
      where e.congress = $1 order by e.seq`,
    [congress],
  )
  return rows
}

function pathsWith(value: unknown, wanted: string, at: string): readonly string[] {
  if (typeof value === 'string') return value.includes(wanted) ? [at] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsWith(inner, wanted, Array.isArray(value) ? `${at}[]` : `${at}.${key}`),
  )
}

/** Texts that name offices, papers, rules and questions, not people; each was looked at. */
const ofOffices: readonly RegExp[] = [
  /\.approval\.reference$/,
  /\.session$/,
  /\.post$/,
  /^UnitRegistered\.name$/,
  // Numbers of papers.
  /^(CampaignStepDone\.number|MatterHandedOver\.letter|LetterApproved\.minutes|LetterIssued\.prefix)$/,
  /^PartyConsented\.(body|number)$/,
  // The county's own framework and headings, and the keys that point into them.
  /\.framework\[\]/,
  // The office's own wording of its papers.
  /^TemplateSet\.template\./,
  /\.heading$/,
  /\.question$/,
  // A rule book is a published text.
  /^(RuleBookDrafted|RuleBookNamed|SettingChanged|HolidaysPublished)\./,
  /\.mediaType$/,
]

describe('every endpoint', () => {
  it('answers whatever is well formed without failing inside', () => {
    expect(failed).toEqual([])
  })

  it('keeps what people write out of the facts of its events', async () => {
    const events = await eventsOf(home)
    expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(35)
    const name = home.words.slice(0, 3)
    const written = events.filter(({ words }) => words?.includes(name))
    expect(written.length).toBeGreaterThan(35)
    const found = events.flatMap(({ type, facts }) => pathsWith(facts, name, type))
    expect([...new Set(found)].filter((at) => !ofOffices.some((one) => one.test(at)))).toEqual([])
  })

  it('refuses whoever has no right to what it does, and says nothing else', async () => {
    const ids = await idsOf(home)
    const before = (await eventsOf(home)).length
    const [faults, heard] = [new Set<string>(), new Map<number, number>()]
    for (const [at, spec] of callable.entries()) {
      const { command } = spec
      if (command === undefined || ofSeveral.has(`${spec.method} ${spec.path}`)) continue
      const has = (role: Role) => rights[command][role] !== undefined
      // Not apart in this congress: an administrator is all three.
      const oneOfThree = administrators.some(has)
      const without = everybody.filter(
        (role) => !has(role) && !(oneOfThree && administrators.includes(role)),
      )
      // Two of them each, another pair for the next; all of them where there is time.
      const two = [at, at + 1].map((n) => without[n % without.length])
      const tried = long ? without : new Set(two.filter((one) => one !== undefined))
      for (const role of tried) {
        const alone = { ...home, people: { ...home.people, roles: [role] } }
        for (const { status, what } of await callEach(alone, spec, 0, ids, ids)) {
          heard.set(status, (heard.get(status) ?? 0) + 1)
          // What is not well formed is sent back before anybody is asked; that says nothing of what there is.
          if (![400, 403, 404].includes(status)) faults.add(`${command}: ${what}`)
        }
      }
    }
    expect([...faults]).toEqual([])
    expect((await eventsOf(home)).slice(before).map(({ type }) => type)).toEqual([])
    expect(heard.get(403)).toBeGreaterThan(200)
  }, 300_000)

  it('lets nobody do for another unit what is a unit’s own, nor shows them what it is', async () => {
    const { schools } = site.county
    const strangers = peopleWho(answering, (role) => site.as(role, schools.unit))
    const elsewhere = { ...home, people: strangers }
    const ids = await idsOf(home)
    const theirs = await ofUnit(home, schools.unit)
    const before = (await eventsOf(home)).length
    const [faults, heard] = [new Set<string>(), new Map<number, number>()]
    for (const spec of callable) {
      const { command } = spec
      // A list has only their own in it; who sees what in lists is told in tests of their own.
      const isList = spec.method === 'GET' && !spec.path.includes(':')
      if (command === undefined || isList || rights[command].unitStaff !== 'own') continue
      for (const { status, what, path } of await callEach(elsewhere, spec, 0, ids, ids)) {
        heard.set(status, (heard.get(status) ?? 0) + 1)
        if (theirs.some((id) => path.includes(id))) continue
        if (![400, 403, 404].includes(status)) faults.add(`${command}: ${what}`)
      }
    }
    expect([...faults]).toEqual([])
    // What has to do with their own unit as well they may do something to, where a body made by chance happens to fit.
    const own = new Set([...theirs, ...(await ofUnit(home, schools.unit))])
    const done = (await eventsOf(home)).slice(before).filter(({ stream }) => !own.has(stream))
    expect(done.map(({ type, stream }) => `${type} ${stream}`)).toEqual([])
    expect((heard.get(403) ?? 0) + (heard.get(404) ?? 0)).toBeGreaterThan(8)
  }, 300_000)

  it('shows, changes and names nothing of another congress', async () => {
    const [theirs, own] = [await idsOf(home), await idsOf(next)]
    // Some ids say what they are (the plan of a year), and are the same everywhere.
    const foreign = theirs.all.filter((id) => !own.all.includes(id))
    const before = (await eventsOf(home)).length
    const faults = new Set<string>()
    const heard = new Map<number, number>()
    for (const spec of callable) {
      const asOthers = await callEach(next, spec, 0, theirs, theirs)
      const mixed = isEnding(spec) ? [] : await callEach(next, spec, 0, own, theirs)
      for (const answer of [...asOthers, ...mixed]) {
        heard.set(answer.status, (heard.get(answer.status) ?? 0) + 1)
        for (const fault of leaksIn(answer, foreign)) faults.add(fault)
      }
    }
    for (const { type, facts, words } of await eventsOf(next)) {
      const all = `${JSON.stringify(facts)} ${words ?? ''}`
      for (const id of foreign) if (all.includes(id)) faults.add(`${type} keeps ${kindOf(id)}`)
    }
    expect([...faults]).toEqual([])
    expect((await eventsOf(home)).slice(before).map(({ type }) => type)).toEqual([])
    // Most are not found; some are done on what is their own. Nobody was merely signed out.
    expect(heard.get(401)).toBeUndefined()
    expect(heard.get(404)).toBeGreaterThan(50)
  }, 300_000)
})

const kindOf = (id: string): string => id.slice(0, id.indexOf('_'))

function leaksIn(
  { what, asked, method, path, status, text }: Answered,
  theirs: readonly string[],
): readonly string[] {
  const shown = theirs.some((id) => text.includes(id) && !asked.includes(id))
  const named = theirs.some((id) => path.includes(id))
  return [
    ...(shown || text.includes(home.words.slice(0, 3)) ? [`shows: ${what}`] : []),
    ...(status >= 500 ? [`fails: ${what}`] : []),
    // An empty list is an answer, too; what is shown is looked at above.
    ...(method !== 'GET' && status < 300 && named ? [`does: ${what}`] : []),
  ]
}
