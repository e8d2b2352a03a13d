/** `luoshi parse FILE`: what a document says, cleaned and outlined, with every change and every doubt listed. */
import { basename } from 'node:path'
import { parseInWorker } from '@luoshi/papers/parse-in-worker'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readNamedFile } from '../frame/named-file.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'

const usage = 'luoshi parse FILE [--accept REPAIR,…] [--json]'

export const parseCommand: Command = {
  summary: '读文件，清洗、分条 · read a document into opinions',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { accept: 'text', json: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const { words, text, flag } = read.value
    const [file, ...more] = words
    if (more[0] !== undefined) return sayNotUnderstood(terminal, unknownWord(more[0]), usage)
    if (file === undefined)
      return sayNotUnderstood(terminal, '请写明一个文件。 Name one file.', usage)
    const bytes = await readNamedFile(file, terminal, { json: flag('json'), usage })
    if (typeof bytes === 'number') return bytes
    const accepted =
      text('accept')
        ?.split(',')
        .filter((id) => id !== '') ?? []
    const parsed = await parseInWorker(bytes, {
      fileName: basename(file),
      acceptedRepairs: accepted,
    })
    if (!parsed.ok) {
      const { code, zh, en } = parsed.refusal
      return sayRefusal(terminal, flag('json'), code, {
        zh: { what: zh, fix: '' },
        en: { what: en, fix: '' },
      })
    }
    if (flag('json')) {
      terminal.out(JSON.stringify(parsed.value))
      return 0
    }
    const { encoding, edits, flags, nodes, items } = parsed.value
    terminal.out(
      `编码 ${encoding} · 改动 ${edits.length} 处 · 存疑 ${flags.length} 处 · 标题 ${nodes.length} 个`,
    )
    for (const item of items) {
      const fields = [item.unit, item.due, item.measure].filter((one) => one !== undefined)
      terminal.out(
        `${item.number}\t${item.text}${fields.length > 0 ? `\t〔${fields.join('；')}〕` : ''}`,
      )
    }
    for (const { kind, at, text: what } of flags) terminal.out(`存疑 ${kind} @${at}：${what}`)
    return 0
  },
}
