/** The thread side of `checkers.ts`: a run in; out what was found, and its room. */
import { parentPort } from 'node:worker_threads'
import { checkEvents, type Run } from './check-events.ts'
import { memoryOf } from './law-run.ts'

parentPort?.on('message', (run: Run) => {
  const checked = checkEvents(run)
  const { lines } = run
  const given = [lines.buffer, checked.hashes.buffer, ...memoryOf(checked.law)]
  parentPort?.postMessage({ checked, lines }, given)
})
