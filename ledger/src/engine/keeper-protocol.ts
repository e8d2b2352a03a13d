/**
 * What owner and keeper say to each other: one line of JSON on the keeper's output when it is up,
 * one line on its socket for every owner that comes; an owner goes by closing its connection, or by dying.
 */
import type { Durability } from './cluster-settings.ts'
import { isEngineRefusal } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'

export type KeeperOrders = Readonly<{
  dataDir: string
  durability: Durability
  /** How long the engine waits for a next owner after the last has gone. */
  lingerMs: number
  /** Delete the whole data folder after the engine has stopped: for throw-away clusters only. */
  discard: boolean
}>

/** `busy`: another keeper has this folder, or is just leaving it. */
export type KeeperAnnouncement =
  | Readonly<{ kind: 'ready' }>
  | Readonly<{ kind: 'busy' }>
  | Readonly<{ kind: 'refused'; refusal: EngineRefusal }>

/** The greeting on the socket. `adopted`: the keeper found the engine running and took it over. */
export type KeeperGreeting = Readonly<{ kind: 'kept'; keeperPid: number; adopted: boolean }>

export function parseOrders(text: string): KeeperOrders {
  const value: unknown = JSON.parse(text)
  if (!isRecord(value)) throw new Error('keeper: orders are not an object')
  const { dataDir, durability, lingerMs, discard } = value
  if (
    typeof dataDir !== 'string' ||
    (durability !== 'lasting' && durability !== 'throw-away') ||
    typeof lingerMs !== 'number' ||
    typeof discard !== 'boolean'
  ) {
    throw new Error('keeper: orders are not complete')
  }
  return { dataDir, durability, lingerMs, discard }
}

export function parseAnnouncement(line: string): KeeperAnnouncement | undefined {
  const value = parseJson(line)
  if (!isRecord(value)) return undefined
  if (value['kind'] === 'ready') return { kind: 'ready' }
  if (value['kind'] === 'busy') return { kind: 'busy' }
  const refusal = value['refusal']
  return isEngineRefusal(refusal) ? { kind: 'refused', refusal } : undefined
}

export function parseGreeting(line: string): KeeperGreeting | undefined {
  const value = parseJson(line)
  if (!isRecord(value)) return undefined
  const { keeperPid, adopted } = value
  if (typeof keeperPid !== 'number' || typeof adopted !== 'boolean') return undefined
  return { kind: 'kept', keeperPid, adopted }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
