/** Starts the `luoshi` command: the only file of the CLI that touches the process. */
import { luoshi } from './luoshi.ts'

const stopped = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => resolve())
})

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader such as `head` that has seen enough is not a fault.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await luoshi(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  cwd: process.cwd(),
  env: process.env,
  stopped,
})
