#!/usr/bin/env node
/**
 * The `luoshi` command: finds the project's own Node 24 and runs the CLI on it, whatever Node started this file.
 * Plain JavaScript on purpose: an old Node must be able to read it.
 */
import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(realpathSync(fileURLToPath(import.meta.url)))
const root = dirname(dirname(here))
const windows = process.platform === 'win32'
const node24 = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

if (!existsSync(node24)) {
  console.error(`luoshi: 没有找到自带的 Node 24。请在 ${root} 运行 npm ci 后再试。`)
  console.error(
    'luoshi: its own Node 24 is not installed. Run npm ci in the folder above and try again.',
  )
  process.exit(2)
}

const child = spawn(
  node24,
  [
    '--disable-warning=ExperimentalWarning',
    // Young memory: usually up to 96 MB gather before it is cleaned; a server that answers needs a tenth of that.
    '--max-semi-space-size=4',
    // What loading leaves behind is given back once (server/src/give-back-after-start.ts).
    '--expose-gc',
    join(root, 'cli', 'src', 'main.ts'),
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
