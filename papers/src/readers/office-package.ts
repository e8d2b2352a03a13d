/**
 * An Office file as parts that are unpacked one by one, and only those that are wanted: embedded files, pictures and
 * nested zips are never touched. Node's own zlib unpacks with a hard upper bound; fflate has none, and stops silently
 * at a size that was lied about.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { refuseReading } from './refusals.ts'
import { readZipDirectory, type ZipEntry } from './zip-directory.ts'
import { overZipLimits } from './zip-limits.ts'

export type OfficePackage = Readonly<{
  names: readonly string[]
  /** The bytes of a part; undefined when the package has no such part. */
  read: (name: string) => Result<Uint8Array | undefined, ReadRefusal>
}>

export function openPackage(bytes: Uint8Array): Result<OfficePackage, ReadRefusal> {
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return directory
  const refusal = overZipLimits(directory.value, bytes.byteLength)
  if (refusal !== undefined) return { ok: false, refusal }
  const entries = new Map(directory.value.map((entry) => [entry.name.toLowerCase(), entry]))
  return accept({
    names: directory.value.map((entry) => entry.name),
    read: (name) => {
      const entry = entries.get(name.replace(/^\//, '').toLowerCase())
      return entry === undefined ? accept(undefined) : unpack(bytes, entry)
    },
  })
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Result<Uint8Array, ReadRefusal> {
  const packed = packedBytes(bytes, entry)
  if (packed === undefined) return refuseReading('damaged-file')
  const plain = inflate(packed, entry)
  if (!plain.ok) return plain
  if (plain.value.byteLength !== entry.size) return refuseReading('lying-size')
  return crc32(plain.value) === entry.crc ? plain : refuseReading('damaged-file')
}

function packedBytes(bytes: Uint8Array, { offset, packedSize }: ZipEntry): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (offset + 30 > bytes.byteLength || view.getUint32(offset, true) !== 0x04034b50)
    return undefined
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  return start + packedSize > bytes.byteLength
    ? undefined
    : bytes.subarray(start, start + packedSize)
}

function inflate(packed: Uint8Array, { method, size }: ZipEntry): Result<Uint8Array, ReadRefusal> {
  if (method === 0) return accept(packed)
  if (method !== 8) return refuseReading('damaged-file')
  if (size === 0) return accept(new Uint8Array())
  try {
    return accept(inflateRawSync(packed, { maxOutputLength: size }))
  } catch (error) {
    const isLonger = error instanceof RangeError
    return refuseReading(isLonger ? 'lying-size' : 'damaged-file')
  }
}
