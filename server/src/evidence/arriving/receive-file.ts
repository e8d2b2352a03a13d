/**
 * A file on its way in: counted, hashed and written to a place of its own while it comes, so that memory does not grow
 * with it; then looked at. Only what is taken leaves that place for the store.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, open, readFile, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  mostMegabytes,
  mostPixels,
  nameFits,
  type FileKind,
} from '@luoshi/domain/evidence/file-kinds'
import { accept } from '@luoshi/domain/kernel/result'
import type { Context } from 'hono'
import type { Outcome } from '../../execute/context.ts'
import { hearOut } from '../../http/hear-out.ts'
import { fileNameOf } from '../../http/uploaded.ts'
import { pictureSize } from '../pictures/picture-size.ts'
import { headBytes, type Arrived } from '../store/file-store.ts'
import {
  fileNameDiffers,
  fileNameMissing,
  fileNotTaken,
  fileTooLarge,
  pictureTooLarge,
} from './file-refusals.ts'
import { sniff } from './sniff.ts'

export type ReceivedFile = AsyncDisposable & Arrived & Readonly<{ name: string; kind: FileKind }>

const megabyte = 1024 * 1024

export async function receiveFile(c: Context): Outcome<ReceivedFile> {
  const name = fileNameOf(c.req.header('x-file-name'))
  if (name === null) return fileNameMissing()
  const most = mostMegabytes * megabyte
  if (Number(c.req.header('content-length') ?? 0) > most) {
    await hearOut(c)
    return fileTooLarge(mostMegabytes)
  }
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-arriving-'))
  const leave = () => rm(folder, { recursive: true, force: true })
  try {
    const path = join(folder, randomBytes(8).toString('hex'))
    const arrived = await writeDown(c.req.raw.body, path, most)
    const looked = arrived === null ? fileTooLarge(mostMegabytes) : await lookAt(arrived, name)
    if (arrived !== null && looked.ok)
      return accept({ ...arrived, name, kind: looked.value, [Symbol.asyncDispose]: leave })
    await leave()
    return looked.ok ? fileTooLarge(mostMegabytes) : looked
  } catch (failure) {
    await leave()
    throw failure
  }
}

/** Null when there is too much of it. */
async function writeDown(
  body: AsyncIterable<Uint8Array> | null,
  path: string,
  most: number,
): Promise<Arrived | null> {
  const hash = createHash('sha256')
  let size = 0
  const file: FileHandle = await open(path, 'wx', 0o600)
  try {
    for await (const part of body ?? []) {
      size += part.byteLength
      if (size > most) return null
      hash.update(part)
      await file.write(part)
    }
  } finally {
    await file.close()
  }
  return { path, size, sha256: hash.digest('hex') }
}

async function lookAt({ path, size }: Arrived, name: string): Outcome<FileKind> {
  const head = await headOf(path)
  const first = sniff(head, name)
  const long =
    first.is === 'taken' && (first.kind.family === 'film' || first.kind.family === 'sound')
  const bytes = long || size <= head.byteLength ? head : await readSome(path, size)
  const sniffed = bytes === head ? first : sniff(bytes, name)
  if (sniffed.is !== 'taken') return fileNotTaken(sniffed)
  const { kind } = sniffed
  if (size > kind.megabytes * megabyte) return fileTooLarge(kind.megabytes, kind)
  if (!nameFits(kind, name)) return fileNameDiffers(name, kind)
  const pixels = pictureSize(bytes, kind.mediaType)
  if (pixels !== null && pixels.width * pixels.height > mostPixels)
    return pictureTooLarge(pixels.width, pixels.height)
  return accept(kind)
}

/** What is no film is at most 50 MB, and is not read further than to find that it is more. */
async function readSome(path: string, size: number): Promise<Uint8Array> {
  const most = 51 * megabyte
  if (size <= most) return readFile(path)
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(most), 0, most, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
