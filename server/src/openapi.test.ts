/** What a stranger reads at /openapi.json: whole in itself, and every operation says who may ask for it. */
import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { rights } from '@luoshi/domain/people/rights'
import { problem } from './contract/problem.ts'
import { openApi } from './openapi.ts'
import { isJson } from './openapi-operation.ts'
import { parameterWords } from './openapi-words.ts'

const shape = z.object({
  info: z.object({ description: z.string() }),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        description: z.string(),
        'x-luoshi-command': z.optional(z.string()),
        parameters: z._default(
          z.array(
            z.object({
              name: z.string(),
              in: z.string(),
              schema: z.record(z.string(), z.unknown()),
            }),
          ),
          [],
        ),
        responses: z.record(z.string(), z.unknown()),
      }),
    ),
  ),
  components: z.object({
    schemas: z.object({ Problem: z.object({ examples: z.array(z.unknown()) }) }),
    responses: z.record(z.string(), z.unknown()),
  }),
})

const whole = openApi('0')
const { paths, components } = z.parse(shape, whole)
const operations = Object.values(paths).flatMap((path) => Object.values(path))
const parameters = operations.flatMap((one) => one.parameters)

function refsIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(refsIn)
  if (!isJson(value)) return []
  const own = value['$ref']
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(refsIn)]
}

describe('the description of the API', () => {
  it('says of every operation who may ask for it, as the table of rights has it', () => {
    expect(operations.filter(({ description }) => description.trim() === '')).toEqual([])
    const submit = paths['/api/v1/matters/{matter}/submit-plan']?.['post']
    expect(rights.SubmitPlan).toEqual({ official: 'own' })
    expect(submit?.description).toBe('May be asked by: Official of their own unit.')
    const closing = paths['/api/v1/matters/{matter}/close-matter']?.['post']
    expect(closing?.description).toBe('May be asked by: Clerk, Chairs.')
    const listing = paths['/api/v1/accounts']?.['get']
    expect(listing?.description).toBe(
      'May be asked by: Administrator. Also by whoever grants roles.',
    )
    const erasing = paths['/api/v1/erasures']?.['post']
    expect(erasing?.description).toContain('second factor')
  })

  it('points nowhere but into itself', () => {
    const found = refsIn(whole).filter((ref) => {
      const [, ...way] = ref.split('/')
      return (
        way.reduce<unknown>((at, key) => (isJson(at) ? at[key] : undefined), whole) === undefined
      )
    })
    expect(found).toEqual([])
    expect(operations.every(({ responses }) => '401' in responses && 'default' in responses)).toBe(
      true,
    )
  })

  it('has an example of a refusal that is one', () => {
    expect(
      components.schemas.Problem.examples.map((one) => z.safeParse(problem, one).success),
    ).toEqual([true])
  })

  it('tells a number in an address with its bounds, and a switch by what is written', () => {
    const ofAddress = parameters.filter((one) => one.in !== 'header')
    const loose = ofAddress.filter(({ schema }) =>
      JSON.stringify(schema).includes('"type":"number"'),
    )
    expect(loose).toEqual([])
    expect(ofAddress.find(({ name }) => name === 'limit')?.schema).toMatchObject({ minimum: 1 })
    expect(ofAddress.find(({ name }) => name === 'late')?.schema).toEqual({
      type: 'string',
      enum: ['1', '0'],
    })
  })

  it('explains a property without touching another that is written alike', () => {
    const body = JSON.stringify(whole['paths'])
    expect(body).toContain('"ground":{"type":"string","maxLength":500}')
    expect(body).toContain('"description":"Of the record: give it back with the next change"')
  })

  it('explains no parameter that is not there', () => {
    const there = new Set(parameters.map(({ name }) => name))
    expect(Object.keys(parameterWords).filter((name) => !there.has(name))).toEqual([])
  })
})
