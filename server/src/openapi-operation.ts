/** One endpoint of the contract as an operation of OpenAPI 3.1. */
import * as z from 'zod/mini'
import { asksFor, type Endpoint, type Schema } from './contract/kit.ts'
import { alsoMay, parameterWords, propertyWords, refusalWords, whoMay } from './openapi-words.ts'

export type Json = Record<string, unknown>

export function operationOf(tag: string, spec: Endpoint): Json {
  const parameters = [
    ...parametersOf('path', spec.params),
    ...parametersOf('query', spec.query),
    ...headersOf(spec),
  ]
  return {
    operationId: operationId(spec),
    tags: [tag],
    summary: spec.summary,
    description: [
      whoMay(spec.command),
      alsoMay[`${spec.method} ${spec.path}`] ?? '',
      spec.stepUp === true ? stepUp : '',
    ].join(''),
    ...(spec.command ? { 'x-luoshi-command': spec.command } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestOf(spec),
    responses: {
      '200': { description: 'Done', content: answerOf(spec) },
      ...refusalsOf(spec),
      default: refusedWith('Refused: what happened and how to mend it'),
    },
  }
}

const stepUp = ' Whoever has a second factor must have shown it within the last five minutes.'

export function refusedWith(description: string): Json {
  const content = {
    'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
  }
  return { description, content }
}

function refusalsOf({ method, params, query, body }: Endpoint): Json {
  const { NotUnderstood, NotSignedIn, MayNot, NotFound, Refused } = refusalWords
  const answered: Readonly<Record<string, boolean>> = {
    [NotUnderstood.status]: [params, query, body].some((part) => asksFor(part)),
    [NotSignedIn.status]: true,
    [MayNot.status]: true,
    [NotFound.status]: asksFor(params),
    [Refused.status]: method !== 'GET',
  }
  return Object.fromEntries(
    Object.entries(refusalWords)
      .filter(([, { status }]) => answered[status] === true)
      .map(([name, { status }]) => [status, { $ref: `#/components/responses/${name}` }]),
  )
}

function operationId({ method, path }: Endpoint): string {
  const words = path.replace('/api/v1/', '').split(/[/:.-]+/)
  return [method.toLowerCase(), ...words].filter((word) => word !== '').join('_')
}

function headersOf({ method, sends }: Endpoint): readonly Json[] {
  if (method === 'GET') return []
  const csrf = headerOf('x-luoshi-csrf', true)
  const key = headerOf('idempotency-key', false)
  return sends === 'bytes' ? [csrf, key, headerOf('x-file-name', false)] : [csrf, key]
}

function headerOf(name: string, required: boolean): Json {
  return { name, in: 'header', ...described(name), required, schema: { type: 'string' } }
}

function parametersOf(place: 'path' | 'query', schema: Schema | undefined): readonly Json[] {
  if (!asksFor(schema) || schema === undefined) return []
  const { properties, required } = schemaOf(schema, 'input')
  const { properties: understood } = schemaOf(schema, 'output')
  const needed = Array.isArray(required) ? required : []
  return Object.entries(isJson(properties) ? properties : {}).map(([name, one]) => ({
    name,
    in: place,
    ...described(name),
    required: place === 'path' || needed.includes(name),
    schema: asWritten(one, isJson(understood) ? understood[name] : undefined),
  }))
}

function described(name: string): Json {
  return Object.hasOwn(parameterWords, name) ? { description: parameterWords[name] } : {}
}

/** An address has only text in it: what is told is what is meant by it, a number with its bounds, or a switch. */
function asWritten(sent: unknown, understood: unknown): unknown {
  if (!isJson(sent) || !Array.isArray(sent['anyOf'])) return sent
  if (isJson(understood) && understood['type'] === 'integer') return understood
  const isSwitch = sent['anyOf'].some((one) => isJson(one) && one['type'] === 'boolean')
  return isSwitch ? { type: 'string', enum: ['1', '0'] } : sent
}

function requestOf({ body, sends }: Endpoint): Json {
  if (sends === 'bytes') {
    return { requestBody: { required: true, content: { 'application/octet-stream': {} } } }
  }
  if (!asksFor(body) || body === undefined) return {}
  const content = { 'application/json': { schema: explained(schemaOf(body, 'input')) } }
  return { requestBody: { required: true, content } }
}

/** What is no text has no schema (OpenAPI 3.1, 4.8.14.2). */
function answerOf({ answer, answers }: Endpoint): Json {
  if (!answers) return { 'application/json': { schema: explained(schemaOf(answer, 'output')) } }
  return { [answers]: answers.startsWith('text/') ? { schema: { type: 'string' } } : {} }
}

export function schemaOf(schema: Schema, io: 'input' | 'output'): Json {
  if (!isZod(schema)) throw new Error('The contract is written in zod')
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** A schema with the words for the properties it has; a copy, since one schema may stand in several places. */
function explained(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(explained)
  if (!isJson(schema)) return schema
  const copy = Object.fromEntries(Object.entries(schema).map(([key, one]) => [key, explained(one)]))
  const { properties } = copy
  if (!isJson(properties)) return copy
  const said = Object.entries(properties).map(([name, one]) => [name, withWords(name, one)])
  return { ...copy, properties: Object.fromEntries(said) }
}

function withWords(name: string, one: unknown): unknown {
  if (!isJson(one) || 'description' in one || !Object.hasOwn(propertyWords, name)) return one
  return { ...one, description: propertyWords[name] }
}

function isZod(schema: Schema): schema is Schema & z.core.$ZodType {
  return 'run' in schema._zod
}

export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
