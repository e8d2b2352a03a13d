/** Why the store did not open: a code for programs, one sentence in each language with the way out. */
export type EngineRefusalCode =
  | 'data-folder-newer'
  | 'data-folder-damaged'
  | 'data-folder-unusable'
  | 'data-folder-foreign'
  | 'data-folder-in-use'
  | 'disk-full'
  | 'engine-missing'
  | 'engine-no-account'
  | 'engine-lock-empty'
  | 'engine-failed'
  | 'database-unreachable'
  | 'database-too-old'
  | 'database-newer'
  | 'database-role'
  | 'migration-edited'
  | 'migration-failed'

export type EngineRefusal = Readonly<{ code: EngineRefusalCode; zh: string; en: string }>

export function isEngineRefusal(value: unknown): value is EngineRefusal {
  if (typeof value !== 'object' || value === null) return false
  return 'code' in value && 'zh' in value && 'en' in value && typeof value.code === 'string'
}

/** The `code` of a Node or PostgreSQL error (`ENOENT`, `53100`), or an empty string. */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('code' in error)) return ''
  return typeof error.code === 'string' ? error.code : ''
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
