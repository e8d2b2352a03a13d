/**
 * An endpoint as plain data: the server mounts it, the console calls it, OpenAPI is made from it. One text for all three.
 * Schemas are constrained by their structure only (`_zod`), which costs the compiler a fraction of comparing schema classes.
 */
import type { CommandType } from '@luoshi/domain/people/rights'
import * as z from 'zod/mini'

// The console runs under a CSP without eval; schemas are small, so nobody needs generated code.
z.config({ jitless: true })

export type Schema<Input = unknown, Output = unknown> = Readonly<{
  _zod: Readonly<{ input: Input; output: Output }>
  '~standard': Readonly<{
    validate: (value: unknown) => Checked<Output> | Promise<Checked<Output>>
  }>
}>

type Checked<Output> =
  | Readonly<{ value: Output; issues?: undefined }>
  | Readonly<{ issues: readonly Readonly<{ message: string }>[] }>

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** Asks for nothing. */
type Empty = Readonly<Partial<Record<never, never>>>

export type Endpoint = Readonly<{
  method: Method
  /** Below the root of the server, `:name` for parameters: `/api/v1/matters/:matter`. */
  path: string
  summary: string
  params?: Schema
  query?: Schema
  /** JSON, unless `sends` is `bytes`: then the body is the file itself. */
  body?: Schema
  sends?: 'bytes'
  /** JSON, unless `answers` names another media type: then the client takes its address with `hrefOf`. */
  answer: Schema
  answers?: string
  /** A sensitive act: the second factor has to have been shown within the last five minutes, where there is one. */
  stepUp?: boolean
  /** The row of the rights table that guards it, where one command does. */
  command?: CommandType
}>

const nothing: Schema = z.unknown()
const noParts = { params: nothing, query: nothing, body: nothing }

/** Parts that are not given ask for nothing. */
export function endpoint<const Spec extends Endpoint>(spec: Spec): typeof noParts & Spec {
  return { ...noParts, ...spec }
}

/** Whether an endpoint asks for this part at all. */
export function asksFor(part: Schema | undefined): boolean {
  return part !== undefined && part !== nothing
}

export type InputOf<One> = One extends Schema<infer Input> ? Input : never
export type OutputOf<One> = One extends Schema<unknown, infer Output> ? Output : never
export type AnswerOf<Spec extends Endpoint> = OutputOf<Spec['answer']>

/** What a caller must give: only the parts that the endpoint has. */
export type CallOf<Spec extends Endpoint> = Part<Spec, 'params'> &
  Part<Spec, 'query'> &
  (Spec extends { sends: 'bytes' } ? Readonly<{ bytes: Blob }> : Part<Spec, 'body'>)

type Part<Spec, Name extends string> =
  Spec extends Readonly<Record<Name, infer One>>
    ? unknown extends InputOf<One>
      ? Empty
      : Empty extends InputOf<One>
        ? Readonly<Partial<Record<Name, InputOf<One>>>>
        : Readonly<Record<Name, InputOf<One>>>
    : Empty

/** The address of an endpoint with its parameters and query filled in. */
export function hrefOf(
  { path }: Pick<Endpoint, 'path'>,
  params: Readonly<Record<string, unknown>> = {},
  query: Readonly<Record<string, unknown>> = {},
): string {
  const filled = path.replaceAll(/:([a-zA-Z0-9]+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  )
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (isAsked(value)) asked.set(name, String(value))
  }
  const tail = asked.toString()
  return tail === '' ? filled : `${filled}?${tail}`
}

/** What an address can carry; what was left out is not sent. */
function isAsked(value: unknown): value is string | number | boolean {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    (typeof value === 'string' && value !== '')
  )
}
