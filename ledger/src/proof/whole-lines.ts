/** A file, plain or gzip, as runs of whole lines: little memory however large the file or the bomb in it. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { roomBytes, type Room, type Rooms } from './rooms.ts'

/** Bytes. A document of many thousand paragraphs is one event with a few megabytes of words. */
export const longestLine = 32 * 1024 * 1024

/** Why reading stopped. */
export class UnreadableProof extends Error {
  readonly code: 'cut-off' | 'line-too-long'
  constructor(code: 'cut-off' | 'line-too-long') {
    super(code)
    this.name = 'UnreadableProof'
    this.code = code
  }
}

/** Puts bytes into a room, as many as it likes; answers how many, 0 at the end. */
type Fill = (room: Room, from: number) => Promise<number>

/** Every run ends with a line break, but for the last one of a file that does not. Whoever is done gives the room back. */
export async function* wholeLines(file: string, rooms: Rooms): AsyncGenerator<Room> {
  await using source = (await isGzip(file)) ? unzipped(file) : await plain(file)
  let room = rooms.take(roomBytes)
  let filled = 0
  for (;;) {
    if (filled === room.length) room = larger(room, filled, rooms)
    const got = await source.fill(room, filled)
    if (got === 0) break
    const border = room.subarray(filled, filled + got).lastIndexOf(10)
    filled += got
    const end = border < 0 ? 0 : filled - got + border + 1
    if (filled - end > longestLine) throw new UnreadableProof('line-too-long')
    // Half a room of whole lines is worth a run; with less, reading goes on.
    if (end < roomBytes / 2) continue
    const next = rooms.take(filled - end)
    next.set(room.subarray(end, filled))
    yield room.subarray(0, end)
    room = next
    filled -= end
  }
  if (filled > 0) yield room.subarray(0, filled)
}

function larger(room: Room, filled: number, rooms: Rooms): Room {
  const more = rooms.take(filled * 2)
  more.set(room)
  rooms.giveBack(room)
  return more
}

type Source = AsyncDisposable & Readonly<{ fill: Fill }>

async function plain(file: string): Promise<Source> {
  const handle = await open(file)
  return {
    fill: async (room, from) => (await handle.read(room, from)).bytesRead,
    [Symbol.asyncDispose]: () => handle.close(),
  }
}

/** Pieces are copied into the room; what does not fit waits for the next one. */
function unzipped(file: string): Source {
  const source = createReadStream(file, { highWaterMark: 128 * 1024 })
  const bytes = source.pipe(createGunzip({ chunkSize: 128 * 1024 }))
  source.on('error', (error) => bytes.destroy(error))
  const pieces: AsyncIterator<unknown> = bytes[Symbol.asyncIterator]()
  let piece: Uint8Array = new Uint8Array(0)
  return {
    fill: async (room, from) => {
      if (piece.length === 0) piece = await next(pieces)
      const some = piece.subarray(0, room.length - from)
      room.set(some, from)
      piece = piece.subarray(some.length)
      return some.length
    },
    [Symbol.asyncDispose]: async () => {
      source.destroy()
      bytes.destroy()
    },
  }
}

/** Empty at the end only. */
async function next(pieces: AsyncIterator<unknown>): Promise<Uint8Array> {
  try {
    for (;;) {
      const { done, value } = await pieces.next()
      if (done === true) return new Uint8Array(0)
      if (value instanceof Uint8Array && value.length > 0) return value
    }
  } catch (error) {
    throw isCorruptGzip(error) ? new UnreadableProof('cut-off') : error
  }
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b
  } finally {
    await handle.close()
  }
}

function isCorruptGzip(error: unknown): boolean {
  const code =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('Z_')
}
