/**
 * A reader that is caught in a file does not hear that its parent is gone. A thread beside it does, and ends both.
 */
import { Worker } from 'node:worker_threads'

export function watchParent(): void {
  const beside = `const { ppid } = process
setInterval(() => process.ppid === ppid || process.kill(process.pid, 'SIGKILL'), 1000)`
  new Worker(beside, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()
}
