/** `luoshi paper fonts`: can PDFs be made here, and which font stands in for which? */
import { resolve } from 'node:path'
import { usualPlaces } from '@luoshi/papers/fonts/faces'
import { PdfWriter } from '@luoshi/papers/pdf/write-pdf'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions } from '../frame/read-options.ts'

const usage = 'luoshi paper fonts [--fonts DIR] [--json]'

export const paperFontsCommand: Command = {
  summary: '检查公文字体 · check the fonts',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { json: 'flag', fonts: 'text' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { words, text, flag } = read.value
    if (words.length > 0)
      return sayNotUnderstood(terminal, `多了“${words.join(' ')}”。 Too many words.`, usage)
    const folder = text('fonts') ?? terminal.env['FONTS_DIR'] ?? null
    const writer = new PdfWriter(
      usualPlaces(folder === null ? null : resolve(terminal.cwd, folder)),
    )
    const opened = await writer.warmUp()
    writer.close()
    if (!opened.ok) {
      const { code, zh, en } = opened.refusal
      const said = { zh: { what: zh, fix: '' }, en: { what: en, fix: '' } }
      return sayRefusal(terminal, flag('json'), code, said)
    }
    const { standIns } = opened.value
    if (flag('json')) terminal.out(JSON.stringify({ ok: true, standIns }))
    else if (standIns.length === 0) terminal.out('仿宋、黑体、楷体、小标宋、宋体都已找到。')
    else {
      terminal.out('可以生成 PDF。没有找到标准规定的字体，用下列字体代替：')
      for (const { wanted, used } of standIns) terminal.out(`  ${wanted} → ${used}`)
      terminal.out('有正版字体的，请把字体文件放进一个文件夹，用 FONTS_DIR 指明。')
    }
    return 0
  },
}
