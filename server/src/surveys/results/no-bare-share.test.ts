/**
 * No field of any answer of this API is a share that could be shown without its n and its interval: whatever is not a
 * whole number stands in an object with `n`, `low` and `high`, or was looked at and is no share of people.
 */
import { expect, it } from 'vitest'
import { openApi } from '../../openapi.ts'

/** Looked at: none of these is a share of people. */
const otherNumbers: readonly RegExp[] = [
  // How much more uncertain weights make the whole: 1.3 is a factor.
  /\.designEffect$/,
  // A figure of the administration in its unit; a part of a whole is two whole numbers.
  /^\/api\/v1\/indicators.*\.(value|of)$/,
  // A rise in points that two surveys of these sizes would find: beside both of them.
  /\.smallestDetectable$/,
  /photo\.place\.(latitude|longitude)$/,
]

const told = ['n', 'low', 'high']
const apart = ['d', 'low', 'high']

type Found = Readonly<{ at: string; beside: readonly string[] }>

function numbersIn(schema: unknown, at: string, beside: readonly string[]): readonly Found[] {
  if (typeof schema !== 'object' || schema === null) return []
  if (Array.isArray(schema)) return schema.flatMap((one) => numbersIn(one, at, beside))
  // A number that is always the same one says nothing of anybody.
  const isNumber = 'type' in schema && schema.type === 'number'
  const own = isNumber && !('const' in schema) && !('enum' in schema) ? [{ at, beside }] : []
  const inner = Object.entries(schema).flatMap(([key, value]: [string, unknown]) => {
    if (key !== 'properties') return numbersIn(value, at, beside)
    if (typeof value !== 'object' || value === null) return []
    const names = Object.keys(value)
    return Object.entries(value).flatMap(([name, one]) => numbersIn(one, `${at}.${name}`, names))
  })
  return [...own, ...inner]
}

/** In answers only: what is asked for is no figure. */
function answersIn(value: unknown, at: string): readonly Found[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]: [string, unknown]) =>
    key === 'responses' ? numbersIn(one, at, []) : answersIn(one, key.startsWith('/') ? key : at),
  )
}

const numbers = answersIn(openApi('0')['paths'], '')

it('every fraction in the API has its n and interval beside it', () => {
  const shares = numbers.filter(({ beside }) => told.every((name) => beside.includes(name)))
  expect(shares.length).toBeGreaterThan(5)
  const bare = numbers.filter(
    ({ at, beside }) =>
      !otherNumbers.some((one) => one.test(at)) &&
      ![told, apart].some((names) => names.every((name) => beside.includes(name))),
  )
  expect(bare.map(({ at }) => at)).toEqual([])
})

it('sees a bare share where one is', () => {
  const bare = { type: 'object', properties: { satisfaction: { type: 'number' } } }
  expect(numbersIn(bare, '', [])).toEqual([{ at: '.satisfaction', beside: ['satisfaction'] }])
})
