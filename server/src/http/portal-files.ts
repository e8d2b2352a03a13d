/** The built scripts and styles of the public pages, and which of them a page needs. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context, Env, Hono } from 'hono'
import { builtFiles, sendBuiltFile, type BuiltFile } from './built-files.ts'

/** One folder of `portal/src` each. */
export type PortalPart = 'base' | 'ballots' | 'surveys'

export type PartFiles = Readonly<{ scripts: readonly string[]; styles: readonly string[] }>

export type PortalFiles = Readonly<{
  /** Addresses of a part, as they go into a page. */
  of: (part: PortalPart) => PartFiles
  /** By address below `/portal`. */
  files: ReadonlyMap<string, BuiltFile>
}>

/** Null when the public pages' scripts have not been built. */
export async function portalFiles(folder: string): Promise<PortalFiles | null> {
  const text = await readFile(join(folder, 'built.json'), 'utf8').catch(() => null)
  if (text === null) return null
  const built: unknown = JSON.parse(text)
  const files = new Map(await builtFiles(folder))
  files.delete('/built.json')
  return { files, of: (part) => partOf(built, `src/${part}/main.ts`) }
}

export function portalRoutes<Own extends Env>(app: Hono<Own>, portal: PortalFiles | null): void {
  app.get('/portal/*', (c: Context, next) => {
    const file = portal?.files.get(c.req.path.slice('/portal'.length))
    return file ? sendBuiltFile(c, file) : next()
  })
}

function partOf(built: unknown, entry: string): PartFiles {
  const all = isRecord(built) ? built : {}
  const scripts: string[] = []
  const styles: string[] = []
  const own = all[entry]
  if (!isRecord(own) || typeof own['file'] !== 'string') return { scripts, styles }
  scripts.push(`/portal/${own['file']}`)
  for (const one of [own, ...imported(all, own)]) {
    for (const style of textsIn(one['css'])) styles.push(`/portal/${style}`)
  }
  return { scripts, styles }
}

/** A chunk that several parts share may bring styles as well. */
function imported(
  all: Readonly<Record<string, unknown>>,
  one: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  return textsIn(one['imports'])
    .map((name) => all[name])
    .filter(isRecord)
}

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
