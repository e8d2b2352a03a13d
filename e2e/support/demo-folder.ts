/**
 * A data folder with the demo county in it, of one's own. It is loaded once for the whole run of the suite, by commands as
 * always, and copied: a journey that is not about the loading need not wait for it. `journey.test.ts` and the tests of the
 * command line still load it from nothing.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'
import { dataFolder, luoshiEnds } from './luoshi-process.ts'

export async function demoFolder(): ReturnType<typeof dataFolder> {
  const loaded = await loadedOnce(inject('oneDemo'))
  const folder = await dataFolder()
  // With its owners: run by root, the database belongs to an account of its own.
  await promisify(execFile)('cp', ['-pR', loaded, folder.path])
  return folder
}

/** Whoever makes the folder loads it; the others wait for its word. */
async function loadedOnce(place: string): Promise<string> {
  const path = join(place, 'data')
  const word = join(place, 'word.txt')
  const mine = await mkdir(join(place, 'taken')).then(
    () => true,
    () => false,
  )
  if (mine) {
    const { code, out, err } = await luoshiEnds('demo', '--load-only', '--data', path, '--json')
    await writeFile(word, code === 0 ? 'loaded' : `not loaded: ${code} ${out} ${err}`)
  }
  for (let said = ''; said !== 'loaded'; said = await readFile(word, 'utf8').catch(() => '')) {
    if (said.startsWith('not loaded')) throw new Error(said)
    await wait(said === '' ? 50 : 0)
  }
  return path
}
