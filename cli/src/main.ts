/** Starts the `luoshi` command: the only file of the CLI that touches the process. */
import { enableCompileCache } from 'node:module'

// Before the rest is loaded: types are stripped once and not at every start.
enableCompileCache()
const { luoshi } = await import('./luoshi.ts')

/** These end in good order when told to; all others have nothing to put away and stop at once. */
const longRunning = new Set(['serve', 'demo', 'restore'])

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      resolve()
      if (!longRunning.has(process.argv[2] ?? '')) process.exit(1)
    })
})

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough is not a fault.
  if (error.code === 'EPIPE') process.exit(0)
  process.stderr.write(
    `结果没有写出去（${error.message}）。请检查磁盘空间后重试。 The output could not be written. Check the space on the disk and try again.\n`,
  )
  process.exit(1)
})

process.exitCode = await luoshi(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  env: process.env,
  stopped,
})
