/** A PostgreSQL server that someone else runs, named by DATABASE_URL: its role is the owner, ours is made beside it. */
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client } from 'pg'
import type { ClientConfig } from 'pg'
import { unreachable } from '../migrations/migration-refusals.ts'
import { applicationRole, derivedPassword } from './application-role.ts'
import { errorText } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'

/** Where a database is and as whom one comes; `release` lets go of it. */
export type Endpoint = Readonly<{
  dataDir: string
  ownerConfig: ClientConfig
  appConfig: ClientConfig
  release(): Promise<void>
}>

/** MERGE, security_invoker views and safe defaults for `public` begin here. */
const oldestServer = 150_000

export async function serverEndpoint(
  databaseUrl: string,
  dataDir: string,
): Promise<Result<Endpoint, EngineRefusal>> {
  const ownerConfig: ClientConfig = { connectionString: databaseUrl }
  try {
    const client = new Client(ownerConfig)
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query(
      `SELECT current_setting('server_version_num')::int AS version`,
    )
    await client.end()
    const version = Number(rows[0]?.version)
    if (version < oldestServer) return refuse(tooOld(version))
    const { host, port, database, ssl, password } = client
    const appConfig: ClientConfig = {
      host,
      port,
      ssl,
      user: applicationRole,
      password: derivedPassword(password ?? ''),
      ...(database !== undefined && { database }),
    }
    return accept({ dataDir, ownerConfig, appConfig, release: async () => undefined })
  } catch (error) {
    return refuse(unreachable(errorText(error)))
  }
}

function tooOld(version: number): EngineRefusal {
  const major = Math.floor(version / 10_000)
  return {
    code: 'database-too-old',
    zh: `DATABASE_URL 指向的 PostgreSQL 版本是 ${major}，需要 15 或更高。请升级该服务器，或去掉 DATABASE_URL 使用自带的数据库。`,
    en: `DATABASE_URL names a PostgreSQL server of version ${major}; 15 or later is needed. Upgrade it, or leave DATABASE_URL out to use the built-in database.`,
  }
}
