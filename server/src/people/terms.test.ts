/** Terms and sessions on a real county: limits that end at a session go where the session goes. */
import { evolveAppraisal, noAppraisal } from '@luoshi/domain/appraisals/appraisal'
import { addDays, day } from '@luoshi/domain/kernel/day'
import type { Id, MatterId } from '@luoshi/domain/kernel/ids'
import { profileOf, resolveRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { approval, testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { readDueDays } from '../calendar/due-days.ts'
import { boundsOf, rulesOf, walkDeadlines, type Group } from '../calendar/scan-deadlines.ts'
import { readDesk } from '../desk/read-desk.ts'
import { commit, write } from '../execute/commit.ts'
import { newId } from '../execute/ids.ts'
import { isOpened, loadMatter } from '../execute/load.ts'
import { appraisalRow } from '../execute/view-rows.ts'
import { listMatters } from '../matters/list-matters.ts'
import { mattersCsv } from '../matters/matters-csv.ts'
import { raiseOpinion } from '../opinions/raise-opinion.ts'
import { watchAll } from '../supervision/watch-matters.ts'
import { readHandOver } from './read-hand-overs.ts'
import { readRoster } from './read-roster.ts'
import { readTerms } from './read-terms.ts'
import { putPersonOnRoster } from './roster.ts'
import { planSession, stepOnSession } from './sessions.ts'
import { changeTerm, openTerm } from './terms.ts'

let county: TestCounty
let matter: MatterId
beforeAll(async () => {
  county = await testCounty()
  matter = await matterDueAtSession()
})
afterAll(() => county[Symbol.asyncDispose]())

const term18 = { number: 18, from: day('2022-01-10'), until: day('2027-01-09') }

describe('terms and sessions', () => {
  it('a limit “at the next session” is open while none is fixed, and goes with the session', async () => {
    const { world, clock } = county
    const by = county.as('clerk')
    const { id: term } = value(await openTerm(world, { by, term: term18 }))
    expect(await openTerm(world, { by, term: { ...term18, number: 19 } })).toMatchObject({
      refusal: { code: 'term-runs-already' },
    })
    expect(await reportDay()).toMatchObject({ due: null, counted: null })
    expect((await reportDay())?.dueUndetermined?.why.zh).toContain('会议日期尚未确定')

    const on = day('2026-04-24')
    const first = value(await planSession(world, { by, term, number: 31, on }))
    expect(first.moved).toBe(1)
    expect(await dueOf()).toBe('2026-04-24')
    value(await planSession(world, { by, term, number: 32, on: day('2026-06-26') }))

    const moving = { by, session: first.session, version: 1 }
    const told = {
      type: 'MoveSession',
      to: day('2026-04-28'),
      reason: '会期与县委全会冲突',
    } as const
    expect(value(await stepOnSession(world, { ...moving, told })).moved).toBe(1)
    expect(await dueOf()).toBe('2026-04-28')

    const silent = { type: 'CancelSession', reason: '' } as const
    expect(await stepOnSession(world, { ...moving, version: 2, told: silent })).toMatchObject({
      refusal: { code: 'session-reason-missing' },
    })
    const cancelled = { type: 'CancelSession', reason: '议题合并到第三十二次会议' } as const
    value(await stepOnSession(world, { ...moving, version: 2, told: cancelled }))
    expect(await dueOf()).toBe('2026-06-26')
    const { state } = await loadMatter(world.db, county.congress, matter)
    expect(isOpened(state) && state.extensions).toBe(0)

    expect(await planSession(world, { by, term, number: 32, on: null })).toMatchObject({
      refusal: { code: 'session-exists' },
    })
    const { session } = value(await planSession(world, { by, term, number: 33, on: null }))
    const early = { type: 'HoldSession', on: day('2026-08-01') } as const
    expect(await stepOnSession(world, { by, session, version: 1, told: early })).toMatchObject({
      refusal: { code: 'session-in-the-future' },
    })
    expect(clock.today()).toBe('2026-03-02')
    const shown = await readTerms(world, by)
    expect(
      shown.sessions.map(({ title, on: planned, status }) => [title, planned, status]),
    ).toEqual([
      ['第十八届人大常委会第三十三次会议', null, 'planned'],
      ['第十八届人大常委会第三十二次会议', '2026-06-26', 'planned'],
      ['第十八届人大常委会第三十一次会议', '2026-04-28', 'cancelled'],
    ])
  })

  it('a change of term keeps who is elected again, lets the others go, and lists what is open', async () => {
    const { world } = county
    const by = county.as('clerk')
    const [current] = (await readTerms(world, by)).terms
    if (!current) throw new Error('No term')
    const stays = await member('周一', current.id)
    const leaves = await member('吴二', current.id)
    const next = { number: 19, from: day('2027-01-10'), until: day('2032-01-09') }
    const asked = { by, term: current.id, version: 1, next, goOn: [stays] }
    expect(await changeTerm(world, { ...asked, next: { ...next, number: 20 } })).toMatchObject({
      refusal: { code: 'term-number-wrong' },
    })
    const { handOver, left } = value(await changeTerm(world, asked))
    expect(left).toBe(1)
    const { terms } = await readTerms(world, by)
    expect(terms.map(({ number, status }) => [number, status])).toEqual([
      [19, 'current'],
      [18, 'ended'],
    ])
    const roster = await readRoster(world, by)
    const of = (id: string) => roster.find((one) => one.id === id)
    expect(of(stays)).toMatchObject({ status: 'serving', term: terms[0]?.id })
    expect(of(leaves)).toMatchObject({ status: 'left', cause: 'termEnded' })
    if (handOver === null) throw new Error('No list')
    const list = value(await readHandOver(world, by, handOver))
    expect(list.matters.map((one) => one.matter)).toEqual([matter])
    expect(list.maySign).toEqual(['leaver', 'successor', 'witness'])
  })
})

describe('a limit that is 待定', () => {
  it('is never late, lights nothing, is reminded of nowhere, and stands last with its reason', async () => {
    const { world, congress, clock } = county
    const by = county.as('clerk')
    const open = await matterDueAtSession(9)
    const dated = await county.handOver('桥面破损', county.roads)
    const later = addDays(clock.today(), 500)
    clock.goTo(later)
    const page = value(await listMatters(world, { by, filter: {}, sort: 'due', limit: 50 }))
    expect(page.rows.at(-1)).toMatchObject({ id: open, due: null, planDue: null, late: 0 })
    expect(page.rows.at(-1)?.dueUndetermined?.why.zh).toContain('会议日期尚未确定')
    expect(page.rows.at(-1)?.planDueUndetermined).not.toBeNull()
    expect(page.rows.find(({ id }) => id === dated)?.late).toBeGreaterThan(300)

    const late = value(
      await listMatters(world, { by, filter: { late: true }, sort: 'due', limit: 50 }),
    )
    expect(late.rows.map(({ id }) => id)).toContain(dated)
    expect(late.rows.map(({ id }) => id)).not.toContain(open)
    const desk = value(await readDesk(world, by))
    expect([...desk.late.rows, ...desk.soon.rows].map(({ id }) => id)).not.toContain(open)

    const watched = (await watchAll(world, congress, { unit: null, appraisal: null })).rows
    expect(watched.find(({ id }) => id === open)).toMatchObject({
      light: 'green',
      daysLate: 0,
      silentDays: 0,
      owed: null,
    })
    const counted = await world.db.transaction(congress, async (client) => {
      const until = boundsOf(await rulesOf(client, world.policies, congress), later)
      const found: Group[] = []
      for await (const groups of walkDeadlines(client, congress, later, until))
        found.push(...groups)
      return found.map(({ appraisal }) => appraisal)
    })
    expect(counted).toContain(page.rows.find(({ id }) => id === dated)?.appraisal)
    expect(counted).not.toContain(page.rows.at(-1)?.appraisal)
    const lines: string[] = []
    for await (const chunk of mattersCsv(world, { by, filter: {}, sort: 'due' })) lines.push(chunk)
    expect(lines.join('').trimEnd().split('\r\n').at(-1)).toMatch(/,待定,待定,0,/)
  })
})

async function member(name: string, term: Id<'term'>) {
  const entry = { capacity: 'member', office: 'ordinary', order: null, unit: null } as const
  const rest = { place: '', post: '', name, term, another: false }
  const asked = { by: county.as('clerk'), entry: { ...entry, ...rest } }
  return value(await putPersonOnRoster(county.world, asked)).id
}

async function dueOf() {
  const { state } = await loadMatter(county.world.db, county.congress, matter)
  return isOpened(state) ? state.rounds.at(-1)?.due : null
}

async function reportDay() {
  const days = value(await readDueDays(county.world, county.as('clerk'), matter))
  return days.rows.find(({ kind }) => kind === 'report')
}

/** An appraisal by whose rule book results are due at the next session, and a matter handed over in it. */
async function matterDueAtSession(count = 1): Promise<MatterId> {
  const { world, roads } = county
  const by = county.as('clerk')
  const profile = profileOf('seed')
  if (!profile) throw new Error('No rule book')
  const book = resolveRuleBook(profile)
  const limit = { count, unit: 'session', from: 'handOver' } as const
  const reportDue = { ...book.settings.reportDue, value: limit }
  const planDue = count === 1 ? book.settings.planDue : { ...book.settings.planDue, value: limit }
  const ruleBook = { ...book, settings: { ...book.settings, reportDue, planDue } }
  const id = newId('appraisal')
  const opened = {
    type: 'AppraisalOpened',
    ...roads,
    ruleBook,
    session: '第30次会议',
    on: county.clock.today(),
    words: { title: '按会议计算期限的评议' },
  } as const
  const after = evolveAppraisal(noAppraisal, opened)
  if (after.status === 'none') throw new Error('No appraisal')
  value(await commit(world, { by }, [write(id, 0, [opened], appraisalRow(after))]))
  const disposition = { kind: 'matter', title: '甲', unit: roads.unit } as const
  const facts = {
    channel: 'forum',
    raiserKind: 'public',
    receivedOn: county.clock.today(),
  } as const
  const raising = { ...facts, raiser: '', text: '甲，群众反映多次。', disposition }
  const raised = value(await raiseOpinion(world, { by, appraisal: id, raising }))
  if (raised.matter === null) throw new Error('No matter')
  await county.step(by, raised.matter, { type: 'ApproveMatter', approval })
  const letter = '人常〔2026〕7号'
  await county.step(by, raised.matter, { type: 'HandOverMatter', ...roads, letter })
  return raised.matter
}
