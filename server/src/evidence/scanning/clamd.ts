/**
 * Asks clamd about a file, in its own words over its own socket: zVERSION and zINSTREAM.
 * Source: clamd(8), "COMMANDS"; chunks are four bytes of length and that many of content, an empty one ends.
 */
import { connect, type Socket } from 'node:net'
import type { Readable } from 'node:stream'
import type { ClamdPlace } from './clamd-settings.ts'

export type ScanVerdict =
  | Readonly<{ is: 'clean' }>
  | Readonly<{ is: 'infected'; finding: string }>
  /** Larger than clamd is set up to take (StreamMaxLength). */
  | Readonly<{ is: 'too-large' }>
  /** Down, starting, or not understood. */
  | Readonly<{ is: 'away' }>

export type Scanner = Readonly<{
  scan: (content: Readable) => Promise<ScanVerdict>
  /** `ClamAV 1.4.3/27500/…`: changes with its signatures. Null when it does not answer. */
  version: () => Promise<string | null>
}>

export function clamdScanner(place: ClamdPlace, milliseconds = 60_000): Scanner {
  return {
    scan: async (content) => {
      const answer = await talk(place, milliseconds, (socket) => sendStream(socket, content))
      content.destroy()
      return answer === null ? { is: 'away' } : verdictOf(answer)
    },
    version: async () => {
      const answer = await talk(place, 5000, async (socket) => {
        socket.write('zVERSION\0')
      })
      return answer?.startsWith('ClamAV') === true ? answer : null
    },
  }
}

function verdictOf(answer: string): ScanVerdict {
  const finding = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1]
  if (finding !== undefined) return { is: 'infected', finding }
  if (answer === 'stream: OK') return { is: 'clean' }
  return /size limit exceeded/i.test(answer) ? { is: 'too-large' } : { is: 'away' }
}

/** One question, one answer up to its zero byte; null when none comes in time. */
function talk(
  place: ClamdPlace,
  milliseconds: number,
  say: (socket: Socket) => Promise<void>,
): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = place.by === 'socket' ? connect(place.path) : connect(place.port, place.host)
    let heard = ''
    const end = (answer: string | null): void => {
      clearTimeout(patience)
      socket.destroy()
      resolve(answer)
    }
    const patience = setTimeout(() => end(null), milliseconds)
    socket.setEncoding('utf8')
    socket.on('data', (part) => {
      heard = (heard + String(part)).slice(0, 1000)
      const zero = heard.indexOf('\0')
      if (zero !== -1) end(heard.slice(0, zero))
    })
    socket.once('error', () => end(null))
    socket.once('close', () => end(null))
    socket.once('connect', () => void say(socket).catch(() => end(null)))
  })
}

async function sendStream(socket: Socket, content: Readable): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const part of content) {
    const bytes = Buffer.from(part)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(bytes.length)
    socket.write(length)
    if (!socket.write(bytes)) await drained(socket)
    if (socket.destroyed) return
  }
  socket.write(Buffer.alloc(4))
}

/** Also when it hangs up meanwhile: it has said why already. */
function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    socket.once('drain', resolve)
    socket.once('close', () => resolve())
  })
}
