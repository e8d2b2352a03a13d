/** A file opened and saved again by LibreOffice, where there is one. */
import { execFile } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'

const program = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path))

const filters: Readonly<Partial<Record<string, string>>> = {
  docx: 'docx:MS Word 2007 XML',
  xlsx: 'xlsx:Calc MS Excel 2007 XML',
}

export const hasOffice = program !== undefined

/** Its tables come in a package of their own; without it workbooks are neither read nor written. */
export const hasCalc =
  program !== undefined && existsSync(join(dirname(realpathSync(program)), 'libsclo.so'))

export async function resaved(
  bytes: Uint8Array,
  from: string,
  to: 'docx' | 'xlsx' | 'pdf' | 'html',
): Promise<Uint8Array> {
  if (program === undefined) throw new Error('No LibreOffice on this machine')
  const folder = await mkdtemp(join(tmpdir(), 'luoshi-office-'))
  try {
    await writeFile(join(folder, `in.${from}`), bytes)
    const out = join(folder, 'out')
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const filter = filters[to] ?? to
    await promisify(execFile)(
      program,
      [profile, '--headless', '--convert-to', filter, '--outdir', out, join(folder, `in.${from}`)],
      { timeout: 100_000 },
    )
    return new Uint8Array(await readFile(join(out, `in.${to}`)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
