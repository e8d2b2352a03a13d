/** One line a request: what was asked and how it ended. No query, no body, no address: they may name people. Of voters' pages none (`nobodys-pages.ts`). */
import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { TransportEnv } from '../identity/middleware.ts'
import { isNobodys } from './nobodys-pages.ts'

export function requestLog(log: Logger) {
  return createMiddleware<TransportEnv>(async (c, next) => {
    const begun = performance.now()
    await next()
    const ms = Math.round((performance.now() - begun) * 10) / 10
    const { method, path } = c.req
    if (isNobodys(path)) return
    log.info({ request: c.var.requestId, method, path, status: c.res.status, ms }, 'request')
  })
}
