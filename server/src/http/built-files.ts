/** Files that a build made for browsers: kept in memory, compressed once, the hashed ones cached for ever. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Context } from 'hono'

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

export type BuiltFile = Readonly<{
  mediaType: string
  /** Its name changes with its content. */
  hashed: boolean
  as: (encoding: Encoding) => Promise<Uint8Array>
}>

/** By address below the folder, beginning with a slash. */
export async function builtFiles(folder: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = new Map<string, BuiltFile>()
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    files.set(path.slice(folder.length).replaceAll('\\', '/'), await builtFile(path))
  }
  return files
}

export async function sendBuiltFile(c: Context, file: BuiltFile): Promise<Response> {
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const bytes = await file.as(encoding)
  const plain = bytes === (await file.as('identity'))
  const headers = new Headers({
    'content-type': file.mediaType,
    'content-length': String(bytes.byteLength),
    vary: 'accept-encoding',
    'cache-control': file.hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  })
  if (!plain) headers.set('content-encoding', encoding)
  return new Response(Buffer.from(bytes), { headers })
}

async function builtFile(path: string): Promise<BuiltFile> {
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

function encodingFor(accepted: string | undefined): Encoding {
  const list = new Set((accepted ?? '').split(',').map((one) => one.trim().split(';')[0]))
  if (list.has('br')) return 'br'
  return list.has('gzip') ? 'gzip' : 'identity'
}
