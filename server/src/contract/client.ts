/** The typed way to the server for a browser: one call an endpoint, failures thrown as {@link ApiFailure}. */
import * as z from 'zod/mini'
import { hrefOf, type CallOf, type Endpoint, type Schema } from './kit.ts'
import { problem, type Problem } from './problem.ts'

export class ApiFailure extends Error {
  readonly problem: Problem
  constructor(found: Problem) {
    super(`${found.zh.what}${found.zh.fix}`)
    this.name = 'ApiFailure'
    this.problem = found
  }
}

type Parts = Readonly<{
  params?: unknown
  query?: unknown
  body?: unknown
  bytes?: Blob
}>

export type Extras = Readonly<{
  /** Names the command, so that sending it again cannot do it twice. */
  idempotencyKey?: string
  /** With `sends: 'bytes'`: the name the file had. */
  fileName?: string
  signal?: AbortSignal
}>

export type Client = Readonly<{
  call: <Answer, Spec extends Endpoint>(
    spec: Readonly<{ answer: Schema<unknown, Answer> }> & Spec,
    parts: CallOf<Spec>,
    extras?: Extras,
  ) => Promise<Answer>
}>

type ClientDeps = Readonly<{
  /** Asked before every change: the token of `GET /session`. */
  csrf: () => string
  fetch?: typeof fetch
  base?: string
}>

const entries = z.record(z.string(), z.unknown())

export function createClient({ csrf, base = '', ...deps }: ClientDeps): Client {
  const send: typeof fetch = deps.fetch ?? ((...request) => fetch(...request))
  return {
    call: async (spec, parts, extras = {}) => {
      const given: Parts = parts
      const address =
        base + hrefOf(spec, entries.parse(given.params ?? {}), entries.parse(given.query ?? {}))
      const answer = await reach(() => send(address, requestOf(spec, given, extras, csrf)))
      if (!answer.ok) throw new ApiFailure(await problemOf(answer))
      const checked = await spec.answer['~standard'].validate(await answer.json())
      if (checked.issues) throw new ApiFailure(ownProblem('answer-not-understood', answer.status))
      return checked.value
    },
  }
}

function requestOf(spec: Endpoint, given: Parts, extras: Extras, csrf: () => string): RequestInit {
  const headers = new Headers({ accept: 'application/json' })
  if (spec.method !== 'GET') headers.set('x-luoshi-csrf', csrf())
  if (extras.idempotencyKey) headers.set('idempotency-key', extras.idempotencyKey)
  if (extras.fileName !== undefined) headers.set('x-file-name', encodeURIComponent(extras.fileName))
  const signal = extras.signal ? { signal: extras.signal } : {}
  const common = { method: spec.method, headers, credentials: 'same-origin', ...signal } as const
  if (given.bytes) {
    headers.set('content-type', 'application/octet-stream')
    return { ...common, body: given.bytes }
  }
  if (given.body === undefined) return common
  headers.set('content-type', 'application/json')
  return { ...common, body: JSON.stringify(given.body) }
}

async function reach(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure
    throw new ApiFailure(ownProblem('unreachable', 0))
  }
}

async function problemOf(answer: Response): Promise<Problem> {
  const raw: unknown = await answer.json().catch(() => null)
  const read = problem.safeParse(raw)
  return read.success ? read.data : ownProblem('answer-not-understood', answer.status)
}

/** What the client itself has to say: the server could not be reached, or spoke in tongues. */
function ownProblem(code: 'unreachable' | 'answer-not-understood', status: number): Problem {
  const base = { type: 'about:blank', status, code }
  return code === 'unreachable'
    ? {
        ...base,
        title: 'Unreachable',
        zh: { what: '连不上服务器。', fix: '请检查网络后重试；已填写的内容仍在页面上。' },
        en: {
          what: 'The server cannot be reached.',
          fix: 'Check the network and try again; what you typed is still here.',
        },
      }
    : {
        ...base,
        title: 'Answer not understood',
        zh: { what: '服务器的回答无法识别。', fix: '请刷新页面；如仍出现，请联系管理员。' },
        en: {
          what: 'The answer of the server was not understood.',
          fix: 'Reload the page; if it happens again, tell the administrator.',
        },
      }
}
