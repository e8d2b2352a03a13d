/** What was measured on, as far as it matters to the figures; never its name. */
import { arch, availableParallelism, cpus, loadavg, platform, release, totalmem } from 'node:os'
import type { Pool } from 'pg'

export type Machine = Readonly<{
  processor: string
  cores: number
  memoryGb: number
  system: string
  node: string
  postgres: string
  loadAverage: number
  at: string
}>

export async function describeMachine(pool: Pool): Promise<Machine> {
  const { rows } = await pool.query<{ server_version: string }>('show server_version')
  return {
    processor: cpus()[0]?.model ?? '',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 2 ** 30),
    system: `${platform()} ${release().split('-')[0]} ${arch()}`,
    node: process.version,
    postgres: rows[0]?.server_version ?? '',
    loadAverage: loadavg()[0] ?? 0,
    at: new Date().toISOString(),
  }
}
