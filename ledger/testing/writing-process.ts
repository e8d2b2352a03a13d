/** Runs the writing program as a process of its own and keeps count of what it was told is committed. */
import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export type WritingProcess = Readonly<{
  child: ChildProcess
  acknowledged: Set<string>
  opened: Promise<void>
  /** Resolves as soon as `count` more writes than now are acknowledged. */
  acknowledges(count: number): Promise<void>
  exited: Promise<void>
}>

export type WritingOptions = Readonly<{
  dataDir: string
  clients?: number
  uid?: number
  gid?: number
}>

const program = fileURLToPath(new URL('acknowledged-writes.ts', import.meta.url))

export function startWriting(options: WritingOptions): WritingProcess {
  const { dataDir, clients = 4, uid, gid } = options
  const child = spawn(process.execPath, [program, dataDir, String(clients)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: undefined },
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
  })
  const acknowledged = new Set<string>()
  const waiting = new Set<() => void>()
  const opened = Promise.withResolvers<void>()
  opened.promise.catch(() => undefined)
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line === 'open') opened.resolve()
    if (line.startsWith('refused ')) opened.reject(new Error(line))
    if (line.startsWith('ack ')) acknowledged.add(line.slice(4))
    for (const look of waiting) look()
  })
  const exited = new Promise<void>((resolve) => {
    child.on('close', () => {
      opened.reject(new Error('the writing process ended before it had opened the store'))
      resolve()
    })
  })
  return { child, acknowledged, opened: opened.promise, acknowledges, exited }

  async function acknowledges(count: number): Promise<void> {
    await opened.promise
    const goal = acknowledged.size + count
    const reached = new Promise<void>((resolve) => {
      const look = (): void => {
        if (acknowledged.size < goal) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
    const ended = exited.then(() => {
      throw new Error(`the writing process ended after ${acknowledged.size} of ${goal} writes`)
    })
    await Promise.race([reached, ended])
  }
}
