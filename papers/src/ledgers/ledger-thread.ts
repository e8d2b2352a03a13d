/** The thread in which ledgers are written and read: neither takes the server's time, a hostile file not its memory. */
import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import type { LedgerJob } from './ledger-jobs.ts'
import { readLedgerFile } from './read-ledger-file.ts'
import { writeWorkbook, type WorkbookWriter } from '../sheets/write-workbook.ts'

// Pages come first. Linux alone knows a priority of a thread; elsewhere this would slow the whole server.
if (process.platform === 'linux') stepBack()

let writer: WorkbookWriter | null = null

parentPort?.on('message', (job: LedgerJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(done(job))
})

function done(job: LedgerJob) {
  switch (job.do) {
    case 'read':
      return readLedgerFile(job.bytes)
    case 'begin':
      writer = writeWorkbook(job.plan, job.about)
      return writer.rows([])
    case 'rows':
      return begun().rows(job.rows)
    case 'end':
      return begun().end()
  }
}

/** Where a container forbids it, sheets are written all the same. */
function stepBack(): void {
  try {
    setPriority(constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
  }
}

function begun(): WorkbookWriter {
  if (!writer) throw new Error('Rows before the beginning of a workbook')
  return writer
}
