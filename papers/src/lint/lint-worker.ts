/** The thread that checks one paper, so that a hostile file can take neither the office's time nor its memory. */
import { parentPort } from 'node:worker_threads'
import { lintPaper } from './lint-paper.ts'

export type LintJob = Readonly<{ bytes: Uint8Array; fileName: string }>

parentPort?.once('message', ({ bytes, fileName }: LintJob) => {
  void lintPaper(bytes, fileName).then((answer) =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    parentPort?.postMessage(answer),
  )
})
