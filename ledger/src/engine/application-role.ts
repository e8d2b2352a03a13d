/** Lets the application's role come in: it may log in with our password, and still owns nothing. */
import { createHmac } from 'node:crypto'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { Client } from 'pg'
import type { ClientConfig } from 'pg'
import { errorCode, errorText } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'

/** The role everything but migrations, backup and restore runs as: it owns nothing. */
export const applicationRole = 'luoshi_app'

/**
 * The application's password on a server we do not run, made from the owner's, so that every process
 * with the same DATABASE_URL finds the same one and it need not be stored.
 */
export function derivedPassword(ownerPassword: string): string {
  return createHmac('sha256', ownerPassword).update(applicationRole).digest('base64url')
}

/** Tries `app` first, so that an administrator who made the role with a password of his own is left alone. */
export async function letApplicationIn(
  owner: ClientConfig,
  app: ClientConfig,
): Promise<Result<true, EngineRefusal>> {
  if (await canLogIn(app)) return accept(true)
  const client = new Client(owner)
  client.on('error', () => undefined)
  try {
    await client.connect()
    const password = client.escapeLiteral(String(app.password))
    await client.query(
      `ALTER ROLE ${applicationRole} LOGIN ${await powersToTake(client)} PASSWORD ${password};
       ALTER ROLE ${applicationRole} SET search_path = luoshi, pg_temp;
       ALTER ROLE ${applicationRole} SET idle_in_transaction_session_timeout = '5min'`,
    )
    return accept(true)
  } catch (error) {
    return refuse(notAllowed(errorCode(error), errorText(error)))
  } finally {
    await client.end()
  }
}

/** Only a superuser may so much as say NOSUPERUSER, so it is said only where there is something to take. */
async function powersToTake(owner: Client): Promise<string> {
  const { rows } = await owner.query(
    `SELECT concat_ws(' ', CASE WHEN rolsuper THEN 'NOSUPERUSER' END,
       CASE WHEN rolcreatedb THEN 'NOCREATEDB' END, CASE WHEN rolcreaterole THEN 'NOCREATEROLE' END) AS powers
     FROM pg_roles WHERE rolname = $1`,
    [applicationRole],
  )
  return String(rows[0]?.powers ?? '')
}

async function canLogIn(app: ClientConfig): Promise<boolean> {
  const client = new Client(app)
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.end()
    return true
  } catch {
    return false
  }
}

function notAllowed(code: string, why: string): EngineRefusal {
  const wayOut = `ALTER ROLE ${applicationRole} LOGIN PASSWORD '…'`
  return {
    code: 'database-role',
    zh: `无法为应用账号 ${applicationRole} 设置登录（${code} ${why}）。请让数据库管理员给 DATABASE_URL 的账号授予 CREATEROLE 权限，或由其执行：${wayOut}`,
    en: `The application's role ${applicationRole} cannot be given its login (${code} ${why}). Ask the administrator to grant CREATEROLE to the role of DATABASE_URL, or to run: ${wayOut}`,
  }
}
