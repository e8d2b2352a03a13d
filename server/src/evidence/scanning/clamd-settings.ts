/**
 * Where the virus scanner listens: LUOSHI_CLAMD=unix:/run/clamav/clamd.ctl or tcp:127.0.0.1:3310. Not set: no scanner,
 * and the administrator's page says so.
 */
import { accept, refuse, type Result } from '@luoshi/domain/kernel/result'

export type ClamdPlace =
  | Readonly<{ by: 'socket'; path: string }>
  | Readonly<{ by: 'tcp'; host: string; port: number }>

export type ClamdRefusal = Readonly<{
  code: 'bad-scanner-setting'
  variable: string
  zh: string
  en: string
}>

export function readClamdPlace(
  env: Readonly<Record<string, string | undefined>>,
): Result<ClamdPlace | null, ClamdRefusal> {
  const raw = env['LUOSHI_CLAMD'] ?? ''
  if (raw === '') return accept(null)
  const path = /^unix:(\/.+)$/.exec(raw)?.[1]
  if (path !== undefined) return accept({ by: 'socket', path })
  const tcp = /^tcp:(\[[0-9a-f:]+\]|[\w.-]+):(\d{1,5})$/i.exec(raw)
  const port = Number(tcp?.[2])
  if (tcp?.[1] !== undefined && port > 0 && port < 65_536)
    return accept({ by: 'tcp', host: tcp[1].replaceAll(/[[\]]/g, ''), port })
  return refuse({
    code: 'bad-scanner-setting',
    variable: 'LUOSHI_CLAMD',
    zh: 'LUOSHI_CLAMD 应写成 unix:/套接字路径 或 tcp:主机:端口。请改正后重新启动。',
    en: 'LUOSHI_CLAMD should read unix:/path or tcp:host:port. Put it right and start again.',
  })
}
