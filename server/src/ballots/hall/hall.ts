/** What a ballot cast here needs of the machine besides the world: where secrets are sealed, where files lie, the box. */
import type { SealKey } from '../../identity/sealing.ts'
import type { BoxLink } from './box-link.ts'
import type { ContestKeys } from './cast-keys.ts'

export type Hall = Readonly<{
  /** Seals the keys of the issuer and of the receipts. */
  sealKey: SealKey
  dataDir: string
  /** 3072 for what is judged by law; less is for tests. */
  rsaBits: 2048 | 3072
  /** The anonymous box, a process and a database of its own; null where it is not set up. */
  box: BoxLink | null
  /** Keys that are in use, read once. */
  keys: ContestKeys
  /** Key makers at work in this process, by ballot. */
  making: Map<string, Promise<void>>
  /** The server is ending: what tries again and again stops. */
  over: AbortSignal
  /** Where people reach the server. */
  origin: () => string
  /** Told, not asked: what went wrong beside a request. */
  failed: (failure: unknown, what: string) => void
}>
