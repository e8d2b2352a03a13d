/**
 * The keeper: a small process of its own that runs the engine of one data folder for as long as anyone owns it.
 *
 *     server ──┐ socket                        An owner is an open connection. The system closes it when the owner dies,
 *     command ─┼──────── keeper ── postgres    even by kill -9; when the last one is gone the keeper stops the engine and ends.
 *     command ─┘                               A dead engine is started again; a dead keeper is replaced by any owner, and adopts.
 */
import { appendFileSync, chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Socket } from 'node:net'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { ensureCluster, folderArgument } from './cluster.ts'
import { engineFailed, noAccount, outOfReach } from './engine-failure.ts'
import { engineLayout } from './engine-layout.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import { errorText } from './engine-refusal.ts'
import { takeKeeperLock } from './keeper-lock.ts'
import { keepPostgres } from './kept-postgres.ts'
import type { KeptPostgres } from './kept-postgres.ts'
import { parseOrders } from './keeper-protocol.ts'
import type { KeeperAnnouncement, KeeperGreeting } from './keeper-protocol.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import { canReach, serviceAccount } from './service-account.ts'

const orders = parseOrders(process.argv[2] ?? '')
const layout = engineLayout(orders.dataDir)
/** Whoever had the keeper started comes within this time, or was killed meanwhile. */
const firstOwnerMs = 10_000
const largestLog = 8 * 1024 * 1024

await main()

async function main(): Promise<void> {
  const locked = takeLock()
  if (!locked.ok) return announce({ kind: 'refused', refusal: locked.refusal })
  if (!locked.value) return announce({ kind: 'busy' })
  turnLogOver()
  const raised = await raise().catch((error: unknown) =>
    refuse(engineFailed(layout, errorText(error))),
  )
  if (!raised.ok) return announce({ kind: 'refused', refusal: raised.refusal })
  receiveOwners(raised.value)
}

function takeLock(): Result<boolean, EngineRefusal> {
  try {
    return accept(takeKeeperLock(layout.keeperLock))
  } catch (error) {
    // A throw-away folder may have gone with its last keeper since ours was started.
    if (orders.discard && !existsSync(layout.dataDir)) return accept(false)
    return refuse(engineFailed(layout, errorText(error)))
  }
}

async function raise(): Promise<Result<KeptPostgres, EngineRefusal>> {
  const account = serviceAccount(layout.clusterDir)
  if (account === 'none') return refuse(noAccount(layout))
  const argument = folderArgument(account, layout.clusterDir)
  if (argument === layout.clusterDir && !canReach(account, argument)) {
    return refuse(outOfReach(layout))
  }
  const binaries = postgresBinaries(layout.dataDir, account)
  if (!binaries.ok) return binaries
  const cluster = await ensureCluster(layout, binaries.value, account)
  if (!cluster.ok) return cluster
  const { durability } = orders
  return keepPostgres({ layout, binaries: binaries.value, account, durability }, note)
}

function receiveOwners(postgres: KeptPostgres): void {
  let leaving = false
  const owners = new Set<Socket>()
  const departed = new Set<Socket>()
  let lastCall = setTimeout(() => void leave(), firstOwnerMs)

  const door = createServer({ allowHalfOpen: true }, (owner) => {
    if (leaving) return void owner.destroy()
    clearTimeout(lastCall)
    owners.add(owner)
    owner.on('error', () => owner.destroy())
    owner.on('end', () => goodbye(owner))
    owner.on('close', () => goodbye(owner))
    owner.resume()
    greet(owner, { kind: 'kept', keeperPid: process.pid, adopted: postgres.adopted })
  })

  function goodbye(owner: Socket): void {
    if (!owners.delete(owner)) return
    const isLast = owners.size === 0
    if (isLast && orders.lingerMs === 0) {
      departed.add(owner)
      void leave()
      return
    }
    owner.end()
    if (isLast) lastCall = setTimeout(() => void leave(), orders.lingerMs)
  }

  /** The last owner's connection closes only now, so that whoever waits for it knows the engine has stopped. */
  async function leave(): Promise<void> {
    if (leaving) return
    leaving = true
    door.close()
    rmSync(layout.keeperSocket, { force: true })
    await postgres.stop()
    // A place for sockets outside the data folder was made for this run only.
    if (!layout.runDir.startsWith(layout.dataDir)) rmSync(layout.runDir, { recursive: true })
    if (orders.discard) discard(layout.dataDir)
    for (const owner of [...departed, ...owners]) owner.end()
    process.exit(0)
  }

  process.on('SIGTERM', () => void leave())
  process.on('SIGINT', () => void leave())
  process.on('SIGHUP', () => undefined)
  rmSync(layout.keeperSocket, { force: true })
  door.listen(layout.keeperSocket, () => {
    chmodSync(layout.keeperSocket, 0o600)
    announce({ kind: 'ready' })
  })
}

/**
 * Out of the way in one step, then deleted: whoever comes meanwhile finds no folder and makes a new one,
 * never half of the old.
 */
function discard(dataDir: string): void {
  if (!existsSync(dataDir)) return
  const aside = `${dataDir}.discarded-${process.pid}`
  renameSync(dataDir, aside)
  rmSync(aside, { recursive: true, force: true })
}

function greet(owner: Socket, greeting: KeeperGreeting): void {
  owner.write(`${JSON.stringify(greeting)}\n`)
}

/** The one line the starter reads. It may have been killed meanwhile: then nobody listens, and that is all right. */
function announce(announcement: KeeperAnnouncement): void {
  process.stdout.on('error', () => undefined)
  process.stdout.write(`${JSON.stringify(announcement)}\n`)
}

function note(sentence: string): void {
  try {
    appendFileSync(layout.logFile, `${new Date().toISOString()} keeper: ${sentence}\n`)
  } catch {
    // A full disk must not end the keeper.
  }
}

function turnLogOver(): void {
  const log = statSync(layout.logFile, { throwIfNoEntry: false })
  if (log !== undefined && log.size > largestLog)
    renameSync(layout.logFile, `${layout.logFile}.old`)
}
