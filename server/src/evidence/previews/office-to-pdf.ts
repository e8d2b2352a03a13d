/**
 * Office documents as PDF, where an office suite is installed on this machine: with a profile of its own that is thrown
 * away, without macros, and ended with all it started when it takes too long. Null where there is no suite, or it failed.
 */
import { spawn } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type OfficeToPdf = (bytes: Uint8Array, ending: string) => Promise<Uint8Array | null>

/** Where `soffice` is, by LUOSHI_SOFFICE or by the path; `off` for none. */
export function findOffice(env: Readonly<Record<string, string | undefined>>): string | null {
  const named = env['LUOSHI_SOFFICE']
  if (named === 'off') return null
  const places = (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'soffice'))
  return (named === undefined ? places : [named]).find(canRun) ?? null
}

export function officeToPdf(soffice: string, milliseconds = 60_000): OfficeToPdf {
  let last: Promise<unknown> = Promise.resolve()
  return (bytes, ending) => {
    // One at a time: the suite takes a processor and some hundred megabytes.
    const next = last.then(() => convert(soffice, bytes, ending, milliseconds))
    last = next.catch(() => null)
    return next
  }
}

async function convert(
  soffice: string,
  bytes: Uint8Array,
  ending: string,
  milliseconds: number,
): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-office-'))
  try {
    await writeFile(join(folder, `paper.${ending}`), bytes, { mode: 0o600 })
    await run(soffice, folder, ending, milliseconds)
    return await readFile(join(folder, 'paper.pdf')).catch(() => null)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** In a process group of its own, so that what it started ends with it. */
function run(soffice: string, folder: string, ending: string, milliseconds: number): Promise<void> {
  const profile = pathToFileURL(join(folder, 'profile')).href
  const child = spawn(
    soffice,
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--norestore',
      '--nolockcheck',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, `paper.${ending}`),
    ],
    {
      cwd: folder,
      detached: true,
      stdio: 'ignore',
      env: { PATH: process.env['PATH'], HOME: folder, LANG: 'zh_CN.UTF-8' },
    },
  )
  return new Promise((resolve) => {
    const stop = () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // It has ended already.
      }
    }
    const patience = setTimeout(stop, milliseconds)
    const end = () => {
      clearTimeout(patience)
      stop()
      resolve()
    }
    child.once('error', end)
    child.once('exit', end)
  })
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
