/** The thread that reads uploads, so that a hostile file can take neither the server's time nor its memory. */
import { parentPort } from 'node:worker_threads'
import { warmUpCleaning } from './cleaning/clean-text.ts'
import type { ParseOptions } from './parse.ts'
import { parseDocument } from './parse.ts'

export type ParseJob = Readonly<{ bytes: Uint8Array; options: ParseOptions }>

warmUpCleaning()
parentPort?.on('message', ({ bytes, options }: ParseJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(parseDocument(bytes, options))
})
