/** The load generator's own process: keep-alive connections, each taking the next flow when its last one is answered. */
import { Agent, request } from 'node:http'
import { answerLines } from '../run/line-child.ts'
import type { Flow, Job, LoadSeen, Sample, Step } from './job.ts'

const mostFailures = 5

async function drive({ origin, headers, concurrency, flows }: Job): Promise<LoadSeen> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency })
  const latencies: number[] = []
  const failures: string[] = []
  let acknowledged = 0
  let sample: Sample | null = null
  let next = 0

  async function walk(flow: Flow, place: number): Promise<void> {
    const began = performance.now()
    let matter = ''
    for (const [at, step] of flow.entries()) {
      const { status, body } = await ask(step, step.path.replace('{matter}', matter))
      if (status !== 200) {
        if (failures.length < mostFailures)
          failures.push(`${step.path}: ${status} ${body.slice(0, 300)}`)
        return
      }
      if (step.method === 'POST') acknowledged += 1
      if (at < flow.length - 1) matter = /"matter":"(matter_[a-z0-9]+)"/.exec(body)?.[1] ?? matter
      else if (place === 0) sample = sampleOf(body)
    }
    latencies.push(performance.now() - began)
  }

  async function worker(): Promise<void> {
    for (;;) {
      const place = next
      const flow = flows[place]
      if (!flow) return
      next += 1
      await walk(flow, place)
    }
  }

  function ask({ method, body }: Step, path: string): Promise<{ status: number; body: string }> {
    const sent = body === undefined ? null : JSON.stringify(body)
    return new Promise((resolve, reject) => {
      const asked = request(`${origin}${path}`, {
        agent,
        method,
        headers: {
          ...headers,
          ...(sent === null
            ? {}
            : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(sent) }),
        },
      })
      asked.on('error', reject)
      asked.on('response', (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(parts).toString(),
          }),
        )
        response.on('error', reject)
      })
      asked.end(sent ?? undefined)
    })
  }

  const began = performance.now()
  await Promise.all(Array.from({ length: concurrency }, worker))
  const wallMs = performance.now() - began
  agent.destroy()
  return { wallMs, latencies, acknowledged, failures, sample }
}

function sampleOf(body: string): Sample {
  const short = body.length <= 200_000
  return { bytes: body.length, lines: body.split('\n').length - 1, body: short ? body : '' }
}

await answerLines(async (line) => {
  const job: Job = JSON.parse(line)
  return drive(job)
})
