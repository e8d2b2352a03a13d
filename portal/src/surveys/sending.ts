/**
 * Sends an answer until it is received: at once, again by itself when the network is back or the server had too much to
 * do, and when the page is opened the next time. The same bytes each time, so it counts once.
 */
export type Sent =
  | Readonly<{ kind: 'received'; receipts: readonly string[] }>
  /** Not now: `why` when the server said so, `after` its seconds. */
  | Readonly<{ kind: 'later'; why: string | null; after: number }>
  /** Never: it is told why. */
  | Readonly<{ kind: 'refused'; why: string }>

const usualWait = 5
const patienceMs = 20_000

export async function sendOnce(address: string, body: string): Promise<Sent> {
  const stop = new AbortController()
  const late = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      credentials: 'omit',
      cache: 'no-store',
      signal: stop.signal,
    })
    const answer: unknown = await response.json().catch(() => null)
    if (response.ok) return { kind: 'received', receipts: codesIn(answer) }
    const why = textIn(answer, 'what') + textIn(answer, 'fix')
    const after = Number(response.headers.get('retry-after') ?? usualWait)
    return response.status === 503 || response.status === 429 || why === ''
      ? { kind: 'later', why: why || null, after: Math.min(after || usualWait, 600) }
      : { kind: 'refused', why }
  } catch {
    return { kind: 'later', why: null, after: usualWait }
  } finally {
    clearTimeout(late)
  }
}

function codesIn(answer: unknown): readonly string[] {
  const receipts = fieldOf(answer, 'receipts')
  return Array.isArray(receipts) ? receipts.map((one: unknown) => textIn(one, 'code')) : []
}

function textIn(value: unknown, name: string): string {
  const field = fieldOf(value, name)
  return typeof field === 'string' ? field : ''
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  return Object.entries(value).find(([key]) => key === name)?.[1]
}
