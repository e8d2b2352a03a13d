/** Makes the folders, secrets and database cluster of an embedded engine, once; afterwards it only looks. */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync } from 'node:fs'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { engineFailed } from './engine-failure.ts'
import { engineMajor } from './engine-layout.ts'
import type { EngineLayout } from './engine-layout.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { canReach } from './service-account.ts'
import type { Account } from './service-account.ts'

/** The role that owns schema and tables; only migrations, backup and restore come as this one. */
export const ownerRole = 'luoshi_owner'

export async function ensureCluster(
  layout: EngineLayout,
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<Result<true, EngineRefusal>> {
  giveTo(account, layout.dataDir)
  const ours = privateFolder(layout.runDir, account)
  if (!ours) return refuse(engineFailed(layout, `${layout.runDir} belongs to someone else`))
  if (existsSync(layout.clusterDir)) return versionFits(layout)
  ensureSecret(layout.ownerSecret, account)
  ensureSecret(layout.appSecret, account)
  rmSync(layout.unfinishedDir, { recursive: true, force: true })
  privateFolder(layout.unfinishedDir, account)
  const failure = await initdb(layout, binaries, account)
  if (failure !== undefined) return refuse(engineFailed(layout, failure))
  renameSync(layout.unfinishedDir, layout.clusterDir)
  return accept(true)
}

/**
 * The folder PostgreSQL is told. It runs with that folder as its working directory, so on Linux the account can use
 * it through /proc even when a folder further up (such as /root) is closed to it; elsewhere by its plain path.
 */
export function folderArgument(account: Account | undefined, folder: string): string {
  if (canReach(account, folder)) return folder
  return process.platform === 'linux' ? '/proc/self/cwd' : folder
}

function initdb(
  layout: EngineLayout,
  binaries: PostgresBinaries,
  account: Account | undefined,
): Promise<string | undefined> {
  const folder = layout.unfinishedDir
  const flags = ['-D', folderArgument(account, folder), '-U', ownerRole]
  const access = ['-A', 'scram-sha-256', '--pwfile', relative(folder, layout.ownerSecret)]
  const words = [
    '-E',
    'UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const child = spawn(binaries.initdb, [...flags, ...access, ...words], {
    ...account,
    cwd: folder,
    env: engineEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => said.push(part))
  child.stderr.on('data', (part: Buffer) => said.push(part))
  return new Promise((resolve) => {
    child.on('error', (error) => resolve(error.message))
    child.on('close', (code) =>
      resolve(code === 0 ? undefined : `initdb: ${Buffer.concat(said).toString('utf8')}`),
    )
  })
}

/** Nothing of the caller's settings (PGOPTIONS, LC_ALL, NODE_OPTIONS) may change what the engine does. */
export function engineEnvironment(): NodeJS.ProcessEnv {
  return { LC_ALL: 'C', TZ: 'UTC', PATH: process.env['PATH'] }
}

/** Makes `folder` with mode 0700; false when it exists and is another user's or a link (a shared temporary folder). */
function privateFolder(folder: string, account: Account | undefined): boolean {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const entry = lstatSync(folder)
  const me = process.getuid?.()
  const known = me === undefined || entry.uid === me || entry.uid === account?.uid
  if (!known || !entry.isDirectory()) return false
  chmodSync(folder, 0o700)
  giveTo(account, folder)
  return true
}

function ensureSecret(file: string, account: Account | undefined): void {
  if (!existsSync(file)) {
    writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  }
  giveTo(account, file)
}

function giveTo(account: Account | undefined, path: string): void {
  if (account !== undefined) chownSync(path, account.uid, account.gid)
}

function versionFits(layout: EngineLayout): Result<true, EngineRefusal> {
  const found = readFileSync(`${layout.clusterDir}/PG_VERSION`, 'utf8').trim()
  if (found === String(engineMajor)) return accept(true)
  return refuse(engineFailed(layout, `PG_VERSION is ${found}, expected ${engineMajor}`))
}
