/** What to tell people when a query failed because of the store and not because of what they asked. */
import { errorCode, errorText } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'

/**
 * PostgreSQL: disk full; and writing while the engine is up to be read only, which it is when the disk was full.
 * The system, when a file of evidence is written: no space, or the account's share of it used up.
 */
const diskFull = new Set(['53100', '25006', 'ENOSPC', 'EDQUOT'])

/** The engine is starting, stopping or was killed: the same request will do in a moment. */
const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
])

/** `undefined` when the failure is not the store's: a fault of the program, to be thrown on. */
export function explainStoreFailure(error: unknown): EngineRefusal | undefined {
  const code = errorCode(error)
  if (diskFull.has(code)) {
    return {
      code: 'disk-full',
      zh: '服务器磁盘已满，此次操作没有保存。已有的数据都在，仍可查看；请管理员清理磁盘空间，数秒后即可恢复写入。',
      en: 'The server’s disk is full and this was not saved. Everything saved before is there and can be read; free some disk space and writing resumes within seconds.',
    }
  }
  if (
    away.has(code) ||
    /^Connection terminated|timeout exceeded when trying to connect/u.test(errorText(error))
  ) {
    return {
      code: 'database-unreachable',
      zh: '数据库正在重新启动，无法确认此次操作是否已保存。请稍等几秒，刷新后核对再试。',
      en: 'The database is restarting, and it is not known whether this was saved. Wait a few seconds, reload, look, and try again.',
    }
  }
  return undefined
}
