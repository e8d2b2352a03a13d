/** The process that checks one paper, so that a hostile file can take neither the office's time nor its memory. */
import { watchParent } from '../watch-parent.ts'
import { lintPaper } from './lint-paper.ts'

export type LintJob = Readonly<{ bytes: Uint8Array; fileName: string }>

/** Only the process that started this one has its channel. */
function isJob(message: unknown): message is LintJob {
  return typeof message === 'object' && message !== null && 'fileName' in message
}

watchParent()
process.once('message', (message) => {
  // What fails here ends the process, and whoever asked says so.
  if (isJob(message))
    void lintPaper(message.bytes, message.fileName).then((answer) => process.send?.(answer))
})
process.on('disconnect', () => process.exit(0))
