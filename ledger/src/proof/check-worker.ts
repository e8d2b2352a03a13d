/** The thread side of `checkers.ts`: a run in, what was found out. */
import { parentPort } from 'node:worker_threads'
import { checkEvents, type Run } from './check-events.ts'

parentPort?.on('message', (run: Run) => {
  parentPort?.postMessage(checkEvents(run), [])
})
