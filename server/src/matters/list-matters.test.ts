import { instant } from '@luoshi/domain/kernel/day'
import { searchable } from '@luoshi/ledger/projections/bigrams'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  approval,
  daysLater,
  testCounty,
  value,
  type TestCounty,
} from '../../testing/test-county.ts'
import { sorts } from '../contract/matters.ts'
import { listMatters, type ListAsked } from './list-matters.ts'

let county: TestCounty
const titles = [
  '村道硬化',
  '村道路灯',
  '桥梁加固',
  '河道清淤',
  '学校食堂',
  '学校围墙',
  '校车线路',
  '饮水管网',
  '水库除险',
  '路灯ＬＥＤ改造',
  '危房 改造',
  '公厕改造',
]

beforeAll(async () => {
  county = await testCounty()
  const seats = [county.roads, county.water, county.schools]
  for (const [place, title] of titles.entries()) {
    const seat = seats[place % 3] ?? county.roads
    if (place % 4 === 3) await county.raise(title, seat.unit)
    else await county.handOver(title, seat)
    if (place % 5 === 4) daysLater(county.clock, 1)
  }
})
afterAll(() => county[Symbol.asyncDispose]())

const list = async (asked: Partial<ListAsked>) =>
  value(
    await listMatters(county.world, {
      by: county.as('clerk'),
      filter: {},
      sort: 'newest',
      limit: 100,
      ...asked,
    }),
  )

const titlesOf = (rows: readonly { title: string }[]) => rows.map(({ title }) => title)

describe('walking the pages of a list', () => {
  it.each(sorts)(
    'sorted by %s shows every matter once, in the order of one long page',
    async (sort) => {
      const whole = await list({ sort })
      for (const limit of [1, 3, 5]) {
        const seen = []
        let after: string | undefined
        for (;;) {
          const page = await list({ sort, limit, after })
          seen.push(...titlesOf(page.rows))
          expect(page.total).toEqual({ count: titles.length, exact: true })
          if (page.next === null) break
          after = page.next
        }
        expect(seen).toEqual(titlesOf(whole.rows))
      }
    },
  )

  it('starts again politely from a place that is none', async () => {
    const asked = {
      by: county.as('clerk'),
      filter: {},
      sort: 'due',
      limit: 5,
      after: 'xx',
    } as const
    expect(await listMatters(county.world, asked)).toMatchObject({
      refusal: { status: 400, code: 'cursor-not-understood' },
    })
  })
})

describe('searching', () => {
  it('finds what a plain look at every text finds, whatever is asked', async () => {
    const all = (await list({ sort: 'number' })).rows
    const part = fc.constantFrom(...titles).chain((title) => {
      const letters = [...title]
      return fc
        .tuple(fc.nat({ max: letters.length - 1 }), fc.integer({ min: 1, max: 4 }))
        .map(([from, length]) => letters.slice(from, from + length).join(''))
    })
    const law = fc.asyncProperty(fc.oneof(part, fc.constant('没有这个词')), async (text) => {
      const words = searchable(text).split(' ')
      const expected = all.filter(({ title }) => {
        const whole = searchable(`${title}\n${title}，群众反映多次。`)
        return words.every((word) => whole.includes(word))
      })
      const found = await list({ sort: 'number', filter: { text } })
      expect(titlesOf(found.rows)).toEqual(titlesOf(expected))
      expect(found.total.count).toBe(expected.length)
    })
    await fc.assert(law, { numRuns: 25 })
  })

  it('minds neither width nor spaces', async () => {
    expect(titlesOf((await list({ filter: { text: 'led改造' } })).rows)).toEqual(['路灯ＬＥＤ改造'])
  })
})

describe('a filter', () => {
  it('by unit and state counts what it shows', async () => {
    const unit = county.roads.unit
    const { rows, total } = await list({ filter: { unit, statuses: ['issued'] } })
    expect(total).toEqual({ count: rows.length, exact: true })
    expect(rows.every((row) => row.unit === unit && row.status === 'issued')).toBe(true)
    expect(rows.every((row) => row.unitName === '公路局' && row.officialName === '公路局长')).toBe(
      true,
    )
  })

  it('on what is late finds nothing today, and the unanswered once their plans are due', async () => {
    expect((await list({ filter: { late: true } })).rows).toEqual([])
    const issued = (await list({ filter: { statuses: ['issued'] } })).rows
    const today = county.clock.today()
    daysLater(county.clock, 60)
    const late = await list({ filter: { late: true }, sort: 'number' })
    expect(new Set(titlesOf(late.rows))).toEqual(new Set(titlesOf(issued)))
    expect(late.rows.every((row) => row.late > 0)).toBe(true)
    county.clock.goTo(today)
  })

  it('on what waits for me shows the clerk drafts, and the unit only what was handed to it', async () => {
    const mine = await list({ filter: { mine: true } })
    expect(new Set(mine.rows.map(({ status }) => status))).toEqual(new Set(['drafted']))
    const by = county.as('unitStaff', county.water.unit)
    const theirs = await list({ by, filter: { mine: true } })
    expect(theirs.rows.length).toBeGreaterThan(0)
    expect(theirs.rows.every(({ unit, round }) => unit === county.water.unit && round > 0)).toBe(
      true,
    )
  })
})

describe('who sees what in a list', () => {
  it.each(['clerk', 'chairs', 'member', 'team', 'deputy'] as const)('%s sees all', async (role) => {
    const { rows, total } = await list({ by: county.as(role) })
    expect([rows.length, total.count]).toEqual([titles.length, titles.length])
  })

  it('counts for a unit what it lists, by the state: its drafts are none of its matters yet', async () => {
    const by = county.as('unitStaff', county.schools.unit)
    const issued = await list({ by, filter: { statuses: ['issued', 'closed'] } })
    const mixed = await list({ by, filter: { statuses: ['drafted', 'issued'] } })
    const others = { statuses: ['issued'], unit: county.water.unit } as const
    const elsewhere = await list({ by, filter: others })
    expect(issued.rows.length).toBeGreaterThan(1)
    expect(issued.total).toEqual({ count: issued.rows.length, exact: true })
    expect(mixed.total).toEqual(issued.total)
    expect(elsewhere).toMatchObject({ rows: [], total: { count: 0, exact: true } })
  })

  it.each(['official', 'unitStaff'] as const)('%s sees what the unit was handed', async (role) => {
    const { rows, total } = await list({ by: county.as(role, county.roads.unit) })
    const whole = await list({ filter: { unit: county.roads.unit } })
    const handed = whole.rows.filter(({ status }) => status !== 'drafted')
    expect(titlesOf(rows)).toEqual(titlesOf(handed))
    expect(total.count).toBe(handed.length)
  })

  it.each(['observer', 'admin'] as const)('%s sees none', async (role) => {
    const { rows, total } = await list({ by: county.as(role) })
    expect([rows, total.count]).toEqual([[], 0])
  })
})

describe('as of a past moment', () => {
  it('a list shows what it showed then', async () => {
    const { matter } = await county.raise('后来的事', county.roads.unit)
    const before = await list({ sort: 'number' })
    const moment = county.world.now()
    await county.step(county.as('clerk'), matter, { type: 'ApproveMatter', approval })
    await county.raise('更晚的事', county.roads.unit)
    const then = await list({ sort: 'number', asOf: moment })
    expect(then.rows).toEqual(before.rows)
    expect(then.total.count).toBe(before.total.count)
    expect(then.asOf?.at).toBe(moment)
    const found = await list({ filter: { text: '更晚' }, asOf: moment })
    expect(found.rows).toEqual([])
  })

  it('before anything happened there is nothing', async () => {
    const { rows } = await list({ asOf: instant('2020-01-01T00:00:00.000Z') })
    expect(rows).toEqual([])
  })
})
