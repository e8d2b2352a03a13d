/** The process that reads uploads, so that a hostile file can take neither the server's time, nor its memory, nor its life. */
import { damagedExit } from './damaged-exit.ts'
import { watchParent } from './watch-parent.ts'
import { warmUpCleaning } from './cleaning/clean-text.ts'
import type { HeadRows } from './mapping/column-headings.ts'
import { readAnySight } from './mapping/read-sight.ts'
import type { ParseOptions } from './parse.ts'
import { parseDocument } from './parse.ts'
import { readTables } from './readers/read-tables.ts'

export type ParseJob =
  | Readonly<{ bytes: Uint8Array; options: ParseOptions }>
  | Readonly<{ bytes: Uint8Array; tablesOf: string }>
  | Readonly<{ bytes: Uint8Array; sightOf: readonly (HeadRows | null)[] }>

/** Only the pool that started this process has its channel. */
function isJob(message: unknown): message is ParseJob {
  return typeof message === 'object' && message !== null && 'bytes' in message
}

watchParent()
warmUpCleaning()
process.on('message', (message) => {
  // What fails here ends the process, and the pool says so.
  if (isJob(message)) void answerOf(message).then((answer) => process.send?.(answer))
})
// Found by fuzzing: a library may let go of a failure that nobody waits for. The file is damaged then.
process.on('unhandledRejection', () => process.exit(damagedExit))
process.on('disconnect', () => process.exit(0))

async function answerOf(job: ParseJob) {
  if ('tablesOf' in job) return readTables(job.bytes, job.tablesOf)
  return 'sightOf' in job
    ? await readAnySight(job.bytes, job.sightOf)
    : await parseDocument(job.bytes, job.options)
}
