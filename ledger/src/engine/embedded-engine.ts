/**
 * The embedded engine as its owner sees it: native PostgreSQL on a Unix socket inside the data folder,
 * started or joined here, shared with every other process that owns it, stopped when the last one goes.
 */
import { readFile } from 'node:fs/promises'
import { setTimeout as after } from 'node:timers/promises'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import type { ClientConfig } from 'pg'
import { applicationRole } from './application-role.ts'
import type { Durability } from './cluster-settings.ts'
import { ownerRole } from './cluster.ts'
import { openDataFolder } from './data-folder.ts'
import { engineFailed } from './engine-failure.ts'
import { engineLayout, enginePort } from './engine-layout.ts'
import type { EngineLayout } from './engine-layout.ts'
import { errorText } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import { joinKeeper } from './join-keeper.ts'
import type { KeeperConnection } from './join-keeper.ts'
import type { KeeperOrders } from './keeper-protocol.ts'

export const embeddedDatabase = 'luoshi'

export type Engine = Readonly<{
  dataDir: string
  socketDir: string
  port: number
  /** The owner of the schema, a superuser of the embedded cluster: for migrations, backup and restore only. */
  ownerConfig: ClientConfig
  appConfig: ClientConfig
  /** True when the engine was running already: another process owns it too, or a killed one left it. */
  adopted: boolean
  /** Lets go of the engine; when this was its last owner, resolves after PostgreSQL has stopped. */
  stop(): Promise<void>
}>

export type EngineOptions = Readonly<{
  dataDir: string
  durability?: Durability
  lingerMs?: number
  discard?: boolean
  log?: (line: string) => void
}>

export async function startEngine(options: EngineOptions): Promise<Result<Engine, EngineRefusal>> {
  const opened = await openDataFolder(options.dataDir)
  // A throw-away folder may vanish with its last owner while it is being opened.
  const folder = opened.ok || !options.discard ? opened : await openDataFolder(options.dataDir)
  if (!folder.ok) return folder
  const layout = engineLayout(folder.value.path)
  const orders: KeeperOrders = {
    dataDir: folder.value.path,
    durability: options.durability ?? 'lasting',
    lingerMs: options.lingerMs ?? 0,
    discard: options.discard ?? false,
  }
  const joined = await joinKeeper(layout, orders)
  if (!joined.ok) return joined
  const secrets = await readSecrets(layout)
  if (!secrets.ok) {
    await joined.value.leave()
    return secrets
  }
  const kept = keepJoined(layout, orders, joined.value, options.log ?? (() => undefined))
  const shared = { host: layout.runDir, port: enginePort, database: embeddedDatabase }
  return accept({
    dataDir: folder.value.path,
    socketDir: layout.runDir,
    port: enginePort,
    ownerConfig: { ...shared, user: ownerRole, password: secrets.value.owner },
    appConfig: { ...shared, user: applicationRole, password: secrets.value.app },
    adopted: joined.value.adopted,
    stop: () => kept.stop(),
  })
}

/** A keeper that dies takes nothing with it: the engine goes on, and a new keeper adopts it. */
function keepJoined(
  layout: EngineLayout,
  orders: KeeperOrders,
  first: KeeperConnection,
  log: (line: string) => void,
): Readonly<{ stop(): Promise<void> }> {
  let current = first
  let stopping: Promise<void> | undefined
  const watching = watch()
  return { stop: () => (stopping ??= stop()) }

  async function stop(): Promise<void> {
    await current.leave()
    // A new keeper may be on its way in this moment: it is left as soon as it is there.
    await watching
  }

  async function watch(): Promise<void> {
    for (;;) {
      await current.closed
      if (stopping !== undefined) return
      const again = await joinKeeper(layout, orders)
      if (again.ok) {
        current = again.value
        log(`the keeper of the database engine ended; process ${current.keeperPid} took over`)
        if (stopping !== undefined) await current.leave()
      } else {
        log(again.refusal.en)
        await after(1_000, undefined, { ref: false })
      }
    }
  }
}

type Secrets = Readonly<{ owner: string; app: string }>

async function readSecrets(layout: EngineLayout): Promise<Result<Secrets, EngineRefusal>> {
  try {
    const owner = await readFile(layout.ownerSecret, 'utf8')
    const app = await readFile(layout.appSecret, 'utf8')
    return accept({ owner, app })
  } catch (error) {
    return refuse(engineFailed(layout, errorText(error)))
  }
}
