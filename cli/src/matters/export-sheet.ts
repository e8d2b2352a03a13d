/** `luoshi ledger export`: the ledger in one of the offices' forms, or as CSV for machines. */
import { createWriteStream } from 'node:fs'
import { resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { bilingual } from '@luoshi/domain/kernel/explanation'
import { accept } from '@luoshi/domain/kernel/result'
import { isLayoutName } from '@luoshi/papers/ledgers/ledger-about'
import type { Outcome, World } from '@luoshi/server/execute/context'
import { refused } from '@luoshi/server/execute/refused'
import { exportLedger, type ExportAsked } from '@luoshi/server/ledgers/export-ledger'
import { keptLayouts } from '@luoshi/server/ledgers/layout-kind'
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
  if (out === undefined || (format !== 'xlsx' && format !== 'csv') || !isNamed(layout))
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
        ? await sheetOf(office.world, { by, filter, layout, asOf })
        : accept(mattersCsv(office.world, { by, filter, sort: 'number', asOf }))
    if (!pieces.ok)
      return sayRefusal(terminal, options.flag('json'), pieces.refusal.code, pieces.refusal.words)
    try {
      await pipeline(Readable.from(pieces.value), createWriteStream(file))
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

function isNamed(layout: string): boolean {
  return isLayoutName(layout) || /^own:./u.test(layout)
}

/** `own:NAME` is one of the county's own forms, by its name. */
async function sheetOf(
  world: World,
  { layout, ...asked }: Omit<ExportAsked, 'layout'> & Readonly<{ layout: string }>,
): Outcome<AsyncIterable<Uint8Array>> {
  const name = layout.startsWith('own:') ? layout.slice('own:'.length) : null
  const own =
    name === null
      ? undefined
      : (await keptLayouts(world, asked.by.congress)).find(({ words }) => words.name === name)
  const chosen = own?.id ?? layout
  if (!isLayoutName(chosen)) return refused(422, 'layout-unknown', noSuchLayout(layout))
  const made = await exportLedger(world, { ...asked, layout: chosen })
  return made.ok ? accept(made.value.pieces) : made
}

function noSuchLayout(layout: string) {
  return bilingual(
    `没有“${layout}”这种表样。`,
    '请写 yunyang、full、problems、tasks、duties、plans，或者 own:本县表样的名称（在“意见录入”的“本县表样”里查看）。',
    `There is no layout “${layout}”.`,
    'Say yunyang, full, problems, tasks, duties, plans, or own: and the name of one of the county’s own.',
  )
}

const understood =
  '请写明 --out 文件名；--format 写 xlsx 或 csv；--layout 写 yunyang、full、problems、tasks、duties、plans 或 own:名称。 Name --out, a format and a layout.'

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
