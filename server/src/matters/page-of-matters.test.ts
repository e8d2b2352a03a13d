/** Pages that bring their total: what is found more often than it is worth counting is said to be more. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testCounty, value, type TestCounty } from '../../testing/test-county.ts'
import { listMatters, type ListAsked } from './list-matters.ts'

const many = 206
const searched = '路灯'

let county: TestCounty
beforeAll(async () => {
  county = await testCounty()
  const titles = Array.from({ length: many }, (_, place) => `${searched}第${place}盏`)
  await Promise.all(['桥面', ...titles].map((title) => county.raise(title)))
})
afterAll(() => county[Symbol.asyncDispose]())

const list = async (asked: Partial<ListAsked>) =>
  value(
    await listMatters(county.world, {
      by: county.as('clerk'),
      filter: { text: searched },
      sort: 'newest',
      limit: 50,
      ...asked,
    }),
  )

const numbersOf = (rows: readonly { number: number }[]) => rows.map(({ number }) => number)

describe('a list of words that are found often', () => {
  it('says two hundred and more on every page, and still leads to the last one', async () => {
    const all = await list({ filter: {}, limit: many + 1 })
    const expected = numbersOf(all.rows.filter(({ title }) => title.includes(searched)))
    const seen: number[] = []
    let after: string | undefined
    do {
      const page = await list({ after })
      expect(page.total).toEqual({ count: 200, exact: false })
      seen.push(...numbersOf(page.rows))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(expected)
    expect(seen).toHaveLength(many)
  })

  it('counts to the end where a filter or a rarer word leaves fewer, and says none of none', async () => {
    const rare = await list({ filter: { text: `${searched}第11盏` } })
    expect([rare.rows.length, rare.total]).toEqual([1, { count: 1, exact: true }])
    const none = await list({ filter: { text: '没有这个词' } })
    expect([none.rows, none.total]).toEqual([[], { count: 0, exact: true }])
    const ofUnit = await list({ filter: { text: searched, unit: county.roads.unit } })
    expect([ofUnit.rows, ofUnit.total]).toEqual([[], { count: 0, exact: true }])
  })
})
