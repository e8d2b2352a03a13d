/** Whether a process lives. One that is dead but not yet buried by its parent still has its number: it is as good as gone. */
import { readFileSync } from 'node:fs'

export function isAlive(pid: number): boolean {
  if (!send(pid, 0)) return false
  if (process.platform !== 'linux') return true
  try {
    return !/^\d+ \(.*\) Z/su.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return false
  }
}

/** Sends a signal; false when there is no such process, or it is not ours. */
export function send(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(pid, name)
    return true
  } catch {
    return false
  }
}
