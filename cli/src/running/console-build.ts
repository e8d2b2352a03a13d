/** The console for browsers is built from source when it is missing or older than what it is made of. */
import { spawn } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const built = join(root, 'console', 'dist', 'index.html')
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
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [
    vite,
    'build',
    'console',
    '--config',
    join('console', 'vite.config.ts'),
    '--logLevel',
    'error',
  ]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  return new Promise((resolve) => {
    child.once('error', () => resolve(false))
    child.once('exit', (code) => resolve(code === 0))
  })
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
