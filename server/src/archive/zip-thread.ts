/** The thread that packs an archive: pieces in, bytes to the file at once, the hash of each file out. */
import { createHash } from 'node:crypto'
import { closeSync, openSync, writeSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { zipStream } from '@luoshi/papers/sheets/zip-stream'
import type { ZipJob } from './zip-file-writer.ts'

const zip = zipStream()
let target = -1
let file: ReturnType<typeof zip.file> | undefined
let hash = createHash('sha256')
let size = 0

parentPort?.on('message', (job: ZipJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(take(job))
})

function take(job: ZipJob) {
  switch (job.do) {
    case 'open':
      target = openSync(job.path, 'wx', 0o600)
      return done()
    case 'file':
      file = zip.file(job.name)
      hash = createHash('sha256')
      size = 0
      return done()
    case 'write':
      file?.write(job.bytes)
      hash.update(job.bytes)
      size += job.bytes.length
      return flushed()
    case 'end':
      file?.end()
      flushed()
      return { sha256: hash.digest('hex'), size }
    case 'close':
      zip.end()
      flushed()
      closeSync(target)
      return done()
  }
}

function flushed() {
  const bytes = zip.take()
  for (let at = 0; at < bytes.length;) at += writeSync(target, bytes, at)
  return done()
}

function done() {
  return { sha256: '', size: 0 }
}
