/**
 * The ballot's verifier as a file to be taken away: it is opened from disk, without a network and without us.
 * Source: ballot.md §3.1 (verifier: a single file, offline).
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { TransportEnv } from '../identity/middleware.ts'

const built = join(import.meta.dirname, '..', '..', '..', 'ballots', 'dist', 'verifier.html')

export function verifierRoutes(): Hono<TransportEnv> {
  const routes = new Hono<TransportEnv>()
  routes.get('/verifier.html', async (c) => {
    const file = await readFile(built).catch(() => null)
    if (!file) return c.text(notBuilt, 503)
    return c.body(new Uint8Array(file), 200, {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': 'attachment; filename="luoshi-verifier.html"',
    })
  })
  return routes
}

const notBuilt =
  '复核页面尚未构建：请先执行 npm run build。\nThe verifier’s page is not built: run npm run build.\n'
