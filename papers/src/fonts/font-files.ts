/** The faces that lie in folders: what they are called, read from the head of each file and not from the whole of it. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { familiesOf } from './name-table.ts'
import { faceOffsets, readSfnt, viewOf, writeSfnt } from './sfnt.ts'

export type FaceFile = Readonly<{
  families: readonly string[]
  weight: number
  /** The face by itself, also out of a collection. */
  load: () => Uint8Array
}>

const limits = { files: 4000, depth: 6, bytes: 64 * 1024 * 1024 } as const

export function systemFontFolders(): readonly string[] {
  const home = homedir()
  return [
    join(home, '.fonts'),
    join(home, '.local/share/fonts'),
    join(home, 'Library/Fonts'),
    '/usr/local/share/fonts',
    '/usr/share/fonts',
    '/Library/Fonts',
    '/System/Library/Fonts',
    'C:\\Windows\\Fonts',
  ]
}

export function fontFilesIn(folders: readonly string[]): readonly FaceFile[] {
  const paths = folders.flatMap((folder) => filesUnder(folder, 0)).slice(0, limits.files)
  return paths.flatMap(facesOf)
}

function filesUnder(folder: string, depth: number): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return depth < limits.depth ? filesUnder(path, depth + 1) : []
      return /\.(ttf|otf|ttc)$/i.test(entry.name) ? [path] : []
    })
  } catch {
    // A folder this system does not have, or that we may not read, has no fonts for us.
    return []
  }
}

/** A file that is no font, or a damaged one, gives none. */
function facesOf(path: string): readonly FaceFile[] {
  try {
    if (statSync(path).size > limits.bytes) return []
    const file = openSync(path, 'r')
    try {
      return faceOffsets(part(file, 0, 1024)).flatMap((offset) => faceAt(path, file, offset))
    } finally {
      closeSync(file)
    }
  } catch {
    return []
  }
}

/** Bits 0–3 of fsType; 2 forbids embedding. */
const restricted = 2

function faceAt(path: string, file: number, offset: number): readonly FaceFile[] {
  const head = viewOf(part(file, offset, 12 + 16 * 64))
  const table = (tag: string): Uint8Array | undefined => {
    for (let at = 0; at < head.getUint16(4); at++) {
      const record = 12 + 16 * at
      const own = [0, 1, 2, 3].map((letter) => String.fromCharCode(head.getUint8(record + letter)))
      if (own.join('') === tag)
        return part(file, head.getUint32(record + 8), Math.min(head.getUint32(record + 12), 65_536))
    }
    return undefined
  }
  const names = table('name')
  const os2 = table('OS/2')
  if (names === undefined || os2 === undefined || table('fvar') !== undefined) return []
  const about = viewOf(os2)
  if ((about.getUint16(8) & 0xf) === restricted) return []
  const load = () => writeSfnt(readSfnt(new Uint8Array(readFileSync(path)), offset))
  return [{ families: familiesOf(names), weight: about.getUint16(4), load }]
}

function part(file: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  return bytes.subarray(0, readSync(file, bytes, 0, length, position))
}
