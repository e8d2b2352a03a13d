/**
 * An adversary who reads everything that is ever told of a survey, and subtracts as she likes, learns of no group below
 * the smallest, and of nobody what he answered.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countAnswers, smallForm, type Person } from '../testing/count-answers.ts'
import { joinStrata } from './join-strata.ts'
import { populationResults } from './population-results.ts'
import { protectCounts } from './protect-counts.ts'

const smallest = 10
const keys = ['a', 'b', 'c', 'd', 'e']

const person: fc.Arbitrary<Person> = fc
  .record({
    stratum: fc.constantFrom(...keys),
    duty: fc.constantFrom('satisfied', 'satisfied', 'mostly', 'dissatisfied', 'unknown', null),
    why: fc.subarray(['slow', 'rude']),
    way: fc.constantFrom('counter', 'online', null),
  })
  .map(({ stratum, duty, why, way }) => ({
    stratum,
    answer: {
      ...(duty === null ? {} : { duty }),
      ...(duty === 'dissatisfied' && why.length > 0 ? { why } : {}),
      ...(way === null ? {} : { way }),
    },
  }))

const content = { duty: 'satisfied', way: 'online' }

/** From nobody to a crowd; towns where opinions differ, and towns of one mind but for two or three. */
const people: fc.Arbitrary<readonly Person[]> = fc.oneof(
  fc.array(person, { maxLength: 25 }),
  fc.array(person, { minLength: 40, maxLength: 120 }),
  fc
    .array(person, { minLength: 30, maxLength: 80 })
    .map((all) => all.map((one, at) => (at < 3 ? one : { ...one, answer: content }))),
)

const town = fc.record({
  people,
  knows: fc.boolean(),
  others: fc.array(fc.nat({ max: 3 }), { minLength: keys.length, maxLength: keys.length }),
})

type Town = Readonly<{ people: readonly Person[]; knows: boolean; others: readonly number[] }>

function countsOf({ people: all, knows, others }: Town) {
  const sizes = keys.map((key, at) => {
    const answered = all.filter(({ stratum }) => stratum === key).length
    return [key, knows ? answered + (others[at] ?? 0) : null] as const
  })
  return countAnswers(all, Object.fromEntries(sizes))
}

/** Everything anybody is told: the counts and every figure made of them. */
function toldOf(counts: ReturnType<typeof countsOf>) {
  const told = protectCounts(counts, smallForm, smallest)
  return { told, figures: populationResults(told, smallForm, true) }
}

describe('what is told of a survey', () => {
  it('leaves no difference that is a group below the smallest', () => {
    fc.assert(
      fc.property(town, (one) => {
        const counts = countsOf(one)
        const { told } = toldOf(counts)
        for (const { groups } of told.questions) {
          const sums = groups.map(({ group }) => group.strata)
          for (const part of subsetsOf(keys)) {
            const n = counts.strata
              .filter(({ key }) => part.includes(key))
              .reduce((sum, { answered }) => sum + answered, 0)
            if (n > 0 && n < smallest) expect(canBeDerived(part, sums)).toBe(false)
          }
        }
      }),
      { numRuns: 300 },
    )
  })

  it('is the same, to the last byte, when two of a group had answered the one for the other', () => {
    fc.assert(
      fc.property(town, fc.nat(), fc.nat(), (one, first, second) => {
        const [a, b] = [
          one.people[first % (one.people.length || 1)],
          one.people[second % (one.people.length || 1)],
        ]
        const counts = countsOf(one)
        const group = joinStrata(counts, smallest).find(({ strata }) =>
          strata.includes(a?.stratum ?? ''),
        )
        fc.pre(a !== undefined && b !== undefined && (group?.strata.includes(b.stratum) ?? false))
        const swapped = one.people.map((each) => {
          if (each === a) return { ...a, answer: b?.answer ?? {} }
          return each === b ? { ...b, answer: a?.answer ?? {} } : each
        })
        expect(toldOf(countsOf({ ...one, people: swapped }))).toEqual(toldOf(counts))
      }),
      { numRuns: 300 },
    )
  })

  it('lets everybody deny: where all people are known, two are left at least', () => {
    fc.assert(
      fc.property(town, (one) => {
        const { told } = toldOf(countsOf(one))
        for (const { groups } of told.questions)
          for (const { group, base, options } of groups) {
            expect(base).toBeGreaterThanOrEqual(smallest)
            const common = Math.max(...options.map(({ n }) => n))
            if (group.size !== null) expect(group.size - common).toBeGreaterThanOrEqual(2)
          }
      }),
      { numRuns: 300 },
    )
  })

  it('tells a follow-up never more finely than the question before it', () => {
    fc.assert(
      fc.property(town, (one) => {
        const [duty, why] = toldOf(countsOf(one)).told.questions
        const order = ['nothing', 'whole', 'groups']
        expect(order.indexOf(why?.detail ?? '')).toBeLessThanOrEqual(
          order.indexOf(duty?.detail ?? ''),
        )
      }),
    )
  })

  it('tells a follow-up for the whole when the question before it had to be', () => {
    const crowd = (stratum: string, n: number, answer: Person['answer']) =>
      Array.from({ length: n }, () => ({ stratum, answer }))
    const cross = (why: string) => ({ duty: 'dissatisfied', why: [why] })
    const people = [
      ...crowd('a', 10, cross('slow')),
      ...crowd('a', 10, cross('rude')),
      ...crowd('b', 7, cross('slow')),
      ...crowd('b', 8, cross('rude')),
      ...crowd('b', 5, { duty: 'satisfied' }),
    ]
    const [duty, why] = toldOf(countAnswers(people, { a: 20, b: 30 })).told.questions
    expect([duty?.detail, why?.detail]).toEqual(['whole', 'whole'])
  })

  it('tells a town of 25, 20 and 4 answers as 25 and 24, and the whole of both', () => {
    const crowd = (stratum: string, n: number, answer: Person['answer']) =>
      Array.from({ length: n }, () => ({ stratum, answer }))
    const counts = countAnswers(
      [
        ...crowd('a', 15, { duty: 'satisfied' }),
        ...crowd('a', 10, { duty: 'dissatisfied' }),
        ...crowd('b', 20, { duty: 'satisfied' }),
        ...crowd('c', 4, { duty: 'dissatisfied' }),
      ],
      { a: 900, b: 300, c: 60 },
    )
    const { figures } = toldOf(counts)
    const duty = figures.questions[0]
    expect(duty?.groups.map(({ strata, answered }) => [strata, answered])).toEqual([
      [['a'], 25],
      [['b', 'c'], 24],
    ])
    // (900 × 15/25 + 360 × 20/24) / 1260: by the people of each, not by who happened to answer.
    expect(duty?.whole?.rate?.share.p).toBeCloseTo((540 + 300) / 1260, 12)
    expect(duty?.whole?.rate?.share.n).toBe(49)
    expect(duty?.isWeighted).toBe(true)
  })

  it('tells nothing of nine people, and nothing of an office that was of one mind', () => {
    const all = (n: number) =>
      Array.from({ length: n }, () => ({ stratum: 'a', answer: { duty: 'satisfied' } }))
    const details = (n: number, size: number | null) =>
      toldOf(countAnswers(all(n), { a: size })).told.questions.map(({ detail }) => detail)
    expect(details(9, 500)).toEqual(['nothing', 'nothing', 'nothing'])
    expect(details(30, 30)[0]).toBe('nothing')
    expect(details(30, 31)[0]).toBe('nothing')
    expect(details(30, 32)[0]).toBe('groups')
    expect(details(30, null)[0]).toBe('groups')
  })
})

function subsetsOf(all: readonly string[]): readonly (readonly string[])[] {
  return all.reduce<readonly (readonly string[])[]>(
    (found, one) => [...found, ...found.map((some) => [...some, one])],
    [[]],
  )
}

/** Whether the sum over `part` is a combination of the sums told: Gauss, over the strata as unknowns. */
function canBeDerived(part: readonly string[], sums: readonly (readonly string[])[]): boolean {
  const vector = (some: readonly string[]) => keys.map((key) => (some.includes(key) ? 1 : 0))
  const rows = sums.map(vector)
  return rank([...rows, vector(part)]) === rank(rows)
}

function rank(rows: readonly (readonly number[])[]): number {
  let left = rows.map((row) => [...row])
  let found = 0
  for (let column = 0; column < keys.length; column += 1) {
    const pivot = left.find((row) => Math.abs(row[column] ?? 0) > 1e-9)
    if (!pivot) continue
    found += 1
    left = left
      .filter((row) => row !== pivot)
      .map((row) => {
        const times = (row[column] ?? 0) / (pivot[column] ?? 1)
        return row.map((value, at) => value - times * (pivot[at] ?? 0))
      })
  }
  return found
}
