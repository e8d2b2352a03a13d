/** Becomes an owner of a data folder's engine: joins the keeper that runs it, or starts one. */
import { spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { createConnection } from 'node:net'
import type { Socket } from 'node:net'
import type { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { setTimeout as after } from 'node:timers/promises'
import { accept, refuse } from '@luoshi/domain/kernel/result'
import type { Result } from '@luoshi/domain/kernel/result'
import { openDataFolder } from './data-folder.ts'
import { engineFailed } from './engine-failure.ts'
import type { EngineLayout } from './engine-layout.ts'
import { errorText } from './engine-refusal.ts'
import type { EngineRefusal } from './engine-refusal.ts'
import { parseAnnouncement, parseGreeting } from './keeper-protocol.ts'
import type { KeeperAnnouncement, KeeperOrders } from './keeper-protocol.ts'

export type KeeperConnection = Readonly<{
  keeperPid: number
  adopted: boolean
  /** Resolves when the connection is gone, whoever closed it. */
  closed: Promise<void>
  leave(): Promise<void>
}>

/** A folder that its last owner discards may vanish under the next one at any step: that one simply begins again. */
const beginnings = 5

export async function joinKeeper(
  layout: EngineLayout,
  orders: KeeperOrders,
): Promise<Result<KeeperConnection, EngineRefusal>> {
  let started = false
  let refused = 0
  for (let pause = 25; ; pause = Math.min(pause * 2, 1_000)) {
    const connection = await greeted(layout.keeperSocket)
    if (connection !== undefined) {
      return accept({ ...connection, adopted: connection.adopted || !started })
    }
    if (orders.discard) await openDataFolder(layout.dataDir)
    const announcement = await startKeeper(layout, orders)
    if (announcement.kind === 'refused') {
      refused += 1
      if (!orders.discard || refused === beginnings) return refuse(announcement.refusal)
    }
    started = announcement.kind === 'ready'
    // Busy: another process's keeper is still starting its engine, or the last one is just leaving.
    if (!started) await after(pause)
  }
}

/** A connection on which the keeper has greeted; a keeper that is leaving closes it without a word. */
function greeted(path: string): Promise<KeeperConnection | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ path, allowHalfOpen: true })
    const closed = new Promise<void>((gone) => socket.on('close', () => gone()))
    socket.on('error', () => resolve(undefined))
    socket.on('close', () => resolve(undefined))
    socket.on('end', () => socket.end())
    onFirstLine(socket, (line) => {
      const greeting = parseGreeting(line)
      if (greeting === undefined) return
      socket.unref()
      const { keeperPid, adopted } = greeting
      resolve({ keeperPid, adopted, closed, leave: () => leave(socket, closed) })
    })
  })
}

/** Says goodbye and waits until the keeper has answered by closing, which it does at once unless this was the last owner. */
async function leave(socket: Socket, closed: Promise<void>): Promise<void> {
  socket.ref()
  socket.end()
  await closed
}

const keeperProgram = fileURLToPath(new URL('keeper.ts', import.meta.url))

/** The keeper gets a session of its own, so that Ctrl-C in a terminal and a killed process group do not reach it. */
function startKeeper(layout: EngineLayout, orders: KeeperOrders): Promise<KeeperAnnouncement> {
  return new Promise((resolve) => {
    const failed = (said: string): void =>
      resolve({ kind: 'refused', refusal: engineFailed(layout, said) })
    const log = openLog(layout.logFile)
    if (typeof log === 'string') return failed(log)
    const env = { ...process.env, NODE_OPTIONS: undefined, NODE_V8_COVERAGE: undefined }
    const child = spawn(process.execPath, [keeperProgram, JSON.stringify(orders)], {
      cwd: '/',
      detached: true,
      env,
      stdio: ['ignore', 'pipe', log],
    })
    closeSync(log)
    child.on('error', (error) => failed(error.message))
    child.on('exit', (code) => failed(`the keeper ended with code ${code}`))
    const said = child.stdout
    if (said === null) return failed('the keeper has no output')
    onFirstLine(said, (line) => {
      const announcement = parseAnnouncement(line)
      if (announcement === undefined) return failed(line)
      resolve(announcement)
      said.destroy()
      child.unref()
    })
  })
}

function onFirstLine(stream: Readable, heard: (line: string) => void): void {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (part: string) => {
    const before = text.includes('\n')
    text += part
    const end = text.indexOf('\n')
    if (end >= 0 && !before) heard(text.slice(0, end))
  })
}

function openLog(file: string): number | string {
  try {
    return openSync(file, 'a', 0o600)
  } catch (error) {
    return errorText(error)
  }
}
