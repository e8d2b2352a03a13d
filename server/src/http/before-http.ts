/**
 * A door that looks at what a connection brings before node's HTTP does. What the door does not take goes there with every
 * byte, and the connection with it for as long as it lives: HTTP's own limits and times hold for it from then on. The door
 * sees only what has come in whole; half a request is none for it, so nobody keeps it waiting.
 */
import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** A connection as its door sees it. */
export type Line = Readonly<{
  /** The address at the other end. */
  socket: string
  answer: (bytes: Buffer, isLast: boolean) => void
  /** These bytes, taken before, are for HTTP after all. */
  elsewhere: (bytes: Buffer) => void
}>

/**
 * For each connection, what is done with bytes that begin a request: how many of them were taken, to be answered now or
 * later by {@link Line}; or -1, with nothing done. It is asked again when that was answered.
 */
export type ConnectionDoor = (line: Line) => (bytes: Buffer) => number

type Connected = (socket: Socket) => void

/** Longer than proxies keep a connection that says nothing, so that it is they who end it. */
const idleMs = 75_000
/** What may come before an answer has gone out; more is read afterwards. */
const mostWaiting = 65_536

/** Answers how to end: connections that wait for nothing at once, the others with their answer. */
export function openBeforeHttp(server: Server, door: ConnectionDoor): () => void {
  const toHttp = listenersOf(server)
  const ends = new Set<() => void>()
  let isEnding = false
  server.removeAllListeners('connection')
  server.on('connection', (socket: Socket) => {
    const end = openLine(socket, door, {
      toHttp,
      isEnding: () => isEnding,
      gone: () => ends.delete(end),
    })
    ends.add(end)
  })
  return () => {
    isEnding = true
    for (const end of ends) end()
  }
}

function listenersOf(server: Server): Connected {
  const own = server.listeners('connection')
  return (socket) => {
    for (const listener of own) Reflect.apply(listener, server, [socket])
  }
}

type Around = Readonly<{ toHttp: Connected; isEnding: () => boolean; gone: () => void }>

function openLine(socket: Socket, door: ConnectionDoor, { toHttp, isEnding, gone }: Around) {
  let state: 'free' | 'asking' | 'waiting' | 'gone' = 'free'
  let rest: Buffer | null = null
  let isHalfOpen = false

  const serve = door({
    socket: socket.remoteAddress ?? '',
    answer: (bytes, isLast) => {
      if (state === 'gone') return
      const isOver = isLast || isEnding() || (isHalfOpen && rest === null)
      if (isOver) socket.end(bytes)
      else socket.write(bytes)
      const wasWaiting = state === 'waiting'
      state = isOver ? 'gone' : 'free'
      if (wasWaiting && !isOver) goOn()
    },
    elsewhere: (bytes) => {
      if (state === 'gone') return
      handOver(rest === null ? bytes : Buffer.concat([bytes, rest]))
    },
  })

  function given(bytes: Buffer): void {
    if (state === 'gone') return
    rest = rest === null ? bytes : Buffer.concat([rest, bytes])
    if (state === 'free') goOn()
    else if (rest.length > mostWaiting) socket.pause()
  }

  function goOn(): void {
    while (state === 'free' && rest !== null) {
      const bytes = rest
      rest = null
      state = 'asking'
      const taken = serve(bytes)
      if (taken < 0) {
        handOver(bytes)
        return
      }
      if (taken < bytes.length) rest = bytes.subarray(taken)
      // Answered at once or not: then it goes on from there.
      if (isAsking()) state = 'waiting'
    }
    if (state === 'free' && socket.isPaused()) socket.resume()
  }

  function isAsking(): boolean {
    return state === 'asking'
  }

  function leave(): void {
    state = 'gone'
    rest = null
    gone()
    socket.off('data', given).off('end', ended).off('error', broken)
    socket.off('timeout', broken).off('close', leave)
  }

  function handOver(bytes: Buffer): void {
    leave()
    // Nothing can be put back before an end that was read.
    if (isHalfOpen) return void socket.destroy()
    socket.setTimeout(0)
    toHttp(socket)
    socket.unshift(bytes)
    if (socket.isPaused()) socket.resume()
  }

  function ended(): void {
    isHalfOpen = true
    if (state === 'free') socket.end()
  }

  function broken(): void {
    socket.destroy()
  }

  socket.on('data', given).on('end', ended).on('error', broken)
  socket.on('timeout', broken).on('close', leave)
  socket.setTimeout(idleMs)
  return () => {
    if (state === 'free') socket.destroy()
  }
}
