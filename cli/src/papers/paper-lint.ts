/** `luoshi paper lint FILE`: does a paper's layout keep the standard? 0 it does · 1 it does not, or could not be read. */
import { basename } from 'node:path'
import { lintRules } from '@luoshi/papers/lint/finding'
import { lintInWorker } from '@luoshi/papers/lint/lint-in-worker'
import { sayNotUnderstood, sayRefusal } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readNamedFile } from '../frame/named-file.ts'
import { readOptions } from '../frame/read-options.ts'

const usage = 'luoshi paper lint FILE [--json]'

export const paperLintCommand: Command = {
  summary: '检查公文版式 · check a paper’s layout',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { json: 'flag' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const [file, ...more] = read.value.words
    if (file === undefined || more.length > 0)
      return sayNotUnderstood(terminal, '请写明一个文件。 Name one file.', usage)
    const json = read.value.flag('json')
    const bytes = await readNamedFile(file, terminal, { json, usage })
    if (typeof bytes === 'number') return bytes
    const report = await lintInWorker(bytes, basename(file))
    if (!report.ok) {
      const { code, zh, en } = report.refusal
      const words = { zh: { what: zh, fix: '' }, en: { what: en, fix: '' } }
      return sayRefusal(terminal, json, code, words)
    }
    const { ok, findings } = report.value
    if (json) terminal.out(JSON.stringify(report.value))
    else {
      terminal.out(ok ? '版式符合 GB/T 9704—2012。' : `版式有 ${findings.length} 处不符：`)
      for (const { rule, where, found: has, expected } of findings) {
        const { zh, source } = lintRules[rule]
        terminal.out(`${zh}（${source}）\t${where}：现为${has}，应为${expected}`)
      }
    }
    return ok ? 0 : 1
  },
}
