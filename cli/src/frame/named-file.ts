/** A file named on the command line that is to be read whole: there, a file, and no larger than an upload may be. */
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { readingLimits } from '@luoshi/papers/reading-limits'
import { refuseReading } from '@luoshi/papers/readers/refusals'
import { sayNotUnderstood, sayRefusal } from './answers.ts'
import type { ExitCode, Terminal } from './command.ts'

/** The bytes; or the exit code, once it is said why there are none. */
export async function readNamedFile(
  name: string,
  terminal: Terminal,
  { json, usage }: Readonly<{ json: boolean; usage: string }>,
): Promise<Uint8Array | ExitCode> {
  const path = resolve(terminal.cwd, name)
  try {
    await using file = await open(path)
    const found = await file.stat()
    if (!found.isFile()) {
      const why = `这不是文件：${path}。请写明一个文件。 This is not a file; name one.`
      return sayNotUnderstood(terminal, why, usage)
    }
    if (found.size > readingLimits.uploadBytes) {
      const { code, zh, en } = refuseReading('too-large').refusal
      const words = { zh: { what: zh, fix: '' }, en: { what: en, fix: '' } }
      return sayRefusal(terminal, json, code, words)
    }
    return new Uint8Array(await file.readFile())
  } catch {
    const why = `打不开这个文件：${path}。请核对路径和权限。 The file cannot be opened; check path and permissions.`
    return sayNotUnderstood(terminal, why, usage)
  }
}
