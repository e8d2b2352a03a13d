/** The console for browsers is built from source when it is missing or older than what it is made of. */
import { spawn } from 'node:child_process'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const dist = join(root, 'console', 'dist')
const built = join(dist, 'index.html')
/** On the same disk, so that a folder moves at once, and looked at by nobody. */
const aside = join(root, '.tmp')
const madeOf = [
  'console/src',
  'console/index.html',
  'console/vite.config.ts',
  'domain/src',
  'server/src/contract',
  'package-lock.json',
]

/** Answers false when the build failed; the server works without it, its pages do not. */
export async function buildConsole(say: (line: string) => void): Promise<boolean> {
  const made = await newest(built)
  const ages = await Promise.all(madeOf.map((part) => newest(join(root, part))))
  if (made > 0 && Math.max(...ages) <= made) return true
  say('正在构建工作台页面，约十秒… Building the console…')
  // Beside the old one, and put in its place when whole: another server may be reading the old one just now.
  const fresh = join(aside, `console-new-${process.pid}`)
  const done = (await viteBuild(fresh)) && (await takePlace(fresh))
  await rm(fresh, { recursive: true, force: true })
  return done
}

function viteBuild(outDir: string): Promise<boolean> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const config = ['--config', join('console', 'vite.config.ts')]
  const args = [vite, 'build', 'console', ...config, '--outDir', outDir, '--logLevel', 'error']
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    // A test or a developer may have set another one: then React would be built slow and large.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
}

/** Two may have built at once; the one that is late finds a whole console in its place, which does as well. */
async function takePlace(fresh: string): Promise<boolean> {
  const old = join(aside, `console-old-${process.pid}`)
  await rename(dist, old).catch(() => undefined)
  const moved = await rename(fresh, dist).then(
    () => true,
    () => false,
  )
  if (!moved) await rename(old, dist).catch(() => undefined)
  await rm(old, { recursive: true, force: true })
  return moved || (await newest(built)) > 0
}

/** Milliseconds of the newest file at or below a path; 0 when there is none. */
async function newest(path: string): Promise<number> {
  const found = await stat(path).catch(() => null)
  if (!found) return 0
  if (!found.isDirectory()) return found.mtimeMs
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  const ages = await Promise.all(
    files.map(async (file) => (await stat(join(file.parentPath, file.name))).mtimeMs),
  )
  return Math.max(0, ...ages)
}
