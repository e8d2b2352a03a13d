/** The built console: kept in memory, compressed once, its hashed files cached for ever, its page never. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

type Encoding = 'br' | 'gzip' | 'identity'

export type ConsoleFile = Readonly<{
  mediaType: string
  /** Its name changes with its content. */
  hashed: boolean
  as: (encoding: Encoding) => Promise<Uint8Array>
}>

export type ConsoleFiles = Readonly<{
  /** The page with `__CSP_NONCE__` where a nonce belongs. */
  page: string
  files: ReadonlyMap<string, ConsoleFile>
}>

/** Null when the console has not been built. */
export async function consoleFiles(folder: string): Promise<ConsoleFiles | null> {
  const page = await readFile(join(folder, 'index.html'), 'utf8').catch(() => null)
  if (page === null) return null
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, ConsoleFile>()
  for (const entry of names.filter((one) => one.isFile() && one.name !== 'index.html')) {
    const path = join(entry.parentPath, entry.name)
    const address = path.slice(folder.length).replaceAll('\\', '/')
    files.set(address, await consoleFile(path))
  }
  return { page, files }
}

async function consoleFile(path: string): Promise<ConsoleFile> {
  const plain = await readFile(path)
  const mediaType = mediaTypes[extname(path)] ?? 'application/octet-stream'
  const small = plain.byteLength < 1024 || /^(image\/(?!svg)|font)/.test(mediaType)
  const kept = new Map<Encoding, Promise<Uint8Array>>([['identity', Promise.resolve(plain)]])
  return {
    mediaType,
    hashed: /-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/.test(path),
    as: (encoding) => {
      if (small) return Promise.resolve(plain)
      const known = kept.get(encoding) ?? compress(encoding, plain)
      kept.set(encoding, known)
      return known
    },
  }
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

function compress(encoding: Encoding, plain: Uint8Array): Promise<Uint8Array> {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }
  return encoding === 'br' ? brotli(plain, quality) : zip(plain, { level: 9 })
}

export function encodingFor(accepted: string | undefined): Encoding {
  const list = new Set((accepted ?? '').split(',').map((one) => one.trim().split(';')[0]))
  if (list.has('br')) return 'br'
  return list.has('gzip') ? 'gzip' : 'identity'
}
