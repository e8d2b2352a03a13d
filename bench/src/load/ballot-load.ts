/**
 * Phones of a whole congress in one process: each takes its token and casts its ballot at a moment of its own, over a
 * connection of its own, sends again until a receipt is there, and asks the server in between how the ballot stands, as
 * the voter's page does. What a phone computes is computed before the clock runs: a hall has as many processors as phones.
 */
import { Agent, request, type RequestOptions } from 'node:http'
import { setTimeout as after } from 'node:timers/promises'
import { fromBase64url } from '@luoshi/ballots/protocol/bytes'
import { readManifest, type FrozenManifest } from '@luoshi/ballots/protocol/manifest'
import { checkReceipt, makeBallot, type MadeBallot } from '@luoshi/ballots/voting/cast-ballot'
import { finishToken, requestToken, type PendingToken } from '@luoshi/ballots/voting/take-token'
import { answerLines } from '../run/line-child.ts'
import { quantile } from '../run/spread.ts'

export type BallotJob = Readonly<
  | { do: 'prepare'; manifest: string; slips: readonly string[] }
  | { do: 'tokens'; at: string; floor: boolean; polls: string | null; seconds: number }
  | { do: 'make' }
  | {
      do: 'cast'
      at: string
      floor: boolean
      polls: string | null
      seconds: number
      /** How often a ballot is sent at most, while the box only says that it waits. */
      times: number
    }
  | { do: 'receipts'; at: string }
>

export type PhonesSeen = Readonly<{
  wallMs: number
  answered: number
  p50: number
  p99: number
  most: number
  /** Of what pages asked in between. */
  polled: number
  pollP99: number
  failures: readonly string[]
}>

type Phone = { slip: string; pending: PendingToken; answer: string; ballot: MadeBallot | null }

let frozen: FrozenManifest | undefined
let phones: Phone[] = []

function manifestNow(): FrozenManifest {
  if (!frozen) throw new Error('No manifest yet')
  return frozen
}

const [contestAt, mostFailures] = [0, 5]

async function prepare(manifest: string, slips: readonly string[]): Promise<void> {
  const read = await readManifest(fromBase64url(manifest) ?? new Uint8Array())
  if (!read.ok) throw new Error(read.refusal.code)
  frozen = read.value
  const contest = contestOf(read.value)
  phones = []
  for (const slip of slips) {
    const pending = await requestToken(read.value, contestAt, contest)
    phones.push({ slip, pending, answer: '', ballot: null })
  }
}

function contestOf({ manifest }: FrozenManifest) {
  const contest = manifest.contests[contestAt]
  if (!contest) throw new Error('No contest')
  return contest
}

async function make(): Promise<void> {
  const now = manifestNow()
  for (const [at, phone] of phones.entries()) {
    // Its request failed and was told so: it has no token, and casts nothing.
    if (phone.answer === '') continue
    const token = await finishToken(now, contestOf(now), phone.pending, [phone.answer])
    if (!token.ok) throw new Error(token.refusal.code)
    const made = await makeBallot(now, token.value, [at % 3])
    if (!made.ok) throw new Error(made.refusal.code)
    phone.ballot = made.value
  }
}

type Got = Readonly<{ status: number; text: string }>

function send(url: string, body: string | null, more: RequestOptions = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const method = body === null ? 'GET' : 'POST'
    const headers = body === null ? {} : { 'content-length': Buffer.byteLength(body) }
    const options = { agent: false, method, ...more, headers: { ...headers, ...more.headers } }
    const asked = request(url, options, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }),
      )
    })
    asked.on('error', reject)
    asked.end(body ?? undefined)
  })
}

type Act = (phone: Phone, timed: (asking: () => Promise<Got>) => Promise<Got>) => Promise<void>

/** Every phone acts once, at moments spread evenly over the time and in no order. */
async function atMoments(seconds: number, polls: string | null, act: Act): Promise<PhonesSeen> {
  const [latencies, pollLatencies]: [number[], number[]] = [[], []]
  const failures: string[] = []
  const note = (failure: unknown) => {
    if (failures.length < mostFailures) failures.push(String(failure).slice(0, 300))
  }
  const timed = async (asking: () => Promise<Got>) => {
    const began = performance.now()
    const got = await asking()
    latencies.push(performance.now() - began)
    return got
  }
  const began = performance.now()
  const over = new AbortController()
  const polling = polls === null ? [] : [poll(polls, over.signal, pollLatencies, note)]
  let wallMs = 0
  await Promise.all(
    phones.map(async (phone, at) => {
      await after(((at * 7919) % phones.length) * ((seconds * 1000) / phones.length))
      await act(phone, timed).catch(note)
      wallMs = performance.now() - began
    }),
  )
  over.abort()
  await Promise.all(polling)
  const [sorted, sortedPolls] = [latencies, pollLatencies].map((all) =>
    all.toSorted((a, b) => a - b),
  )
  return {
    wallMs,
    answered: latencies.length,
    p50: quantile(sorted ?? [], 0.5),
    p99: quantile(sorted ?? [], 0.99),
    most: sorted?.at(-1) ?? Number.NaN,
    polled: pollLatencies.length,
    pollP99: pollLatencies.length === 0 ? 0 : quantile(sortedPolls ?? [], 0.99),
    failures,
  }
}

/** As often as all pages together ask: each every four to eight seconds, over connections that are kept. */
async function poll(
  url: string,
  signal: AbortSignal,
  latencies: number[],
  note: (failure: unknown) => void,
): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  const everyMs = 6_000 / phones.length
  const began = performance.now()
  const asked: Promise<void>[] = []
  const once = async () => {
    const asking = performance.now()
    const { status } = await sendAgain(url, agent)
    latencies.push(performance.now() - asking)
    if (status !== 200) note(`state: ${status}`)
  }
  for (let n = 0; !signal.aborted; n += 1) {
    await after(Math.max(0, began + n * everyMs - performance.now()))
    asked.push(once().catch(note))
  }
  await Promise.all(asked)
  agent.destroy()
}

/** A kept connection may end in the moment it is used: a browser asks again, too. */
const sendAgain = (url: string, agent: Agent) =>
  send(url, null, { agent }).catch(() => send(url, null))

const json = { headers: { 'content-type': 'application/json' } }

async function tokens({ at, floor, polls, seconds }: Extract<BallotJob, { do: 'tokens' }>) {
  const { origin } = new URL(at)
  const ours = { headers: { ...json.headers, origin } }
  return atMoments(seconds, polls, async (phone, timed) => {
    const z = phone.pending.blinded[0]?.z ?? ''
    const body = JSON.stringify({ requests: [{ c: contestAt, z }], slip: phone.slip })
    const { status, text } = await timed(() => send(at, body, ours))
    if (status !== 200) throw new Error(`token: ${status} ${text}`)
    if (!floor) phone.answer = String(JSON.parse(text).signatures[0])
  })
}

async function cast({ at, floor, polls, seconds, times }: Extract<BallotJob, { do: 'cast' }>) {
  return atMoments(seconds, polls, async ({ slip, ballot }, timed) => {
    if (floor) {
      const body = JSON.stringify({ voter: slip, vote: 1 })
      const { status, text } = await timed(() => send(at, body, json))
      if (status !== 200) throw new Error(`vote: ${status} ${text}`)
      return
    }
    if (ballot === null) return
    for (let sent = 0; sent < times; sent += 1) {
      if (sent > 0) await after(3_000 + ((slip.charCodeAt(0) * 31) % 6) * 1_000)
      const got = await timed(() =>
        send(at, ballot.text, { headers: { 'content-type': 'text/plain' } }),
      )
      if (got.status === 200) return
      if (got.status !== 202) throw new Error(`cast: ${got.status} ${got.text.trim()}`)
    }
  })
}

/** After the close every phone has a receipt that holds. */
async function receipts(at: string): Promise<Readonly<{ receipts: number }>> {
  let held = 0
  for (const { ballot } of phones) {
    if (!ballot) continue
    const got = await send(at, ballot.text, { headers: { 'content-type': 'text/plain' } })
    const said = JSON.parse(got.text)
    const receipt = { id: String(said.id), sig: String(said.sig) }
    if ((await checkReceipt(manifestNow(), ballot.id, receipt)).ok) held += 1
  }
  return { receipts: held }
}

await answerLines(async (line) => {
  const job: BallotJob = JSON.parse(line)
  switch (job.do) {
    case 'prepare':
      await prepare(job.manifest, job.slips)
      return { phones: phones.length }
    case 'tokens':
      return tokens(job)
    case 'make':
      await make()
      return { phones: phones.length }
    case 'cast':
      return cast(job)
    case 'receipts':
      return receipts(job.at)
  }
})
