/**
 * A zip written piece by piece: the container is fflate's, the packing Node's own zlib, which is several times faster.
 * Each piece is packed by itself and flushed to a byte, so pieces simply follow each other (RFC 1951 §3.2.4).
 */
import { constants, deflateRawSync } from 'node:zlib'
import { Zip, ZipPassThrough } from 'fflate'

const deflate = 8

class PackedFile extends ZipPassThrough {
  override compression = deflate

  protected override process(piece: Uint8Array, isLast: boolean): void {
    const finishFlush = isLast ? constants.Z_FINISH : constants.Z_SYNC_FLUSH
    this.ondata(null, Uint8Array.from(deflateRawSync(piece, { finishFlush, level: 6 })), isLast)
  }
}

export type ZipStream = Readonly<{
  /** Begins the next file; the one before must have been ended. Text is written as UTF-8. */
  file: (name: string) => Readonly<{ write: (piece: string | Uint8Array) => void; end: () => void }>
  end: () => void
  /** The bytes made since the last time. */
  take: () => Uint8Array
}>

export function zipStream(): ZipStream {
  const encoder = new TextEncoder()
  let made: Uint8Array[] = []
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    made.push(bytes)
  })
  return {
    file: (name) => {
      const file = new PackedFile(name)
      // The same content is the same file, whenever it is written.
      file.mtime = new Date(1980, 0, 1)
      zip.add(file)
      return {
        write: (piece) => file.push(typeof piece === 'string' ? encoder.encode(piece) : piece),
        end: () => file.push(new Uint8Array(), true),
      }
    },
    end: () => zip.end(),
    take: () => {
      const bytes = Buffer.concat(made)
      made = []
      return bytes
    },
  }
}
