/** `luoshi paper make`: one official paper as a file, made of what is on record. */
import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { isId } from '@luoshi/domain/kernel/ids'
import { isPaperFormat, paperFormats } from '@luoshi/domain/papers/formats'
import { paperKinds, type PaperKind } from '@luoshi/domain/papers/paper-kinds'
import { paperWriters } from '@luoshi/papers/official/write-paper'
import { paperFile } from '@luoshi/server/papers/make-paper'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command, ExitCode, Terminal } from '../frame/command.ts'
import { readOptions, type Options } from '../frame/read-options.ts'
import { operator } from '../matters/asked-of-ledger.ts'
import { congressFor, officeOptions, sayNoCongress, withOffice } from '../running/office.ts'

const usage = `luoshi paper make KIND --appraisal ID [--record ID] [--format ${paperFormats.join('|')}] --out FILE [--data DIR] [--congress ID] [--json]`

const paperOptions = {
  ...officeOptions,
  appraisal: 'text',
  record: 'text',
  format: 'text',
  out: 'text',
  congress: 'text',
} as const

export const paperMakeCommand: Command = {
  summary: '出公文 · make an official paper',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, paperOptions)
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [name, ...more] = read.value.words
    if (name === undefined || more.length > 0) return sayNotUnderstood(terminal, understood, usage)
    return make(name, read.value, terminal)
  },
}

/** The latest record of the appraisal, unless one is named. */
async function make(name: string, options: Options, terminal: Terminal): Promise<ExitCode> {
  const kind = paperKinds.find((one): one is PaperKind => one === name)
  const out = options.text('out')
  const format = options.text('format') ?? 'docx'
  const appraisal = options.text('appraisal')
  if (!kind || out === undefined || !isPaperFormat(format))
    return sayNotUnderstood(terminal, understood, usage)
  if (appraisal !== undefined && !isId('appraisal', appraisal))
    return sayNotUnderstood(terminal, noAppraisal, usage)
  return withOffice(options, terminal, async (office) => {
    const about = await congressFor(office, options.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    const by = { ...operator, congress: about.value }
    const asked = { by, kind, appraisal, record: options.text('record'), format }
    using writers = paperWriters(terminal.env['FONTS_DIR'] ?? null)
    const site = terminal.env['LUOSHI_PUBLIC_URL'] ?? null
    const made = await paperFile(office.world, asked, { writers, site })
    const json = options.flag('json')
    if (!made.ok) return sayRefusal(terminal, json, made.refusal.code, made.refusal.words)
    const file = resolve(terminal.cwd, out)
    const failed = await writeFile(file, made.value.bytes).then(
      () => null,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    )
    if (failed !== null)
      return sayRefusal(terminal, json, 'file-unwritable', unwritable(file, failed))
    const { length: bytes } = made.value.bytes
    terminal.out(
      json
        ? JSON.stringify({ ok: true, kind, format, file, name: made.value.name, bytes })
        : `已生成：${file}`,
    )
    return 0
  })
}

const understood = `请写明公文种类（luoshi paper kinds 可查）、--out 文件名；--format 写 ${paperFormats.join(' 或 ')}。 Name a kind (see luoshi paper kinds), --out and a format.`
const noAppraisal =
  '--appraisal 请写评议的编号，形如 appraisal_1234。 --appraisal wants the id of an appraisal, like appraisal_1234.'

function unwritable(file: string, why: string) {
  return bilingual(
    `文件“${file}”没有写成：${why}。`,
    '请检查路径和权限后重试。',
    `The file “${file}” could not be written: ${why}.`,
    'Check the path and its permissions and try again.',
  )
}
