/** Writes a zip as told, true or not: for tests of what hostile files claim. */
import { constants, crc32, deflateRawSync } from 'node:zlib'

export type RawEntry = Readonly<{ name: string; packed: Uint8Array; size: number; crc: number }>

export function entryOf(name: string, bytes: Uint8Array): RawEntry {
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) }
}

/** Zeros that unpack to so many megabytes: one deflated piece, repeated. */
export function bombOf(name: string, megabytes: number): RawEntry {
  const piece = new Uint8Array(10 * 1024 * 1024)
  const open = deflateRawSync(piece, { finishFlush: constants.Z_FULL_FLUSH })
  const pieces = Array.from({ length: megabytes / 10 - 1 }, () => open)
  const packed = new Uint8Array(Buffer.concat([...pieces, deflateRawSync(piece)]))
  return { name, packed, size: megabytes * 1024 * 1024, crc: 0 }
}

export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const local = Buffer.concat([localHeader(entry), Buffer.from(entry.name), entry.packed])
    directory.push(directoryHeader(entry, offset), Buffer.from(entry.name))
    locals.push(local)
    offset += local.length
  }
  const listing = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(listing.length, 12)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...locals, listing, end]))
}

function localHeader({ name, packed, size, crc }: RawEntry): Buffer {
  const header = Buffer.alloc(30)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(8, 8)
  header.writeUInt32LE(crc, 14)
  header.writeUInt32LE(packed.length, 18)
  header.writeUInt32LE(size, 22)
  header.writeUInt16LE(Buffer.byteLength(name), 26)
  return header
}

function directoryHeader({ name, packed, size, crc }: RawEntry, offset: number): Buffer {
  const header = Buffer.alloc(46)
  header.writeUInt32LE(0x02014b50, 0)
  header.writeUInt16LE(8, 10)
  header.writeUInt32LE(crc, 16)
  header.writeUInt32LE(packed.length, 20)
  header.writeUInt32LE(size, 24)
  header.writeUInt16LE(Buffer.byteLength(name), 28)
  header.writeUInt32LE(offset, 42)
  return header
}
