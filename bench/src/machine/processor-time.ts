/**
 * Processor time that processes have used, in milliseconds, as Linux tells it: per thread to the nanosecond where the
 * kernel keeps schedstat, else in ticks of 10 ms. Null where there is no /proc: then only wall time is reported.
 */
import { readdirSync, readFileSync } from 'node:fs'

const tickMs = 10

/** Fields of /proc/<pid>/stat after the name, which may itself hold spaces and brackets. */
function statOf(pid: number | string): readonly string[] | null {
  const text = read(`/proc/${pid}/stat`)
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ')
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}

function names(path: string): readonly string[] {
  try {
    return readdirSync(path)
  } catch {
    return []
  }
}

/** All living threads of one process. */
export function processorTime(pid: number): number | null {
  let nanoseconds = 0
  const threads = names(`/proc/${pid}/task`)
  for (const thread of threads) {
    const line = read(`/proc/${pid}/task/${thread}/schedstat`)
    if (line === null) return inTicks(pid)
    nanoseconds += Number(line.split(' ')[0])
  }
  return threads.length === 0 ? null : nanoseconds / 1e6
}

function inTicks(pid: number): number | null {
  const fields = statOf(pid)
  return fields && (Number(fields[11]) + Number(fields[12])) * tickMs
}

/** A process, its living children, and those that have ended and were waited for: a postmaster and its backends. */
export function processorTimeOfFamily(parent: number): number | null {
  const own = processorTime(parent)
  const fields = statOf(parent)
  if (own === null || fields === null) return null
  let total = own + (Number(fields[13]) + Number(fields[14])) * tickMs
  for (const name of names('/proc')) {
    if (!/^\d+$/.test(name) || statOf(name)?.[1] !== String(parent)) continue
    total += processorTime(Number(name)) ?? 0
  }
  return total
}

/** What all processors of the machine have worked since it started. */
export function machineTime(): number | null {
  const line = read('/proc/stat')?.split('\n')[0]
  if (line === undefined) return null
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0] = line
    .split(/\s+/)
    .slice(1)
    .map(Number)
  return (user + nice + system + irq + softirq) * tickMs
}

/** Memory that a process alone would free, its share of what it shares included, in megabytes. */
export function proportionalMegabytes(pid: number): number | null {
  const found = /^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')
  return found ? Number(found[1]) / 1024 : null
}

export function peakMegabytes(pid: number): number | null {
  const found = /^VmHWM:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')
  return found ? Number(found[1]) / 1024 : null
}
