/** Every list and every text that can come in has an end, told by the contract itself. */
import { expect, it } from 'vitest'
import { schemaOf } from '../../testing/sample-call.ts'
import { allEndpoints } from '../openapi.ts'

type Json = Readonly<Record<string, unknown>>

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What may hold any JSON: a guard of the rules decides, and the body as a whole is limited. */
const free: readonly string[] = [
  'PUT /api/v1/imports/:import/decisions body.decisions{}',
  'POST /api/v1/county-books/:book/steps body.told.value',
]

function endless(schema: unknown, at: string): readonly string[] {
  if (!isJson(schema) || free.includes(at)) return []
  const { type, properties, additionalProperties, items } = schema
  const inside = isJson(properties) ? Object.entries(properties) : []
  return [
    ...choicesOf(schema).flatMap((one) => endless(one, at)),
    ...inside.flatMap(([name, one]) => endless(one, `${at}.${name}`)),
    ...(isJson(additionalProperties) ? endless(additionalProperties, `${at}{}`) : []),
    ...(type === 'array' ? endless(items, `${at}[]`) : []),
    ...(hasEnd(schema) ? [] : [at]),
  ]
}

function choicesOf(schema: Json): readonly unknown[] {
  const { anyOf = [], oneOf = [], allOf = [] } = schema
  return [anyOf, oneOf, allOf].flatMap((some) => (Array.isArray(some) ? some : []))
}

function hasEnd(schema: Json): boolean {
  if (schema['const'] !== undefined || schema['enum'] !== undefined) return true
  switch (schema['type']) {
    case 'array':
      return typeof schema['maxItems'] === 'number'
    case 'string':
      return (
        typeof schema['maxLength'] === 'number' ||
        schema['format'] === 'date' ||
        schema['format'] === 'date-time' ||
        /^\^.*[^*+]\$$/.test(String(schema['pattern']))
      )
    case 'integer':
    case 'number':
    case 'boolean':
    case 'null':
    case 'object':
      return true
    default:
      return choicesOf(schema).length > 0
  }
}

it('takes no list and no text without an end, at any address', () => {
  const found = allEndpoints().flatMap(({ spec }) =>
    (['params', 'query', 'body'] as const).flatMap((part) => {
      const schema = schemaOf(spec[part])
      return schema === null ? [] : endless(schema, `${spec.method} ${spec.path} ${part}`)
    }),
  )
  expect([...new Set(found)]).toEqual([])
})
