/**
 * Every minute: files that wait are scanned, and those scanned under older signatures are scanned again, some at a time.
 * A file found bad later goes into quarantine like one found at once.
 */
import type { CongressId } from '@luoshi/domain/kernel/ids'
import type { World } from '../../execute/context.ts'
import type { Scanner } from './clamd.ts'
import { scanKept } from './scan-kept.ts'

type Hands = Pick<World, 'db' | 'files' | 'now'>

const atOnce = 40

/** How many were looked at. */
export async function scanDue(
  hands: Hands,
  scanner: Scanner,
  congress: CongressId,
): Promise<number> {
  const version = await scanner.version()
  if (version === null) return 0
  const due = await hands.db.rows<{ sha256: string }>(congress, {
    name: 'scan-due',
    text: `select sha256 from luoshi.handed_in where congress = $1
      and (state = 'waiting' or state in ('open', 'held') and signatures is distinct from $2)
      order by state = 'waiting' desc, scanned_at nulls first limit $3`,
    values: [congress, version, atOnce],
  })
  for (const { sha256 } of due) {
    const verdict = await scanKept(hands, scanner, congress, sha256)
    if (verdict.is === 'away') break
  }
  return due.length
}

export type Scanning = Readonly<{ now: () => Promise<void>; stop: () => Promise<void> }>

export function keepScanning(
  job: Readonly<{
    hands: Hands
    scanner: Scanner
    congresses: () => Promise<readonly CongressId[]>
    failed: (failure: unknown) => void
  }>,
  everyMs: number,
): Scanning {
  let running: Promise<void> = Promise.resolve()
  const round = async () => {
    for (const congress of await job.congresses()) await scanDue(job.hands, job.scanner, congress)
  }
  const now = () => {
    running = running.then(round).catch(job.failed)
    return running
  }
  const timer = setInterval(() => void now(), everyMs)
  timer.unref()
  return {
    now,
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}
