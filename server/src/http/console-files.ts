/** The built console: its hashed files are cached for ever, its page never. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { builtFiles, type BuiltFile } from './built-files.ts'

export type ConsoleFiles = Readonly<{
  /** The page with `__CSP_NONCE__` where a nonce belongs. */
  page: string
  files: ReadonlyMap<string, BuiltFile>
}>

/** Null when the console has not been built. */
export async function consoleFiles(folder: string): Promise<ConsoleFiles | null> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return null
  const files = new Map(await builtFiles(folder))
  files.delete('/index.html')
  return { page, files }
}
