/**
 * The load generator for answers of a survey: plain sockets with keep-alive, each sending the next answer when its last
 * one was acknowledged. As lean as it goes, because it works on the same processors: what it sends is put together from
 * pieces made beforehand. Every answer comes from another address and is another one; the last acknowledged ids are told,
 * so that whoever asked can look for them in the table.
 */
import { randomFillSync } from 'node:crypto'
import { connect } from 'node:net'
import { answerLines } from '../run/line-child.ts'

export type AnswerJob = Readonly<{
  port: number
  host: string
  survey: string
  channel: string
  questions: readonly string[]
  options: readonly string[]
  connections: number
  answers: number
}>

export type AnswersSeen = Readonly<{
  wallMs: number
  acknowledged: number
  /** Told to come again later. */
  busy: number
  failures: readonly string[]
  latencies: readonly number[]
  ids: readonly string[]
}>

type Tally = Omit<AnswersSeen, 'wallMs' | 'acknowledged' | 'busy' | 'failures' | 'ids'> & {
  next: number
  acknowledged: number
  busy: number
  failures: string[]
  latencies: number[]
  ids: string[]
}

const mostFailures = 5
/** Of a million not every one is needed. */
const everyLatency = 100_000
const quickly = 'HTTP/1.1 200 OK'
const emptyHanded = '{"receipts":[]}'

async function drive(job: AnswerJob): Promise<AnswersSeen> {
  const tally: Tally = { next: 0, acknowledged: 0, busy: 0, failures: [], latencies: [], ids: [] }
  const requestOf = requests(job)
  const began = performance.now()
  await Promise.all(
    Array.from({ length: job.connections }, () => connection(job, tally, requestOf)),
  )
  const { acknowledged, busy, failures, latencies, ids } = tally
  return { wallMs: performance.now() - began, acknowledged, busy, failures, latencies, ids }
}

type RequestOf = (place: number, id: string) => string

/** Twelve kinds of answer, in both strata in turn. */
function requests({ survey, host, channel, questions, options }: AnswerJob): RequestOf {
  const kinds = Array.from({ length: 12 }, (_, kind) => {
    const answers = Object.fromEntries(
      questions.map((one, at) => [one, options[(kind + at * 7) % options.length]]),
    )
    const stratum = kind % 3 === 0 ? 'town' : 'country'
    const after = `,"channel":${JSON.stringify(channel)},"stratum":"${stratum}","answers":${JSON.stringify(answers)},"texts":[]}`
    const length = '{"id":"","secret":""}'.length - 1 + 64 + after.length
    return {
      fields: `\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`,
      after,
    }
  })
  const head = [
    `POST /s/${survey}/answers HTTP/1.1`,
    `host: ${host}`,
    `origin: https://${host}`,
    'x-forwarded-proto: https',
    'x-forwarded-for: 10.',
  ].join('\r\n')
  return (place, id) => {
    const kind = kinds[place % kinds.length]
    const address = `${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`
    return `${head}${address}${kind?.fields ?? ''}{"id":"${id}","secret":"${id}"${kind?.after ?? ''}`
  }
}

function connection(job: AnswerJob, tally: Tally, requestOf: RequestOf): Promise<void> {
  const socket = connect(job.port, '127.0.0.1').setNoDelay(true).setEncoding('latin1')
  let [id, began, seen] = ['', 0, '']
  return new Promise((resolve, reject) => {
    const go = () => {
      if (tally.next >= job.answers) {
        socket.destroy()
        resolve()
        return
      }
      const place = tally.next
      tally.next += 1
      id = newId()
      began = performance.now()
      socket.write(requestOf(place, id), 'latin1')
    }
    socket.on('data', (part: string) => {
      seen += part
      const got = answerIn(seen)
      if (got === null) return
      seen = ''
      note(tally, got, id, began)
      go()
    })
    socket.on('error', reject).on('connect', go)
  })
}

type Got = Readonly<{ status: number; text: string }>

function note(tally: Tally, { status, text }: Got, id: string, began: number): void {
  if (status === 200) {
    tally.acknowledged += 1
    if (tally.ids.length < 100) tally.ids.push(id)
    if (tally.latencies.length < everyLatency) tally.latencies.push(performance.now() - began)
  } else if (status === 503) tally.busy += 1
  else if (tally.failures.length < mostFailures)
    tally.failures.push(`${status} ${text.slice(0, 200)}`)
}

const done: Got = { status: 200, text: '' }

/** One answer at a time is under way. A server's chunked one ends with an empty chunk. */
function answerIn(seen: string): Got | null {
  if (seen.startsWith(quickly) && seen.endsWith(emptyHanded)) return done
  const head = seen.indexOf('\r\n\r\n')
  if (head < 0) return null
  const length = /content-length: (\d+)/i.exec(seen.slice(0, head))?.[1]
  const end =
    length === undefined ? seen.indexOf('0\r\n\r\n', head + 4) + 5 : head + 4 + Number(length)
  if (end < head + 4 || seen.length < end) return null
  return { status: Number(seen.slice(9, 12)), text: seen.slice(head + 4, end) }
}

const idBytes = 16
const chance = Buffer.alloc(idBytes * 1024)
let used = chance.length

function newId(): string {
  if (used === chance.length) {
    randomFillSync(chance)
    used = 0
  }
  used += idBytes
  return chance.toString('hex', used - idBytes, used)
}

await answerLines(async (line) => {
  const job: AnswerJob = JSON.parse(line)
  return drive(job)
})
