/**
 * The anonymous box: asked without cookie, referrer or preflight, always with the same bytes of the same ballot.
 * Source: ballot.md 3.3 no. 6–7, 6 no. 3.
 */
import { isRecord } from '@luoshi/ballots/protocol/json'
import type { Receipt } from '@luoshi/ballots/voting/cast-ballot'

export type BoxAnswer =
  | Readonly<{ kind: 'pooled' }>
  | Readonly<{ kind: 'receipt'; receipt: Receipt }>
  | Readonly<{ kind: 'refused'; code: string }>
  | Readonly<{ kind: 'unreachable' }>

export async function castInto(box: string, mh: string, text: string): Promise<BoxAnswer> {
  try {
    const answer = await fetch(`${box}/cast/${mh}`, {
      method: 'POST',
      body: text,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // It still arrives when the page is closed in this moment.
      keepalive: true,
    })
    return readAnswer(answer.status, await answer.json().catch(() => null))
  } catch {
    return { kind: 'unreachable' }
  }
}

function readAnswer(status: number, body: unknown): BoxAnswer {
  if (status === 202) return { kind: 'pooled' }
  if (!isRecord(body)) return { kind: 'unreachable' }
  const { id, sig, code } = body
  if (status === 200 && typeof id === 'string' && typeof sig === 'string')
    return { kind: 'receipt', receipt: { id, sig } }
  return status >= 400 && status < 500 && typeof code === 'string'
    ? { kind: 'refused', code }
    : { kind: 'unreachable' }
}
