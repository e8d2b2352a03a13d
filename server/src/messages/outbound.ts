/**
 * The one door for requests to other machines: only to origins that were set up, no redirects, ten seconds and a few
 * kilobytes at the most. What the other side writes in an answer is read for its code and kept nowhere.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'
import type { SendFault } from '@luoshi/domain/supervision/try-again'

export const mostSeconds = 10
const mostAnswer = 64 * 1024
const mostSent = 20 * 1024

export type Sent = Promise<Result<true, SendFault>>

type Outgoing = Readonly<{
  url: URL
  origins: readonly string[]
  body: object
  headers?: Readonly<Record<string, string>>
}>

export async function postOut({
  url,
  origins,
  body,
  headers = {},
}: Outgoing): Promise<Result<unknown, SendFault>> {
  if (!origins.includes(url.origin)) return refuse({ code: 'host-not-set-up', lasting: true })
  const sent = JSON.stringify(body)
  if (Buffer.byteLength(sent) > mostSent) return refuse({ code: 'too-large', lasting: true })
  let response: Response
  try {
    response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: sent,
      signal: AbortSignal.timeout(mostSeconds * 1000),
    })
    const answer = await limitedText(response)
    if (response.status >= 500 || response.status === 429 || response.status === 408)
      return refuse({ code: `http-${response.status}`, lasting: false })
    if (!response.ok) return refuse({ code: `http-${response.status}`, lasting: true })
    return accept(jsonOf(answer))
  } catch (failure) {
    const timedOut = failure instanceof Error && failure.name === 'TimeoutError'
    return refuse({ code: timedOut ? 'timeout' : 'no-connection', lasting: false })
  }
}

async function limitedText(response: Response): Promise<string> {
  if (!response.body) return ''
  const decoder = new TextDecoder()
  let [text, size] = ['', 0]
  for await (const chunk of response.body) {
    size += chunk.byteLength
    if (size > mostAnswer) break
    text += decoder.decode(chunk, { stream: true })
  }
  return text
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
