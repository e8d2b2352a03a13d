/**
 * A well-formed call of any endpoint, made from its own schema: for laws that hold for all of them. Every free text is
 * the same words, every id is one that the test names, so that both can be found again wherever they went.
 */
import * as z from 'zod/mini'
import { asksFor, type Endpoint, type Schema } from '../src/contract/kit.ts'

export type Filling = Readonly<{
  /** Stands in every free text. */
  words: string
  day: string
  sha256: string
  /** An id of a kind: `unit` … */
  idOf: (kind: string) => string
  /** For the field `version`. */
  version: number
}>

type Json = Readonly<Record<string, unknown>>

export function schemaOf(schema: Schema | undefined): Json | null {
  if (schema === undefined || !asksFor(schema) || !isZod(schema)) return null
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
}

function isZod(schema: Schema): schema is Schema & z.core.$ZodType {
  return 'run' in schema._zod
}

/** The path with ids of its own: what bears the name of no kind gets the day's year. */
export function samplePath({ path, params }: Endpoint, filling: Filling): string {
  const schema = schemaOf(params)
  const of = isJson(schema?.['properties']) ? schema['properties'] : {}
  return path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(sample(of[name], name, filling, 0))),
  )
}

export function sampleQuery({ query }: Endpoint, filling: Filling): string {
  const schema = schemaOf(query)
  const of = isJson(schema?.['properties']) ? schema['properties'] : {}
  const asked = new URLSearchParams()
  for (const [name, one] of Object.entries(of)) {
    if (isId(one) || isRequired(schema, name))
      asked.set(name, String(sample(one, name, filling, 0)))
  }
  return asked.toString()
}

/** One body for each of the forms it can take. */
export function sampleBodies({ body }: Endpoint, filling: Filling): readonly unknown[] {
  const schema = schemaOf(body)
  if (schema === null) return [undefined]
  const forms = Math.max(1, formsOf(schema))
  return Array.from({ length: forms }, (_, form) => sample(schema, '', filling, form))
}

const choices = (schema: Json): readonly unknown[] => {
  const found = schema['anyOf'] ?? schema['oneOf']
  return Array.isArray(found) ? found : []
}

/** Of how many forms the widest choice inside is. */
function formsOf(schema: unknown): number {
  if (!isJson(schema)) return 1
  const inside = isJson(schema['properties']) ? Object.values(schema['properties']) : []
  const own = choices(schema)
  return Math.max(1, own.length, ...[...inside, ...own].map(formsOf))
}

function sample(schema: unknown, name: string, filling: Filling, form: number): unknown {
  if (!isJson(schema)) return filling.words
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][form % schema['enum'].length]
  const own = choices(schema)
  if (own.length > 0) return sample(own[form % own.length], name, filling, form)
  switch (schema['type']) {
    case 'string':
      return textFor(schema, name, filling)
    case 'integer':
    case 'number':
      return numberFor(schema, name, filling)
    case 'boolean':
      return form % 2 === 0
    case 'null':
      return null
    case 'array':
      return name === 'absent' ? [] : [sample(schema['items'], name, filling, form)]
    case 'object':
      return objectFor(schema, filling, form)
    default:
      return filling.words
  }
}

function objectFor(schema: Json, filling: Filling, form: number): unknown {
  const properties = isJson(schema['properties']) ? schema['properties'] : {}
  return Object.fromEntries(
    Object.entries(properties).map(([name, one]) => [name, sample(one, name, filling, form)]),
  )
}

function numberFor(schema: Json, name: string, { version, day }: Filling): number {
  if (name === 'version') return version
  if (name === 'year') return Number(day.slice(0, 4))
  // A full house, so that a meeting has its quorum.
  if (name === 'members' || name === 'present') return 33
  const least = typeof schema['minimum'] === 'number' ? schema['minimum'] : 0
  return Math.max(least, 1)
}

function textFor(schema: Json, name: string, filling: Filling): string {
  const pattern = typeof schema['pattern'] === 'string' ? schema['pattern'] : null
  if (name === 'ruleBook') return 'seed'
  if (schema['format'] === 'date') return filling.day
  if (schema['format'] === 'date-time') return `${filling.day}T04:00:00.000Z`
  if (pattern !== null) return formFor(pattern, filling)
  const most = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : filling.words.length
  return filling.words.slice(0, most)
}

const likely = ['2026', '2026-03', '1', 'abc123', 'a'.repeat(32), '一', 'https://id.county.gov.cn']

function formFor(pattern: string, filling: Filling): string {
  const kind = /^\^([a-z]+)_/.exec(pattern)?.[1]
  if (kind !== undefined) return filling.idOf(kind)
  const form = new RegExp(pattern)
  return [filling.words, filling.sha256, ...likely].find((one) => form.test(one)) ?? filling.words
}

function isId(schema: unknown): boolean {
  return JSON.stringify(schema ?? null).includes('_[a-z0-9]{4,40}')
}

function isRequired(schema: Json | null, name: string): boolean {
  const required = schema?.['required']
  return Array.isArray(required) && required.includes(name)
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
