/** A file that comes in to be read: its bytes within a limit, shown to the virus scanner, and the name it had. */
import { accept } from '@luoshi/domain/kernel/result'
import type { Context } from 'hono'
import { fileNameMissing, fileTooLarge } from '../evidence/arriving/file-refusals.ts'
import { scanUploaded } from '../evidence/scanning/scan-uploaded.ts'
import type { Outcome, World } from '../execute/context.ts'
import { hearOut } from './hear-out.ts'

export type Uploaded = Readonly<{ bytes: Uint8Array; fileName: string }>

export async function uploaded(
  { scanner }: Pick<World, 'scanner'>,
  c: Context,
  limit: number,
): Outcome<Uploaded> {
  const fileName = fileNameOf(c.req.header('x-file-name'))
  if (fileName === null) return fileNameMissing()
  const megabytes = Math.round(limit / 1024 / 1024)
  if (Number(c.req.header('content-length') ?? 0) > limit) {
    await hearOut(c)
    return fileTooLarge(megabytes)
  }
  const parts: Uint8Array[] = []
  let size = 0
  const body: AsyncIterable<Uint8Array> | null = c.req.raw.body
  for await (const part of body ?? []) {
    size += part.byteLength
    if (size > limit) return fileTooLarge(megabytes)
    parts.push(part)
  }
  const bytes = Buffer.concat(parts)
  return (await scanUploaded(scanner, bytes)) ?? accept({ bytes, fileName })
}

/** Marks of direction and signs that nobody sees: with them exe.docx reads as xcod.exe. */
const unseen = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/** Only the last part of a path, without control characters, at most 200 characters. */
export function fileNameOf(raw: string | undefined): string | null {
  if (raw === undefined) return null
  try {
    const name = decodeURIComponent(raw).split(/[/\\]/).at(-1) ?? ''
    // oxlint-disable-next-line no-control-regex -- control characters are what is removed
    const printed = name.replaceAll(/[\u0000-\u001f\u007f]/g, '')
    const plain = printed.replaceAll(unseen, '').trim()
    return plain === '' ? null : plain.slice(-200)
  } catch {
    return null
  }
}
