/** `luoshi archive make` and `luoshi archive verify`: one appraisal as a set of files that anybody can check. */
import { rm, stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { isId } from '@luoshi/domain/kernel/ids'
import { signingKey } from '@luoshi/ledger/proof/signing-key'
import { paperWriters } from '@luoshi/papers/official/write-paper'
import { makeArchive } from '@luoshi/server/archive/make-archive'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'
import { operator } from '../matters/asked-of-ledger.ts'
import { congressFor, officeOptions, sayNoCongress, withOffice } from '../running/office.ts'
import { archiveFaults, verifyArchive } from './verify-archive.ts'

const makeUsage =
  'luoshi archive make --appraisal ID --out FILE.zip [--data DIR] [--congress ID] [--json]'
const verifyUsage = 'luoshi archive verify FILE.zip [--manifest SHA256] [--vkey KEY] [--json]'
const usage = `${makeUsage}\n  ${verifyUsage}`

const options = {
  ...officeOptions,
  appraisal: 'text',
  out: 'text',
  congress: 'text',
  manifest: 'text',
  vkey: 'text',
} as const

export const archiveCommand: Command = {
  summary: '归档：制作、核验 · archive an appraisal',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, options)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [verb, ...words] = read.value.words
    if (verb === 'make' && words.length === 0) return make(read.value, terminal)
    if (verb === 'verify') return verify(words, read.value, terminal)
    return sayNotUnderstood(terminal, '请写明 make 或者 verify。 Say make or verify.', usage)
  },
}

async function make(given: Options, terminal: Terminal): Promise<ExitCode> {
  const [appraisal, out] = [given.text('appraisal'), given.text('out')]
  if (appraisal === undefined || !isId('appraisal', appraisal) || out === undefined)
    return sayNotUnderstood(
      terminal,
      '请写明 --appraisal 和 --out。 Name --appraisal and --out.',
      makeUsage,
    )
  const file = resolve(terminal.cwd, out)
  const json = given.flag('json')
  if (await stat(file).catch(() => null))
    return sayRefusal(terminal, json, 'file-exists', taken(file))
  return withOffice(given, terminal, async (office) => {
    const about = await congressFor(office, given.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, given, about.refusal)
    using writers = paperWriters(terminal.env['FONTS_DIR'] ?? null)
    const tools = {
      writers,
      key: await signingKey(office.database.dataDir),
      site: terminal.env['LUOSHI_PUBLIC_URL'] ?? null,
      progress: () => undefined,
    }
    const asked = { by: { ...operator, congress: about.value }, appraisal }
    const made = await makeArchive(office.world, asked, tools, file).catch(unwritable)
    if ('why' in made) {
      await rm(file, { force: true })
      return sayRefusal(terminal, json, 'file-unwritable', notWritten(file, made.why))
    }
    if (!made.ok) return sayRefusal(terminal, json, made.refusal.code, made.refusal.words)
    const { files, papers, evidence, manifest } = made.value
    if (json) terminal.out(JSON.stringify({ ok: true, file, files, papers, evidence, manifest }))
    else {
      terminal.out(`已归档：${file}（公文 ${papers} 件，佐证 ${evidence} 个，共 ${files} 个文件）`)
      terminal.out(`文件清单的 SHA-256，请抄在纸质目录上：${manifest}`)
    }
    return 0
  })
}

async function verify(
  [file, ...more]: readonly string[],
  given: Options,
  terminal: Terminal,
): Promise<ExitCode> {
  if (file === undefined || more.length > 0)
    return sayNotUnderstood(terminal, '请写明一个文件。 Name one file.', verifyUsage)
  const path = resolve(terminal.cwd, file)
  const found = await stat(path).catch(() => null)
  if (!found?.isFile())
    return sayNotUnderstood(terminal, `没有这个文件 No such file: ${path}`, verifyUsage)
  const verdict = await verifyArchive(path, {
    manifest: given.text('manifest'),
    vkey: given.text('vkey'),
  })
  const { ok, files, papers, manifest, faults } = verdict
  if (given.flag('json')) terminal.out(JSON.stringify(verdict))
  else {
    terminal.out(
      ok
        ? '核验通过：每个文件都与清单一致，每份公文都在台账登记过。'
        : `有 ${faults.length} 处不符：`,
    )
    for (const { file: name, fault, detail } of faults)
      terminal.out(
        `  ${name || basename(path)}：${archiveFaults[fault]}${detail === '' ? '' : `（${detail}）`}`,
      )
    terminal.out(`文件 ${files} 个，公文 ${papers} 个`)
    if (manifest !== null) terminal.out(`文件清单的 SHA-256：${manifest}`)
  }
  return ok ? 0 : 1
}

/** A path that cannot be written is the reader's to mend; anything else is ours and goes on up. */
function unwritable(error: unknown): Readonly<{ why: string }> {
  if (error instanceof Error && 'syscall' in error && 'path' in error) return { why: error.message }
  throw error
}

function taken(file: string) {
  return bilingual(
    `已经有文件“${file}”。`,
    '请换一个文件名；归档文件不覆盖旧的。',
    `The file “${file}” is there already.`,
    'Choose another name; an archive never overwrites.',
  )
}

function notWritten(file: string, why: string) {
  return bilingual(
    `归档文件“${file}”没有写成：${why}。`,
    '请检查路径和权限后重试。',
    `The archive “${file}” could not be written: ${why}.`,
    'Check the path and its permissions and try again.',
  )
}
