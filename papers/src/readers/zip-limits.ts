/** Refuses a zip by its directory alone, before a byte of it is unpacked (documents.md §5). */
import type { ReadRefusal } from '../read-refusal.ts'
import { readingLimits as limits } from '../reading-limits.ts'
import { type ReaderRefusalCode, readRefusal } from './refusals.ts'
import type { ZipEntry } from './zip-directory.ts'

export function overZipLimits(
  entries: readonly ZipEntry[],
  fileSize: number,
): ReadRefusal | undefined {
  const code = limitBroken(entries, fileSize)
  return code === undefined ? undefined : readRefusal(code)
}

function limitBroken(
  entries: readonly ZipEntry[],
  fileSize: number,
): ReaderRefusalCode | undefined {
  if (entries.length > limits.zipEntries) return 'too-many-entries'
  const names = new Set(entries.map((entry) => entry.name))
  if (names.size !== entries.length) return 'polyglot'
  if (entries.some((entry) => entry.encrypted)) return 'encrypted'
  const total = entries.reduce((sum, entry) => sum + entry.size, 0)
  if (total > limits.totalBytes || entries.some(growsTooMuch)) return 'inflates-too-much'
  const packed = entries.reduce((sum, entry) => sum + entry.packedSize, 0)
  return packed > fileSize || overlap(entries) ? 'lying-size' : undefined
}

/** Parts that share packed bytes are how a small file becomes gigabytes. */
function overlap(entries: readonly ZipEntry[]): boolean {
  const ordered = entries.toSorted((a, b) => a.offset - b.offset)
  return ordered.some(({ offset, packedSize }, at) => {
    const next = ordered[at + 1]
    return next !== undefined && offset + localHeader + packedSize > next.offset
  })
}

/** Of a part's own header, without its name. */
const localHeader = 30

function growsTooMuch({ size, packedSize }: ZipEntry): boolean {
  if (size > limits.entryBytes) return true
  return size > limits.ratioFromBytes && size > packedSize * limits.ratio
}
