/** PostgreSQL's settings: safe against power loss first, small enough for an office machine second. */

/**
 * `lasting` is how the product runs. `throw-away` gives up safety against power loss for speed,
 * for test clusters that are deleted when the last test process is gone.
 */
export type Durability = 'lasting' | 'throw-away'

const common: Readonly<Record<string, string>> = {
  // No TCP at all: whoever may not enter the data folder cannot even knock.
  listen_addresses: '',
  unix_socket_permissions: '0700',
  shared_buffers: '128MB',
  max_connections: '100',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '1GB',
  min_wal_size: '80MB',
  random_page_cost: '1.1',
  jit: 'off',
  // Many small inserts and few updates: keep statistics and visibility fresh without waiting for a fifth of a large table.
  autovacuum_naptime: '20s',
  autovacuum_vacuum_scale_factor: '0.05',
  autovacuum_vacuum_insert_scale_factor: '0.05',
  autovacuum_analyze_scale_factor: '0.02',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The keeper reads the engine's own words to tell a refusal from a wait: they must be the same everywhere.
  lc_messages: 'C',
  log_checkpoints: 'off',
  logging_collector: 'off',
}

const byDurability: Readonly<Record<Durability, Readonly<Record<string, string>>>> = {
  lasting: { fsync: 'on', synchronous_commit: 'on', full_page_writes: 'on' },
  'throw-away': {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '300',
    autovacuum: 'off',
  },
}

export function clusterSettings(durability: Durability): ReadonlyArray<string> {
  const settings = { ...common, ...byDurability[durability] }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
