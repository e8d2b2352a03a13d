/** An endpoint of the contract on the server: parse and limit, do, answer. Handlers never see what was not checked. */
import type { Context, Hono } from 'hono'
import type { Endpoint, Schema } from '../contract/kit.ts'
import { accept } from '@luoshi/domain/kernel/result'
import { mayGive, type Asked, type Outcome } from '../execute/context.ts'
import type { PrincipalEnv } from '../identity/middleware.ts'
import { bodyNotJson, checkInput } from './check-input.ts'
import { problemOfRefusal, problemType } from './problem-answer.ts'

export type Api = Hono<PrincipalEnv>

export type Call<Params, Query, Body> = Readonly<{
  /** Who asks, and the name they gave the command. */
  asked: Asked
  params: Params
  query: Query
  body: Body
  c: Context<PrincipalEnv>
}>

type Served<Params, Query, Body, Answer> = Pick<
  Endpoint,
  'method' | 'path' | 'sends' | 'stepUp' | 'command'
> &
  Readonly<{
    params: Schema<unknown, Params>
    query: Schema<unknown, Query>
    body: Schema<unknown, Body>
    answer: Schema<unknown, Answer>
  }>

export function mount<Params, Query, Body, Answer>(
  api: Api,
  spec: Served<Params, Query, Body, Answer>,
  handle: (call: Call<Params, Query, Body>) => Outcome<Answer>,
): void {
  mountRaw(api, spec, async (call) => {
    const result = await handle(call)
    return result.ok ? call.c.json(result.value) : refusedAnswer(call.c, result.refusal)
  })
}

/** For answers that are not JSON: the handler makes the response itself. */
export function mountRaw<Params, Query, Body, Answer>(
  api: Api,
  spec: Served<Params, Query, Body, Answer>,
  respond: (call: Call<Params, Query, Body>) => Promise<Response>,
): void {
  api.on(spec.method, spec.path, async (c) => {
    const params = checkInput('path', spec.params, c.req.param())
    if (!params.ok) return refusedAnswer(c, params.refusal)
    const query = checkInput('query', spec.query, c.req.query())
    if (!query.ok) return refusedAnswer(c, query.refusal)
    const sent =
      spec.method === 'GET' || spec.sends
        ? { ok: true as const, value: undefined }
        : await jsonOf(c)
    if (!sent.ok) return refusedAnswer(c, sent.refusal)
    const body = checkInput('body', spec.body, sent.value)
    if (!body.ok) return refusedAnswer(c, body.refusal)
    const asked = { by: c.var.principal, key: keyOf(c), ahead: c.var.ahead }
    // Whoever may not do it at all is told that, and not asked for a code first.
    const asks =
      spec.stepUp === true && (spec.command === undefined || mayGive(asked, spec.command))
    const proven = asks ? await c.var.stepUp() : accept(true)
    if (!proven.ok) return refusedAnswer(c, proven.refusal)
    return respond({ asked, params: params.value, query: query.value, body: body.value, c })
  })
}

export function refusedAnswer(c: Context, refusal: Parameters<typeof problemOfRefusal>[0]) {
  return c.json(problemOfRefusal(refusal), refusal.status, problemType)
}

function keyOf(c: Context): string | undefined {
  const key = c.req.header('idempotency-key')
  return key !== undefined && /^[\x21-\x7e]{1,100}$/.test(key) ? key : undefined
}

/** What was sent as JSON; nothing sent is `undefined`. */
export async function jsonOf(c: Context) {
  try {
    const text = await c.req.text()
    const value: unknown = text === '' ? undefined : JSON.parse(text)
    return { ok: true as const, value }
  } catch (failure) {
    if (failure instanceof SyntaxError) return bodyNotJson()
    throw failure
  }
}
