/** `luoshi ledger import FILE --preview`: what was changed in a sheet that was exported; or `--apply`, which writes it. */
import { resolve } from 'node:path'
import { previewLedger, type LedgerPreview } from '@luoshi/server/ledgers/preview-ledger'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { ExitCode, Terminal } from '../frame/command.ts'
import { readNamedFile } from '../frame/named-file.ts'
import type { Options } from '../frame/read-options.ts'
import { congressFor, sayNoCongress, withOffice } from '../running/office.ts'
import { scanFirst } from '../running/scan-first.ts'
import { applySheet, wantedNumbers } from './apply-sheet.ts'
import { columnWords } from './column-words.ts'
import { operator } from './asked-of-ledger.ts'

export async function compareSheet(
  file: string,
  options: Options,
  terminal: Terminal,
  usage: string,
): Promise<ExitCode> {
  const applied = options.text('apply')
  const conflicts = options.text('conflicts') ?? 'keep'
  const understood =
    options.flag('preview') !== (applied !== undefined) &&
    (applied === undefined || wantedNumbers(applied) !== null) &&
    (conflicts === 'keep' || conflicts === 'sheet')
  if (!understood) return sayNotUnderstood(terminal, oneOfTwo, usage)
  const bytes = await readNamedFile(file, terminal, { json: options.flag('json'), usage })
  if (typeof bytes === 'number') return bytes
  const path = resolve(terminal.cwd, file)
  const stopped = await scanFirst(terminal, bytes, { json: options.flag('json'), usage })
  if (stopped !== null) return stopped
  return withOffice(options, terminal, async (office) => {
    const about = await congressFor(office, options.text('congress'))
    if (!about.ok) return sayNoCongress(terminal, options, about.refusal)
    const congress = about.value
    if (applied !== undefined)
      return applySheet(office, { path, bytes, congress }, options, terminal)
    const by = { ...operator, congress }
    const done = await previewLedger(office.world, { by, bytes })
    const json = options.flag('json')
    if (!done.ok) return sayRefusal(terminal, json, done.refusal.code, done.refusal.words)
    if (json) terminal.out(JSON.stringify(done.value))
    else sayPreview(terminal, done.value)
    return 0
  })
}

function sayPreview({ out }: Terminal, preview: LedgerPreview): void {
  for (const { row, cells } of preview.new)
    out(`＋ 第${row}行　新增　${Object.values(cells).join('　')}`)
  for (const { row, number, changes } of preview.changed)
    for (const { heading, was, file } of changes)
      out(`～ 第${row}行　第${number}号　${heading}：“${was}”改为“${file}”`)
  for (const { number, title } of preview.removed) out(`－ 第${number}号　${title}　表里没有了`)
  for (const { row, number, why, changes } of preview.conflicts) {
    out(`！ 第${row}行　第${number}号　${reasons[why]}`)
    for (const { heading, file, ledger } of changes)
      out(`　　${heading}：表里“${file}”，台账现在是“${ledger}”`)
  }
  for (const line of columnWords(preview.columns)) out(line)
  const { changed, removed, conflicts, unchanged } = preview
  out(
    `新增 ${preview.new.length}，修改 ${changed.length}，删除 ${removed.length}，冲突 ${conflicts.length}，未动 ${unchanged}。没有写入任何内容。`,
  )
}

const reasons: Readonly<Record<LedgerPreview['conflicts'][number]['why'], string>> = {
  both: '表里改了，台账也改了',
  twice: '同一件事项在表里出现两次',
  gone: '台账里没有这件事项',
  foreign: '这一行不是随这份表导出的（编号被改过，或从别的表粘贴来），没有比对',
}

const oneOfTwo =
  '请写 --preview 只看比对，或者写 --apply all（或事项编号，如 --apply 3,5）办理；冲突一律不动，要采用表里的请加 --conflicts sheet。 Say --preview, or --apply all or numbers; conflicts stay unless --conflicts sheet.'
