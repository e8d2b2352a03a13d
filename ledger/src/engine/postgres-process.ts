/** Starts PostgreSQL on a cluster, or takes over one that a dead keeper left running, and stops it. */
import { spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { clusterSettings } from './cluster-settings.ts'
import type { Durability } from './cluster-settings.ts'
import { engineEnvironment, folderArgument } from './cluster.ts'
import { emptyLock, engineFailed, isStillLeaving } from './engine-failure.ts'
import { enginePort } from './engine-layout.ts'
import type { EngineLayout } from './engine-layout.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { isAlive, send } from './process-alive.ts'
import type { Account } from './service-account.ts'

export type RunningPostgres = Readonly<{ pid: number; adopted: boolean; exited: Promise<void> }>

export type PostgresOrders = Readonly<{
  layout: EngineLayout
  binaries: PostgresBinaries
  account: Account | undefined
  durability: Durability
  /** Refuse to write: while the disk is full, so that the engine can at least be read. */
  readOnly?: boolean
}>

/** Sessions of a killed engine end by themselves within moments; after this long something else is wrong. */
const patienceMs = 60_000
const pollMs = 15

export async function raisePostgres(
  orders: PostgresOrders,
): Promise<Result<RunningPostgres, EngineRefusal>> {
  const { layout } = orders
  for (const begun = Date.now(); ; await after(200)) {
    if (lockIsEmpty(layout)) return refuse(emptyLock(layout))
    const living = livingPostgres(layout.clusterDir)
    if (living !== undefined) {
      // One that is still starting, or still stopping, is given all the time that takes.
      if (!isReady(layout.clusterDir, living)) continue
      return accept({ pid: living, adopted: true, exited: gone(living) })
    }
    clearSockets(layout)
    const attempt = await start(orders)
    if (typeof attempt !== 'string') return accept(attempt)
    if (!isStillLeaving(attempt) || Date.now() - begun > patienceMs) {
      return refuse(engineFailed(layout, attempt))
    }
  }
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopPostgres(running: RunningPostgres): Promise<void> {
  send(running.pid, 'SIGINT')
  const fast = await Promise.race([running.exited.then(() => true), after(patienceMs, false)])
  if (fast) return
  send(running.pid, 'SIGQUIT')
  await running.exited
}

/** Answers the running engine, or what it said while it failed. */
async function start(orders: PostgresOrders): Promise<RunningPostgres | string> {
  const { layout, binaries, account, durability, readOnly = false } = orders
  const folder = layout.clusterDir
  const alreadySaid = statSync(layout.logFile, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(layout.logFile, 'a', 0o600)
  const run = layout.runDir.startsWith(layout.dataDir)
    ? relative(folder, layout.runDir)
    : layout.runDir
  const place = ['-D', folderArgument(account, folder), '-k', run, '-p', String(enginePort)]
  const access = readOnly ? ['-c', 'default_transaction_read_only=on'] : []
  const settings = [...clusterSettings(durability), ...access]
  const child = spawn(binaries.postgres, [...place, ...settings], {
    ...account,
    cwd: folder,
    env: engineEnvironment(),
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const failure: { said?: string } = {}
  const exited = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      failure.said = error.message
      resolve()
    })
    child.on('exit', () => {
      failure.said ??= readFileSync(layout.logFile).subarray(alreadySaid).toString('utf8')
      resolve()
    })
  })
  while (failure.said === undefined) {
    if (isReady(folder, child.pid)) return { pid: child.pid ?? 0, adopted: false, exited }
    await Promise.race([exited, after(pollMs)])
  }
  return failure.said
}

/** The lines of postmaster.pid: process, folder, start, port, socket folder, address, shared memory, state. */
function lockLines(clusterDir: string): ReadonlyArray<string> {
  try {
    return readFileSync(join(clusterDir, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

function isReady(clusterDir: string, pid: number | undefined): boolean {
  const lines = lockLines(clusterDir)
  return lines[0] === String(pid) && (lines[7] ?? '').startsWith('ready')
}

function lockIsEmpty(layout: EngineLayout): boolean {
  const lock = statSync(join(layout.clusterDir, 'postmaster.pid'), { throwIfNoEntry: false })
  return lock?.size === 0
}

/**
 * No engine lives here, so its sockets are leftovers. PostgreSQL would not think so while the number in their lock
 * belongs to anything at all, were it only a dead process that nobody has buried (in containers without an init).
 */
function clearSockets(layout: EngineLayout): void {
  const socket = join(layout.runDir, `.s.PGSQL.${enginePort}`)
  rmSync(socket, { force: true })
  rmSync(`${socket}.lock`, { force: true })
}

/**
 * The process that runs this cluster. A number that some other program got after a restart of the machine is
 * not one, and its lock is removed: PostgreSQL itself would refuse to start while any process of the same user has it.
 */
function livingPostgres(clusterDir: string): number | undefined {
  const pid = Number(lockLines(clusterDir)[0] ?? 0)
  if (!Number.isSafeInteger(pid) || pid <= 1 || !isAlive(pid)) return undefined
  if (runsIn(pid, clusterDir)) return pid
  rmSync(join(clusterDir, 'postmaster.pid'), { force: true })
  return undefined
}

function runsIn(pid: number, clusterDir: string): boolean {
  if (process.platform !== 'linux') {
    const said = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
    return said.stdout.includes('postgres')
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === clusterDir
  } catch {
    return false
  }
}

async function gone(pid: number): Promise<void> {
  while (isAlive(pid)) await after(100)
}
