/** Verifies a proof file in a process of its own, or only hashes its leaves: the least that any verifier must do. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { hash } from 'node:crypto'
import { createGunzip } from 'node:zlib'
import { verifyProof } from '@luoshi/ledger/proof/verify-proof'
import { processorTime, peakMegabytes } from '../machine/processor-time.ts'
import { answerLines } from '../run/line-child.ts'

export type Verified = Readonly<{
  events: number
  wallMs: number
  cpuMs: number | null
  peakMb: number | null
}>

async function hashOnly(file: string): Promise<number> {
  let lines = 0
  const raw = createReadStream(file)
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw
  for await (const line of createInterface({ input })) {
    if (!line.startsWith('{"kind"') && !line.startsWith('{"checkpoint"')) {
      hash('sha256', line, 'hex')
      lines += 1
    }
  }
  return lines - 1
}

async function verify(file: string): Promise<number> {
  const found = await verifyProof(file)
  if (!found.ok) throw new Error(JSON.stringify(found.failures.slice(0, 3)))
  return found.events
}

await answerLines(async (line): Promise<Verified> => {
  const { file, floor }: { file: string; floor: boolean } = JSON.parse(line)
  const [began, cpu] = [performance.now(), processorTime(process.pid)]
  const own = process.cpuUsage()
  const events = await (floor ? hashOnly(file) : verify(file))
  // Threads that have ended are no longer in /proc, but the process has counted them.
  const used = process.cpuUsage(own)
  return {
    events,
    wallMs: performance.now() - began,
    cpuMs: cpu === null ? null : (used.user + used.system) / 1000,
    peakMb: peakMegabytes(process.pid),
  }
})
