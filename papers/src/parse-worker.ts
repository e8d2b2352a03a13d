/** The thread that reads uploads, so that a hostile file can take neither the server's time nor its memory. */
import { parentPort } from 'node:worker_threads'
import { warmUpCleaning } from './cleaning/clean-text.ts'
import type { ParseOptions } from './parse.ts'
import { parseDocument } from './parse.ts'
import type { HeadRows } from './mapping/column-headings.ts'
import { readSight } from './mapping/read-sight.ts'
import { readTables } from './readers/read-tables.ts'

export type ParseJob =
  | Readonly<{ bytes: Uint8Array; options: ParseOptions }>
  | Readonly<{ bytes: Uint8Array; tablesOf: string }>
  | Readonly<{ bytes: Uint8Array; sightOf: readonly (HeadRows | null)[] }>

warmUpCleaning()
parentPort?.on('message', (job: ParseJob) => {
  // What fails here ends the thread, and the pool says so.
  void answerOf(job).then((answer) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(answer),
  )
})

async function answerOf(job: ParseJob) {
  if ('tablesOf' in job) return readTables(job.bytes, job.tablesOf)
  return 'sightOf' in job
    ? readSight(job.bytes, job.sightOf)
    : await parseDocument(job.bytes, job.options)
}
