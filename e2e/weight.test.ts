/**
 * What a browser must load before the first room is there: at most 330 kB of script and 380 kB in all, packed.
 * Measured on the build itself: the page, what it names, and everything those import without being asked.
 * Source: issue 2, "Budgets".
 */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
let dist: string

// A build of its own: the shared one may be replaced while servers start.
beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'luoshi-weight-'))
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = ['build', 'console', '--config', join('console', 'vite.config.ts')]
  const built = spawnSync(
    process.execPath,
    [vite, ...args, '--outDir', dist, '--emptyOutDir', '--logLevel', 'error'],
    // Vitest runs with NODE_ENV=test, and React would be built for development.
    { cwd: root, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' } },
  )
  if (built.status !== 0) throw new Error(built.stderr)
}, 120_000)

afterAll(() => rm(dist, { recursive: true, force: true }))

const packed = (bytes: string | Uint8Array) => gzipSync(bytes, { level: 9 }).byteLength / 1000

/** `import "./x.js"`, `from "./x.js"`: what loads at once. `import("./x.js")` does not. */
function importsOf(script: string): readonly string[] {
  const found = script.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g)
  return [...found].flatMap(([, name]) => (name === undefined ? [] : [name]))
}

async function withImports(entries: readonly string[]): Promise<ReadonlySet<string>> {
  const seen = new Set<string>()
  const waiting = [...entries]
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue
    seen.add(name)
    waiting.push(...importsOf(await readFile(join(dist, 'assets', name), 'utf8')))
  }
  return seen
}

/** Scripts and styles of one room on top of what every page loads. */
async function firstRoute(room: string): Promise<readonly string[]> {
  const page = await readFile(join(dist, 'index.html'), 'utf8')
  const named = [...page.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(
    ([, name]) => name ?? '',
  )
  const all = await readdir(join(dist, 'assets'))
  const ofRoom = all.filter((name) => name.startsWith(`${room}-`))
  expect(ofRoom.some((name) => name.endsWith('.js'))).toBe(true)
  const scripts = await withImports([...named, ...ofRoom].filter((name) => name.endsWith('.js')))
  const styles = [...named, ...ofRoom].filter((name) => name.endsWith('.css'))
  return [...scripts, ...styles]
}

async function kilobytesOf(names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map(async (name) => packed(await readFile(join(dist, 'assets', name)))),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

describe('the first room', () => {
  it('is light', async () => {
    const files = await firstRoute('desk-page')
    const scripts = await kilobytesOf(files.filter((name) => name.endsWith('.js')))
    const page = packed(await readFile(join(dist, 'index.html')))
    const all = (await kilobytesOf(files)) + page
    expect(files.length).toBeGreaterThan(5)
    expect(scripts).toBeGreaterThan(100)
    expect(scripts).toBeLessThanOrEqual(330)
    expect(all).toBeLessThanOrEqual(380)
  })

  it('does not load the heavy rooms', async () => {
    const files = await firstRoute('desk-page')
    expect(files.filter((name) => /^(matter-page|review-page|en)-/.test(name))).toEqual([])
  })
})
