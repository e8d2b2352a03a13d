/**
 * Runs a file of the project on its own Node 24, installing the packages first when they are missing or stale.
 * Plain JavaScript without imports beyond the core: whatever Node the system has must be able to run it.
 */
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const windows = process.platform === 'win32'
const node24 = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')
const stampFile = join(root, 'node_modules', '.luoshi-installed')

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
}

function isInstalled() {
  return (
    existsSync(node24) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockHash()
  )
}

if (!isInstalled()) {
  // A plain `npm ci` leaves no stamp: believe it when its own record of the install is newer than nothing.
  const npmRecord = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(node24) && existsSync(npmRecord) && !existsSync(stampFile))
    writeFileSync(stampFile, lockHash())
}
if (!isInstalled()) {
  console.error(
    'Installing packages (npm ci): about a minute the first time … 正在安装依赖，首次约一分钟',
  )
  const done = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
    },
  )
  if (done.status !== 0) {
    console.error(
      'npm ci failed: see the lines above. Check the network and run the command again.',
    )
    process.exit(done.status ?? 1)
  }
  if (!existsSync(node24)) {
    console.error(
      'Node 24 did not arrive with the packages. Were install scripts switched off? Run: npm ci --ignore-scripts=false',
    )
    process.exit(1)
  }
  writeFileSync(stampFile, lockHash())
}

// As in cli/bin/luoshi.mjs.
const young =
  process.argv[2] === 'cli/src/main.ts' ? ['--max-semi-space-size=4', '--expose-gc'] : []
const flags = ['--disable-warning=ExperimentalWarning', ...young]
const child = spawn(node24, [...flags, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    PATH: `${dirname(node24)}${windows ? ';' : ':'}${process.env.PATH ?? ''}`,
  },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
