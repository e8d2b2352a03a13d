import { evolveAppraisal, noAppraisal } from '@luoshi/domain/appraisals/appraisal'
import type { AppraisalId } from '@luoshi/domain/kernel/ids'
import { profileOf, resolveRuleBook } from '@luoshi/domain/rule-books/resolve-rule-book'
import { rebuildViews } from '@luoshi/ledger/projections/rebuild-views'
import type { OfficialBallot, Voters } from '@luoshi/domain/rule-books/official-ballot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  answered,
  problemIn,
  testSite,
  type Browser,
  type TestSite,
} from '../../testing/test-site.ts'
import { recordRecusal } from '../people/record-recusal.ts'
import { putPersonOnRoster } from '../people/roster.ts'
import { approval, daysLater } from '../../testing/test-county.ts'
import { verifiedMatter, verifyAgain } from '../../testing/verified-matter.ts'
import {
  announceBallot,
  decideSurplus,
  enterBallot,
  getBallot,
  getBallotRules,
  listBallots,
  openBallot,
  type BallotDetail,
} from '../contract/ballots.ts'
import { listVerdicts } from '../contract/verdicts.ts'
import { getAppraisalGuide } from '../contract/appraisals.ts'
import { getMatter } from '../contract/matters.ts'
import {
  beginMeeting,
  changeAttendance,
  closeMeeting,
  conveneMeeting,
} from '../contract/meetings.ts'
import { commit, write } from '../execute/commit.ts'
import { newId } from '../execute/ids.ts'
import { appraisalRow } from '../execute/view-rows.ts'
import { project } from '../execute/project.ts'

let site: TestSite
let clerk: Browser
let second: Browser

beforeAll(async () => {
  site = await testSite()
  clerk = await site.as('clerk')
  second = await site.as('team')
})
afterAll(() => site[Symbol.asyncDispose]())

const counters = { chief: '顾总监', scrutineers: ['秦岚'], tellers: ['方以宁'] }
const row = (satisfied: number, basically: number, dissatisfied: number) => {
  return { satisfied, basically, dissatisfied, abstain: 0, unknown: 0, spoiled: 0 }
}
const box = { issued: 28, returned: 28, invalid: 0 }
const session = '第十八届人大常委会第三十一次会议'

const bodyOf = (more: Readonly<Record<string, unknown>> = {}) => {
  return {
    appraisal: site.county.appraisal,
    meeting: null,
    session,
    heldOn: site.county.clock.today(),
    subject: { type: 'official' },
    source: { type: 'countedElsewhere', method: 'paper', secrecy: 'secret' },
    members: 33,
    present: 29,
    recused: [{ name: '温组成', reason: '与述职人员系亲属' }],
    entries: 2,
    replaces: null,
    ...more,
  }
}

async function opened(more: Readonly<Record<string, unknown>> = {}): Promise<BallotDetail> {
  const body = bodyOf(more)
  return answered(openBallot, await clerk.send('POST', '/api/v1/ballots', body))
}

/** An appraisal whose frozen rule book says something else of the ballot on the official. */
async function underRules(
  change: Partial<OfficialBallot>,
  together?: Voters,
): Promise<AppraisalId> {
  const { world, roads, clock, as } = site.county
  const profile = profileOf('seed')
  if (!profile) throw new Error('No rule book')
  const book = resolveRuleBook(profile)
  const { officialBallot } = book.settings
  const value = { ...officialBallot.value, ...change }
  const { voters: usual } = book.settings
  const voters = together ? { ...usual, value: together } : usual
  const settings = { ...book.settings, voters, officialBallot: { ...officialBallot, value } }
  const id = newId('appraisal')
  const event = {
    type: 'AppraisalOpened',
    ...roads,
    ruleBook: { ...book, settings },
    session,
    on: clock.today(),
    words: { title: '另有规定的评议' },
  } as const
  const after = evolveAppraisal(noAppraisal, event)
  if (after.status === 'none') throw new Error('No appraisal')
  const done = await commit(world, { by: as('clerk') }, [
    write(id, 0, [event], appraisalRow(after)),
  ])
  expect(done.ok).toBe(true)
  return id
}

const path = ({ id }: BallotDetail, step = '') => `/api/v1/ballots/${id}${step}`

const enter = (by: Browser, ballot: BallotDetail, count: unknown) =>
  by.send('POST', path(ballot, '/enter-ballot'), { version: ballot.version, count, counters })

const again = async (by: Browser, ballot: BallotDetail) =>
  answered(getBallot, await by.get(path(ballot)))

const announce = (ballot: BallotDetail, more: Readonly<Record<string, unknown>> = {}) =>
  clerk.send('POST', path(ballot, '/announce-ballot'), {
    version: ballot.version,
    demand: '',
    excepted: [],
    demands: [],
    ...more,
  })

describe('a ballot on the official, counted on paper', () => {
  const first = { ...box, rows: [row(17, 9, 2)] }
  let ballot: BallotDetail

  it('hides the first entry from whoever makes the second', async () => {
    ballot = await opened()
    ballot = await answered(enterBallot, await enter(clerk, ballot, first))
    expect(ballot).toMatchObject({ status: 'entered', entered: [{ isMine: true, count: first }] })
    const seen = await again(second, ballot)
    expect(seen).toMatchObject({ status: 'entered', entered: [{ isMine: false, count: null }] })
    expect(JSON.stringify(seen)).not.toContain('"satisfied":17')
  })

  it('shows both where the two differ, and is settled when they agree', async () => {
    const slip = { ...box, rows: [row(16, 10, 2)] }
    ballot = await answered(enterBallot, await enter(second, ballot, slip))
    expect(ballot).toMatchObject({
      status: 'differs',
      differences: [
        { row: 0, field: 'satisfied', first: 17, second: 16 },
        { row: 0, field: 'basically', first: 9, second: 10 },
      ],
    })
    expect(await problemIn(await announce(ballot))).toMatchObject({ code: 'ballot-not-counted' })
    ballot = await answered(enterBallot, await enter(second, ballot, first))
    expect(ballot).toMatchObject({ status: 'counted', count: first })
  })

  it('is entered by two people at the same time: neither is sent back because the other was first', async () => {
    const open = await opened()
    const [one, other] = await Promise.all([
      enter(clerk, open, first),
      enter(second, open, { ...box, rows: [row(16, 10, 2)] }),
    ])
    expect([one.status, other.status]).toEqual([200, 200])
    const both = await again(clerk, open)
    expect(both).toMatchObject({ status: 'differs', differences: [{ row: 0 }, { row: 0 }] })
    expect(await problemIn(await enter(clerk, open, first))).toMatchObject({
      code: 'version-conflict',
    })
    expect(await problemIn(await enter(second, { ...open, version: 99 }, first))).toMatchObject({
      code: 'version-conflict',
    })
  })

  it('is no member’s to see before it is announced, and the unit’s to see afterwards', async () => {
    const member = await site.as('member')
    const unit = await site.as('official', site.county.roads.unit)
    const other = await site.as('official', site.county.water.unit)
    expect(await again(member, ballot)).toMatchObject({ count: null, results: [] })
    expect((await unit.get(path(ballot))).status).toBe(404)
    ballot = await answered(announceBallot, await announce(ballot))
    expect(ballot.results).toMatchObject([{ result: 'satisfied', report: { grade: '满意' } }])
    const seen = await again(unit, ballot)
    expect(seen).toMatchObject({ count: first, recused: [{ name: '', reason: '' }] })
    expect(JSON.stringify(seen)).not.toContain('温组成')
    expect((await other.get(path(ballot))).status).toBe(404)
  })

  it('may be entered by nobody but those who count', async () => {
    const open = await opened()
    for (const role of ['member', 'chairs', 'deputy', 'official', 'observer', 'admin'] as const) {
      const by = await site.as(role, site.county.roads.unit)
      expect((await enter(by, open, first)).status).toBe(403)
    }
  })

  it('with more forms back than went out is void, and another takes its place', async () => {
    const over = { issued: 27, returned: 28, invalid: 0, rows: [row(20, 6, 2)] }
    const gone = await answered(enterBallot, await enter(clerk, await opened({ entries: 1 }), over))
    expect(gone).toMatchObject({
      status: 'void',
      voided: { ground: 'overReturned' },
      may: { repeat: true },
    })
    expect(await opened({ replaces: gone.id })).toMatchObject({ replaces: gone.id, status: 'open' })
  })

  it('with more forms back than went out waits for the chair where the county lets him decide', async () => {
    const appraisal = await underRules({ overReturned: 'chairsDecide' })
    const over = { issued: 27, returned: 28, invalid: 0, rows: [row(20, 6, 2)] }
    const ballot = await opened({ appraisal, entries: 1 })
    const waits = await answered(enterBallot, await enter(clerk, ballot, over))
    expect(waits).toMatchObject({ status: 'surplus', may: { decide: true, announce: false } })
    expect(await problemIn(await announce(waits))).toMatchObject({
      code: 'ballot-surplus-undecided',
    })
    const decide = { version: waits.version, decision: 'recount', reason: '两张粘在一起' }
    const path = `/api/v1/ballots/${waits.id}/decide-surplus`
    const again = await answered(decideSurplus, await clerk.send('POST', path, decide))
    expect(again).toMatchObject({ status: 'open', entered: [] })
    const counted = await enter(clerk, again, { ...over, issued: 28 })
    expect(await answered(enterBallot, counted)).toMatchObject({ status: 'counted' })
  })

  it('called by name counts members, present and recused from the roll, for the committee’s eyes', async () => {
    const { world, appraisal, as } = site.county
    const by = as('clerk')
    const names = ['周一', '吴二', '郑三', '王四']
    const none = { order: null, unit: null, term: null, place: '', post: '' }
    const people = []
    for (const name of names) {
      const entry = {
        ...none,
        capacity: 'member',
        office: 'ordinary',
        another: false,
        name,
      } as const
      const done = await putPersonOnRoster(world, { by, entry })
      if (!done.ok) throw new Error(done.refusal.code)
      people.push(done.value.id)
    }
    const [near, away] = people
    const person = { person: near ?? null, account: null }
    const why = { ground: 'kinship', reason: '系亲属', approval } as const
    const recusal = await recordRecusal(world, { by, appraisal, ...person, ...why })
    expect(recusal.ok).toBe(true)
    const roll = people.map((one) => {
      const isAway = one === away
      return { person: one, standing: isAway ? 'onLeave' : 'present', reason: isAway ? '公差' : '' }
    })
    const ballot = await opened({ roll, members: 3, present: 3, recused: [] })
    expect(ballot).toMatchObject({
      members: 4,
      present: 3,
      recused: [{ name: '周一', reason: '系亲属' }],
    })
    expect(ballot.rollCalled).toContainEqual({
      name: '吴二',
      standing: 'onLeave',
      reason: '公差',
      isRecused: false,
    })
    const short = await clerk.send('POST', '/api/v1/ballots', {
      ...bodyOf({ roll: roll.slice(1) }),
    })
    expect(await problemIn(short)).toMatchObject({ code: 'roll-incomplete' })
    const member = await site.as('official', site.county.roads.unit)
    const seen = await member.get(path(ballot))
    expect(await seen.text()).not.toContain('公差')
  })

  it('warns when another ballot of the same session was held before others', async () => {
    const odd = await opened({ present: 28, recused: [], entries: 1 })
    expect(odd.sessionWarnings[0]?.zh).toContain('请核对签到表')
  })
})

describe('the verdicts of a session', () => {
  it('judge many matters in one commit; what does not satisfy goes round again', async () => {
    const { county } = site
    const titles = ['路灯不亮', '桥面破损', '边沟淤塞']
    const matters = []
    for (const title of titles) matters.push(await verifiedMatter(county, title, county.roads))
    const [lamps, bridge, ditch] = matters
    const open = await opened({ subject: { type: 'matters', matters }, recused: [], entries: 1 })
    expect(open.rows).toHaveLength(9)
    const good = row(20, 7, 2)
    const rows = [good, good, good, good, row(5, 6, 18), good, good, good, row(12, 12, 5)]
    const counted = await answered(
      enterBallot,
      await enter(clerk, open, { issued: 29, returned: 29, invalid: 0, rows }),
    )
    const silent = await announce(counted)
    expect(await problemIn(silent)).toMatchObject({ code: 'text-missing' })
    const seqBefore = await lastSeq()
    const until = '2026-04-15'
    const demands = [
      { matter: bridge, reasons: '完工太晚，请抓紧。', until: null },
      { matter: ditch, reasons: '下游一段限期清完。', until },
    ]
    const done = await answered(announceBallot, await announce(counted, { demands }))
    expect(done.status).toBe('announced')
    // One commit: the ballot's event, and one or two of each matter.
    expect((await lastSeq()) - seqBefore).toBe(1 + 1 + 2 + 2)
    const read = async (id: string | undefined) =>
      (await answered(getMatter, await clerk.get(`/api/v1/matters/${id}`))).matter
    expect(await read(lamps)).toMatchObject({
      status: 'satisfied',
      rounds: [{ verdict: { by: { ballot: open.id, basis: 'matter' } } }],
    })
    expect(await read(bridge)).toMatchObject({
      status: 'received',
      rounds: [{ verdict: { outcome: 'unsatisfied' } }, { number: 2, planAccepted: false }],
    })
    expect(await read(ditch)).toMatchObject({
      status: 'inProgress',
      rounds: [{ verdict: { outcome: 'conditional' } }, { number: 2, due: until }],
    })
    expect(await problemIn(await announce(counted, { demands }))).toMatchObject({
      code: 'version-conflict',
    })

    daysLater(county.clock, 20)
    clerk = await site.as('clerk')
    if (!bridge) throw new Error('no bridge')
    await verifyAgain(county, bridge, county.roads)
    const later = await opened({
      subject: { type: 'matters', matters: [bridge] },
      session: '第三十二次会议',
      recused: [],
      entries: 1,
    })
    const settled = await answered(
      enterBallot,
      await enter(clerk, later, { issued: 29, returned: 29, invalid: 0, rows: [good, good, good] }),
    )
    await answered(announceBallot, await announce(settled))
    expect(await read(bridge)).toMatchObject({ status: 'satisfied', rounds: [{}, { number: 2 }] })
  })

  it('on the report as a whole apply to every matter in it but those set apart', async () => {
    const { county } = site
    const one = await verifiedMatter(county, '护栏缺失', county.roads)
    const two = await verifiedMatter(county, '涵洞堵塞', county.roads)
    const subject = { type: 'report', matters: [one, two] }
    const open = await opened({ subject, recused: [], entries: 1 })
    const rows = [row(20, 7, 2), row(21, 6, 2), row(22, 5, 2)]
    const counted = await answered(
      enterBallot,
      await enter(clerk, open, { issued: 29, returned: 29, invalid: 0, rows }),
    )
    const demands = [{ matter: two, reasons: '涵洞仍然堵塞，不在通过之列。', until: null }]
    await answered(announceBallot, await announce(counted, { excepted: [two], demands }))
    const matterOf = async (id: string) =>
      (await answered(getMatter, await clerk.get(`/api/v1/matters/${id}`))).matter
    expect(await matterOf(one)).toMatchObject({
      status: 'satisfied',
      rounds: [{ verdict: { by: { basis: 'report', excepted: false } } }],
    })
    expect(await matterOf(two)).toMatchObject({
      status: 'received',
      rounds: [{ verdict: { outcome: 'unsatisfied', by: { excepted: true } } }, { number: 2 }],
    })
  })

  it('take no matter that has not been verified', async () => {
    const { county } = site
    const early = await county.handOver('早了', county.roads)
    const body = { subject: { type: 'matters', matters: [early] }, recused: [] }
    await expect(opened(body)).rejects.toThrow('ballot-matter-not-verified')
  })
})

it('the items of the frozen rule book are rows of the form; nobody types them', async () => {
  const appraisal = await underRules({ items: ['德', '廉'] })
  const ballot = await opened({ appraisal })
  expect(ballot.rows).toEqual([
    { type: 'official' },
    { type: 'official', item: '德' },
    { type: 'official', item: '廉' },
  ])
})

describe('the guide of the appraisal', () => {
  it('sees the meeting held for each official it heard, and the verdict given', async () => {
    const { appraisal, clock } = site.county
    const body = {
      appraisals: [appraisal],
      session,
      heldOn: clock.today(),
      members: 33,
      agenda: [{ part: 'other', text: '述职', speaker: '' }],
    }
    const meeting = await answered(
      conveneMeeting,
      await clerk.send('POST', '/api/v1/meetings', body),
    )
    const at = `/api/v1/meetings/${meeting.id}`
    const begun = await answered(
      beginMeeting,
      await clerk.send('POST', `${at}/begin-meeting`, { version: 1, present: 28, absent: [] }),
    )
    const leaving = { version: begun.version, point: 0, present: 27, absent: [] }
    const fewer = await answered(
      changeAttendance,
      await clerk.send('POST', `${at}/change-attendance`, leaving),
    )
    expect(fewer.moments).toEqual([
      { point: null, present: 28, absent: [] },
      { point: 0, present: 27, absent: [] },
    ])
    const open = (more: object) =>
      clerk.send('POST', '/api/v1/ballots', bodyOf({ meeting: meeting.id, ...more }))
    for (const strange of [{ present: 29 }, { present: 26 }, { members: 35, present: 28 }])
      expect(await problemIn(await open(strange))).toMatchObject({ code: 'ballot-not-of-the-hall' })
    // Held before he left, and after.
    for (const present of [28, 27]) await answered(openBallot, await open({ present }))
    await answered(
      closeMeeting,
      await clerk.send('POST', `${at}/close-meeting`, { version: fewer.version }),
    )
    const { guide } = await answered(
      getAppraisalGuide,
      await clerk.get(`/api/v1/appraisals/${appraisal}/guide`),
    )
    const standing = (name: string) => guide.steps.find(({ step }) => step === name)
    expect(standing('meetingHeld')).toMatchObject({ standing: 'done', fromRecord: true })
    expect(standing('verdictGiven')).toMatchObject({ standing: 'done', fromRecord: true })
  })
})

it('deputies decide with the members by their weight, and nobody’s forms are mixed', async () => {
  const appraisal = await underRules({}, [
    { group: 'members', base: 'allMembers', decides: true, weight: 70 },
    { group: 'deputies', base: 'allMembers', decides: true, weight: 30 },
  ])
  const rules = await clerk.get(`/api/v1/appraisals/${appraisal}/ballot-rules`)
  expect((await answered(getBallotRules, rules)).groups).toEqual([
    { group: 'deputies', weight: 30 },
  ])
  const plain = bodyOf({ appraisal, recused: [] })
  expect(await problemIn(await clerk.send('POST', '/api/v1/ballots', plain))).toMatchObject({
    code: 'ballot-group-missing',
  })
  const groups = [{ group: 'deputies', invited: 60, present: 55 }]
  let ballot = await opened({ appraisal, recused: [], groups })
  expect(ballot.groups).toEqual(groups)
  const other = await site.as('team')
  const own = { issued: 29, returned: 29, invalid: 0, rows: [row(15, 12, 2)] }
  const theirs = { issued: 55, returned: 55, invalid: 0, rows: [row(50, 3, 2)] }
  const told = { ...own, groups: [{ group: 'deputies', count: theirs }] }
  const slip = { ...theirs, rows: [row(49, 4, 2)] }
  ballot = await answered(enterBallot, await enter(clerk, ballot, told))
  const wrong = { ...own, groups: [{ group: 'deputies', count: slip }] }
  ballot = await answered(enterBallot, await enter(other, ballot, wrong))
  expect(ballot.differences[0]).toEqual({
    group: 'deputies',
    row: 0,
    field: 'satisfied',
    first: 50,
    second: 49,
  })
  ballot = await answered(enterBallot, await enter(other, ballot, told))
  ballot = await answered(announceBallot, await announce(ballot))
  expect(ballot).toMatchObject({
    grades: ['满意'],
    results: [{ result: 'satisfied', groups: [{ group: 'deputies' }] }],
  })
})

it('every verdict of a matter stands under its session, the latest last', async () => {
  const { rows } = await answered(
    listVerdicts,
    await clerk.get(`/api/v1/appraisals/${site.county.appraisal}/verdicts`),
  )
  const of = (title: string) => rows.find((one) => one.title === title)?.verdicts
  expect(of('桥面破损')).toMatchObject([
    { round: 1, session, outcome: 'unsatisfied' },
    { round: 2, session: '第三十二次会议', outcome: 'satisfied' },
  ])
  expect(of('涵洞堵塞')).toMatchObject([{ outcome: 'unsatisfied', isExcepted: true }])
  const other = await site.as('official', site.county.water.unit)
  const path = `/api/v1/appraisals/${site.county.appraisal}/verdicts`
  expect((await other.get(path)).status).toBe(404)
})

it('ballots are listed for their appraisal, and rebuilt from the log to the byte', async () => {
  const { database, congress, appraisal } = site.county
  const { rows } = await answered(
    listBallots,
    await clerk.get(`/api/v1/ballots?appraisal=${appraisal}`),
  )
  expect(new Set(rows.map(({ about }) => about))).toEqual(
    new Set(['official', 'matters', 'report']),
  )
  expect((await rebuildViews(database.owner, congress, project, 'compare')).different).toEqual([])
})

async function lastSeq(): Promise<number> {
  const { world, congress } = site.county
  const [found] = await world.db.rows<{ seq: number }>(congress, {
    text: 'select max(seq)::float8 as seq from luoshi.event where congress = $1',
    values: [congress],
  })
  return found?.seq ?? 0
}
