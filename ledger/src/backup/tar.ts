/**
 * The few bytes of the tar format that a backup needs (POSIX ustar, plain files only): any tar program can open one.
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */

export const blockBytes = 512

export type TarEntry = Readonly<{ name: string; bytes: number }>

/** Longest name without splitting it; sizes go up to 8 GiB less one. */
const longestName = 100
const largestSize = 0o77777777777

export function tarHeader(entry: TarEntry): Buffer {
  if (Buffer.byteLength(entry.name) > longestName)
    throw new Error(`tar: name too long: ${entry.name}`)
  if (entry.bytes > largestSize) throw new Error(`tar: ${entry.name} is larger than 8 GiB`)
  const header = Buffer.alloc(blockBytes)
  header.write(entry.name, 0, 'utf8')
  header.write('0000600\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  header.write(`${entry.bytes.toString(8).padStart(11, '0')}\0`, 124)
  header.write('00000000000\0', 136)
  header.write('        ', 148)
  header.write('0', 156)
  header.write('ustar\u000000', 257)
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148)
  return header
}

/** The zeros that fill the last block of an entry. */
export function tarPadding(bytes: number): Buffer {
  return Buffer.alloc((blockBytes - (bytes % blockBytes)) % blockBytes)
}

/** Two empty blocks end an archive. */
export const tarEnd = Buffer.alloc(2 * blockBytes)

/** `undefined` for the empty block at the end; throws on anything that is not a plain file's header. */
export function parseTarHeader(block: Buffer): TarEntry | undefined {
  if (block.every((byte) => byte === 0)) return undefined
  const stated = Number.parseInt(block.toString('latin1', 148, 156), 8)
  const blank = Buffer.from(block)
  blank.fill(' ', 148, 156)
  const name = block.toString('utf8', 0, longestName).replace(/\0.*$/su, '')
  const bytes = Number.parseInt(block.toString('latin1', 124, 136), 8)
  const isPlainFile = block[156] === 0x30
  if (stated !== sumOf(blank) || !isPlainFile || name === '' || !Number.isSafeInteger(bytes)) {
    throw new Error('tar: not the header of a plain file')
  }
  return { name, bytes }
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0)
}
