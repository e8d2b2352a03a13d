/**
 * The answer of an invited person: the code gets blind signatures for tokens, the tokens carry the answer and each text,
 * apart from one another, without the code and after a random time. What could tie the two is deleted as soon as the
 * tokens are there. Tokens are asked for all that could be written, so that asking says nothing.
 * Source: ballot.md 3.3, 6 no. 4 and 7.
 */
import { fromBase64url, sha256, toBase64url } from '@luoshi/ballots/protocol/bytes'
import { secretFrom, signed } from '@luoshi/ballots/protocol/p256'
import { surveyMessage } from '@luoshi/ballots/protocol/survey-message'
import {
  finishToken,
  requestToken,
  type PendingToken,
  type Token,
} from '@luoshi/ballots/voting/take-token'

/** What was asked for and not answered yet, kept on the device so that it is asked for again with the same bytes. */
export type Pending = readonly PendingToken[]

/** Sealed and signed, each to be sent by itself. */
export type Outbox = Readonly<{ messages: readonly string[]; sendAt: number }>

export type Sealing = Readonly<{
  /** `/s/survey_…` */
  door: string
  code: string
  answers: Readonly<Record<string, unknown>>
  texts: readonly Readonly<{ question: string; text: string }>[]
  pending: Pending | null
  keep: (pending: Pending) => void
}>

export type Sealed =
  | Readonly<{ kind: 'sealed'; outbox: Outbox }>
  | Readonly<{ kind: 'later' }>
  | Readonly<{ kind: 'refused'; why: string }>

type Contest = Readonly<{ kind: string; question?: string; issuers: { n: string; e: string }[] }>

export async function sealAnswer(sealing: Sealing): Promise<Sealed> {
  const { door, code } = sealing
  const told = await asked(`${door}/tokens.json`)
  if (told.kind !== 'answer') return told
  const text = String(told.body['manifest'])
  const { contests }: { contests: Contest[] } = JSON.parse(text)
  const mh = await sha256(new TextEncoder().encode(text))
  const pending = sealing.pending ?? (await begin(door, code, mh, contests))
  if ('kind' in pending) return pending
  sealing.keep(pending)
  const requests = pending.map(({ c, blinded }) => ({ c, z: blinded[0]?.z ?? '' }))
  const issued = await asked(`${door}/tokens`, { code, requests })
  if (issued.kind !== 'answer') return issued
  const signatures = listIn(issued.body, 'signatures')
  const messages: string[] = []
  for (const [at, one] of pending.entries()) {
    const contest = contests[one.c]
    if (!contest) continue
    const token = await finishToken({ mh }, contest, one, [String(signatures[at])])
    // Signed with another key than the one that was told to everybody.
    if (!token.ok) return { kind: 'refused', why: token.refusal.code }
    const said = whatIsSaid(contest, sealing)
    if (said !== null) messages.push(await message(mh, token.value, said))
  }
  const { least, most } = delayIn(told.body)
  const sendAt = Date.now() + (least + random() * (most - least)) * 1000
  const last = Date.parse(`${String(told.body['until'])}T15:00:00Z`)
  const shuffled = messages.map((one) => [random(), one] as const).sort(([a], [b]) => a - b)
  return {
    kind: 'sealed',
    outbox: { messages: shuffled.map(([, one]) => one), sendAt: Math.min(sendAt, last) },
  }
}

async function begin(
  door: string,
  code: string,
  mh: Uint8Array<ArrayBuffer>,
  contests: readonly Contest[],
): Promise<Pending | Exclude<Sealed, { kind: 'sealed' }>> {
  const known = await asked(`${door}/tokens`, { code, requests: [] })
  if (known.kind !== 'answer') return known
  const pending: PendingToken[] = []
  for (const c of listIn(known.body, 'contests').map(Number)) {
    const contest = contests[c]
    if (contest) pending.push(await requestToken({ mh }, c, contest))
  }
  return pending
}

function whatIsSaid(contest: Contest, { answers, texts }: Sealing): string | null {
  if (contest.kind === 'answer') return JSON.stringify(answers)
  const text = texts.find(({ question }) => question === contest.question)
  return text ? JSON.stringify({ text: text.text }) : null
}

async function message(
  mh: Uint8Array<ArrayBuffer>,
  { c, secret, pk, pre, tok }: Token,
  body: string,
): Promise<string> {
  const point = fromBase64url(pk) ?? new Uint8Array()
  const key = await secretFrom(fromBase64url(secret) ?? new Uint8Array())
  const sig = toBase64url(await signed(key, surveyMessage(mh, c, point, body)))
  return JSON.stringify({ c, pk, pre, tok: tok[0], sig, body })
}

type Asked =
  | Readonly<{ kind: 'answer'; body: Readonly<Record<string, unknown>> }>
  | Exclude<Sealed, { kind: 'sealed' }>

async function asked(address: string, body?: object): Promise<Asked> {
  try {
    const response = await fetch(address, {
      credentials: 'omit',
      cache: 'no-store',
      ...(body && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const answer: Record<string, unknown> = await response.json()
    if (response.ok) return { kind: 'answer', body: answer }
    if (response.status === 503 || response.status === 429) return { kind: 'later' }
    return { kind: 'refused', why: `${String(answer['what'])}${String(answer['fix'])}` }
  } catch {
    return { kind: 'later' }
  }
}

function listIn(body: Readonly<Record<string, unknown>>, name: string): readonly unknown[] {
  const list = body[name]
  return Array.isArray(list) ? list : []
}

function delayIn(body: Readonly<Record<string, unknown>>): { least: number; most: number } {
  return Object.assign({ least: 300, most: 86_400 }, body['delay'])
}

/** From 0 to before 1, by chance that nobody foresees. */
function random(): number {
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) / 2 ** 32
}
