/** The published files out of the one archive they are downloaded as: nobody has to unpack it to count anew. */
import { unzipSync } from 'fflate'
import { bulletinFiles, type Bulletin, type BulletinFile } from '../src/bulletin/bulletin.ts'
import type { Bytes } from '../src/protocol/bytes.ts'

/** In whatever folder they lie; what is not one of them, or larger than it may be, is not unpacked. */
export function filesInZip(zip: Bytes, largest: number): Bulletin {
  const known = (path: string) => {
    const name = path.split('/').at(-1)
    return bulletinFiles.find((one) => one === name)
  }
  const found = unzipSync(zip, {
    filter: ({ name, originalSize }) => known(name) !== undefined && originalSize <= largest,
  })
  const files: Partial<Record<BulletinFile, Bytes>> = {}
  for (const [path, bytes] of Object.entries(found)) {
    const name = known(path)
    if (name) files[name] = new Uint8Array(bytes)
  }
  return files
}
