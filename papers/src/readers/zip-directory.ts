/**
 * Reads the directory of a zip file without unpacking anything (APPNOTE 6.3.10 §4.3).
 * Strict on purpose: the file begins with its first entry and ends with the end record, so that nothing hides
 * before or after; encrypted, split and 64-bit archives are no paper.
 */
import { accept, type Result } from '@luoshi/domain/kernel/result'
import type { ReadRefusal } from '../read-refusal.ts'
import { refuseReading } from './refusals.ts'

export type ZipEntry = Readonly<{
  name: string
  method: number
  encrypted: boolean
  crc: number
  packedSize: number
  /** As the directory says; not to be believed before it is checked. */
  size: number
  /** Where its local header stands. */
  offset: number
}>

const endRecord = 0x06054b50
const directoryRecord = 0x02014b50
const longestComment = 65_535

export function readZipDirectory(bytes: Uint8Array): Result<readonly ZipEntry[], ReadRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === undefined) return refuseReading('damaged-file')
  if (end + 22 + view.getUint16(end + 20, true) !== view.byteLength)
    return refuseReading('polyglot')
  const count = view.getUint16(end + 10, true)
  const size = view.getUint32(end + 12, true)
  const start = view.getUint32(end + 16, true)
  if (start + size > end) return refuseReading('damaged-file')
  if (start + size !== end) return refuseReading('polyglot')
  const entries: ZipEntry[] = []
  let at = start
  while (entries.length < count) {
    const entry = entryAt(view, bytes, at, end)
    if (entry === undefined) return refuseReading('damaged-file')
    entries.push(entry.entry)
    at = entry.next
  }
  return at === end ? accept(entries) : refuseReading('polyglot')
}

/** The end record is the last thing in a sound file, but for its own comment. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === endRecord) return at
  }
  return undefined
}

function entryAt(view: DataView, bytes: Uint8Array, at: number, end: number) {
  if (at + 46 > end || view.getUint32(at, true) !== directoryRecord) return undefined
  const nameLength = view.getUint16(at + 28, true)
  const next = at + 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) return undefined
  const entry: ZipEntry = {
    name: new TextDecoder()
      .decode(bytes.subarray(at + 46, at + 46 + nameLength))
      .replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedSize: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  }
  return { entry, next }
}
