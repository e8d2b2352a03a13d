/**
 * The load generator for answers of a survey: plain sockets with keep-alive, each sending the next answer when its last
 * one was acknowledged. As lean as it goes, because it works on the same processors. Every answer comes from another
 * address and is another one; the last acknowledged ids are told, so that whoever asked can look for them in the table.
 */
import { randomBytes } from 'node:crypto'
import { connect, type Socket } from 'node:net'
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

const mostFailures = 5
/** Of a million not every one is needed. */
const everyLatency = 1_000_000

async function drive(job: AnswerJob): Promise<AnswersSeen> {
  const latencies: number[] = []
  const failures: string[] = []
  const ids: string[] = []
  let [next, acknowledged, busy] = [0, 0, 0]

  function requestOf(place: number, id: string): string {
    const answers = Object.fromEntries(
      job.questions.map((one, at) => [one, job.options[(place + at * 7) % job.options.length]]),
    )
    const body = JSON.stringify({
      id,
      secret: id,
      channel: job.channel,
      stratum: place % 3 === 0 ? 'town' : 'country',
      answers,
      texts: [],
    })
    const address = `10.${(place >> 16) & 255}.${(place >> 8) & 255}.${place & 255}`
    return [
      `POST /s/${job.survey}/answers HTTP/1.1`,
      `host: ${job.host}`,
      `origin: https://${job.host}`,
      'x-forwarded-proto: https',
      `x-forwarded-for: ${address}`,
      'content-type: application/json',
      `content-length: ${body.length}`,
      '',
      body,
    ].join('\r\n')
  }

  async function worker(): Promise<void> {
    const socket = connect(job.port, '127.0.0.1')
    socket.setNoDelay(true)
    const answer = answersOf(socket)
    while (next < job.answers) {
      const place = next
      next += 1
      const id = randomBytes(16).toString('hex')
      const began = performance.now()
      socket.write(requestOf(place, id))
      const { status, text } = await answer()
      if (status === 200) {
        acknowledged += 1
        if (ids.length < 100) ids.push(id)
        if (latencies.length < everyLatency) latencies.push(performance.now() - began)
      } else if (status === 503) busy += 1
      else if (failures.length < mostFailures) failures.push(`${status} ${text.slice(0, 200)}`)
    }
    socket.destroy()
  }

  const began = performance.now()
  await Promise.all(Array.from({ length: job.connections }, worker))
  return { wallMs: performance.now() - began, acknowledged, busy, failures, latencies, ids }
}

type Got = Readonly<{ status: number; text: string }>

/** Answers of fixed length, one after the other; the server's chunked ones end with an empty chunk. */
function answersOf(socket: Socket): () => Promise<Got> {
  let seen = ''
  let told: ((got: Got) => void) | null = null
  let failed: ((error: Error) => void) | null = null
  socket.setEncoding('latin1')
  socket.on('data', (part: string) => {
    seen += part
    const head = seen.indexOf('\r\n\r\n')
    if (head < 0 || !told) return
    const length = /content-length: (\d+)/i.exec(seen.slice(0, head))?.[1]
    const end =
      length === undefined ? seen.indexOf('0\r\n\r\n', head + 4) + 5 : head + 4 + Number(length)
    if (end < head + 4 || seen.length < end) return
    const got = { status: Number(seen.slice(9, 12)), text: seen.slice(head + 4, end) }
    seen = seen.slice(end)
    const tell = told
    told = null
    tell(got)
  })
  socket.on('error', (error) => failed?.(error))
  socket.on('close', () => failed?.(new Error('closed')))
  return () =>
    new Promise((resolve, reject) => {
      told = resolve
      failed = reject
    })
}

await answerLines(async (line) => {
  const job: AnswerJob = JSON.parse(line)
  return drive(job)
})
