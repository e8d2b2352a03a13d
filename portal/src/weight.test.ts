/**
 * What a public page may weigh, packed: 30 kB of script for the ballot, 5 for the answer page, 12 with a code, 3 for
 * every other. Measured on a build of its own: a part with everything it imports at once.
 * Source: ecosystem.md §4, "Page-weight budgets"; issue 5.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const dist = mkdtempSync(join(tmpdir(), 'luoshi-portal-weight-'))
afterAll(() => rmSync(dist, { recursive: true }))

beforeAll(() => {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = ['build', 'portal', '--config', join('portal', 'vite.config.ts'), '--outDir', dist]
  const built = spawnSync(process.execPath, [vite, ...args, '--emptyOutDir'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  })
  if (built.status !== 0) throw new Error(built.stderr)
}, 60_000)

/** A part's script and all that it imports without being asked. */
function scriptsOf(part: string): readonly string[] {
  const files = readdirSync(dist)
  // Every page loads the base as well.
  const own = (name: string) => [`base-`, `${part}-`].some((start) => name.startsWith(start))
  const seen = new Set(files.filter((name) => own(name) && name.endsWith('.js')))
  for (const name of seen) {
    const text = readFileSync(join(dist, name), 'utf8')
    for (const [, more] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      if (more !== undefined) seen.add(more)
  }
  return [...seen]
}

function kilobytes(names: readonly string[]): number {
  const sizes = names.map((name) => gzipSync(readFileSync(join(dist, name)), { level: 9 }).length)
  return sizes.reduce((sum, size) => sum + size, 0) / 1000
}

describe('a public page is light', () => {
  it.each([
    ['base', 3],
    ['ballots', 30],
    ['surveys', 5],
    ['invited', 12],
  ])('%s: at most %d kB of script', (part, most) => {
    const scripts = scriptsOf(part)
    expect(scripts).not.toEqual([])
    expect(kilobytes(scripts)).toBeLessThanOrEqual(most)
  })

  it('and never evaluates text', () => {
    const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'))
    for (const name of scripts)
      expect(readFileSync(join(dist, name), 'utf8')).not.toMatch(/\beval\(|new Function\(/)
  })
})
