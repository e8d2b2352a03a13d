/**
 * The box's door: `POST /cast/:mh` with the exact text of a ballot. No cookie is read or set, nothing is written down about
 * who calls, every answer has the same number of bytes, and the connection ends with it.
 * Source: ballot.md §3.3 no. 6–7, §6 no. 3 and 7; tests 48, 59.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { CastAnswer } from '@luoshi/ballots/box/ballot-box'
import {
  refusalOf,
  type ProtocolCode,
  type ProtocolRefusal,
} from '@luoshi/ballots/protocol/refusals'
import { largestBallot } from '@luoshi/ballots/protocol/sealed-ballot'
import { refuse, type Result } from '@luoshi/domain/kernel/result'

export type Cast = (mh: string, text: string) => Promise<Result<CastAnswer, ProtocolRefusal>>

/** Of every answer's body. A receipt has 170. */
const answerBytes = 256

/** Much longer than the longest ballot: whoever sends more is not listened to any further. */
const mostBytes = 2 * largestBallot

const castPath = /^\/cast\/([0-9a-f]{64})$/

export function boxServer(cast: Cast): Server {
  const server = createServer((request, response) => {
    respond(cast, request, response).catch(() => {
      // Nobody is told what was being sent: neither a log nor the caller.
      if (!response.headersSent) answer(response, 503, { code: 'TRY_AGAIN' })
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 15_000
  server.keepAliveTimeout = 1
  server.maxHeadersCount = 100
  server.maxConnections = 4_000
  return server
}

async function respond(
  cast: Cast,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const mh = castPath.exec(request.url ?? '')?.[1]
  if (request.method === 'OPTIONS') return answer(response, 200, { code: 'CORS' })
  if (request.method !== 'POST' || mh === undefined)
    return answer(response, 404, { code: 'NOT_FOUND' })
  const text = await textOf(request)
  const result = text === undefined ? refuse(refusalOf('TOO_BIG')) : await cast(mh, text)
  if (!result.ok) return answer(response, 409, { code: result.refusal.code })
  switch (result.value.kind) {
    case 'pooled':
      return answer(response, 202, { code: 'POOLED' })
    case 'receipt':
      return answer(response, 200, result.value.receipt)
  }
}

type Said =
  | Readonly<{ code: ProtocolCode | 'POOLED' | 'NOT_FOUND' | 'TRY_AGAIN' | 'CORS' }>
  | Readonly<{ id: string; sig: string }>

function answer(response: ServerResponse, status: number, said: Said): void {
  response.sendDate = false
  // One phrase for every status: the line of a receipt is no longer than another.
  response.writeHead(status, 'OK', {
    'content-type': 'application/json; charset=utf-8',
    'content-length': answerBytes,
    'cache-control': 'no-store',
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'POST',
    'access-control-allow-headers': 'content-type',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    connection: 'close',
  })
  response.end(JSON.stringify(said).padEnd(answerBytes))
}

/** Nothing when it is too long or no UTF-8. */
async function textOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    if (!Buffer.isBuffer(part)) return undefined
    length += part.length
    if (length > mostBytes) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
