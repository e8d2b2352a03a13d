/** `luoshi backup --out FILE`: one file with every row and every piece of evidence, checksummed. */
import { resolve } from 'node:path'
import { writeBackup } from '@luoshi/ledger/backup/write-backup'
import { sayNotUnderstood } from '../frame/answers.ts'
import type { Command } from '../frame/command.ts'
import { readOptions, unknownWord } from '../frame/read-options.ts'
import { officeOptions, sayPlain, withOffice } from '../running/office.ts'

const usage = 'luoshi backup --out FILE [--data DIR] [--json]'

export const backupCommand: Command = {
  summary: '备份 · write a backup',
  usage,
  run: async (args, terminal) => {
    const read = readOptions(args, { ...officeOptions, out: 'text' })
    if (!read.ok) return sayNotUnderstood(terminal, read.refusal, usage)
    const options = read.value
    const out = options.text('out')
    const [word] = options.words
    if (word !== undefined) return sayNotUnderstood(terminal, unknownWord(word), usage)
    if (out === undefined) {
      return sayNotUnderstood(
        terminal,
        '请用 --out 写明备份文件。 Name the file with --out.',
        usage,
      )
    }
    return withOffice(options, terminal, async ({ database }) => {
      const file = resolve(terminal.cwd, out)
      const written = await writeBackup(database, file)
      if (!written.ok) return sayPlain(terminal, options, written.refusal)
      const { bytes, manifest } = written.value
      terminal.out(
        options.flag('json')
          ? JSON.stringify({ ok: true, file, bytes, at: manifest.at })
          : `已备份到 ${file}（${(bytes / 1024 / 1024).toFixed(1)} MB）。其中有签名密钥，也有未截止调查的文字题钥匙，请像印章一样保管这个文件；还没有成批写入的调查答卷不在里面。`,
      )
      return 0
    })
  },
}
