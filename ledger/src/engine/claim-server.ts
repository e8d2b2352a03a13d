/**
 * One server at a time: a second one on the same data is refused by name. The claim is an advisory lock on a
 * connection of its own, so it works on any PostgreSQL and ends with the process, however that ends.
 * Commands of one shot (`luoshi ledger list`) make no claim and run beside the server.
 */
import { hostname } from 'node:os'
import { setTimeout as after } from 'node:timers/promises'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client } from 'pg'
import type { ClientConfig } from 'pg'
import type { EngineRefusal } from './engine-refusal.ts'

export type ServerClaim = Readonly<{ release(): Promise<void> }>

export type ClaimOptions = Readonly<{
  dataDir: string
  appConfig: ClientConfig
  /** Called when the engine broke down and another server was quicker to claim it again: stop serving. */
  onLost?: (refusal: EngineRefusal) => void
}>

/** Two halves of one lock: pg_locks shows them as classid and objid. */
const lockClass = 1_819_635_571
const lockObject = 1_936_028_278

/** A killed server's connection ends within moments; a living one keeps the lock longer than this. */
const patienceMs = 1_500

export async function claimServer(
  options: ClaimOptions,
): Promise<Result<ServerClaim, EngineRefusal>> {
  let releasing = false
  const first = await claim(options)
  if (!first.ok) return first
  let current = first.value
  void guard()
  return accept({
    release: async () => {
      releasing = true
      await current.client.end()
    },
  })

  /** The engine may have been killed and started again: the lock went with it, so it is taken anew. */
  async function guard(): Promise<void> {
    for (;;) {
      await current.gone
      if (releasing) return
      const again = await reclaim()
      if (again === undefined) return
      if (!again.ok) return options.onLost?.(again.refusal)
      current = again.value
    }
  }

  async function reclaim(): Promise<Result<Held, EngineRefusal> | undefined> {
    for (;;) {
      if (releasing) return undefined
      try {
        return await claim(options)
      } catch {
        await after(200, undefined, { ref: false })
      }
    }
  }
}

type Held = Readonly<{ client: Client; gone: Promise<void> }>

async function claim(options: ClaimOptions): Promise<Result<Held, EngineRefusal>> {
  const client = new Client({ ...options.appConfig, application_name: nameTag(), keepAlive: true })
  client.on('error', () => undefined)
  const gone = new Promise<void>((resolve) => client.once('end', () => resolve()))
  await client.connect()
  for (const begun = Date.now(); ; await after(50)) {
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1, $2) AS got', [
      lockClass,
      lockObject,
    ])
    if (rows[0]?.got === true) return accept({ client, gone })
    if (Date.now() - begun > patienceMs) break
  }
  const holder = await holderOf(client)
  await client.end()
  return refuse(inUse(options.dataDir, holder))
}

/** Seen by the second server in pg_stat_activity; PostgreSQL keeps 63 bytes of it. */
function nameTag(): string {
  return `luoshi server pid ${process.pid} on ${hostname()}`
}

type Holder = Readonly<{ tag: string; since: string }>

async function holderOf(client: Client): Promise<Holder> {
  const { rows } = await client.query(
    `SELECT a.application_name AS tag, to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') AS since
       FROM pg_locks l JOIN pg_stat_activity a USING (pid)
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1 AND l.objid = $2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [lockClass, lockObject],
  )
  return { tag: String(rows[0]?.tag ?? '?'), since: String(rows[0]?.since ?? '?') }
}

function inUse(dataDir: string, holder: Holder): EngineRefusal {
  const [pid, host] = /pid (\d+) on (.+)$/u.exec(holder.tag)?.slice(1) ?? ['?', '?']
  return {
    code: 'data-folder-in-use',
    zh: `数据文件夹“${dataDir}”正由另一个落实服务使用（进程 ${pid}，主机 ${host}，自 ${holder.since}）。请使用那个服务，或先将它停止；也可用 --data 指定其他文件夹。`,
    en: `The data folder "${dataDir}" is in use by another Luoshi server (process ${pid} on ${host}, since ${holder.since}). Use that server, or stop it first; or name another folder with --data.`,
  }
}
