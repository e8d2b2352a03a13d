/** A file, plain or gzip, as runs of whole lines: little memory however large the file or the bomb in it. */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'

/** Bytes. A document of many thousand paragraphs is one event with a few megabytes of words. */
export const longestLine = 32 * 1024 * 1024
const runBytes = 256 * 1024

/** Why reading stopped. */
export class UnreadableProof extends Error {
  readonly code: 'cut-off' | 'line-too-long'
  constructor(code: 'cut-off' | 'line-too-long') {
    super(code)
    this.name = 'UnreadableProof'
    this.code = code
  }
}

/** Every run ends with a line break, but for the last one of a file that does not. Runs are not used again. */
export async function* wholeLines(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: 128 * 1024 })
  const bytes = (await isGzip(file)) ? source.pipe(createGunzip({ chunkSize: 128 * 1024 })) : source
  source.on('error', (error) => bytes.destroy(error))
  let whole: Buffer[] = []
  let wholeSize = 0
  let begun: Buffer[] = []
  let begunSize = 0
  try {
    for await (const chunk of bytes) {
      if (!Buffer.isBuffer(chunk)) continue
      const border = chunk.lastIndexOf(10) + 1
      if (border > 0) {
        whole.push(...begun, chunk.subarray(0, border))
        wholeSize += begunSize + border
        begun = []
        begunSize = 0
      }
      begun.push(chunk.subarray(border))
      begunSize += chunk.length - border
      if (begunSize > longestLine) throw new UnreadableProof('line-too-long')
      if (wholeSize < runBytes) continue
      yield Buffer.concat(whole)
      whole = []
      wholeSize = 0
    }
  } catch (error) {
    throw isCorruptGzip(error) ? new UnreadableProof('cut-off') : error
  } finally {
    source.destroy()
  }
  if (wholeSize + begunSize > 0) yield Buffer.concat([...whole, ...begun])
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
