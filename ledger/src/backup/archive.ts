/** A backup's file as a stream of entries, written and read without ever holding more than a piece of it. */
import { createReadStream, createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { blockBytes, parseTarHeader, tarEnd, tarHeader, tarPadding } from './tar.ts'
import type { TarEntry } from './tar.ts'

/** What is written: the size is known before, because it stands in front of the content. */
export type OutgoingEntry = TarEntry & Readonly<{ body: AsyncIterable<Buffer> | Iterable<Buffer> }>

/** What is read: `body` must be read to its end before the next entry is asked for. */
export type IncomingEntry = TarEntry & Readonly<{ body: AsyncIterable<Buffer> }>

/** Fast and about a fifth of the size; a disk is slower than this. */
const compression = { level: 3 }

/** Writes to `file`, which must not exist, and returns when the disk has it. */
export async function writeArchive(
  file: string,
  entries: AsyncIterable<OutgoingEntry>,
): Promise<void> {
  const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true })
  await pipeline(Readable.from(tarBytes(entries)), createGzip(compression), out)
}

async function* tarBytes(entries: AsyncIterable<OutgoingEntry>): AsyncGenerator<Buffer> {
  for await (const entry of entries) {
    yield tarHeader(entry)
    let written = 0
    for await (const part of entry.body) {
      written += part.length
      yield part
    }
    if (written !== entry.bytes) throw new Error(`${entry.name} changed while it was read`)
    yield tarPadding(written)
  }
  yield tarEnd
}

/** Throws when the file is not gzip, ends early, or has anything but plain files in it. */
export async function* readArchive(file: string): AsyncGenerator<IncomingEntry> {
  const raw = createReadStream(file)
  const unpacked = createGunzip()
  raw.on('error', (error) => unpacked.destroy(error))
  const reader = piecesOf(raw.pipe(unpacked))
  try {
    for (;;) {
      const entry = parseTarHeader(await reader.exactly(blockBytes))
      if (entry === undefined) return await reader.toTheEnd()
      yield { ...entry, body: reader.upTo(entry.bytes) }
      await reader.exactly(tarPadding(entry.bytes).length)
    }
  } finally {
    raw.destroy()
    unpacked.destroy()
  }
}

type Pieces = Readonly<{
  exactly(bytes: number): Promise<Buffer>
  upTo(bytes: number): AsyncGenerator<Buffer>
  /** Reads on to the checksum at the end of the gzip stream, which the unpacker then compares. */
  toTheEnd(): Promise<void>
}>

function piecesOf(stream: AsyncIterable<Buffer>): Pieces {
  const source = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return { exactly, upTo, toTheEnd }

  async function* upTo(bytes: number): AsyncGenerator<Buffer> {
    for (let missing = bytes; missing > 0;) {
      if (rest.length === 0) rest = await next()
      const part = rest.subarray(0, missing)
      rest = rest.subarray(part.length)
      missing -= part.length
      yield part
    }
  }

  async function exactly(bytes: number): Promise<Buffer> {
    const parts: Buffer[] = []
    for await (const part of upTo(bytes)) parts.push(part)
    return Buffer.concat(parts)
  }

  async function toTheEnd(): Promise<void> {
    while ((await source.next()).done !== true) rest = Buffer.alloc(0)
  }

  async function next(): Promise<Buffer> {
    const step = await source.next()
    if (step.done === true) throw new Error('the file ends too early')
    return step.value
  }
}
