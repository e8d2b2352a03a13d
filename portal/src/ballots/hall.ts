/**
 * The server as the voter's page sees it: the state of the ballot, the frozen manifest, tokens, what is published. Answers
 * are read strictly; a refusal keeps its code and its two sentences. Source: ballot.md 3.3; the pages' HTTP seam.
 */
import type { Bytes } from '@luoshi/ballots/protocol/bytes'
import { isRecord } from '@luoshi/ballots/protocol/json'
import type { Receipt } from '@luoshi/ballots/voting/cast-ballot'

const phases = ['preparing', 'issuing', 'voting', 'closed', 'opened', 'void'] as const
export type Phase = (typeof phases)[number]

/** How an issuer knows a person: signed in (or by a slip), or by a slip alone at a server of its own. */
export type IssuerDoor = Readonly<{ kind: 'session' }> | Readonly<{ kind: 'slips'; url: string }>

export type HallState = Readonly<{
  phase: Phase
  /** The manifest's hash; nothing before it is frozen. */
  mh: string | null
  rehearsal: boolean
  /** Origin of the box; nothing while it is not running. */
  box: string | null
  issuers: readonly IssuerDoor[]
  issued: number
  received: number
  eligible: number
  /** Hall time; nothing when the chair closes by hand. */
  closesAt: number | null
  now: number
  /** The ballot that takes the place of this void one. */
  next: string | null
  signedIn: string | null
}>

export type Asked<Value> =
  | Readonly<{ ok: true; value: Value }>
  /** `code` of the server, or `unreachable`. */
  | Readonly<{ ok: false; code: string; words?: Readonly<{ zh: string; en: string }> }>

export type TokenRequests = Readonly<{
  requests: readonly Readonly<{ c: number; z: string }>[]
  slip?: string
}>

export type Hall = Readonly<{
  state: () => Promise<Asked<HallState>>
  manifest: () => Promise<Asked<Bytes>>
  /** Blind signatures in the order of the requests. */
  tokens: (door: IssuerDoor, asked: TokenRequests) => Promise<Asked<readonly string[]>>
  /** A file of the bulletin, whole: asking for one ballot would tell which is whose. */
  published: (file: 'close.json' | 'sealed.jsonl') => Promise<Asked<Bytes>>
  object: (receipt: Receipt) => Promise<Asked<boolean>>
}>

/**
 * `shared`: a hall tablet, where nobody is signed in whatever the browser says. Who `holds` tokens asks how it stands as
 * nobody: the server would note with his session until when he followed the vote.
 */
export function hallAt(ballot: string, shared: boolean, holds: () => boolean): Hall {
  const base = `/vote/${ballot}`
  const nobody = { cache: 'no-store', credentials: 'omit' } as const
  const known = shared ? nobody : ({ cache: 'no-store' } as const)
  return {
    state: () =>
      asked(`${base}/state`, holds() ? nobody : known, async (answer) =>
        readState(await answer.json()),
      ),
    manifest: () => asked(`${base}/manifest.json`, nobody, bytesIn),
    tokens: (door, body) => {
      const own = door.kind === 'session'
      const sent = { method: 'POST', body: JSON.stringify(body) }
      // Another server is asked without a preflight: it takes the same text as plain.
      const how = own
        ? { ...known, ...sent, headers: { 'content-type': 'application/json' } }
        : { ...nobody, ...sent }
      return asked(
        own ? `${base}/tokens` : `${door.url.replace(/\/$/, '')}/tokens`,
        how,
        async (answer) => readSignatures(await answer.json(), body.requests.length),
      )
    },
    published: (file) => asked(`${base}/bulletin/${file}`, nobody, bytesIn),
    object: (receipt) =>
      asked(
        `${base}/objections`,
        {
          ...nobody,
          method: 'POST',
          body: JSON.stringify(receipt),
          headers: { 'content-type': 'application/json' },
        },
        async () => true,
      ),
  }
}

async function asked<Value>(
  address: string,
  how: RequestInit,
  read: (answer: Response) => Promise<Value | undefined>,
): Promise<Asked<Value>> {
  try {
    const answer = await fetch(address, how)
    if (!answer.ok) return refusedBy(await answer.json().catch(() => null))
    const value = await read(answer)
    return value === undefined ? { ok: false, code: 'unreadable' } : { ok: true, value }
  } catch {
    return { ok: false, code: 'unreachable' }
  }
}

function refusedBy(problem: unknown): Asked<never> {
  if (!isRecord(problem) || typeof problem['code'] !== 'string')
    return { ok: false, code: 'unreachable' }
  const [zh, en] = [sentences(problem['zh']), sentences(problem['en'])]
  const code = problem['code']
  return zh === '' ? { ok: false, code } : { ok: false, code, words: { zh, en } }
}

function sentences(words: unknown): string {
  if (!isRecord(words)) return ''
  const { what, fix } = words
  return [what, fix].filter((one) => typeof one === 'string').join('')
}

async function bytesIn(answer: Response): Promise<Bytes> {
  return new Uint8Array(await answer.arrayBuffer())
}

export function readState(value: unknown): HallState | undefined {
  if (!isRecord(value)) return undefined
  const phase = phases.find((one) => one === value['phase'])
  const { mh, box, issuers, closesAt, signedIn } = value
  const now = timeOf(value['now'])
  const doors = Array.isArray(issuers) ? issuers.map(readDoor) : []
  if (phase === undefined || now === null) return undefined
  return {
    phase,
    mh: typeof mh === 'string' && mh !== '' ? mh : null,
    rehearsal: value['rehearsal'] === true,
    box: typeof box === 'string' ? box : null,
    issuers: doors.flatMap((door) => door ?? []),
    issued: countOf(value['issued']),
    received: countOf(value['received']),
    eligible: countOf(value['eligible']),
    closesAt: timeOf(closesAt),
    now,
    next: nextIn(value['next']),
    signedIn: isRecord(signedIn) && typeof signedIn['name'] === 'string' ? signedIn['name'] : null,
  }
}

function nextIn(value: unknown): string | null {
  return typeof value === 'string' && /^ballot_[a-z0-9]+$/.test(value) ? value : null
}

function readDoor(value: unknown): IssuerDoor | undefined {
  if (!isRecord(value)) return undefined
  if (value['kind'] === 'session') return { kind: 'session' }
  const url = value['url']
  return value['kind'] === 'slips' && typeof url === 'string' ? { kind: 'slips', url } : undefined
}

function readSignatures(value: unknown, expected: number): readonly string[] | undefined {
  const list = isRecord(value) ? value['signatures'] : undefined
  if (!Array.isArray(list) || list.length !== expected) return undefined
  return list.every((one): one is string => typeof one === 'string') ? list : undefined
}

function timeOf(value: unknown): number | null {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(time) ? null : time
}

function countOf(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : 0
}
