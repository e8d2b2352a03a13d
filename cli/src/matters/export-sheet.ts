/** `luoshi ledger export`: the ledger in one of the offices' forms, or as CSV for machines. */
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { isLayoutKey } from '@luoshi/domain/ledgers/layouts'
import { exportLedger } from '@luoshi/server/ledgers/export-ledger'
import { mattersCsv } from '@luoshi/server/matters/matters-csv'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import type { Options } from '../frame/read-options.ts'
import { congressFor, sayNoCongress, withOffice } from '../running/office.ts'
import { askedOfLedger, operator } from './asked-of-ledger.ts'

export async function exportSheet(
  options: Options,
  terminal: Terminal,
  usage: string,
): Promise<ExitCode> {
  const out = options.text('out')
  const format = options.text('format') ?? 'xlsx'
  const layout = options.text('layout') ?? 'full'
  if (out === undefined || (format !== 'xlsx' && format !== 'csv') || !isLayoutKey(layout))
    return sayNotUnderstood(terminal, understood, usage)
  const read = askedOfLedger(options)
  if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
  const { filter, asOf } = read.value
  return withOffice(options, terminal, async (office) => {
    const about = await congressFor(office, options.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    const by = { ...operator, congress: about.value }
    const file = resolve(terminal.cwd, out)
    const pieces =
      format === 'xlsx'
        ? await exportLedger(office.world, { by, filter, layout, asOf })
        : mattersCsv(office.world, { by, filter, sort: 'number', asOf })
    try {
      await pipeline(Readable.from(pieces), createWriteStream(file))
    } catch (error) {
      if (!isPathFault(error)) throw error
      return sayRefusal(terminal, options.flag('json'), 'file-unwritable', unwritable(file, error))
    }
    terminal.out(
      options.flag('json')
        ? JSON.stringify({ ok: true, file, format, layout: format === 'xlsx' ? layout : null })
        : `已导出：${file}`,
    )
    return 0
  })
}

const understood =
  '请写明 --out 文件名；--format 写 xlsx 或 csv；--layout 写 yunyang、full、problems、tasks 或 duties。 Name --out, a format and a layout.'

/** A path that cannot be written is the reader's to mend; anything else is ours and goes on up. */
function isPathFault(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error && 'path' in error
}

function unwritable(file: string, { message }: Error) {
  return bilingual(
    `文件“${file}”没有写成：${message}。`,
    '请检查路径和权限后重试。',
    `The file “${file}” could not be written: ${message}.`,
    'Check the path and its permissions and try again.',
  )
}
